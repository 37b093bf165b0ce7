package ouidire.analysis.cascade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ouidire.analysis.index.LuceneMentionHistory;
import ouidire.analysis.index.LuceneMentionIndex;
import ouidire.analysis.query.KnownLists;
import ouidire.analysis.query.LuceneCompiler;
import ouidire.core.history.MentionFilter;
import ouidire.core.history.SampleMention;
import ouidire.core.mention.AnalysedMention;
import ouidire.core.mention.MentionJson;
import ouidire.core.mention.MentionType;
import ouidire.core.mention.ToneLabel;
import ouidire.core.story.Rumour;
import ouidire.core.story.Rumour.OurVersion;
import ouidire.core.story.RumourReport;

/** A rumour and its correction, over the real index. */
class RumourReportTest {
  private static final Instant START = Instant.parse("2026-03-02T12:00:00Z");
  private static final String LINK = "https://nordika.test/heure-juste";

  @TempDir Path folder;
  private LuceneMentionIndex index;
  private LuceneMentionHistory history;
  private HistoryStories stories;

  @BeforeEach
  void open() throws IOException {
    index = new LuceneMentionIndex(folder.resolve("index"));
    LuceneCompiler compiler = new LuceneCompiler(ZoneOffset.UTC, KnownLists.NONE);
    history = new LuceneMentionHistory(index, compiler::compile);
    stories = new HistoryStories(history, CascadeForecaster.shipped());
  }

  @AfterEach
  void close() throws IOException {
    index.close();
  }

  private void add(SampleMention... mentions) throws IOException {
    for (SampleMention each : mentions) {
      AnalysedMention built = each.build();
      index.index(built, MentionJson.write(built));
    }
    index.refresh();
  }

  private static SampleMention said(String id, int minute, String by, long followers) {
    return SampleMention.of(id).at(START.plusSeconds(60L * minute)).by(by, null, followers);
  }

  private RumourReport report(@Nullable OurVersion ours, int minute) {
    return stories.rumour(new Rumour("r", ours), START.plusSeconds(60L * minute)).orElseThrow();
  }

  private static OurVersion version(
      @Nullable String link, @Nullable String mention, @Nullable Instant at) {
    return new OurVersion("Notre version", link, mention, at);
  }

  @Test
  void theLinkAndTheAttachedStoryAreTheCorrectionAllElseTheRumour() throws IOException {
    add(
        said("r", 0, "zoé", 100).tone(ToneLabel.NEGATIVE),
        said("r1", 30, "bob", 50).inStory("r").tone(ToneLabel.NEGATIVE),
        said("r2", 70, "bob", 60).inStory("r").tone(ToneLabel.POSITIVE),
        said("r3", 80, "léa", 40).inStory("r").links(LINK),
        said("c", 60, "nordika", 150),
        said("c1", 90, "ana", 30).inStory("c"),
        said("ailleurs", 60, "tom", 1_000));
    RumourReport told = report(version(LINK, "c", null), 120);
    assertThat(told.corrected()).isEqualTo(START.plusSeconds(3_600));
    assertThat(told.rumour())
        .isEqualTo(new RumourReport.Side(told.rumour().query(), 3, 2, 160, 2, 0));
    assertThat(told.correction())
        .isEqualTo(new RumourReport.Side(told.correction().query(), 3, 3, 220, 3, 0));
    assertThat(told.tonesBefore()).isEqualTo(Map.of("negative", 2L));
    assertThat(told.tonesAfter()).isEqualTo(Map.of("positive", 1L));
    assertThat(told.pace()).isEqualTo(new RumourReport.Pace(3_600, 2, 1));
    assertThat(told.overtaken()).as("150 against 150").isEqualTo(START.plusSeconds(3_600));
  }

  @Test
  void inTheRumoursOwnStoryTheCorrectionIsItsThreadWithoutTheAnswers() throws IOException {
    add(
        said("r", 0, "zoé", 100),
        said("c", 10, "nordika", 20).inStory("r"),
        said("c1", 12, "ana", 30).inStory("r").under("c", "c").type(MentionType.REPOST),
        said("c2", 14, "tom", 70).inStory("r").under("c", "c").type(MentionType.COMMENT));
    RumourReport told = report(version(null, "c", null), 60);
    assertThat(told.correction().mentions()).isEqualTo(2);
    assertThat(told.rumour().mentions()).isEqualTo(2);
    assertThat(told.overtaken()).isNull();
    RumourReport earlier = report(version(null, "c", null), 11);
    assertThat(earlier.correction().mentions()).isEqualTo(1);
  }

  @Test
  void withoutOurVersionEverythingIsBefore() throws IOException {
    add(said("r", 0, "zoé", 100), said("r1", 5, "bob", 50).inStory("r"));
    RumourReport told = report(null, 60);
    assertThat(told.corrected()).isNull();
    assertThat(told.pace()).isNull();
    assertThat(told.correction().mentions()).isZero();
    assertThat(told.tonesBefore()).isEqualTo(Map.of("neutral", 2L));
    assertThat(told.tonesAfter()).isEmpty();
    Instant said = START.plusSeconds(120);
    assertThat(report(version(null, null, said), 60).corrected()).isEqualTo(said);
    assertThat(report(version(null, null, said), 1).corrected()).as("not yet").isNull();
    assertThat(stories.rumour(new Rumour("personne", null), START)).isEmpty();
  }

  /** Everything again by plain counting, on random histories. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void equalsADirectRecomputation(long seed) throws IOException {
    Random random = new Random(seed);
    List<SampleMention> all =
        new ArrayList<>(List.of(said("r", 0, "a0", 10), said("c", 200, "a1", 10)));
    for (int i = 0; i < 150; i++) {
      SampleMention each =
          said("m" + i, random.nextInt(1_000), "a" + random.nextInt(40), random.nextInt(500));
      switch (random.nextInt(4)) {
        case 0 -> each.inStory("c");
        case 1 -> each.links(LINK + "?de=" + i, "https://autre.test/");
        default -> each.inStory("r");
      }
      all.add(each.tone(ToneLabel.values()[random.nextInt(ToneLabel.values().length)]));
    }
    add(all.toArray(SampleMention[]::new));
    RumourReport told = report(version(LINK, "c", null), 800);
    Instant end = START.plusSeconds(60L * 800);
    Predicate<AnalysedMention> ours =
        m ->
            m.storyId().equals("c")
                || m.mention().links().stream().anyMatch(link -> link.startsWith(LINK));
    List<AnalysedMention> before =
        all.stream()
            .map(SampleMention::build)
            .filter(m -> !m.mention().publishedAt().isAfter(end))
            .toList();
    List<AnalysedMention> correction = before.stream().filter(ours).toList();
    List<AnalysedMention> rumour =
        before.stream().filter(ours.negate()).filter(m -> m.storyId().equals("r")).toList();
    check(told.rumour(), rumour);
    check(told.correction(), correction);
    Instant moment =
        correction.stream()
            .map(m -> m.mention().publishedAt())
            .min(Instant::compareTo)
            .orElseThrow();
    assertThat(told.corrected()).isEqualTo(moment);
    Map<String, Long> tones = new HashMap<>();
    rumour.stream()
        .filter(m -> m.mention().publishedAt().isBefore(moment))
        .forEach(
            m ->
                tones.merge(
                    m.tone().label().name().toLowerCase(java.util.Locale.ROOT), 1L, Long::sum));
    assertThat(told.tonesBefore()).isEqualTo(tones);
    assertThat(told.timeline().stream().mapToLong(RumourReport.Moment::rumourReach).sum())
        .isEqualTo(told.rumour().reach());
    assertThat(told.timeline().stream().mapToLong(RumourReport.Moment::correctionReach).sum())
        .isEqualTo(told.correction().reach());
    assertThat(told.timeline().stream().mapToLong(RumourReport.Moment::rumourMentions).sum())
        .isEqualTo(rumour.size());
    RumourReport.Pace pace = told.pace();
    if (pace != null) {
      Instant until = moment.plusSeconds(pace.windowSeconds());
      long after =
          rumour.stream()
              .map(m -> m.mention().publishedAt())
              .filter(at -> !at.isBefore(moment) && at.isBefore(until))
              .count();
      assertThat(pace.after()).isCloseTo(after * 3_600.0 / pace.windowSeconds(), within(1e-9));
    }
    MentionFilter period = MentionFilter.ALL.withPeriod(null, end.plusMillis(1));
    assertThat(history.count(period.withQuery(told.rumour().query()))).isEqualTo(rumour.size());
    assertThat(history.count(period.withQuery(told.correction().query())))
        .isEqualTo(correction.size());
  }

  private static void check(RumourReport.Side told, List<AnalysedMention> mentions) {
    Map<String, Long> followers = new HashMap<>();
    Set<String> authors = new HashSet<>();
    for (AnalysedMention each : mentions) {
      String author = String.valueOf(each.mention().author().key());
      authors.add(author);
      followers.merge(author, each.mention().author().followers(), Math::max);
    }
    assertThat(told.mentions()).isEqualTo(mentions.size());
    assertThat(told.authors()).isEqualTo(authors.size());
    assertThat(told.reach()).isEqualTo(followers.values().stream().mapToLong(f -> f).sum());
  }
}
