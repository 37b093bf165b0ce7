/**
 * What people change while the service runs: brands, saved searches, lists, rules, corrections.
 *
 * <pre>{@code
 * SettingsStore settings = KafkaSettingsStore.open(kafka, clock);
 * Setting kept = settings.put("brand", "nordika", json, "Claire", SettingsStore.ANY_VERSION);
 * settings.list("brand");                       // every brand there is
 * settings.history("brand", "nordika");         // who changed what, newest first
 * settings.subscribe(change -> ...);            // ours and those of other processes
 * }</pre>
 *
 * <p>{@link ouidire.core.settings.SettingsStore} is the port. What a value means is its kind's
 * affair: the store keeps any JSON, its versions and its last changes. On Kafka, {@link
 * ouidire.core.settings.KafkaSettingsStore}: the compacted topic {@code ouidire.settings}.
 */
@NullMarked
package ouidire.core.settings;

import org.jspecify.annotations.NullMarked;
