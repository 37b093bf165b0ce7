package ouidire.deploy.app;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ouidire.analysis.alert.delivery.AckLinks;
import ouidire.analysis.alert.delivery.Channels;
import ouidire.analysis.alert.delivery.Courier;
import ouidire.analysis.alert.delivery.MessageText;
import ouidire.analysis.alert.drill.LiveDrills;
import ouidire.analysis.alert.drill.Scripts;
import ouidire.analysis.alert.life.Board;
import ouidire.analysis.alert.life.DecisionsFromAfar;
import ouidire.analysis.alert.life.Desk;
import ouidire.analysis.alert.life.DrillLedger;
import ouidire.analysis.alert.life.Evidence;
import ouidire.analysis.alert.life.KafkaIncidentStore;
import ouidire.analysis.alert.watch.HistoryPast;
import ouidire.analysis.alert.watch.Watch;
import ouidire.analysis.cascade.CascadeForecaster;
import ouidire.analysis.cascade.HistoryStories;
import ouidire.core.alert.AlertDocuments;
import ouidire.core.alert.Incident;
import ouidire.core.brand.Brand;
import ouidire.core.brand.BrandCatalogue;
import ouidire.core.history.LiveMentions;
import ouidire.core.history.MentionHistory;
import ouidire.core.mention.AnalysedMention;
import ouidire.core.source.SourceDirectory;
import ouidire.core.story.StoryDirectory;
import ouidire.core.story.StoryReport;
import ouidire.core.stream.KafkaSettings;

/** The one place where incidents are changed: it watches, tells, and keeps evidence. */
final class AlertingHere implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(AlertingHere.class);

  private final Teardown teardown = new Teardown(Duration.ofSeconds(20));
  private final KafkaSettings kafka;
  private final AlertDocuments documents;
  private final BrandCatalogue brands;
  private final MentionHistory history;
  private final DrillLedger ledger;
  private final InstantSource clock;
  private final Desk desk;
  private final Courier courier;
  private final LiveDrills drills;

  /**
   * Takes the store of incidents: nobody else changes one from here on.
   *
   * @param board where incidents are seen
   * @param lost called when this process can change incidents no more and is to be closed
   */
  AlertingHere(
      KafkaSettings kafka,
      AlertDocuments documents,
      BrandCatalogue brands,
      MentionHistory history,
      Channels channels,
      AckLinks links,
      ZoneId zone,
      Board board,
      DrillLedger ledger,
      InstantSource clock,
      Runnable lost) {
    this.kafka = kafka;
    this.documents = documents;
    this.brands = brands;
    this.history = history;
    this.ledger = ledger;
    this.clock = clock;
    KafkaIncidentStore kept = teardown.add("incidents", KafkaIncidentStore.take(kafka, lost));
    try {
      desk = new Desk(documents, kept, clock, board);
    } catch (RuntimeException e) {
      teardown.close();
      throw e;
    }
    drills = teardown.add("drills", new LiveDrills(scripts(), desk, this::allowDrillsOn, clock));
    MessageText texts =
        new MessageText(this::brand, this::mention, links, zone)
            .withForecasts(forecasts(new HistoryStories(history, CascadeForecaster.shipped())));
    courier = new Courier(desk, documents, channels, texts, clock, new Random());
    courier.allowDrillsOn(ledger.channels());
  }

  private static BiFunction<String, Instant, Optional<StoryReport.Forecast>> forecasts(
      StoryDirectory stories) {
    return (story, now) ->
        stories.story(story, now).flatMap(told -> Optional.ofNullable(told.forecast()));
  }

  private Scripts scripts() {
    return new Scripts(desk::find, new HistoryPast(history), brands, clock);
  }

  private void allowDrillsOn(Set<String> ids) {
    ledger.name(ids);
    courier.allowDrillsOn(ids);
  }

  /** Carries out what was decided elsewhere meanwhile, then watches and tells. */
  void start(
      LiveMentions live,
      SourceDirectory sources,
      Function<String, Predicate<AnalysedMention>> queries) {
    var logging = desk.follow(AlertingHere::log);
    teardown.add("incident log", logging);
    teardown.add("evidence", new Evidence(desk, this::mention));
    DecisionsFromAfar decisions =
        teardown.add("decisions", new DecisionsFromAfar(kafka, desk, drills, ledger, clock));
    decisions.start();
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

  Seat seat() {
    return new Seat(desk, desk, desk, drills);
  }

  @Override
  public void close() {
    teardown.close();
  }
}
