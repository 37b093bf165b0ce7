package ouidire.deploy.browser;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import ouidire.analysis.cascade.CascadeForecaster;
import ouidire.analysis.cascade.HistoryStories;
import ouidire.analysis.query.KnownLists;
import ouidire.analysis.query.ParsedQuery;
import ouidire.analysis.query.QueryEvaluator;
import ouidire.analysis.query.QueryException;
import ouidire.analysis.query.QueryParser;
import ouidire.analysis.query.Stage;
import ouidire.analysis.text.MentionFacts;
import ouidire.api.ApiPorts;
import ouidire.api.ApiServer;
import ouidire.api.ApiSettings;
import ouidire.api.Editing;
import ouidire.api.PipelineStatus;
import ouidire.api.key.FileApiKeys;
import ouidire.api.limit.RateLimit;
import ouidire.core.alert.Alert;
import ouidire.core.alert.AlertDirectory;
import ouidire.core.alert.Reason;
import ouidire.core.brand.Brand;
import ouidire.core.brand.BrandJson;
import ouidire.core.brand.BrandState;
import ouidire.core.brand.BrandState.Origin;
import ouidire.core.brand.BrandState.Past;
import ouidire.core.history.InMemoryMentionHistory;
import ouidire.core.history.LiveMentions.Subscription;
import ouidire.core.link.LinkTwin;
import ouidire.core.mention.AnalysedMention;
import ouidire.core.settings.InMemorySettingsStore;
import ouidire.core.settings.Setting;
import ouidire.core.settings.SettingsStore;
import ouidire.core.source.SourceStatus;
import ouidire.core.stream.InMemoryMentionPublisher;
import ouidire.core.words.Wording;
import ouidire.deploy.app.LanguageDesk;

/** The real server on a free port, with everything behind it in memory. */
final class TwinService implements AutoCloseable {
  static final ZoneId MONTREAL = ZoneId.of("America/Toronto");
  static final List<Brand> BRANDS =
      List.of(
          new Brand("erabelle", "Érabelle", "érabelle", false, List.of("erabelle"), MONTREAL),
          new Brand("monterel", "Laiterie Monterel", "monterel", true, List.of(), MONTREAL));

  /** A page asks much at once and tests ask more. */
  private static final RateLimit PLENTY = new RateLimit(1_000_000, 1_000_000);

  final InMemoryMentionHistory history = new InMemoryMentionHistory(TwinService::compiled);
  final LinkTwin links;
  final TwinAlerting alerting;
  private final ApiServer server;
  private final String secret;

  TwinService(Path folder, List<Brand> brands, Instant now) {
    InstantSource clock = InstantSource.fixed(now);
    InMemorySettingsStore settings = new InMemorySettingsStore(clock);
    links = new LinkTwin(settings, clock);
    FileApiKeys keys = new FileApiKeys(folder.resolve("keys.json"), clock);
    secret = keys.createFirst().orElseThrow().secret();
    alerting = new TwinAlerting(brands, history, TwinService::compiled, settings, clock);
    ApiPorts ports =
        new ApiPorts(
            history,
            history,
            TwinService::compiled,
            () -> brands,
            () -> List.of(source(now)),
            new OneAlert(now),
            new HistoryStories(history, CascadeForecaster.shipped()),
            new InMemoryMentionPublisher(),
            keys,
            () -> new PipelineStatus(10, 7, 0, 2, 1, 7, 0, Set.of("serve")),
            List.of(),
            new SimpleMeterRegistry(),
            () -> "",
            clock,
            new Editing(
                settings,
                () -> states(brands, settings),
                new LanguageDesk(MONTREAL, KnownLists.NONE)),
            alerting.ports(),
            links.ports());
    server = new ApiServer(ports, ApiSettings.DEFAULTS.withLimits(PLENTY, PLENTY)).start();
  }

  /** The query language itself, asked of one mention after the other. */
  private static Predicate<AnalysedMention> compiled(String query) {
    try {
      ParsedQuery parsed = new QueryParser().parse(query, Stage.VIEW);
      MentionFacts facts = new MentionFacts();
      return seen -> new QueryEvaluator().matches(parsed.query(), facts.read(seen));
    } catch (QueryException e) {
      throw e.forHistory();
    }
  }

  /** The fixed brands, then those of the settings. */
  private static List<BrandState> states(List<Brand> brands, SettingsStore settings) {
    List<BrandState> all = new ArrayList<>();
    brands.forEach(
        brand -> all.add(new BrandState(brand, Origin.CONFIGURED, 0, null, null, null, Past.DONE)));
    for (Setting one : settings.list(BrandJson.KIND)) {
      all.add(
          new BrandState(
              BrandJson.read(one.id(), one.value(), MONTREAL),
              Origin.ADDED,
              one.version(),
              one.changedBy(),
              one.changedAt(),
              null,
              Past.DONE));
    }
    return all;
  }

  private static SourceStatus source(Instant now) {
    return new SourceStatus(
        "rss:le-fjord",
        "rss",
        "Le Fjord",
        "https://le-fjord.example/rss.xml",
        SourceStatus.State.FAILING,
        now.minusSeconds(7_200),
        now.minusSeconds(60),
        now.plusSeconds(600),
        4,
        new Wording(
            "répond 404 ; cherchez la nouvelle adresse du fil",
            "answers 404; look for the feed's new address"),
        12);
  }

  /** The address of a path of the dashboard. */
  String at(String path) {
    return server.address() + path;
  }

  URI signInLink() {
    return server.signInLink(secret);
  }

  String secret() {
    return secret;
  }

  @Override
  public void close() {
    server.close();
  }

  /** One alert that still goes on. */
  private record OneAlert(Instant now) implements AlertDirectory {
    @Override
    public List<Alert> latest(int limit) {
      return List.of(
          new Alert(
              "a-1",
              "erabelle",
              Alert.Severity.CRISIS,
              Alert.State.FIRING,
              now.minusSeconds(1_800),
              null,
              "volume",
              24,
              3,
              7.2,
              new Reason(
                  "Volume 8 fois au-dessus de l'habitude en 30 minutes",
                  "Volume 8 times above usual within 30 minutes"),
              List.of()));
    }

    @Override
    public Subscription subscribe(Consumer<Alert> listener) {
      return () -> {};
    }
  }
}
