package ouidire.analysis.alert.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import ouidire.analysis.alert.backtest.Backtest;
import ouidire.analysis.alert.watch.Past;
import ouidire.core.alert.AlertPolicy;
import ouidire.core.alert.Dispatch;
import ouidire.core.alert.Entry;
import ouidire.core.alert.Incident;
import ouidire.core.history.LiveFilter;
import ouidire.core.history.MentionFilter;
import ouidire.core.mention.AnalysedMention;

/** A part of what {@code eval crises} measures, small enough for every build. */
class CrisisSuiteTest {
  private static List<Script> scripts(long seed, String... kinds) {
    return new Scripts(seed)
        .all().stream()
            .filter(script -> List.of(kinds).contains(script.kind()))
            .filter(script -> !script.name().endsWith("-3"))
            .toList();
  }

  private static boolean paged(Incident incident) {
    return incident.outbox().stream().anyMatch(d -> d.action() == Dispatch.Action.TRIGGER);
  }

  @Test
  void thereAreSixtyHistories() {
    assertThat(new Scripts(1).all()).hasSize(60);
  }

  @Test
  void whatBreaksOutIsFoundAlsoInACampaignAndAtNight() {
    for (Script script : scripts(11, "flash", "night", "crisis_in_campaign")) {
      Script.Crisis crisis = script.crises().getFirst();
      assertThat(new Rehearsal(script).play())
          .as(script.name())
          .anyMatch(
              incident ->
                  paged(incident)
                      && !incident.startedAt().isAfter(crisis.to())
                      && incident.brand().equals(crisis.brand()));
    }
  }

  @Test
  void whatIsNoCrisisPagesNobody() {
    for (Script script : scripts(11, "campaign", "praise", "outage", "old_import", "reprints")) {
      assertThat(new Rehearsal(script).play()).as(script.name()).noneMatch(CrisisSuiteTest::paged);
    }
  }

  /** What an incident did, and when: what a back-test must foresee. */
  private static List<String> events(List<Incident> incidents) {
    return incidents.stream()
        .sorted(Comparator.comparing(Incident::startedAt).thenComparing(Incident::id))
        .flatMap(
            incident ->
                incident.log().stream()
                    .filter(entry -> entry.kind() != Entry.Kind.DELIVERED)
                    .map(
                        entry ->
                            incident.key()
                                + " "
                                + entry.at()
                                + " "
                                + entry.kind()
                                + " "
                                + new java.util.TreeMap<>(entry.details())))
        .toList();
  }

  @Test
  void aBacktestIsEqualToTheLiveWatchEventByEvent() {
    for (Script drawn : scripts(5, "flash", "fast", "praise")) {
      Script script = punctual(drawn);
      List<Incident> live = new Rehearsal(script).play();
      List<Incident> foreseen =
          new Backtest(new WholePast(script), query -> seen -> true)
                  .play(
                      AlertPolicy.DEFAULT.withCampaigns(script.campaigns()),
                      script.brands(),
                      script.start(),
                      script.end())
                  .stream()
                  .filter(Incident::fired)
                  .toList();
      assertThat(live).as(script.name()).isNotEmpty();
      assertThat(events(foreseen)).as(script.name()).isEqualTo(events(live));
    }
  }

  /** Everything comes when it is published, as a back-test assumes. */
  private static Script punctual(Script script) {
    List<AnalysedMention> extras =
        script.extras().stream()
            .map(each -> Altered.arriving(each, each.mention().publishedAt()))
            .sorted(Comparator.comparing(each -> each.mention().publishedAt()))
            .toList();
    return new Script(
        script.kind(),
        script.name(),
        script.start(),
        script.end(),
        script.brands(),
        script.quiet().stream().map(Quiet::punctually).toList(),
        extras,
        script.outage(),
        script.crises(),
        script.campaigns());
  }

  /** A script as a history that has all of it. */
  private record WholePast(Script script) implements Past {
    @Override
    public Steps steps(MentionFilter filter, Instant from, Instant to) {
      return new Rehearsal(script).steps(filter, from, to);
    }

    @Override
    public void mentions(
        MentionFilter filter, Instant from, Instant to, Consumer<AnalysedMention> action) {
      List<AnalysedMention> all = new ArrayList<>(script.extras());
      Instant first = Instant.ofEpochSecond(Math.floorDiv(from.getEpochSecond(), 300L) * 300);
      for (Instant step = first; step.isBefore(to); step = step.plusSeconds(300)) {
        for (Quiet quiet : script.quiet()) {
          all.addAll(quiet.step(step));
        }
      }
      var wanted = LiveFilter.of(filter.withPeriod(from, to), query -> seen -> true);
      all.stream()
          .filter(wanted)
          .sorted(Comparator.comparing(each -> each.mention().publishedAt()))
          .forEach(action);
    }
  }
}
