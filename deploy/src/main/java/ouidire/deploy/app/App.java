package ouidire.deploy.app;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import ouidire.analysis.query.QueryParser;
import ouidire.analysis.tone.ToneReview;
import ouidire.api.HealthCheck;
import ouidire.api.PipelineStatus;
import ouidire.core.alert.AlertRule;
import ouidire.core.alert.RuleReplay;
import ouidire.core.config.Role;
import ouidire.core.config.Settings;
import ouidire.core.history.MentionHistory;
import ouidire.core.metrics.PipelineMetrics;
import ouidire.core.settings.SettingsStore;
import ouidire.core.source.SourceStatus;
import ouidire.core.stream.CursorStore;
import ouidire.core.stream.KafkaSettings;
import ouidire.core.stream.KafkaTopics;
import ouidire.core.stream.MentionPublisher;

/**
 * The running service. {@link #start} begins every part that the roles need, in order; {@link
 * #close} ends them in the opposite order. Several may live in one process, each on its own data
 * folder.
 */
public final class App implements AutoCloseable {
  /** What one part may take to end before we go on without it. */
  private static final Duration END_PATIENCE = Duration.ofSeconds(20);

  private final Settings settings;
  private final String version;
  private final InstantSource clock = Clock.systemUTC();
  private final Set<Part> parts;
  private final Teardown teardown = new Teardown(END_PATIENCE);
  private final CompletableFuture<Void> failed = new CompletableFuture<>();
  private final List<HealthCheck> checks = new ArrayList<>();
  private final PrometheusMeterRegistry meters =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final PipelineMetrics metrics = new PipelineMetrics(meters);
  private KafkaSettings kafka = KafkaSettings.at("nowhere:0");
  private @Nullable Collecting collecting;
  private @Nullable Edited edited;
  private @Nullable Past past;
  private boolean watched;
  private volatile Serving serving = Serving.NOTHING;

  private App(Settings settings, String version, Set<Part> parts) {
    this.settings = settings;
    this.version = version;
    this.parts = parts;
  }

  /**
   * Starts the service.
   *
   * @param version as {@code /status} says it
   * @throws BrandQueryException when a brand's query does not parse
   * @throws DataFolder.TakenException when the data folder is another's
   * @throws PortTakenException when the port is another's
   * @throws IllegalStateException when a part cannot start, saying which and why
   */
  public static App start(Settings settings, String version) {
    App app = new App(settings, version, Part.of(settings.roles()));
    app.watched = true;
    return begin(app);
  }

  /**
   * Starts what a single command needs on a folder where nothing runs: it takes mentions in and
   * makes them findable, and neither reads sources, nor serves, nor alerts.
   */
  public static App startForCommand(Settings settings, String version) {
    return begin(new App(settings, version, Part.OF_A_COMMAND));
  }

  private static App begin(App app) {
    try {
      app.begin();
      return app;
    } catch (RuntimeException | Error e) {
      app.close();
      throw e;
    }
  }

  private void begin() {
    ConfiguredBrands.requireQueries(settings.brands(), settings.queryPlaces());
    DataFolder folder = teardown.add("data folder", DataFolder.take(settings.data()));
    if (parts.contains(Part.API)) {
      Ports.requireFree(settings.http());
    }
    AutoCloseable closingMeters = meters::close;
    teardown.add("meters", closingMeters);
    kafka = Streams.open(settings.kafka(), folder, checks, failed, teardown);
    begin(new Footing(settings, folder, kafka, clock, meters, metrics, checks, teardown));
    URI http = serving.http();
    LocalKeys keys = serving.keys();
    folder.announce(
        new DataFolder.Running(
            ProcessHandle.current().pid(),
            kafka.bootstrap(),
            http == null ? null : http.toString(),
            keys == null ? null : keys.local()));
  }

  /** Begins the parts, each after those that it needs. */
  private void begin(Footing footing) {
    if (parts.contains(Part.TOPICS)) {
      KafkaTopics.create(kafka, settings.kafka().partitions(), settings.retention().mentions());
    }
    if (parts.contains(Part.SETTINGS)) {
      ToneReview review =
          Opinions.open(settings.secondOpinion(), footing.folder(), meters, teardown);
      edited = new Edited(settings, kafka, review, clock, teardown);
    }
    if (parts.contains(Part.PUBLISHER)) {
      Collecting begun = new Collecting(kafka, clock, teardown);
      collecting = begun;
      if (parts.contains(Part.SOURCES)) {
        begun.readFeeds(settings.feeds(), footing.guard());
        begun.readFiles(settings.files(), footing.zone());
      }
    }
    if (parts.contains(Part.INDEX)) {
      past = Past.open(footing, edited().lists());
    }
    if (parts.contains(Part.ANALYSER)) {
      Analysing.start(footing, edited());
    }
    if (past != null && (parts.contains(Part.ALERTS) || parts.contains(Part.API))) {
      alert(footing, past);
    } else if (watched) {
      serving = Serving.probes(footing);
    }
  }

  /** Alerts and the dashboard, which shows them. */
  private void alert(Footing footing, Past past) {
    Alerting alerting =
        teardown.add(
            "alerts",
            new Alerting(
                footing,
                edited(),
                past.history(),
                this::publicAddress,
                parts.contains(Part.ALERTS) ? footing.folder().id() : null));
    if (parts.contains(Part.API)) {
      edited().bringPast(past, kafka, clock, teardown);
      serving =
          Serving.dashboard(
              footing,
              edited(),
              past,
              alerting,
              collecting().publisher(),
              this::sources,
              this::status,
              version);
    } else if (watched) {
      serving = Serving.probes(footing);
    }
    if (parts.contains(Part.ALERTS)) {
      // What waited to be told leaves at once, with links to the door that is open by now.
      alerting.start(past.indexer(), this::sources);
    }
  }

  /** Where people reach the dashboard. */
  private Optional<URI> publicAddress() {
    URI set = settings.http().url();
    return Optional.ofNullable(set == null ? serving.http() : set);
  }

  /** Every source, those that we read before those that hand over by themselves. */
  private List<SourceStatus> sources() {
    return collecting == null ? List.of() : collecting.sources();
  }

  /** The counters of this process and the backlog, as {@code /api/v1/status} tells them. */
  public PipelineStatus status() {
    // Positions before counters: what is counted meanwhile makes the lag too large, never too
    // small.
    long lag = past == null ? 0 : past.lag();
    return PipelineStatus.of(
        metrics.counts(),
        lag,
        settings.roles().stream()
            .map(Role::name)
            .map(name -> name.toLowerCase(Locale.ROOT))
            .collect(Collectors.toCollection(TreeSet::new)));
  }

  /** How to reach the Kafka in use. */
  public KafkaSettings kafka() {
    return kafka;
  }

  /** Where the dashboard and the API are; empty when this process serves none. */
  public Optional<URI> http() {
    return Optional.ofNullable(serving.http());
  }

  /** Where a process without the API answers those who watch over it; empty when it does not. */
  public Optional<URI> probes() {
    return Optional.ofNullable(serving.probes());
  }

  /** The key that this start made, the only time it can be known; empty after the first start. */
  public Optional<String> firstKey() {
    LocalKeys keys = serving.keys();
    return keys == null ? Optional.empty() : keys.first();
  }

  /** Where mentions are handed over; only with a role that takes some in. */
  public MentionPublisher publisher() {
    return collecting().publisher();
  }

  /** How far sources were read; only with a role that takes mentions in. */
  public CursorStore cursors() {
    return collecting().cursors();
  }

  /** What people change while the service runs; with every role but the broker's and ingestion. */
  public SettingsStore store() {
    return edited().store();
  }

  private Edited edited() {
    if (edited == null) {
      throw new IllegalStateException("no role here reads settings: " + settings.roles());
    }
    return edited;
  }

  /** The mentions; only with a role that keeps the index. */
  public MentionHistory history() {
    return past().history();
  }

  private Past past() {
    if (past == null) {
      throw new IllegalStateException("no role here keeps the index: " + settings.roles());
    }
    return past;
  }

  /**
   * Waits until all that was published before can be found.
   *
   * @throws IllegalStateException when the broker fails meanwhile
   */
  public void settle() throws InterruptedException {
    past().settle(failed);
  }

  /** What rules would have done; only with a role that keeps the index. */
  public RuleReplay replay() {
    return rules();
  }

  /** The rule that is kept under an id; empty when there is none. */
  public Optional<AlertRule> rule(String id) {
    return rules().rule(id);
  }

  private PlayedRules rules() {
    return new PlayedRules(
        history(),
        edited().brands(),
        new QueryPredicates(new QueryParser(Edited.zone(settings), edited().lists()))::compile,
        () -> ShippedPolicy.now(settings, store()));
  }

  /** Every meter of this process. */
  public MeterRegistry meters() {
    return meters;
  }

  /** The counters of this process. */
  public PipelineMetrics.Counts counts() {
    return metrics.counts();
  }

  private Collecting collecting() {
    if (collecting == null) {
      throw new IllegalStateException("no role here takes mentions in: " + settings.roles());
    }
    return collecting;
  }

  /** Fails when a part fails that the service cannot live without; never completes otherwise. */
  public CompletableFuture<Void> failed() {
    return failed;
  }

  @Override
  public void close() {
    teardown.close();
  }
}
