package ouidire.deploy.app;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import ouidire.api.HealthCheck;
import ouidire.core.config.Settings;
import ouidire.core.metrics.PipelineMetrics;
import ouidire.core.net.AddressGuard;
import ouidire.core.net.HostResolver;
import ouidire.core.stream.KafkaSettings;

/**
 * What all parts of a process stand on.
 *
 * @param folder its own
 * @param kafka that it writes to and reads from
 * @param checks of what must be well; each part adds its own
 * @param teardown where each part registers its end
 */
record Footing(
    Settings settings,
    DataFolder folder,
    KafkaSettings kafka,
    InstantSource clock,
    PrometheusMeterRegistry meters,
    PipelineMetrics metrics,
    List<HealthCheck> checks,
    Teardown teardown) {

  /** Days of queries are those of the first brand. */
  ZoneId zone() {
    return Edited.zone(settings);
  }

  /** Which addresses may be asked. */
  AddressGuard guard() {
    return new AddressGuard(settings.fetch().allowPrivate(), HostResolver.system());
  }
}
