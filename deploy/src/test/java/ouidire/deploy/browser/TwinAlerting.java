package ouidire.deploy.browser;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import ouidire.analysis.alert.backtest.Backtest;
import ouidire.analysis.alert.drill.LiveDrills;
import ouidire.analysis.alert.drill.Scripts;
import ouidire.analysis.alert.life.Desk;
import ouidire.analysis.alert.life.MemoryIncidentStore;
import ouidire.analysis.alert.life.RoutePlan;
import ouidire.analysis.alert.playbook.Playbooks;
import ouidire.analysis.alert.rule.Judgement;
import ouidire.analysis.alert.watch.HistoryPast;
import ouidire.api.AlertPorts;
import ouidire.core.alert.Alert;
import ouidire.core.alert.AlertDocuments;
import ouidire.core.alert.AlertPolicy;
import ouidire.core.alert.AlertRule;
import ouidire.core.alert.Audience;
import ouidire.core.alert.ChannelTester;
import ouidire.core.alert.DeliveryFault;
import ouidire.core.alert.Incident;
import ouidire.core.alert.Reason;
import ouidire.core.alert.Role;
import ouidire.core.alert.RuleReplay;
import ouidire.core.alert.Signal;
import ouidire.core.brand.Brand;
import ouidire.core.history.MentionHistory;
import ouidire.core.mention.AnalysedMention;
import ouidire.core.settings.SettingsStore;

/** Incidents as they are, kept in memory, with the back-test and exercises of the service. */
final class TwinAlerting {
  private final List<Brand> brands;
  private final MentionHistory history;
  private final Function<String, Predicate<AnalysedMention>> queries;
  private final InstantSource clock;
  private final AlertDocuments documents;
  final Desk desk;

  TwinAlerting(
      List<Brand> brands,
      MentionHistory history,
      Function<String, Predicate<AnalysedMention>> queries,
      SettingsStore settings,
      InstantSource clock) {
    this.brands = brands;
    this.history = history;
    this.queries = queries;
    this.clock = clock;
    documents =
        new AlertDocuments(
            AlertPolicy.DEFAULT
                .withPlaybooks(Playbooks.shipped())
                .withRoles(
                    List.of(
                        new Role(
                            "communications",
                            "Communications",
                            Audience.COMMUNICATIONS,
                            List.of(),
                            null),
                        new Role("juridique", "Juridique", Audience.LEGAL, List.of(), null))),
            settings);
    desk = new Desk(documents, new MemoryIncidentStore(), clock);
  }

  AlertPorts ports() {
    return new AlertPorts(
        desk,
        desk,
        documents,
        this::play,
        id ->
            id.startsWith("perdu")
                ? ChannelTester.Outcome.failed(new DeliveryFault(DeliveryFault.Kind.STATUS, "404"))
                : ChannelTester.Outcome.DELIVERED,
        new LiveDrills(
            new Scripts(desk::find, new HistoryPast(history), () -> brands, clock),
            desk,
            channels -> {},
            clock),
        new RoutePlan(documents),
        (token, at) -> Optional.empty());
  }

  private RuleReplay.Played play(AlertRule rule, Instant from, Instant to) {
    Backtest test = new Backtest(new HistoryPast(history), queries);
    List<Incident> incidents =
        test.play(documents.get().withRules(List.of(rule)), brands, from, to);
    return new RuleReplay.Played(incidents, test.heard());
  }

  /** A crisis begins; returns the id of its incident. */
  String storm(String brand, String mention) {
    Instant now = clock.instant();
    Signal signal =
        new Signal(
            "crisis",
            "crisis",
            brand,
            null,
            now.minus(Duration.ofMinutes(5)),
            Alert.Severity.CRISIS,
            "negative",
            42,
            1.5,
            9,
            new Signal.Figures(50, 42, 0, 40, 6, 0, 90_000, 7, 1),
            new Reason(
                "50 mentions en 1 h, dont 84 % négatives", "50 mentions in 1 h, 84% negative"),
            List.of(new Reason("84 % négatif.", "84% negative.")),
            List.of(mention));
    desk.hear(brand, List.of(new Judgement(AlertRule.CRISIS, true, false, signal)), now, false);
    return desk.all(1).getFirst().id();
  }
}
