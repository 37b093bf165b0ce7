package ouidire.deploy.cli;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ouidire.core.config.Settings;
import ouidire.core.stream.KafkaSettings;
import ouidire.deploy.app.App;
import ouidire.deploy.app.DataFolder;
import ouidire.deploy.app.DataFolder.Running;
import ouidire.deploy.app.Logging;
import ouidire.ingest.file.KnownMentions;

/**
 * The service that a command works with: an outside Kafka when one is named, else the one that runs
 * on the data folder, else one started for this command alone.
 */
final class Instance implements AutoCloseable {
  /**
   * How long a command waits for a Kafka that is beside it or that the service holds: one that was
   * ended is not waited for as a cluster that moves its partitions is.
   */
  private static final Map<String, String> SOON =
      Map.of(
          "delivery.timeout.ms", "8000",
          "request.timeout.ms", "4000",
          "max.block.ms", "8000",
          "default.api.timeout.ms", "8000");

  private static final Logger LOG = LoggerFactory.getLogger(Instance.class);
  private static final Duration CATCH_UP = Duration.ofSeconds(30);
  private static final Duration LOOK = Duration.ofMillis(200);

  private final KafkaSettings kafka;
  private final @Nullable Running running;
  private final @Nullable App own;
  private final @Nullable ServiceCalls calls;

  private Instance(
      KafkaSettings kafka,
      @Nullable Running running,
      @Nullable App own,
      @Nullable ServiceCalls calls) {
    this.kafka = kafka;
    this.running = running;
    this.own = own;
    this.calls = calls;
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
      return of(kafka, DataFolder.running(settings.data()).orElse(null), console);
    }
    Optional<Running> found = DataFolder.running(settings.data());
    if (found.isPresent()) {
      return of(new KafkaSettings(found.get().bootstrap(), SOON), found.get(), console);
    }
    console.say("instance.starting", settings.data());
    App app = App.startForCommand(settings, Version.text());
    return new Instance(app.kafka(), null, app, null);
  }

  /** As {@link #of}, of a folder that there must be: nothing is read of one that was mistyped. */
  static Instance ofExisting(
      Console console,
      SettingsOptions options,
      @Nullable String bootstrap,
      Map<String, String> environment) {
    Settings settings = options.read(environment, Map.of());
    if (bootstrap == null
        && settings.kafka().bootstrap() == null
        && !DataFolder.exists(settings.data())) {
      throw Failure.usage("data.absent", settings.data());
    }
    return of(console, options, bootstrap, environment);
  }

  private static Instance of(KafkaSettings kafka, @Nullable Running running, Console console) {
    return new Instance(
        kafka,
        running,
        null,
        running == null ? null : ServiceCalls.to(running, console.locale()).orElse(null));
  }

  /** Who knows which mentions are there already; null when nobody here can tell. */
  @Nullable KnownMentions known() throws InterruptedException {
    if (own != null) {
      own.settle();
      return own.history()::existing;
    }
    if (calls == null) {
      return null;
    }
    catchUp(calls);
    return calls::existing;
  }

  /** Lets what was published before become findable, as far as it does so soon. */
  private static void catchUp(ServiceCalls service) throws InterruptedException {
    CountDownLatch never = new CountDownLatch(1);
    long end = System.nanoTime() + CATCH_UP.toNanos();
    try {
      while (service.lag() > 0 && System.nanoTime() < end) {
        var unused = never.await(LOOK.toMillis(), TimeUnit.MILLISECONDS);
      }
    } catch (RuntimeException e) {
      LOG.debug("the service does not say how far it is", e);
    }
  }

  /** The API of the service that runs by itself; empty when there is none. */
  Optional<ServiceCalls> calls() {
    return Optional.ofNullable(calls);
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
    if (calls != null) {
      calls.close();
    }
  }
}
