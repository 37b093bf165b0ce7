package ouidire.analysis.cascade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ouidire.core.history.InMemoryMentionHistory;
import ouidire.core.history.MentionFilter;
import ouidire.core.history.SampleMention;
import ouidire.core.mention.AnalysedMention;
import ouidire.core.mention.MentionType;
import ouidire.core.mention.ToneLabel;
import ouidire.core.story.RelayOrigin;
import ouidire.core.story.StoryReport;
import ouidire.core.story.StoryReport.Change;
import ouidire.core.story.StoryReport.Change.Kind;
import ouidire.core.story.StorySummary;

final class HistoryStoriesTest {
  private static final Instant START = Instant.parse("2026-03-02T12:00:00Z");
  private final InMemoryMentionHistory history = new InMemoryMentionHistory();
  private final HistoryStories stories = new HistoryStories(history, CascadeForecaster.shipped());

  private static SampleMention said(String id, int minute) {
    return SampleMention.of(id).at(START.plus(Duration.ofMinutes(minute))).by(id, null, 10L);
  }

  private StoryReport report(String id, int minute) {
    return stories.story(id, START.plus(Duration.ofMinutes(minute))).orElseThrow();
  }

  @Test
  void theFastestComeFirstAndRemarksThatNobodyTookUpAreNone() {
    history.add(said("slow", 1).build(), said("alone", 110).build());
    for (int i = 0; i < 8; i++) {
      history.add(said("s" + i, 2 + i).inStory("slow").build());
    }
    history.add(said("fast", 90).build());
    for (int i = 0; i < 4; i++) {
      history.add(said("f" + i, 100 + i).copyOf("fast").build());
    }
    List<StorySummary> running =
        stories.running(MentionFilter.ALL, START.plus(Duration.ofMinutes(120)), 10);
    assertThat(running).extracting(StorySummary::id).containsExactly("fast", "slow");
    StorySummary fast = running.getFirst();
    assertThat(fast.mentions()).isEqualTo(5);
    assertThat(fast.texts()).isEqualTo(1);
    assertThat(fast.recent()).isEqualTo(5);
    assertThat(fast.speedPerHour()).isEqualTo(5);
    assertThat(fast.accelerationPerHour()).isEqualTo(5);
    assertThat(running.getLast().accelerationPerHour()).isEqualTo(-9);
    assertThat(running.getLast().texts()).isEqualTo(9);
  }

  @Test
  void numbersOpenOntoTheirMentionsAsOfTheMoment() {
    history.add(said("a", 0).build());
    for (int i = 1; i < 30; i++) {
      history.add(said("c" + i, i).from("rss", "s" + i % 12).copyOf("a").build());
    }
    StoryReport early = report("a", 10);
    assertThat(early.size().mentions()).isEqualTo(11);
    StoryReport late = report("a", 60);
    MentionFilter its = MentionFilter.ALL.withStories(Set.of("a"));
    assertThat(late.size().mentions()).isEqualTo(history.count(its));
    assertThat(late.size().reach()).isEqualTo(300);
    assertThat(late.timeline().stream().mapToLong(StoryReport.Moment::mentions).sum())
        .isEqualTo(30);
    assertThat(late.sources().stream().mapToLong(StoryReport.SourcePart::mentions).sum())
        .isEqualTo(30);
    assertThat(late.milestones().half()).isEqualTo(14 * 60);
    assertThat(late.milestones().sources()).containsKeys(2, 5, 10).doesNotContainKey(25);
    assertThat(stories.story("nobody", START)).isEmpty();
  }

  @Test
  void whoCarriedItIsKnownFromTheSourceOrInferred() {
    history.add(
        said("a", 0).text("Nivôse rappelle ses raquettes").by("alice", null, 100L).build(),
        said("b", 1)
            .text("RT @alice : Nivôse rappelle")
            .by("bob", null, 5_000L)
            .copyOf("a")
            .build(),
        said("c", 2).text("lu chez bob").links("https://exemple.test/b").inStory("a").build(),
        said("d", 3).text("Nivôse rappelle ses raquettes").copyOf("a").build(),
        said("e", 4).text("encore des raquettes qui lâchent").inStory("a").build(),
        said("p", 5).type(MentionType.ARTICLE).text("Rappel").inStory("a").build());
    StoryReport report = report("a", 10);
    assertThat(report.tree().origins())
        .containsEntry(RelayOrigin.NAME, 1)
        .containsEntry(RelayOrigin.LINK, 1)
        .containsEntry(RelayOrigin.COPY, 1)
        .containsEntry(RelayOrigin.EVENT, 2);
    assertThat(report.tree().depth()).isEqualTo(2);
    assertThat(report.amplifiers().get(0).author()).isEqualTo("alice");
    StoryReport.Amplifier bob = report.amplifiers().get(1);
    assertThat(bob.author()).isEqualTo("bob");
    assertThat(bob.brought()).isEqualTo(5_010);
    assertThat(bob.relays()).isEqualTo(1);
    assertThat(bob.inferred()).isTrue();
    assertThat(report.milestones().press()).isEqualTo(300);
    assertThat(report.milestones().pressId()).isEqualTo("p");
  }

  @Test
  void variantsShowTheWordsThatChangedAndWhoChangedThem() {
    history.add(
        said("a", 0).text("Un enfant a été incommodé par la soupe").build(),
        said("b", 1)
            .text("Un enfant a été hospitalisé par la soupe")
            .by("bea", null, 3L)
            .copyOf("a")
            .build(),
        said("c", 2).text("Un enfant a été hospitalisé par la soupe").copyOf("a").build());
    StoryReport.Variant changed = report("a", 5).variants().getFirst();
    assertThat(changed.copies()).isEqualTo(2);
    assertThat(changed.author()).isEqualTo("bea");
    assertThat(changed.of()).isEqualTo("a");
    assertThat(changed.changes())
        .containsExactly(
            new Change(Kind.SAME, "Un enfant a été"),
            new Change(Kind.REMOVED, "incommodé"),
            new Change(Kind.ADDED, "hospitalisé"),
            new Change(Kind.SAME, "par la soupe"));
  }

  @Test
  void theForecastHasAnIntervalOrIsRefused() {
    history.add(said("a", 0).build());
    for (int i = 1; i < 8; i++) {
      history.add(said("c" + i, i).copyOf("a").build());
    }
    assertThat(report("a", 10).forecast()).isNull();
    for (int i = 8; i < 200; i++) {
      history.add(said("c" + i, 8 + i / 2).copyOf("a").build());
    }
    StoryReport.Forecast forecast = report("a", 240).forecast();
    assertThat(forecast).isNotNull();
    if (forecast != null && !forecast.supercritical()) {
      assertThat(forecast.low()).isNotNull().isGreaterThanOrEqualTo(200);
      assertThat(forecast.high()).isNotNull().isGreaterThanOrEqualTo(forecast.expected());
    }
    assertThat(report("a", 240).forecasts()).isNotEmpty().allMatch(f -> f.observed() >= 30);
  }

  @Test
  void aSmallStoryThatSlowsDownIsNotForecastAsALargeOne() {
    history.add(said("a", 0).build());
    for (int i = 1; i < 40; i++) {
      history.add(said("c" + i, i < 30 ? i / 10 : i - 27).copyOf("a").build());
    }
    StoryReport.Forecast forecast = Objects.requireNonNull(report("a", 30).forecast());
    assertThat(forecast.supercritical()).isFalse();
    assertThat(forecast.low()).isEqualTo(40);
    assertThat(forecast.expected()).isBetween(40L, 200L);
    assertThat(forecast.high()).isBetween(forecast.expected(), 600L);
  }

  @Test
  void accountsThatSayOneThingAtOnceAreASignalWithItsEvidence() {
    String slogan = "Boycottez tous Nivôse dès maintenant, partagez";
    history.add(said("a", 0).text("Nivôse rappelle ses raquettes").build());
    for (int i = 0; i < 7; i++) {
      history.add(
          said("b" + i, 0).at(START.plusSeconds(600 + 5L * i)).text(slogan).inStory("a").build());
    }
    assertThat(report("a", 60).signals())
        .anySatisfy(
            signal -> {
              assertThat(signal.kind()).isEqualTo(StoryReport.Signal.Kind.SAME_TEXT);
              assertThat(signal.count()).isEqualTo(7);
              assertThat(signal.evidence()).contains("b0", "b6");
            });
  }

  @Test
  void youngAccountsAreEvidenceWhereTheSourceTellsTheirAge() {
    for (int i = 0; i < 6; i++) {
      SampleMention each =
          SampleMention.of("y" + i)
              .at(START.plusSeconds(5L * i))
              .by("compte" + i, null, 3L)
              .text("Nivôse cache des blessés, partagez avant suppression");
      if (i < 4) {
        each.accountOf(START.minus(Duration.ofDays(i == 3 ? 400 : 10 + i)));
      }
      history.add(i == 0 ? each.build() : each.copyOf("y0").build());
    }
    StoryReport.Signal signal = report("y0", 5).signals().getFirst();
    assertThat(signal.count()).isEqualTo(6);
    assertThat(signal.young()).isEqualTo(3);
    assertThat(signal.ageKnown()).isEqualTo(4);
  }

  @Test
  void oneWhoRepeatsByTheClockIsASignalAndRelaysAreNone() {
    history.add(said("a", 0).build());
    for (int i = 0; i < 8; i++) {
      history.add(
          said("r" + i, 10 * i)
              .by("robot", null, 1L)
              .text("La même annonce, encore elle")
              .inStory("a")
              .build(),
          said("s" + i, 3)
              .type(MentionType.REPOST)
              .text("Relais du premier message")
              .copyOf("a")
              .build(),
          said("t" + i, i * i * 7).text("Un avis que plusieurs partagent").inStory("a").build());
    }
    assertThat(report("a", 600).signals())
        .extracting(StoryReport.Signal::kind)
        .containsExactly(StoryReport.Signal.Kind.REGULAR);
    assertThat(report("a", 600).signals().getFirst().seconds()).isEqualTo(600);
  }

  @Test
  void voicesOnBothSidesAreThoseThatMostPeopleMet() {
    history.add(said("a", 0).build());
    for (int i = 0; i < 6; i++) {
      ToneLabel tone = i % 2 == 0 ? ToneLabel.NEGATIVE : ToneLabel.POSITIVE;
      history.add(said("v" + i, i + 1).tone(tone).by("v" + i, null, 10L * i).inStory("a").build());
    }
    StoryReport report = report("a", 60);
    assertThat(report.against()).extracting(AnalysedMention::id).containsExactly("v4", "v2", "v0");
    assertThat(report.inFavour()).extracting(AnalysedMention::id).containsExactly("v5", "v3", "v1");
    assertThat(report.tones()).containsEntry("negative", 3L).containsEntry("neutral", 1L);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5})
  void keptOnlineTheNumbersAreThoseOfADirectCount(int seed) {
    Random random = new Random(seed);
    Propagation online = new Propagation();
    List<AnalysedMention> seen = new ArrayList<>();
    int minute = 0;
    for (int i = 0; i < 150; i++) {
      minute += random.nextInt(4);
      // Some are collected late.
      int at = Math.max(0, minute - (random.nextInt(5) == 0 ? random.nextInt(20) : 0));
      SampleMention draft =
          said("m" + i, i == 0 ? 0 : at)
              .from("rss", "s" + random.nextInt(30))
              .by("a" + random.nextInt(60), null, (long) random.nextInt(500));
      AnalysedMention mention = (i == 0 ? draft : draft.copyOf("m0")).build();
      online.add(mention);
      online.add(mention);
      seen.add(mention);
    }
    seen.sort(Comparator.comparing(m -> m.mention().publishedAt()));
    long first = seen.getFirst().mention().publishedAt().getEpochSecond();
    long last = seen.getLast().mention().publishedAt().getEpochSecond();
    for (long second = last; second < last + 7_200; second += 977) {
      StoryReport.Speed speed = online.speed(second);
      long window = speed.windowSeconds();
      long recent = between(seen, second - window, second);
      long before = between(seen, second - 2 * window, second - window);
      assertThat(speed.perHour()).isCloseTo(recent * 3_600.0 / window, within(1e-9));
      assertThat(speed.accelerationPerHour())
          .isCloseTo((recent - before) * 3_600.0 / window, within(1e-9));
      long end = second;
      double reach =
          seen.stream()
              .filter(m -> at(m) > end - window && at(m) <= end)
              .mapToLong(m -> followers(m))
              .sum();
      assertThat(speed.reachPerHour()).isCloseTo(reach * 3_600 / window, within(1e-6));
    }
    Map<String, Long> largest = new HashMap<>();
    seen.forEach(m -> largest.merge(m.mention().author().key() + "", followers(m), Math::max));
    assertThat(online.size().reach())
        .isEqualTo(largest.values().stream().mapToLong(Long::longValue).sum());
    Set<String> sources = new HashSet<>();
    Map<Integer, Long> reached = new HashMap<>();
    for (AnalysedMention mention : seen) {
      if (sources.add(mention.mention().source().name())) {
        reached.put(sources.size(), at(mention) - first);
      }
    }
    online
        .milestones()
        .sources()
        .forEach((count, seconds) -> assertThat(seconds).isEqualTo(reached.get(count)));
    assertThat(online.milestones().half()).isEqualTo(at(seen.get(74)) - first);
  }

  private static long between(List<AnalysedMention> seen, long after, long until) {
    return seen.stream().filter(m -> at(m) > after && at(m) <= until).count();
  }

  private static long at(AnalysedMention mention) {
    return mention.mention().publishedAt().getEpochSecond();
  }

  private static long followers(AnalysedMention mention) {
    Long followers = mention.mention().author().followers();
    return followers == null ? 0 : followers;
  }

  @Test
  void aDiffOfLongTextsIsBounded() {
    assertThat(WordDiff.between("mot ".repeat(5_000), "mot ".repeat(5_000))).hasSize(1);
    assertThat(WordDiff.between("", "")).isEmpty();
    assertThat(WordDiff.between("", "tout neuf"))
        .containsExactly(new Change(Kind.ADDED, "tout neuf"));
  }
}
