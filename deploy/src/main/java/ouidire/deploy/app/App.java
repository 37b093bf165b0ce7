package ouidire.deploy.app;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ouidire.analysis.alert.backtest.Backtest;
import ouidire.analysis.alert.watch.HistoryPast;
import ouidire.analysis.cascade.CascadeForecaster;
import ouidire.analysis.cascade.HistoryStories;
import ouidire.analysis.language.LanguageDetector;
import ouidire.analysis.pipeline.MentionAnalyser;
import ouidire.analysis.pipeline.MentionAnalysis;
import ouidire.analysis.pipeline.MentionIndexer;
import ouidire.analysis.query.LuceneCompiler;
import ouidire.analysis.query.QueryParser;
import ouidire.analysis.story.StoryGrouper;
import ouidire.analysis.tone.ToneReview;
import ouidire.api.ApiPorts;
import ouidire.api.ApiServer;
import ouidire.api.ApiSettings;
import ouidire.api.Editing;
import ouidire.api.HealthCheck;
import ouidire.api.PipelineStatus;
import ouidire.core.alert.AlertPolicy;
import ouidire.core.alert.RuleReplay;
import ouidire.core.config.Role;
import ouidire.core.config.Settings;
import ouidire.core.history.MentionHistory;
import ouidire.core.metrics.PipelineMetrics;
import ouidire.core.net.AddressGuard;
import ouidire.core.net.HostResolver;
import ouidire.core.settings.SettingsStore;
import ouidire.core.source.SourceStatus;
import ouidire.core.stream.CursorStore;
import ouidire.core.stream.KafkaSettings;
import ouidire.core.stream.KafkaTopics;
import ouidire.core.stream.MentionPublisher;
import ouidire.deploy.broker.EmbeddedBroker;

/**
 * The running service. {@link #start} begins every part that the roles need, in order; {@link
 * #close} ends them in the opposite order. Several may live in one process, each on its own data
 * folder.
 */
public final class App implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(App.class);

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
  private @Nullable Alerting alerting;
  private boolean watched;
  private volatile @Nullable URI http;
  private @Nullable URI probes;
  private @Nullable LocalKeys keys;

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
    return begin(
        new App(
            settings,
            version,
            EnumSet.of(
                Part.BROKER,
                Part.TOPICS,
                Part.SETTINGS,
                Part.PUBLISHER,
                Part.ANALYSER,
                Part.INDEX)));
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
    kafka = kafka(folder);
    if (parts.contains(Part.TOPICS)) {
      KafkaTopics.create(kafka, settings.kafka().partitions(), settings.retention().mentions());
    }
    if (parts.contains(Part.SETTINGS)) {
      ToneReview review = Opinions.open(settings.secondOpinion(), folder, meters, teardown);
      edited = new Edited(settings, kafka, review, clock, teardown);
    }
    if (parts.contains(Part.PUBLISHER)) {
      Collecting begun = new Collecting(kafka, clock, teardown);
      collecting = begun;
      if (parts.contains(Part.SOURCES)) {
        begun.readFeeds(settings.feeds(), guard());
        begun.readFiles(settings.files(), zone());
      }
    }
    if (parts.contains(Part.INDEX)) {
      past =
          Past.open(
              folder.room("index"),
              kafka,
              new LuceneCompiler(zone(), edited().lists())::compile,
              metrics,
              clock,
              checks,
              teardown);
    }
    @Nullable MentionIndexer indexer = past == null ? null : past.indexer();
    if (parts.contains(Part.ANALYSER)) {
      analyse(folder);
    }
    if (indexer != null && (parts.contains(Part.ALERTS) || parts.contains(Part.API))) {
      alerting = alerting(folder);
    }
    if (parts.contains(Part.ALERTS) && indexer != null && alerting != null) {
      alerting.start(indexer, this::sources, checks, meters);
    }
    if (parts.contains(Part.API) && indexer != null && alerting != null) {
      edited().bringPast(past(), kafka, clock, teardown);
      serve(folder, indexer, alerting);
    } else if (watched) {
      answerProbes();
    }
    folder.announce(
        new DataFolder.Running(
            ProcessHandle.current().pid(),
            kafka.bootstrap(),
            http == null ? null : http.toString(),
            keys == null ? null : keys.local()));
  }

  /**
   * Whoever starts several processes on one machine gives each a port of its own, or does without.
   */
  private void answerProbes() {
    try {
      Probes answering =
          teardown.add("probes", Probes.start(settings.http(), checks, meters::scrape));
      probes = answering.address();
      LOG.info("health and metrics at {}", probes);
    } catch (IOException e) {
      LOG.warn(
          "port {} cannot be had: no health and no metrics of this process; give it its own with"
              + " http.port",
          settings.http().port());
    }
  }

  private KafkaSettings kafka(DataFolder folder) {
    String outside = settings.kafka().bootstrap();
    if (outside != null) {
      return new KafkaSettings(outside, settings.kafka().properties());
    }
    EmbeddedBroker broker = teardown.add("broker", EmbeddedBroker.start(folder.room("kafka")));
    broker.whenFailed(failed::completeExceptionally);
    checks.add(new HealthCheck("broker", () -> broker.failure().map(Throwable::getMessage)));
    return KafkaSettings.at(broker.bootstrap());
  }

  private void analyse(DataFolder folder) {
    MentionAnalysis analysis =
        new MentionAnalysis(
            new LanguageDetector()::detect,
            new BrandMatching(edited().brands().matcher()),
            edited().say().listener(),
            clock);
    int threads = Runtime.getRuntime().availableProcessors();
    MentionAnalyser analyser =
        teardown.add(
            "analyser",
            new MentionAnalyser(
                kafka,
                analysis,
                metrics,
                clock,
                folder.id(),
                new StoryGrouper(StoryGrouper.USUAL_WINDOW),
                threads));
    analyser.start();
  }

  private Alerting alerting(DataFolder folder) {
    return teardown.add(
        "alerts",
        new Alerting(
            settings,
            kafka,
            edited().store(),
            edited().brands(),
            history(),
            new QueryPredicates(new QueryParser(zone(), edited().lists()))::compile,
            guard(),
            zone(),
            this::publicAddress,
            clock,
            parts.contains(Part.ALERTS) ? folder.id() : null));
  }

  /** Where people reach the dashboard. */
  private Optional<URI> publicAddress() {
    URI set = settings.http().url();
    return Optional.ofNullable(set == null ? http : set);
  }

  /** Every source, those that we read before those that hand over by themselves. */
  private List<SourceStatus> sources() {
    return collecting == null ? List.of() : collecting.sources();
  }

  private AddressGuard guard() {
    return new AddressGuard(settings.fetch().allowPrivate(), HostResolver.system());
  }

  private void serve(DataFolder folder, MentionIndexer indexer, Alerting alerting) {
    LocalKeys made = LocalKeys.open(folder.path().resolve("keys.json"), clock, teardown);
    keys = made;
    PushedSources sources = collecting().publisher();
    Linking linking =
        teardown.add(
            "links",
            new Linking(
                settings.links(),
                edited().store(),
                edited().brands(),
                history(),
                sources,
                guard(),
                clock));
    ApiPorts ports =
        new ApiPorts(
            history(),
            indexer,
            new QueryPredicates(new QueryParser(zone(), edited().lists())),
            edited().brands(),
            this::sources,
            alerting.directory(),
            new HistoryStories(history(), CascadeForecaster.shipped()),
            sources,
            made.keys(),
            this::status,
            checks,
            meters,
            meters::scrape,
            clock,
            new Editing(
                edited().store(), edited().brands(), new LanguageDesk(zone(), edited().lists())),
            alerting.ports(),
            linking.ports());
    Settings.Http where = settings.http();
    ApiServer server =
        teardown.add(
            "api",
            new ApiServer(
                ports,
                ApiSettings.DEFAULTS.withAddress(where.bind(), where.port()).withVersion(version)));
    server.start();
    http = server.address();
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

  /** Days of queries are those of the first brand. */
  private ZoneId zone() {
    return Edited.zone(settings);
  }

  /** How to reach the Kafka in use. */
  public KafkaSettings kafka() {
    return kafka;
  }

  /** Where the dashboard and the API are; empty when this process serves none. */
  public Optional<URI> http() {
    return Optional.ofNullable(http);
  }

  /** Where a process without the API answers those who watch over it; empty when it does not. */
  public Optional<URI> probes() {
    return Optional.ofNullable(probes);
  }

  /** The key that this start made, the only time it can be known; empty after the first start. */
  public Optional<String> firstKey() {
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
    return (rule, from, to) -> {
      String query = rule.filter().query();
      QueryPredicates queries = new QueryPredicates(new QueryParser(zone(), edited().lists()));
      if (query != null) {
        var unused = queries.compile(query);
      }
      return new Backtest(new HistoryPast(history()), queries::compile)
          .play(AlertPolicy.DEFAULT.withRules(List.of(rule)), edited().brands().brands(), from, to);
    };
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
