package ouidire.deploy.cli;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ouidire.core.config.Settings;
import ouidire.core.stream.KafkaSettings;
import ouidire.deploy.app.App;
import ouidire.deploy.app.DataFolder;
import ouidire.deploy.app.DataFolder.Running;
import ouidire.deploy.app.Logging;

/**
 * The service that a command works with: an outside Kafka when one is named, else the one that runs
 * on the data folder, else one started for this command alone.
 */
final class Instance implements AutoCloseable {
  private final KafkaSettings kafka;
  private final @Nullable Running running;
  private final @Nullable App own;

  private Instance(KafkaSettings kafka, @Nullable Running running, @Nullable App own) {
    this.kafka = kafka;
    this.running = running;
    this.own = own;
  }

  /**
   * Finds or starts it.
   *
   * @param bootstrap an outside Kafka; null to look at the data folder
   */
  static Instance of(
      Console console,
      SettingsOptions options,
      @Nullable String bootstrap,
      Map<String, String> environment) {
    Map<String, String> more = bootstrap == null ? Map.of() : Map.of("kafka.bootstrap", bootstrap);
    Settings settings = options.read(environment, more);
    Logging.configure(new Settings.Log(settings.log().format(), Settings.Log.Level.WARN));
    String outside = settings.kafka().bootstrap();
    if (outside != null) {
      KafkaSettings kafka = new KafkaSettings(outside, settings.kafka().properties());
      return new Instance(kafka, DataFolder.running(settings.data()).orElse(null), null);
    }
    Optional<Running> found = DataFolder.running(settings.data());
    if (found.isPresent()) {
      return new Instance(KafkaSettings.at(found.get().bootstrap()), found.get(), null);
    }
    console.say("instance.starting", settings.data());
    App app = App.startForCommand(settings, Version.text());
    return new Instance(app.kafka(), null, app);
  }

  KafkaSettings kafka() {
    return kafka;
  }

  /** The one that runs by itself; empty when ours does. */
  Optional<Running> running() {
    return Optional.ofNullable(running);
  }

  /** The one that runs for this command alone. */
  Optional<App> own() {
    return Optional.ofNullable(own);
  }

  /**
   * Where ours runs, waits until all that was published can be found; the service that runs by
   * itself sees to that anyway.
   */
  void settle() throws InterruptedException {
    if (own != null) {
      own.settle();
    }
  }

  @Override
  public void close() {
    if (own != null) {
      own.close();
    }
  }
}
