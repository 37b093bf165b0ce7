package ouidire.deploy.app;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.micrometer.core.instrument.Gauge;
import java.net.URI;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ouidire.analysis.alert.delivery.AckLinks;
import ouidire.analysis.alert.delivery.Channels;
import ouidire.analysis.alert.delivery.Poster;
import ouidire.analysis.alert.delivery.TestMessages;
import ouidire.analysis.alert.drill.Scripts;
import ouidire.analysis.alert.life.Board;
import ouidire.analysis.alert.life.DrillLedger;
import ouidire.analysis.alert.life.RoutePlan;
import ouidire.analysis.alert.watch.HistoryPast;
import ouidire.analysis.query.QueryParser;
import ouidire.api.AlertPorts;
import ouidire.api.HealthCheck;
import ouidire.core.alert.AlertDirectory;
import ouidire.core.alert.AlertDocuments;
import ouidire.core.brand.BrandCatalogue;
import ouidire.core.config.Settings;
import ouidire.core.history.LiveMentions;
import ouidire.core.history.MentionHistory;
import ouidire.core.mention.AnalysedMention;
import ouidire.core.net.AddressGuard;
import ouidire.core.settings.SettingsStore;
import ouidire.core.source.SourceDirectory;
import ouidire.core.stream.KafkaSettings;

/** Everything about alerts, wired: documents, channels, links, and incidents here or elsewhere. */
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
  private final AckLinks links;
  private final Channels channels;
  private final @Nullable AlertingInTurn turn;
  private final Seat seat;
  private final Board board = new Board();
  private volatile Heard heard = new Heard(listener -> () -> {}, List::of);

  /** What is listened to. */
  private record Heard(LiveMentions live, SourceDirectory sources) {}

  /**
   * @param member of this process among those that alert, the same at every start; null when it
   *     never does
   */
  Alerting(
      Footing footing,
      Edited edited,
      MentionHistory history,
      Supplier<Optional<URI>> address,
      @Nullable String member) {
    this.brands = edited.brands();
    this.history = history;
    this.queries = new QueryPredicates(new QueryParser(footing.zone(), edited.lists()))::compile;
    this.clock = footing.clock();
    KafkaSettings kafka = footing.kafka();
    ZoneId zone = footing.zone();
    AddressGuard guard = footing.guard();
    SettingsStore store = edited.store();
    Settings settings = footing.settings();
    documents =
        teardown.add("alert documents", new AlertDocuments(ShippedPolicy.of(settings), store));
    links = new AckLinks(secret(store), address);
    channels = teardown.add("channels", new Channels(guard, new Poster(guard, clock)));
    DrillLedger ledger = new DrillLedger(store);
    Scripts scripts = new Scripts(board::find, new HistoryPast(history), brands, clock);
    AlertingElsewhere elsewhere =
        teardown.add("decisions", new AlertingElsewhere(kafka, scripts, board, ledger, clock));
    if (member == null) {
      turn = null;
      elsewhere.follow();
      seat = elsewhere.seat();
    } else {
      AlertingInTurn own =
          new AlertingInTurn(
              kafka,
              member,
              board,
              elsewhere,
              lost ->
                  begin(
                      new AlertingHere(
                          kafka, documents, brands, history, channels, links, zone, board, ledger,
                          clock, lost)));
      turn = teardown.add("incidents", own);
      seat = own.seat();
      watchOver(own, footing);
    }
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

  /**
   * Asks for the place from which one process alerts, to watch and to tell from there; nothing
   * where this process never does.
   */
  void start(LiveMentions live, SourceDirectory sources) {
    if (turn != null) {
      heard = new Heard(live, sources);
      turn.start();
    }
  }

  /** From here on it is told whether it is known who alerts: it is not until the start is over. */
  private static void watchOver(AlertingInTurn own, Footing footing) {
    footing.checks().add(new HealthCheck("alerting", own::trouble));
    Gauge.builder("ouidire.alerting", own, turn -> turn.alerts() ? 1 : 0)
        .description("1 where incidents are changed and alerts sent, 0 where a process stands by")
        .register(footing.meters());
  }

  private AlertingHere begin(AlertingHere here) {
    try {
      here.start(heard.live(), heard.sources(), queries);
      return here;
    } catch (RuntimeException e) {
      here.close();
      throw e;
    }
  }

  AlertDirectory directory() {
    return seat.directory();
  }

  /** What the API needs. */
  AlertPorts ports() {
    return new AlertPorts(
        seat.incidents(),
        seat.desk(),
        documents,
        new PlayedRules(history, brands, queries, documents),
        new TestMessages(documents, channels, clock),
        seat.drills(),
        new RoutePlan(documents),
        links);
  }

  @Override
  public void close() {
    teardown.close();
  }
}
