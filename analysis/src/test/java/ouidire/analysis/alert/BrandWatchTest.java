package ouidire.analysis.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import ouidire.core.alert.Alert;
import ouidire.core.alert.Alert.Severity;
import ouidire.core.alert.Alert.State;
import ouidire.core.brand.Brand;
import ouidire.core.history.InMemoryMentionHistory;
import ouidire.core.history.MentionHistory;
import ouidire.core.history.SampleMention;
import ouidire.core.mention.ToneLabel;

class BrandWatchTest {
  private static final Brand BRAND =
      new Brand(
          "tournelune", "Tournelune", "Tournelune", false, List.of(), ZoneId.of("America/Toronto"));
  private static final Instant NOW = Instant.parse("2026-03-02T15:02:30Z");

  private final InMemoryMentionHistory history = new InMemoryMentionHistory();
  private final BrandWatch watch = new BrandWatch(BRAND, history);
  private int ids;

  private void mention(Instant at, ToneLabel tone, String author) {
    history.add(
        SampleMention.of("m" + ids++).at(at).by(author, null, 10L).brand(BRAND.id(), tone).build());
  }

  /** Some ten mentions a day for four weeks, a fifth of them negative. */
  private void quietWeeks() {
    Random random = new Random(4);
    for (int i = 0; i < 280; i++) {
      Instant at = NOW.minus(Duration.ofDays(28)).plusSeconds(random.nextInt(28 * 86_400 - 7_200));
      mention(at, random.nextInt(5) == 0 ? ToneLabel.NEGATIVE : ToneLabel.NEUTRAL, "a" + i);
    }
  }

  private void storm(Instant from, int mentions, Duration length, ToneLabel tone) {
    for (int i = 0; i < mentions; i++) {
      mention(from.plus(length.multipliedBy(i).dividedBy(mentions)), tone, "storm" + i);
    }
  }

  @Test
  void quietWeeksRaiseNothing() {
    quietWeeks();
    assertThat(watch.judge(NOW, Optional.empty())).isEmpty();
  }

  @Test
  void aNegativeStormFiresWithTheNumbersAndTheMentionsThatDroveIt() {
    quietWeeks();
    storm(NOW.minusSeconds(140), 12, Duration.ofSeconds(140), ToneLabel.NEGATIVE);
    Alert alert = watch.judge(NOW, Optional.empty()).orElseThrow();
    assertThat(alert.state()).isEqualTo(State.FIRING);
    assertThat(alert.severity()).isGreaterThanOrEqualTo(Severity.WARNING);
    assertThat(alert.metric()).isEqualTo("negative");
    assertThat(alert.observed()).isEqualTo(12);
    assertThat(alert.expected()).isLessThan(1);
    assertThat(alert.mentions())
        .hasSize(5)
        .allSatisfy(id -> assertThat(history.find(id)).isPresent());
    assertThat(alert.reason().french())
        .contains("Tournelune", "12\u00a0mentions", "100\u202f% négatives");
    assertThat(alert.reason().english())
        .contains("Tournelune", "12\u00a0mentions", "100% negative")
        .doesNotContain("négatives", "auteurs");
  }

  @Test
  void itsNumbersAgreeWithEachOtherWhileMentionsArrive() {
    quietWeeks();
    storm(NOW.minusSeconds(140), 12, Duration.ofSeconds(140), ToneLabel.NEGATIVE);
    Alert alert =
        new BrandWatch(BRAND, growingAtEveryCall()).judge(NOW, Optional.empty()).orElseThrow();
    assertThat(alert.observed()).isEqualTo(12);
    assertThat(alert.reason().french()).contains("12\u00a0mentions", "par 12\u00a0auteurs");
  }

  /** After each thing that is asked of it, one more mention arrives. */
  private MentionHistory growingAtEveryCall() {
    return (MentionHistory)
        Proxy.newProxyInstance(
            MentionHistory.class.getClassLoader(),
            new Class<?>[] {MentionHistory.class},
            (proxy, method, arguments) -> {
              Object answer = method.invoke(history, arguments);
              mention(NOW.minusSeconds(1), ToneLabel.NEGATIVE, "late" + ids);
              return answer;
            });
  }

  @Test
  void askedAgainItSaysTheSameAndAnOpenAlertIsNotRaisedTwice() {
    quietWeeks();
    storm(NOW.minusSeconds(140), 12, Duration.ofSeconds(140), ToneLabel.NEGATIVE);
    Optional<Alert> first = watch.judge(NOW, Optional.empty());
    assertThat(new BrandWatch(BRAND, history).judge(NOW, Optional.empty())).isEqualTo(first);
    assertThat(watch.judge(NOW.plusSeconds(5), first)).isEmpty();
  }

  @Test
  void aPraiseStormIsOnlyWorthALook() {
    quietWeeks();
    storm(NOW.minusSeconds(140), 40, Duration.ofSeconds(140), ToneLabel.POSITIVE);
    assertThat(watch.judge(NOW, Optional.empty()).orElseThrow().severity())
        .isEqualTo(Severity.WATCH);
  }

  @Test
  void mentionsOfLastMonthCollectedTodayRaiseNothing() {
    quietWeeks();
    storm(NOW.minus(Duration.ofDays(9)), 500, Duration.ofHours(3), ToneLabel.NEGATIVE);
    assertThat(watch.judge(NOW, Optional.empty())).isEmpty();
  }

  @Test
  void twoPeopleWhoQuarrelAreNoCrisis() {
    quietWeeks();
    for (int i = 0; i < 30; i++) {
      mention(NOW.minusSeconds(140 - i * 4), ToneLabel.NEGATIVE, i % 2 == 0 ? "ana" : "bob");
    }
    assertThat(watch.judge(NOW, Optional.empty())).isEmpty();
  }

  @Test
  void aStormBegunByTooFewPeopleFiresWhenTheOthersJoin() {
    quietWeeks();
    for (int i = 0; i < 12; i++) {
      mention(NOW.minusSeconds(600 - i * 20), ToneLabel.NEGATIVE, i % 2 == 0 ? "ana" : "bob");
    }
    assertThat(watch.judge(NOW.minusSeconds(300), Optional.empty())).isEmpty();
    storm(NOW.minusSeconds(140), 8, Duration.ofSeconds(140), ToneLabel.NEGATIVE);
    assertThat(watch.judge(NOW, Optional.empty())).isPresent();
  }

  @Test
  void aBrandWithoutAPastPagesNobody() {
    storm(NOW.minusSeconds(140), 60, Duration.ofSeconds(140), ToneLabel.NEGATIVE);
    assertThat(watch.judge(NOW, Optional.empty())).isEmpty();
  }

  @Test
  void itGrowsIntoACrisisAndEndsByItself() {
    quietWeeks();
    Instant start = NOW.minusSeconds(140);
    storm(start, 7, Duration.ofSeconds(140), ToneLabel.NEGATIVE);
    List<Alert> told = new ArrayList<>();
    Optional<Alert> open = watch.judge(NOW, Optional.empty());
    open.ifPresent(told::add);
    storm(NOW, 400, Duration.ofMinutes(60), ToneLabel.NEGATIVE);
    for (int minute = 4; minute <= 240; minute += 8) {
      Optional<Alert> next = watch.judge(NOW.plus(Duration.ofMinutes(minute)), open);
      next.ifPresent(told::add);
      if (next.isPresent()) {
        open = next;
      }
    }
    assertThat(told).extracting(Alert::id).containsOnly(told.getFirst().id());
    assertThat(told).extracting(Alert::severity).isSorted();
    assertThat(told.getLast().severity()).isEqualTo(Severity.CRISIS);
    assertThat(told.getLast().state()).isEqualTo(State.RESOLVED);
    assertThat(told.getLast().resolvedAt())
        .isBetween(NOW.plus(Duration.ofMinutes(60)), NOW.plus(Duration.ofMinutes(180)));
  }
}
