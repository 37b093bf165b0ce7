package ouidire.deploy.cli;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ouidire.core.config.Settings;
import ouidire.core.stream.KafkaSettings;
import ouidire.deploy.app.App;
import ouidire.deploy.app.DataFolder;

/**
 * The Kafka that a verb writes to: the one named, else the one of the service that runs on the data
 * folder, else an outside one that the configuration names, else the folder's own, started for as
 * long as the verb takes. What is written then is analysed when the service runs next.
 */
final class Stream implements AutoCloseable {
  private final KafkaSettings kafka;
  private final @Nullable App started;

  private Stream(KafkaSettings kafka, @Nullable App started) {
    this.kafka = kafka;
    this.started = started;
  }

  static Stream open(
      SettingsOptions options, @Nullable String bootstrap, Map<String, String> environment) {
    Settings settings = options.read(environment, Map.of());
    if (bootstrap != null) {
      return new Stream(new KafkaSettings(bootstrap, settings.kafka().properties()), null);
    }
    Optional<DataFolder.Running> running = DataFolder.running(settings.data());
    if (running.isPresent()) {
      String address = running.get().bootstrap();
      return new Stream(new KafkaSettings(address, settings.kafka().properties()), null);
    }
    String outside = settings.kafka().bootstrap();
    if (outside != null) {
      return new Stream(new KafkaSettings(outside, settings.kafka().properties()), null);
    }
    App app = App.start(options.read(environment, Map.of("roles", "broker")));
    return new Stream(KafkaSettings.at(app.bootstrap()), app);
  }

  KafkaSettings kafka() {
    return kafka;
  }

  /** Whether nobody analyses what is written until the service runs. */
  boolean alone() {
    return started != null;
  }

  @Override
  public void close() {
    if (started != null) {
      started.close();
    }
  }
}
