/**
 * Alerts: from a mention to somebody who acts.
 *
 * <pre>
 * mentions -> watch -> judgements -> life -> incidents with their outbox -> delivery -> people
 *            (rule)                 (Kafka)                              (nine channels)
 * </pre>
 *
 * <ul>
 *   <li>{@link ouidire.analysis.alert.watch}: what rules say of a brand at a moment;
 *   <li>{@link ouidire.analysis.alert.life}: what becomes of an incident, and who is told;
 *   <li>{@link ouidire.analysis.alert.delivery}: telling them, at least once, under one key;
 *   <li>{@link ouidire.analysis.alert.backtest}: the same watch and life over last month;
 *   <li>{@link ouidire.analysis.alert.suite}: the same over crises that were made up, to measure;
 *   <li>{@link ouidire.analysis.alert.drill}: an exercise; {@link ouidire.analysis.alert.playbook}:
 *       what to do.
 * </ul>
 */
@NullMarked
package ouidire.analysis.alert;

import org.jspecify.annotations.NullMarked;
