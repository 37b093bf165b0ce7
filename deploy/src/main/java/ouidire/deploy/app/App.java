package ouidire.deploy.app;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
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
import java.util.Random;
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
import ouidire.analysis.index.LuceneMentionHistory;
import ouidire.analysis.index.LuceneMentionIndex;
import ouidire.analysis.language.LanguageDetector;
import ouidire.analysis.pipeline.CorrectedMentions;
import ouidire.analysis.pipeline.MentionAnalyser;
import ouidire.analysis.pipeline.MentionAnalysis;
import ouidire.analysis.pipeline.MentionIndexer;
import ouidire.analysis.pipeline.PastMatches;
import ouidire.analysis.pipeline.RewrittenMentions;
import ouidire.analysis.query.KnownLists;
import ouidire.analysis.query.LuceneCompiler;
import ouidire.analysis.query.QueryParser;
import ouidire.analysis.story.StoryGrouper;
import ouidire.api.ApiPorts;
import ouidire.api.ApiServer;
import ouidire.api.ApiSettings;
import ouidire.api.Editing;
import ouidire.api.HealthCheck;
import ouidire.api.PipelineStatus;
import ouidire.api.key.ApiKey;
import ouidire.api.key.FileApiKeys;
import ouidire.api.key.NewApiKey;
import ouidire.api.key.Scope;
import ouidire.core.alert.AlertPolicy;
import ouidire.core.alert.RuleReplay;
import ouidire.core.config.Role;
import ouidire.core.config.Settings;
import ouidire.core.history.MentionHistory;
import ouidire.core.metrics.PipelineMetrics;
import ouidire.core.net.AddressGuard;
import ouidire.core.net.HostResolver;
import ouidire.core.settings.KafkaSettingsStore;
import ouidire.core.settings.SettingsStore;
import ouidire.core.source.SourceStatus;
import ouidire.core.stream.CursorStore;
import ouidire.core.stream.KafkaSettings;
import ouidire.core.stream.KafkaTopics;
import ouidire.core.stream.MentionPublisher;
import ouidire.deploy.broker.EmbeddedBroker;
import ouidire.ingest.feed.FeedPoller;
import ouidire.ingest.fetch.FetchLimits;
import ouidire.ingest.fetch.SafeFetcher;
import ouidire.ingest.file.FileImporter;
import ouidire.ingest.file.FileSources;
import ouidire.ingest.publish.KafkaCursorStore;
import ouidire.ingest.publish.KafkaMentionPublisher;

/**
 * The running service. {@link #start} begins every part that the roles need, in order; {@link
 * #close} ends them in the opposite order. Several may live in one process, each on its own data
 * folder.
 */
public final class App implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(App.class);

  /** What one part may take to end before we go on without it. */
  private static final Duration END_PATIENCE = Duration.ofSeconds(20);

  /** Name of the key that commands on this machine use while the service runs. */
  private static final String LOCAL_KEY = "local commands";

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
  private @Nullable PushedSources publisher;
  private @Nullable SettingsStore store;
  private @Nullable EditedBrands brands;
  private @Nullable PeoplesSay say;
  private KnownLists lists = KnownLists.NONE;
  private @Nullable CursorStore cursors;
  private @Nullable FeedPoller feeds;
  private @Nullable FileSources files;
  private @Nullable LuceneMentionIndex index;
  private @Nullable MentionHistory history;
  private @Nullable Alerting alerting;
  private @Nullable Backlog backlog;
  private boolean watched;
  private volatile @Nullable URI http;
  private @Nullable URI probes;
  private @Nullable String firstKey;
  private @Nullable String localKey;

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
      requireFree(settings.http());
    }
    AutoCloseable closingMeters = meters::close;
    teardown.add("meters", closingMeters);
    kafka = kafka(folder);
    if (parts.contains(Part.TOPICS)) {
      KafkaTopics.create(kafka, settings.kafka().partitions(), settings.retention().mentions());
    }
    if (parts.contains(Part.SETTINGS)) {
      readSettings();
    }
    if (parts.contains(Part.PUBLISHER)) {
      KafkaMentionPublisher stream = teardown.add("publisher", new KafkaMentionPublisher(kafka));
      publisher = new PushedSources(stream, clock);
      cursors = teardown.add("cursors", KafkaCursorStore.open(kafka));
      if (parts.contains(Part.SOURCES)) {
        readFeeds(stream, cursors);
        readFiles(stream, cursors);
      }
    }
    @Nullable MentionIndexer indexer = parts.contains(Part.INDEX) ? index(folder) : null;
    if (parts.contains(Part.ANALYSER)) {
      analyse(folder);
    }
    if (indexer != null && (parts.contains(Part.ALERTS) || parts.contains(Part.API))) {
      alerting = alerting();
    }
    if (parts.contains(Part.ALERTS) && indexer != null && alerting != null) {
      alerting.start(indexer, this::sources);
    }
    if (parts.contains(Part.API) && indexer != null && alerting != null) {
      bringPast(indexer);
      serve(folder, indexer, alerting);
    } else if (watched) {
      answerProbes();
    }
    folder.announce(
        new DataFolder.Running(
            ProcessHandle.current().pid(),
            kafka.bootstrap(),
            http == null ? null : http.toString(),
            localKey));
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

  private void readSettings() {
    SettingsStore read = teardown.add("settings", KafkaSettingsStore.open(kafka, clock));
    store = read;
    lists = new SettingsLists(read, settings.brands());
    say = teardown.add("what people say", new PeoplesSay(read));
    brands = teardown.add("brands", new EditedBrands(settings.brands(), read, lists, zone()));
  }

  /** Older mentions get the match of a brand that is new or was changed. */
  private void bringPast(MentionIndexer indexer) {
    RewrittenMentions rewriter = teardown.add("rewriter", new RewrittenMentions(kafka));
    teardown.add(
        "corrected mentions",
        new CorrectedMentions(store(), history(), say().listener(), rewriter, clock));
    PastMatches past =
        teardown.add(
            "past matches",
            new PastMatches(
                history(),
                indexer,
                new PastInSettings(store()),
                rewriter,
                say().listener(),
                clock));
    brands().bringPast(past::start, past::want, past::progress);
  }

  private MentionIndexer index(DataFolder folder) {
    try {
      LuceneMentionIndex index =
          teardown.add("index", new LuceneMentionIndex(folder.room("index")));
      this.index = index;
      LuceneCompiler compiler = new LuceneCompiler(zone(), lists);
      history = new LuceneMentionHistory(index, compiler::compile);
      MentionIndexer indexer =
          teardown.add("indexer", new MentionIndexer(kafka, index, metrics, clock));
      checks.add(new HealthCheck("index", indexer::trouble));
      indexer.start();
      backlog = teardown.add("backlog", new Backlog(kafka, indexer));
      return indexer;
    } catch (IOException e) {
      throw new UncheckedIOException("the index in " + folder.path() + " cannot be opened", e);
    }
  }

  private void analyse(DataFolder folder) {
    MentionAnalysis analysis =
        new MentionAnalysis(
            new LanguageDetector()::detect,
            new BrandMatching(brands().matcher()),
            say().listener(),
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

  private Alerting alerting() {
    return teardown.add(
        "alerts",
        new Alerting(
            settings,
            kafka,
            store(),
            brands(),
            history(),
            new QueryPredicates(new QueryParser(zone(), lists))::compile,
            guard(),
            zone(),
            this::publicAddress,
            clock));
  }

  /** Where people reach the dashboard. */
  private Optional<URI> publicAddress() {
    URI set = settings.http().url();
    return Optional.ofNullable(set == null ? http : set);
  }

  private void readFeeds(MentionPublisher stream, CursorStore cursors) {
    SafeFetcher fetcher =
        teardown.add(
            "fetcher",
            new SafeFetcher(guard(), FetchLimits.DEFAULT, SafeFetcher.USER_AGENT, clock));
    FeedPoller poller =
        teardown.add(
            "feeds",
            new FeedPoller(settings.feeds(), fetcher, stream, cursors, clock, new Random()));
    poller.start();
    feeds = poller;
  }

  private void readFiles(MentionPublisher stream, CursorStore from) {
    FileImporter importer = new FileImporter(stream, from, clock);
    FileSources reading =
        teardown.add(
            "files",
            new FileSources(importer, settings.files(), zone(), Locale.getDefault(), clock));
    reading.start();
    files = reading;
  }

  /** Every source, those that we read before those that hand over by themselves. */
  private List<SourceStatus> sources() {
    List<SourceStatus> all = new ArrayList<>(feeds == null ? List.of() : feeds.sources());
    all.addAll(files == null ? List.of() : files.sources());
    all.addAll(publisher == null ? List.of() : publisher.sources());
    return all;
  }

  private AddressGuard guard() {
    return new AddressGuard(settings.fetch().allowPrivate(), HostResolver.system());
  }

  private void serve(DataFolder folder, MentionIndexer indexer, Alerting alerting) {
    FileApiKeys keys = new FileApiKeys(folder.path().resolve("keys.json"), clock);
    keys.createFirst().ifPresent(key -> firstKey = key.secret());
    localKey = localKey(keys);
    PushedSources sources = pushed();
    ApiPorts ports =
        new ApiPorts(
            history(),
            indexer,
            new QueryPredicates(new QueryParser(zone(), lists)),
            brands(),
            this::sources,
            alerting.desk(),
            new HistoryStories(history(), CascadeForecaster.shipped()),
            sources,
            keys,
            this::status,
            checks,
            meters,
            meters::scrape,
            clock,
            new Editing(store(), brands(), new LanguageDesk(zone(), lists)),
            alerting.ports());
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

  /** A key for commands on this machine, which lives as long as this process. */
  private String localKey(FileApiKeys keys) {
    for (ApiKey left : keys.list()) {
      if (left.name().equals(LOCAL_KEY)) {
        keys.revoke(left.id());
      }
    }
    NewApiKey key = keys.create(LOCAL_KEY, Set.of(Scope.READ, Scope.EDIT), null);
    teardown.add("local key", () -> keys.revoke(key.key().id()));
    return key.secret();
  }

  /** The counters of this process and the backlog, as {@code /api/v1/status} tells them. */
  public PipelineStatus status() {
    // Positions before counters: what is counted meanwhile makes the lag too large, never too
    // small.
    long lag = backlog == null ? 0 : backlog.records();
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
    return settings.brands().isEmpty()
        ? ZoneId.systemDefault()
        : settings.brands().getFirst().zone();
  }

  /** Better told now than after everything else has begun. */
  private static void requireFree(Settings.Http http) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getByName(http.bind()), http.port()));
    } catch (IOException e) {
      throw new PortTakenException(http.port(), e);
    }
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
    return Optional.ofNullable(firstKey);
  }

  /** Where mentions are handed over; only with a role that takes some in. */
  public MentionPublisher publisher() {
    return pushed();
  }

  /** How far sources were read; only with a role that takes mentions in. */
  public CursorStore cursors() {
    if (cursors == null) {
      throw new IllegalStateException("no role here takes mentions in: " + settings.roles());
    }
    return cursors;
  }

  private EditedBrands brands() {
    if (brands == null) {
      throw new IllegalStateException("no role here reads brands: " + settings.roles());
    }
    return brands;
  }

  private PeoplesSay say() {
    if (say == null) {
      throw new IllegalStateException("no role here reads settings: " + settings.roles());
    }
    return say;
  }

  /** What people change while the service runs; with every role but the broker's and ingestion. */
  public SettingsStore store() {
    if (store == null) {
      throw new IllegalStateException("no role here reads settings: " + settings.roles());
    }
    return store;
  }

  /** The mentions; only with a role that keeps the index. */
  public MentionHistory history() {
    if (history == null) {
      throw new IllegalStateException("no role here keeps the index: " + settings.roles());
    }
    return history;
  }

  /**
   * Waits until all that was published before can be found.
   *
   * @throws IllegalStateException when the broker fails meanwhile
   */
  public void settle() throws InterruptedException {
    if (index == null || backlog == null) {
      throw new IllegalStateException("no role here keeps the index: " + settings.roles());
    }
    backlog.awaitEmpty(index, failed);
  }

  /** What rules would have done; only with a role that keeps the index. */
  public RuleReplay replay() {
    return (rule, from, to) -> {
      String query = rule.filter().query();
      QueryPredicates queries = new QueryPredicates(new QueryParser(zone(), lists));
      if (query != null) {
        var unused = queries.compile(query);
      }
      return new Backtest(new HistoryPast(history()), queries::compile)
          .play(AlertPolicy.DEFAULT.withRules(List.of(rule)), brands().brands(), from, to);
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

  private PushedSources pushed() {
    if (publisher == null) {
      throw new IllegalStateException("no role here takes mentions in: " + settings.roles());
    }
    return publisher;
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
