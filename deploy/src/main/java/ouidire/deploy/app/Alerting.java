package ouidire.deploy.app;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ouidire.analysis.alert.backtest.Backtest;
import ouidire.analysis.alert.delivery.AckLinks;
import ouidire.analysis.alert.delivery.Channels;
import ouidire.analysis.alert.delivery.Courier;
import ouidire.analysis.alert.delivery.MessageText;
import ouidire.analysis.alert.delivery.Poster;
import ouidire.analysis.alert.delivery.TestMessages;
import ouidire.analysis.alert.drill.LiveDrills;
import ouidire.analysis.alert.life.Desk;
import ouidire.analysis.alert.life.Evidence;
import ouidire.analysis.alert.life.KafkaIncidentStore;
import ouidire.analysis.alert.life.RoutePlan;
import ouidire.analysis.alert.playbook.Playbooks;
import ouidire.analysis.alert.watch.HistoryPast;
import ouidire.analysis.alert.watch.Watch;
import ouidire.analysis.cascade.CascadeForecaster;
import ouidire.analysis.cascade.HistoryStories;
import ouidire.api.AlertPorts;
import ouidire.core.alert.Alert;
import ouidire.core.alert.AlertDocuments;
import ouidire.core.alert.AlertPolicy;
import ouidire.core.alert.AlertRule;
import ouidire.core.alert.Audience;
import ouidire.core.alert.Channel;
import ouidire.core.alert.Incident;
import ouidire.core.alert.Role;
import ouidire.core.brand.Brand;
import ouidire.core.brand.BrandCatalogue;
import ouidire.core.config.Settings;
import ouidire.core.history.LiveMentions;
import ouidire.core.history.MentionHistory;
import ouidire.core.mention.AnalysedMention;
import ouidire.core.net.AddressGuard;
import ouidire.core.settings.SettingsStore;
import ouidire.core.source.SourceDirectory;
import ouidire.core.story.StoryDirectory;
import ouidire.core.story.StoryReport;
import ouidire.core.stream.KafkaSettings;

/** Everything about alerts, wired: documents, incidents, and where this process alerts the rest. */
final class Alerting implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Alerting.class);
  private static final String SECRET = "link-secret";
  private static final int SECRET_BYTES = 32;

  private final Teardown teardown = new Teardown(java.time.Duration.ofSeconds(20));
  private final BrandCatalogue brands;
  private final MentionHistory history;
  private final Function<String, Predicate<AnalysedMention>> queries;
  private final InstantSource clock;
  private final AlertDocuments documents;
  private final Desk desk;
  private final AckLinks links;
  private final Channels channels;
  private final Courier courier;
  private final LiveDrills drills;

  Alerting(
      Settings settings,
      KafkaSettings kafka,
      SettingsStore store,
      BrandCatalogue brands,
      MentionHistory history,
      Function<String, Predicate<AnalysedMention>> queries,
      AddressGuard guard,
      ZoneId zone,
      Supplier<Optional<URI>> address,
      InstantSource clock) {
    this.brands = brands;
    this.history = history;
    this.queries = queries;
    this.clock = clock;
    documents = teardown.add("alert documents", new AlertDocuments(seed(settings), store));
    KafkaIncidentStore kept = teardown.add("incidents", new KafkaIncidentStore(kafka));
    desk = new Desk(documents, kept, clock);
    links = new AckLinks(secret(store), address);
    channels = teardown.add("channels", new Channels(guard, new Poster(guard, clock)));
    drills = teardown.add("drills", new LiveDrills(brands, desk, this::allowDrillsOn, clock));
    MessageText texts =
        new MessageText(this::brand, this::mention, links, zone)
            .withForecasts(forecasts(new HistoryStories(history, CascadeForecaster.shipped())));
    courier = new Courier(desk, documents, channels, texts, clock, new Random());
  }

  private static BiFunction<String, Instant, Optional<StoryReport.Forecast>> forecasts(
      StoryDirectory stories) {
    return (story, now) ->
        stories.story(story, now).flatMap(told -> Optional.ofNullable(told.forecast()));
  }

  private void allowDrillsOn(java.util.Set<String> ids) {
    courier.allowDrillsOn(ids);
  }

  /** What counts where people have set nothing. */
  private static AlertPolicy seed(Settings settings) {
    AlertPolicy policy =
        AlertPolicy.DEFAULT
            .withRules(List.of(AlertRule.CRISIS))
            .withPlaybooks(Playbooks.shipped())
            .withRoles(
                List.of(
                    role("communications", "Communications", Audience.COMMUNICATIONS),
                    role("ti", "TI", Audience.IT),
                    role("juridique", "Juridique", Audience.LEGAL)));
    URI webhook = settings.alerts().webhook();
    if (webhook == null) {
      return policy;
    }
    String secret = settings.alerts().secret();
    Channel channel =
        new Channel(
            "webhook",
            Channel.Kind.WEBHOOK,
            "Webhook",
            Alert.Severity.WATCH,
            true,
            Map.of("url", webhook.toString()),
            secret == null ? Map.of() : Map.of("secret", secret));
    return policy.withChannels(List.of(channel));
  }

  private static Role role(String id, String name, Audience audience) {
    return new Role(id, name, audience, List.of(), null);
  }

  /** Made once for all processes, the first to need it wins. */
  private static byte[] secret(SettingsStore store) {
    if (store.get(SECRET, "acknowledge").isEmpty()) {
      byte[] made = new byte[SECRET_BYTES];
      new SecureRandom().nextBytes(made);
      String text = Base64.getEncoder().encodeToString(made);
      try {
        store.put(
            SECRET,
            "acknowledge",
            JsonNodeFactory.instance.textNode(text),
            "ouidire",
            SettingsStore.ABSENT);
      } catch (ouidire.core.settings.SettingConflictException e) {
        LOG.debug("another process made the secret of links");
      }
    }
    return Base64.getDecoder()
        .decode(store.get(SECRET, "acknowledge").orElseThrow().value().asText());
  }

  /** Starts to watch, to tell, and to keep evidence: in the process that alerts. */
  void start(LiveMentions live, SourceDirectory sources) {
    var logging = desk.follow(Alerting::log);
    teardown.add("incident log", logging);
    teardown.add("evidence", new Evidence(desk, this::mention));
    teardown.add("courier", courier);
    courier.start();
    Watch watch =
        teardown.add(
            "watch",
            new Watch(brands, documents, new HistoryPast(history), queries, sources, desk, clock));
    watch.start(live);
  }

  private static void log(Incident incident) {
    LOG.info(
        "incident {} {} {} brand={} rule={} observed={} exercise={}",
        incident.id(),
        incident.state(),
        incident.severity(),
        incident.brand(),
        incident.rules().getFirst(),
        Math.round(incident.signal().observed()),
        incident.exercise());
  }

  private Optional<Brand> brand(String id) {
    return brands.brands().stream().filter(brand -> brand.id().equals(id)).findFirst();
  }

  private Optional<AnalysedMention> mention(String id) {
    Optional<AnalysedMention> exercise = drills.mention(id);
    return exercise.isPresent() ? exercise : history.find(id);
  }

  Desk desk() {
    return desk;
  }

  /** What the API needs. */
  AlertPorts ports() {
    return new AlertPorts(
        desk,
        desk,
        documents,
        this::play,
        new TestMessages(documents, channels, clock),
        drills,
        new RoutePlan(documents),
        links);
  }

  private List<Incident> play(AlertRule rule, Instant from, Instant to) {
    if (rule.filter().query() != null) {
      var unused = queries.apply(rule.filter().query());
    }
    return new Backtest(new HistoryPast(history), queries)
        .play(documents.get().withRules(List.of(rule)), brands.brands(), from, to);
  }

  @Override
  public void close() {
    teardown.close();
  }
}
