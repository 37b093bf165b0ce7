package ouidire.deploy.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import ouidire.core.mention.Mention;
import ouidire.core.mention.MentionRules;
import ouidire.core.mention.MentionType;

class OrdinaryWeeksTest {
  private static final Instant NOW = Instant.parse("2026-03-18T19:20:00Z");
  private static final Scenario SCENARIO = Scenario.shipped();
  private static final List<Mention> MENTIONS = OrdinaryWeeks.before(NOW, SCENARIO.ordinary());

  @Test
  void theScenarioHasItsTextsEachOnce() {
    assertThat(SCENARIO.ordinary().size() + SCENARIO.crisis().size()).isGreaterThanOrEqualTo(600);
    Set<String> texts = new HashSet<>();
    SCENARIO.ordinary().forEach(t -> texts.add(t.title() + "|" + t.text()));
    SCENARIO.crisis().forEach(t -> texts.add(t.title() + "|" + t.text()));
    assertThat(texts.size()).isGreaterThanOrEqualTo(600);
  }

  @Test
  void theSameNowGivesTheSameMentions() {
    assertThat(OrdinaryWeeks.before(NOW, SCENARIO.ordinary())).isEqualTo(MENTIONS);
    assertThat(MENTIONS.stream().map(Mention::id)).doesNotHaveDuplicates();
  }

  @Test
  void allIsInTheWeeksBeforeNowInOrder() {
    assertThat(MENTIONS)
        .allSatisfy(
            m -> {
              assertThat(m.publishedAt()).isBefore(NOW);
              assertThat(m.publishedAt())
                  .isAfter(NOW.minus(Duration.ofDays(7L * OrdinaryWeeks.WEEKS + 1)));
              assertThat(MentionRules.violation(m, NOW)).isEmpty();
            });
    assertThat(MENTIONS).isSortedAccordingTo(Comparator.comparing(Mention::publishedAt));
  }

  @Test
  void noTextIsSaidTwiceWithinAWeekAndRepeatsAreReposts() {
    Map<String, Instant> last = new HashMap<>();
    for (Mention mention : MENTIONS) {
      Instant before = last.put(mention.title() + "|" + mention.text(), mention.publishedAt());
      if (before != null) {
        assertThat(mention.type()).isEqualTo(MentionType.REPOST);
        assertThat(mention.parent()).isNotNull();
      }
    }
    Map<Long, Set<String>> weeks = new HashMap<>();
    for (Mention mention : MENTIONS) {
      long week = week(mention);
      assertThat(
              weeks
                  .computeIfAbsent(week, w -> new HashSet<>())
                  .add(mention.title() + "|" + mention.text()))
          .isTrue();
    }
  }

  @Test
  void everyWeekIsAboutAsBusyAndNightsAreQuiet() {
    Map<Long, Long> weeks =
        MENTIONS.stream()
            .collect(Collectors.groupingBy(OrdinaryWeeksTest::week, Collectors.counting()));
    long most = weeks.values().stream().mapToLong(Long::longValue).max().orElseThrow();
    long least = weeks.values().stream().mapToLong(Long::longValue).min().orElseThrow();
    assertThat(weeks).hasSize(OrdinaryWeeks.WEEKS);
    assertThat(most).isLessThanOrEqualTo(least * 3 / 2);
    long nights =
        MENTIONS.stream()
            .map(m -> ZonedDateTime.ofInstant(m.publishedAt(), Scenario.ZONE).getHour())
            .filter(hour -> hour < 5)
            .count();
    assertThat(nights).isLessThan(MENTIONS.size() / 10);
  }

  @Test
  void theCrisisIsOrderedAndFollowsItsSpeed() {
    assertThat(SCENARIO.crisis()).isSortedAccordingTo(Comparator.comparingDouble(DemoText::minute));
    DemoText last = SCENARIO.crisis().getLast();
    assertThat(Duration.between(NOW, CrisisPlay.due(last, NOW, 24)).toMillis())
        .isEqualTo(Math.round(last.minute() * 60_000 / 24));
  }

  /** Whole local weeks before now: the one of a change of clocks is an hour longer or shorter. */
  private static long week(Mention mention) {
    return ChronoUnit.WEEKS.between(
        mention.publishedAt().plusSeconds(1).atZone(Scenario.ZONE), NOW.atZone(Scenario.ZONE));
  }
}
