package ouidire.analysis.alert.life;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static ouidire.analysis.alert.life.Said.BRAND;
import static ouidire.analysis.alert.life.Said.NOON;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import org.junit.jupiter.api.Test;
import ouidire.analysis.alert.rule.Judgement;
import ouidire.core.alert.Alert.Severity;
import ouidire.core.alert.AlertPolicy;
import ouidire.core.alert.AlertRule;
import ouidire.core.alert.Audience;
import ouidire.core.alert.Campaign;
import ouidire.core.alert.Channel;
import ouidire.core.alert.DeliveryFault;
import ouidire.core.alert.Dispatch;
import ouidire.core.alert.Dispatch.Action;
import ouidire.core.alert.Entry;
import ouidire.core.alert.Incident;
import ouidire.core.alert.Incident.State;
import ouidire.core.alert.IncidentJson;
import ouidire.core.alert.Mute;
import ouidire.core.alert.OnCall;
import ouidire.core.alert.Person;
import ouidire.core.alert.Playbook;
import ouidire.core.alert.Role;
import ouidire.core.alert.Route;

class DeskTest {
  private static final ZoneId MONTREAL = ZoneId.of("America/Toronto");

  private final AlertRule storm = Said.rule("orage", "crisis");
  private final AlertRule volume = Said.rule("volume", "volume");
  private final MovableTime clock = new MovableTime(NOON);
  private final MemoryIncidentStore store = new MemoryIncidentStore();
  private AlertPolicy policy = Said.policy(storm, volume);
  private Desk desk = new Desk(() -> policy, store, clock);

  private void hear(Judgement... all) {
    desk.hear(BRAND, List.of(all), clock.instant(), false);
  }

  private void storms(double observed) {
    hear(Said.holds(storm, clock.instant(), Severity.WARNING, observed));
  }

  private Incident only() {
    assertThat(desk.all(10)).hasSize(1);
    return desk.all(10).getFirst();
  }

  private List<Action> said(Incident incident) {
    return incident.outbox().stream().map(Dispatch::action).toList();
  }

  private void deliverAll() {
    for (Desk.Owed owed : desk.owed(clock.instant())) {
      desk.sent(Map.of(owed, new Sent.Delivered()));
    }
  }

  @Test
  void aRuleThatHoldsPagesOnceHoweverOftenItSaysSo() {
    storms(9);
    clock.pass(Duration.ofSeconds(10));
    storms(9);
    Incident incident = only();
    assertThat(incident.state()).isEqualTo(State.FIRING);
    assertThat(incident.key()).isEqualTo("ouidire:default:orage:tournelune:20260302T1200Z");
    assertThat(said(incident)).containsExactly(Action.TRIGGER);
  }

  @Test
  void itPagesOnlyAfterItHeldForAsLongAsItAsks() {
    AlertRule slow =
        Said.rule(
            "lent", "crisis", Duration.ofMinutes(5), Duration.ofMinutes(30), Duration.ZERO, 9);
    policy = Said.policy(slow);
    hear(Said.holds(slow, NOON, Severity.WARNING, 9));
    assertThat(desk.all(10)).isEmpty();
    clock.pass(Duration.ofMinutes(3));
    hear(Said.between(slow, clock.instant()));
    clock.pass(Duration.ofMinutes(3));
    hear(Said.holds(slow, clock.instant(), Severity.WARNING, 9));
    assertThat(desk.all(10)).as("it began anew").isEmpty();
    clock.pass(Duration.ofMinutes(5));
    hear(Said.holds(slow, clock.instant(), Severity.WARNING, 9));
    assertThat(only().firedAt()).isEqualTo(clock.instant());
  }

  @Test
  void replayedTwiceItIsOneIncident() {
    storms(9);
    desk.resolve(only().id(), "Claire", "handled", "");
    Desk again = new Desk(() -> policy, store, clock);
    again.hear(BRAND, List.of(Said.holds(storm, NOON, Severity.WARNING, 9)), NOON, false);
    assertThat(again.all(10)).hasSize(1);
    assertThat(again.all(10).getFirst().state()).isEqualTo(State.RESOLVED);
  }

  @Test
  void resolvedThenTriggeredItIsANewIncidentWithAKeyOfItsOwn() {
    storms(9);
    Incident first = only();
    clock.pass(Duration.ofSeconds(40));
    desk.resolve(first.id(), "Claire", "handled", "");
    clock.pass(Duration.ofSeconds(20));
    storms(9);
    assertThat(desk.all(10)).hasSize(2);
    assertThat(desk.all(10)).extracting(Incident::key).doesNotHaveDuplicates();
  }

  @Test
  void itEndsByItselfOnceItHasEasedForLongEnoughAndFlappingStartsTheWaitAnew() {
    storms(9);
    deliverAll();
    clock.pass(Duration.ofMinutes(20));
    hear(Said.eased(storm, clock.instant()));
    clock.pass(Duration.ofMinutes(29));
    hear(Said.between(storm, clock.instant()));
    clock.pass(Duration.ofMinutes(1));
    hear(Said.eased(storm, clock.instant()));
    clock.pass(Duration.ofMinutes(29));
    hear(Said.eased(storm, clock.instant()));
    assertThat(only().state()).isEqualTo(State.FIRING);
    clock.pass(Duration.ofMinutes(1));
    hear(Said.eased(storm, clock.instant()));
    Incident over = only();
    assertThat(over.state()).isEqualTo(State.RESOLVED);
    assertThat(over.resolution()).isEqualTo(new Incident.Resolution(true, "ouidire", "eased", ""));
    assertThat(said(over)).containsExactly(Action.TRIGGER, Action.RESOLVE);
  }

  @Test
  void whoeverAcknowledgesIsAskedAgainWhenTheirTimeIsOver() {
    storms(9);
    deliverAll();
    desk.acknowledge(only().id(), "Claire", Duration.ofHours(1));
    assertThat(only().state()).isEqualTo(State.ACKNOWLEDGED);
    deliverAll();
    clock.pass(Duration.ofMinutes(59));
    desk.tick(clock.instant());
    assertThat(said(only())).containsExactly(Action.TRIGGER, Action.ACKNOWLEDGE);
    clock.pass(Duration.ofMinutes(1));
    desk.tick(clock.instant());
    assertThat(only().state()).isEqualTo(State.FIRING);
    assertThat(said(only())).containsExactly(Action.TRIGGER, Action.ACKNOWLEDGE, Action.TRIGGER);
  }

  @Test
  void theSecondRuleOnTheSameStoryJoins() {
    storms(9);
    hear(
        Said.holds(storm, clock.instant(), Severity.WARNING, 9),
        Said.holds(volume, clock.instant(), Severity.WATCH, 40));
    assertThat(only().rules()).containsExactly("orage", "volume");
    assertThat(only().log()).extracting(Entry::kind).contains(Entry.Kind.JOINED);
  }

  @Test
  void anEchoWithinTheCoolDownIsNoIncidentUnlessItIsWorse() {
    AlertRule patient =
        Said.rule("patient", "crisis", Duration.ZERO, Duration.ZERO, Duration.ofHours(24), 9);
    policy = Said.policy(patient);
    hear(Said.holds(patient, NOON, Severity.WARNING, 9));
    hear(Said.eased(patient, clock.pass(Duration.ofMinutes(1))));
    clock.pass(Duration.ofHours(2));
    hear(Said.holds(patient, clock.instant(), Severity.WARNING, 9));
    assertThat(desk.all(10)).hasSize(1);
    hear(Said.holds(patient, clock.instant(), Severity.CRISIS, 90));
    assertThat(desk.all(10)).hasSize(2);
  }

  @Test
  void anotherStoryIsNoEchoNorWhatIsTwiceAsLarge() {
    AlertRule patient =
        Said.rule("patient", "crisis", Duration.ZERO, Duration.ZERO, Duration.ofHours(24), 9);
    policy = Said.policy(patient);
    Judgement plastic = Said.holds(patient, NOON, Severity.CRISIS, 40);
    hear(Said.of("plastique", plastic));
    hear(Said.eased(patient, clock.pass(Duration.ofHours(1))));
    clock.pass(Duration.ofHours(8));
    hear(Said.of("plastique", Said.holds(patient, clock.instant(), Severity.CRISIS, 40)));
    assertThat(desk.all(10)).as("the same story again").hasSize(1);
    hear(Said.of("licenciements", Said.holds(patient, clock.instant(), Severity.CRISIS, 40)));
    assertThat(desk.all(10)).as("another story").hasSize(2);
    hear(Said.eased(patient, clock.pass(Duration.ofHours(1))));
    clock.pass(Duration.ofHours(1));
    hear(Said.of("plastique", Said.holds(patient, clock.instant(), Severity.CRISIS, 81)));
    assertThat(desk.all(10)).as("twice as large").hasSize(3);
  }

  @Test
  void aCampaignExplainsAPeakButNotAnger() {
    policy =
        policy.withCampaigns(
            List.of(
                new Campaign(
                    "soldes", "Soldes", NOON.minusSeconds(60), NOON.plusSeconds(7_200), Set.of())));
    hear(Said.holds(storm, NOON, Severity.WATCH, 40));
    assertThat(only().mutes()).extracting(Mute::kind).containsExactly(Mute.Kind.SUPPRESSED);
    assertThat(only().outbox()).isEmpty();
    assertThat(desk.latest(10)).as("nobody is shown an alert").isEmpty();
    clock.pass(Duration.ofMinutes(10));
    hear(Said.holds(storm, clock.instant(), Severity.CRISIS, 60));
    assertThat(only().mutes()).isEmpty();
    assertThat(said(only())).contains(Action.TRIGGER);
  }

  @Test
  void aSilencedIncidentTellsNobodyAndSpeaksWhenTheSilenceEnds() {
    policy = policy.withRoutes(List.of(twoSteps()));
    storms(9);
    Incident incident = only();
    int told = incident.outbox().size();
    desk.silence(incident.id(), "Claire", NOON.plus(Duration.ofHours(1)));
    clock.pass(Duration.ofMinutes(30));
    desk.tick(clock.instant());
    assertThat(only().outbox()).hasSize(told);
    clock.pass(Duration.ofMinutes(30));
    desk.tick(clock.instant());
    assertThat(only().mutes()).isEmpty();
    clock.pass(Duration.ofMinutes(15));
    desk.tick(clock.instant());
    assertThat(only().log()).extracting(Entry::kind).contains(Entry.Kind.ESCALATED);
  }

  private static Route twoSteps() {
    return new Route(
        "crise",
        Set.of(),
        Set.of(),
        Set.of("crisis"),
        null,
        List.of(
            new Route.Step(Duration.ZERO, List.of("communications")),
            new Route.Step(Duration.ofMinutes(15), List.of("ti", "juridique"))),
        1,
        false,
        List.of());
  }

  @Test
  void whileNobodyActsTheNextStepIsToldAndThenAllAgainAndEachAudienceItsOwn() {
    policy =
        policy
            .withChannels(
                List.of(
                    Said.channel("comm", Channel.Kind.PAGE),
                    Said.channel("tech", Channel.Kind.PAGE),
                    Said.channel("droit", Channel.Kind.PAGE)))
            .withRoles(
                List.of(
                    new Role("communications", "C", Audience.COMMUNICATIONS, List.of("comm"), null),
                    new Role("ti", "T", Audience.IT, List.of("tech"), null),
                    new Role("juridique", "J", Audience.LEGAL, List.of("droit"), null)))
            .withRoutes(List.of(twoSteps()));
    storms(9);
    deliverAll();
    assertThat(only().outbox()).extracting(Dispatch::channel).containsExactly("comm");
    clock.pass(Duration.ofMinutes(15));
    desk.tick(clock.instant());
    deliverAll();
    assertThat(only().outbox())
        .extracting(Dispatch::channel)
        .containsExactly("comm", "tech", "droit");
    assertThat(only().outbox())
        .extracting(Dispatch::audience)
        .containsExactly(Audience.COMMUNICATIONS, Audience.IT, Audience.LEGAL);
    clock.pass(Duration.ofMinutes(15));
    desk.tick(clock.instant());
    deliverAll();
    assertThat(only().outbox()).extracting(Dispatch::channel).hasSize(4).endsWith("comm");
    desk.acknowledge(only().id(), "Claire", null);
    deliverAll();
    clock.pass(Duration.ofMinutes(60));
    desk.tick(clock.instant());
    assertThat(only().outbox()).filteredOn(d -> d.action() == Action.TRIGGER).hasSize(4);
  }

  @Test
  void theOneOnCallIsToldAndQuietHoursHoldBackAllButACrisis() {
    policy = inQuietHours();
    // Seven in the morning in Montréal.
    storms(9);
    Instant eight = NOON.plus(Duration.ofHours(1));
    assertThat(only().outbox()).extracting(Dispatch::nextTry).containsExactly(eight);
    assertThat(desk.owed(clock.instant())).isEmpty();
    desk.resolve(only().id(), "Claire", "handled", "");
    assertThat(only().outbox())
        .as("what waited for the morning is dropped, and its end is not told")
        .extracting(Dispatch::state)
        .containsExactly(Dispatch.State.DROPPED);
  }

  private AlertPolicy inQuietHours() {
    return policy
        .withChannels(List.of(Said.channel("ana", Channel.Kind.PAGE)))
        .withPeople(
            List.of(
                new Person(
                    "ana",
                    "Ana",
                    List.of("ana"),
                    new Person.Quiet(LocalTime.of(6, 0), LocalTime.of(8, 0), MONTREAL))))
        .withRoles(
            List.of(
                new Role(
                    "communications",
                    "C",
                    Audience.COMMUNICATIONS,
                    List.of(),
                    new Role.Rota(
                        List.of("ana"),
                        MONTREAL,
                        LocalDate.of(2026, 1, 5),
                        LocalTime.of(9, 0),
                        7,
                        List.of()))))
        .withRoutes(List.of(twoSteps()));
  }

  /** What waited for the morning as a warning wakes once it is a crisis. */
  @Test
  void whatBecomesACrisisInQuietHoursWaitsNoLonger() {
    policy = inQuietHours();
    hear(Said.holds(storm, clock.instant(), Severity.WARNING, 9));
    assertThat(desk.owed(clock.instant())).isEmpty();
    Instant later = clock.pass(Duration.ofMinutes(5));
    hear(Said.holds(storm, later, Severity.CRISIS, 40));
    assertThat(desk.owed(later)).hasSize(1);
    assertThat(only().outbox()).as("it is the same page").hasSize(1);
  }

  @Test
  void theFirstStepIsToldOnlyAfterTheWhileItAsksFor() {
    policy =
        policy
            .withRoles(List.of(room()))
            .withRoutes(List.of(route(Duration.ofMinutes(10), "communications")));
    storms(9);
    assertThat(only().outbox()).isEmpty();
    desk.tick(clock.pass(Duration.ofMinutes(9)));
    assertThat(only().outbox()).isEmpty();
    desk.tick(clock.pass(Duration.ofMinutes(1)));
    assertThat(only().outbox()).extracting(Dispatch::channel).containsExactly("page");
    assertThat(only().escalation().step()).isZero();
  }

  @Test
  void whoeverActsBeforeTheFirstStepSparesItsPage() {
    policy =
        policy
            .withRoles(List.of(room()))
            .withRoutes(List.of(route(Duration.ofMinutes(10), "communications")));
    storms(9);
    desk.acknowledge(only().id(), "Claire", null);
    desk.tick(clock.pass(Duration.ofMinutes(20)));
    assertThat(only().outbox()).isEmpty();
  }

  /** A role without a channel, or with one that is switched off, would be told by nobody. */
  @Test
  void whereNoWayLeadsToTheRolesEverybodyIsTold() {
    Role nowhere = new Role("ti", "TI", Audience.IT, List.of("retirée"), null);
    policy = policy.withRoles(List.of(nowhere)).withRoutes(List.of(route(Duration.ZERO, "ti")));
    storms(9);
    assertThat(only().outbox()).extracting(Dispatch::channel).containsExactly("page");
    assertThat(only().outbox().getFirst().recipient()).isEqualTo("all");
  }

  private static Role room() {
    return new Role("communications", "C", Audience.COMMUNICATIONS, List.of("page"), null);
  }

  private static Route route(Duration after, String role) {
    return new Route(
        "tout",
        Set.of(),
        Set.of(),
        Set.of(),
        null,
        List.of(new Route.Step(after, List.of(role))),
        0,
        false,
        List.of());
  }

  @Test
  void aBudgetOfPagesIsKeptAndACrisisIsWorthMore() {
    AlertRule twice = Said.rule("deux", "crisis", Duration.ZERO, Duration.ZERO, Duration.ZERO, 2);
    policy = Said.policy(twice);
    for (int i = 0; i < 4; i++) {
      hear(Said.holds(twice, clock.instant(), Severity.WARNING, 9));
      if (i < 3) {
        hear(Said.eased(twice, clock.pass(Duration.ofMinutes(10))));
      }
      clock.pass(Duration.ofMinutes(10));
    }
    List<Incident> all = desk.all(10);
    assertThat(all).hasSize(4);
    assertThat(all).filteredOn(incident -> !incident.muted()).hasSize(2);
    hear(Said.holds(twice, clock.instant(), Severity.CRISIS, 90));
    assertThat(desk.all(1).getFirst().muted()).isFalse();
  }

  @Test
  void oneBrandsPagesAreNotTakenFromAnothersBudget() {
    AlertRule once = Said.rule("une", "crisis", Duration.ZERO, Duration.ZERO, Duration.ZERO, 1);
    policy = Said.policy(once);
    Judgement noisy = Said.holds(once, clock.instant(), Severity.WARNING, 9);
    hear(noisy);
    desk.hear("boreal", List.of(Said.about("boreal", noisy)), clock.instant(), false);
    assertThat(desk.all(10)).hasSize(2).noneMatch(Incident::muted);
  }

  @Test
  void whatGrowsFromUnrestToAWarningIsCountedInTheBudgetToo() {
    AlertRule once = Said.rule("une", "crisis", Duration.ZERO, Duration.ZERO, Duration.ZERO, 1);
    policy = Said.policy(once);
    hear(Said.holds(once, clock.instant(), Severity.WARNING, 9));
    hear(Said.eased(once, clock.pass(Duration.ofMinutes(10))));
    clock.pass(Duration.ofMinutes(10));
    hear(Said.holds(once, clock.instant(), Severity.WATCH, 9));
    deliverAll();
    hear(Said.holds(once, clock.instant(), Severity.WARNING, 20));
    Incident second = desk.all(1).getFirst();
    assertThat(second.severity()).isEqualTo(Severity.WARNING);
    assertThat(second.mutes()).extracting(Mute::kind).containsExactly(Mute.Kind.OVER_BUDGET);
    assertThat(said(second)).doesNotContain(Action.UPDATE);
    hear(Said.holds(once, clock.instant(), Severity.CRISIS, 90));
    assertThat(desk.all(1).getFirst().muted()).isFalse();
  }

  @Test
  void whoeverKnowsOfItLearnsThatItIsWorseWhateverTheBudget() {
    AlertRule once = Said.rule("une", "crisis", Duration.ZERO, Duration.ZERO, Duration.ZERO, 1);
    Channel all = Said.channel("tout", Channel.Kind.PAGE);
    policy =
        Said.policy(once)
            .withChannels(
                List.of(
                    new Channel(
                        "tout", all.kind(), "tout", Severity.WATCH, true, Map.of(), Map.of())));
    hear(Said.holds(once, clock.instant(), Severity.WARNING, 9));
    hear(Said.eased(once, clock.pass(Duration.ofMinutes(10))));
    clock.pass(Duration.ofMinutes(10));
    hear(Said.holds(once, clock.instant(), Severity.WATCH, 9));
    deliverAll();
    hear(Said.holds(once, clock.instant(), Severity.WARNING, 20));
    Incident second = desk.all(1).getFirst();
    assertThat(second.muted()).isFalse();
    assertThat(said(second)).containsExactly(Action.TRIGGER, Action.UPDATE);
  }

  @Test
  void aDeadChannelIsReportedOnAnother() {
    policy =
        policy.withChannels(
            List.of(
                Said.channel("mort", Channel.Kind.WEBHOOK, "url", "https://mort.example/"),
                Said.channel("vif", Channel.Kind.PAGE)));
    storms(9);
    Incident incident = only();
    Dispatch first = incident.outbox().getFirst();
    assertThat(first.channel()).isEqualTo("mort");
    DeliveryFault gone = new DeliveryFault(DeliveryFault.Kind.STATUS, "404");
    desk.sent(Map.of(new Desk.Owed(incident, first), new Sent.GivenUp(gone)));
    assertThat(only().outbox())
        .anySatisfy(
            dispatch -> {
              assertThat(dispatch.action()).isEqualTo(Action.CHANNEL_DEAD);
              assertThat(dispatch.channel()).isEqualTo("vif");
              assertThat(dispatch.recipient()).isEqualTo("mort");
            });
  }

  private void fails(String channel, Action action) {
    Incident incident = only();
    Dispatch owed =
        incident.outbox().stream()
            .filter(each -> each.waiting() && each.channel().equals(channel))
            .filter(each -> each.action() == action)
            .findFirst()
            .orElseThrow();
    Sent gone = new Sent.GivenUp(new DeliveryFault(DeliveryFault.Kind.STATUS, "404"));
    desk.sent(Map.of(new Desk.Owed(incident, owed), gone));
  }

  private List<String> toldOf(String dead) {
    return only().outbox().stream()
        .filter(each -> each.action() == Action.CHANNEL_DEAD && each.recipient().equals(dead))
        .map(Dispatch::channel)
        .toList();
  }

  @Test
  void aDeadChannelIsReportedWhereTheIncidentWasHeardAndOnTheNextOneIfThatDies() {
    policy =
        policy.withChannels(
            List.of(
                Said.channel("mort", Channel.Kind.WEBHOOK, "url", "https://mort.example/"),
                Said.channel("boiteux", Channel.Kind.WEBHOOK, "url", "https://boiteux.example/"),
                Said.channel("vif", Channel.Kind.WEBHOOK, "url", "https://vif.example/"),
                Said.channel("page", Channel.Kind.PAGE)));
    storms(9);
    fails("boiteux", Action.TRIGGER);
    assertThat(toldOf("boiteux")).doesNotContain("page");
    Incident incident = only();
    Dispatch heard =
        incident.outbox().stream()
            .filter(each -> each.channel().equals("vif") && each.action() == Action.TRIGGER)
            .findFirst()
            .orElseThrow();
    desk.sent(Map.of(new Desk.Owed(incident, heard), new Sent.Delivered()));
    fails("mort", Action.TRIGGER);
    assertThat(toldOf("mort")).containsExactly("vif");
    fails("vif", Action.CHANNEL_DEAD);
    assertThat(toldOf("mort")).hasSize(2).contains("page");
  }

  @Test
  void ofOneChannelOneMessageAtATimeInOrder() {
    storms(9);
    desk.acknowledge(only().id(), "Claire", null);
    desk.resolve(only().id(), "Claire", "handled", "");
    List<Action> order = new ArrayList<>();
    for (List<Desk.Owed> owed = desk.owed(clock.instant());
        !owed.isEmpty();
        owed = desk.owed(clock.instant())) {
      assertThat(owed).hasSize(1);
      order.add(owed.getFirst().dispatch().action());
      deliverAll();
    }
    assertThat(order).containsExactly(Action.TRIGGER, Action.ACKNOWLEDGE, Action.RESOLVE);
  }

  @Test
  void everyDecisionIsChainedAndATamperedOneIsFound() {
    storms(9);
    desk.note(only().id(), "Claire", "On observe ; rien à publier.", true);
    desk.acknowledge(only().id(), "Claire", null);
    Incident incident = only();
    assertThat(incident.log()).extracting(Entry::kind).contains(Entry.Kind.OBSERVED);
    assertThat(incident.tamperedAt()).isEmpty();
    String json = new String(IncidentJson.write(incident), java.nio.charset.StandardCharsets.UTF_8);
    Incident read = IncidentJson.read(json.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    assertThat(read).isEqualTo(incident);
    String tampered = json.replace("rien à publier", "tout à publier");
    assertThat(tampered).isNotEqualTo(json);
    assertThat(
            IncidentJson.read(tampered.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .tamperedAt())
        .hasValue(3);
  }

  @Test
  void thePlaybooksStepsAreTasksWithDeadlinesAndAgreement() {
    policy =
        policy.withPlaybooks(
            List.of(
                new Playbook(
                    "crise",
                    "Crise",
                    List.of("crisis"),
                    List.of(
                        new Playbook.Step(
                            "communications",
                            "Vérifier les faits",
                            Duration.ofMinutes(30),
                            true,
                            null)),
                    java.util.Map.of(),
                    null)));
    storms(9);
    String task = only().tasks().getFirst().id();
    assertThat(only().tasks().getFirst().dueAt()).isEqualTo(NOON.plus(Duration.ofMinutes(30)));
    assertThatThrownBy(() -> desk.signOff(only().id(), task, "Juriste"))
        .isInstanceOf(IllegalStateException.class);
    desk.task(only().id(), task, "Claire", true);
    desk.signOff(only().id(), task, "Juriste");
    assertThat(only().tasks().getFirst().signedBy()).isEqualTo("Juriste");
  }

  @Test
  void anExerciseMeetsNoRealIncident() {
    storms(9);
    desk.hear(
        BRAND,
        List.of(Said.holds(storm, clock.instant(), Severity.CRISIS, 9)),
        clock.instant(),
        true);
    assertThat(desk.all(10)).hasSize(2);
    assertThat(desk.latest(10)).hasSize(1);
    desk.endDrills("Claire");
    assertThat(desk.all(10)).filteredOn(Incident::open).hasSize(1);
  }

  @Test
  void whatIsUnknownOrOverIsSaidSo() {
    assertThatThrownBy(() -> desk.acknowledge("absent", "Claire", null))
        .isInstanceOf(NoSuchElementException.class);
    storms(9);
    desk.resolve(only().id(), "Claire", "handled", "");
    assertThatThrownBy(() -> desk.acknowledge(only().id(), "Claire", null))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("over");
  }

  @Test
  void theRotaHandsOverAndReplacementsWin() {
    Role.Rota rota =
        new Role.Rota(
            List.of("ana", "bob"),
            MONTREAL,
            LocalDate.of(2026, 3, 2),
            LocalTime.of(9, 0),
            7,
            List.of(
                new Role.Replacement("cam", LocalDate.of(2026, 3, 4), LocalDate.of(2026, 3, 5))));
    Instant monday = Instant.parse("2026-03-02T13:59:59Z");
    assertThat(OnCall.at(rota, monday)).as("a second before nine").isEqualTo("bob");
    assertThat(OnCall.at(rota, monday.plusSeconds(1))).isEqualTo("ana");
    assertThat(OnCall.at(rota, Instant.parse("2026-03-04T15:00:00Z"))).isEqualTo("cam");
    assertThat(OnCall.at(rota, Instant.parse("2026-03-05T15:00:00Z"))).isEqualTo("ana");
    // Nine in the morning is an hour earlier in UTC after the change of clocks on 8 March.
    assertThat(OnCall.nextHandOver(rota, Instant.parse("2026-03-06T15:00:00Z")))
        .isEqualTo(Instant.parse("2026-03-09T13:00:00Z"));
  }

  @Test
  void whatACrashLeavesInDoubtWaitsUntilTheNextProcessHasLivedForAWhile() {
    hear(Said.holds(storm, clock.instant(), Severity.CRISIS, 40));
    Desk.Owed owed = desk.owed(clock.instant()).getFirst();
    desk.sending(List.of(owed));
    Desk next = new Desk(() -> policy, store, clock);
    assertThat(next.owed(clock.instant())).as("it was probably sent").isEmpty();
    clock.pass(Desk.DOUBT.minusMillis(1));
    assertThat(next.owed(clock.instant())).isEmpty();
    clock.pass(Duration.ofMillis(1));
    assertThat(next.owed(clock.instant()))
        .as("and is sent again under the same id, lest it be lost")
        .extracting(each -> each.dispatch().id())
        .containsExactly(owed.dispatch().id());
    next.sent(Map.of(owed, new Sent.Delivered()));
    Desk last = new Desk(() -> policy, store, clock);
    assertThat(last.owed(clock.instant().plus(Desk.DOUBT))).isEmpty();
  }
}
