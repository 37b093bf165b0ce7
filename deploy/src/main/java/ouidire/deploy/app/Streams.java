package ouidire.deploy.app;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import ouidire.api.HealthCheck;
import ouidire.core.config.Settings;
import ouidire.core.stream.KafkaSettings;
import ouidire.deploy.broker.EmbeddedBroker;

/** The Kafka of a process: the one that its settings name, else one of its own. */
final class Streams {
  private Streams() {}

  /**
   * @param failed completed when a broker of our own can no longer be trusted
   */
  static KafkaSettings open(
      Settings.Kafka settings,
      DataFolder folder,
      List<HealthCheck> checks,
      CompletableFuture<Void> failed,
      Teardown teardown) {
    String outside = settings.bootstrap();
    if (outside != null) {
      return new KafkaSettings(outside, settings.properties());
    }
    EmbeddedBroker broker = teardown.add("broker", EmbeddedBroker.start(folder.room("kafka")));
    broker.whenFailed(failed::completeExceptionally);
    checks.add(new HealthCheck("broker", () -> broker.failure().map(Throwable::getMessage)));
    return KafkaSettings.at(broker.bootstrap());
  }
}
