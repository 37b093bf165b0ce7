package ouidire.core.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static ouidire.core.history.MentionFilter.ALL;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import ouidire.core.mention.AnalysedMention;
import ouidire.core.mention.MentionType;
import ouidire.core.mention.ToneLabel;

/**
 * What every {@link MentionHistory} keeps to. A subclass gives an empty history whose queries are
 * at least {@link PlainQueries}, and the way things get into it.
 */
public abstract class MentionHistoryContract {
  protected static final ZoneId MONTREAL = ZoneId.of("America/Montreal");

  protected abstract MentionHistory history();

  /** Returns once the mentions can be found, each in place of one with its id. */
  protected abstract void index(AnalysedMention... mentions);

  /** Returns once the mention cannot be found. */
  protected abstract void erase(String id);

  @Test
  void findsTheWholeMention() {
    AnalysedMention rich =
        SampleMention.of("rich")
            .at("2026-03-02T15:00:00.123456Z")
            .title("Rappel d’œufs")
            .text("Nordika rappelle <b>tout</b> 🔥\n= 1+1")
            .by("zoé", "Zoé", 12L)
            .links("https://www.nordika.test/a")
            .hashtags("RappelNordika")
            .engagement(1L, null, 3L)
            .tone(ToneLabel.NEGATIVE)
            .brand("nordika", ToneLabel.NEGATIVE)
            .type(MentionType.ARTICLE)
            .build();
    index(rich);
    assertThat(history().find("rich")).contains(rich);
    assertThat(history().find("other")).isEmpty();
    assertThat(history().search(ALL, MentionOrder.NEWEST, 10, null).mentions())
        .containsExactly(rich);
  }

  @Test
  void severalLooksAtOneMomentAgreeWhateverArrivesBetweenThem() {
    index(SampleMention.of("a").by("ana", null, null).build());
    List<Long> seen =
        history()
            .atOneMoment(
                held -> {
                  long before = held.count(ALL);
                  index(SampleMention.of("b").by("bob", null, null).build());
                  return List.of(
                      before,
                      held.count(ALL),
                      held.countDistinct(ALL, Dimension.AUTHOR),
                      held.search(ALL, MentionOrder.NEWEST, 10, null).total());
                });
    assertThat(seen).containsExactly(1L, 1L, 1L, 1L);
    assertThat(history().count(ALL)).isEqualTo(2);
  }

  @Test
  void totalsAddReactionsUpAndCountFollowersOnceAnAuthor() {
    index(
        SampleMention.of("a").by("ana", null, 100L).engagement(5L, 2L, null).build(),
        SampleMention.of("b").by("ana", null, 120L).engagement(1L, null, 4L).build());
    index(
        SampleMention.of("c").by("ana", null, 90L).build(),
        SampleMention.of("d").by("bob", null, null).engagement(null, 7L, null).build(),
        SampleMention.of("e").by(null, null, 30L).build(),
        SampleMention.of("f").by("léa", null, 0L).build());
    assertThat(history().totals(ALL)).isEqualTo(new Totals(6, 6, 9, 4, 150, 2));
    assertThat(history().totals(ALL.withAuthors(Set.of("bob"))))
        .isEqualTo(new Totals(1, 0, 7, 0, 0, 0));
    assertThat(history().totals(ALL).engagement()).isEqualTo(19);
    erase("b");
    assertThat(history().totals(ALL)).isEqualTo(new Totals(5, 5, 9, 0, 130, 2));
  }

  @Test
  void aLaterRecordReplacesTheEarlier() {
    index(SampleMention.of("a").text("avant").build(), SampleMention.of("b").build());
    index(SampleMention.of("a").text("après").build());
    assertThat(history().count(ALL)).isEqualTo(2);
    assertThat(history().count(ALL.withQuery("avant"))).isZero();
    assertThat(history().find("a").orElseThrow().mention().text()).isEqualTo("après");
    index(SampleMention.of("c").text("un").build(), SampleMention.of("c").text("deux").build());
    assertThat(history().find("c").orElseThrow().mention().text()).isEqualTo("deux");
    assertThat(history().count(ALL)).isEqualTo(3);
  }

  @Test
  void whatIsErasedIsGone() {
    index(SampleMention.of("a").build(), SampleMention.of("b").build());
    erase("a");
    erase("never there");
    assertThat(history().find("a")).isEmpty();
    assertThat(ids(ALL)).containsExactly("b");
    assertThat(history().existing(Set.of("a", "b", "c"))).containsExactly("b");
    index(SampleMention.of("a").build());
    assertThat(history().existing(Set.of("a", "b", "c"))).containsExactlyInAnyOrder("a", "b");
  }

  @Test
  void anEmptyHistoryAnswers() {
    assertThat(history().search(ALL, MentionOrder.NEWEST, 10, null))
        .isEqualTo(new MentionPage(List.of(), 0, null));
    assertThat(history().count(ALL)).isZero();
    assertThat(history().countDistinct(ALL, Dimension.AUTHOR)).isZero();
    assertThat(history().top(ALL, Dimension.LINK, 10)).isEmpty();
    assertThat(history().histogram(ALL, BucketSize.DAY, MONTREAL, Dimension.TONE)).isEmpty();
    assertThat(history().existing(Set.of("a"))).isEmpty();
  }

  @Test
  void eachConditionHoldsAlone() {
    index(
        SampleMention.of("a")
            .at("2026-03-01T10:00:00.000000001Z")
            .from("rss", "Le Soir")
            .by("alice", "Alice L.", null)
            .links("https://www.Exemple.test/x", "nonsense")
            .hashtags("Été")
            .tone(ToneLabel.POSITIVE)
            .text("Nordika, quel été!")
            .build(),
        SampleMention.of("b")
            .at("2026-03-02T10:00:00Z")
            .from("rss", "Le Matin")
            .by(null, "alice", null)
            .in("en")
            .type(MentionType.COMMENT)
            .brand("nordika", ToneLabel.NEGATIVE)
            .build(),
        SampleMention.of("c")
            .at("2026-03-03T10:00:00Z")
            .from("mastodon", "piaille.test")
            .by(null, null, null)
            .tone(ToneLabel.UNKNOWN)
            .brand("nordika", ToneLabel.NEUTRAL)
            .brand("boreal", ToneLabel.NEGATIVE)
            .build());
    assertThat(ids(ALL)).containsExactly("c", "b", "a");
    assertThat(ids(ALL.withQuery("nordika été"))).containsExactly("a");
    assertThat(ids(ALL.withQuery("  "))).containsExactly("c", "b", "a");
    assertThat(ids(ALL.withBrands(Set.of("boreal", "absente")))).containsExactly("c");
    assertThat(ids(ALL.withSources(Set.of("rss")))).containsExactly("b", "a");
    assertThat(ids(ALL.withSources(Set.of("rss:Le Soir", "mastodon")))).containsExactly("c", "a");
    assertThat(ids(ALL.withAuthors(Set.of("alice")))).containsExactly("b", "a");
    assertThat(ids(ALL.withLanguages(Set.of("en")))).containsExactly("b");
    assertThat(ids(ALL.withTypes(Set.of(MentionType.COMMENT)))).containsExactly("b");
    assertThat(ids(ALL.withDomains(Set.of("exemple.test")))).containsExactly("a");
    assertThat(ids(ALL.withLinks(Set.of("https://www.Exemple.test/x")))).containsExactly("a");
    assertThat(ids(ALL.withHashtags(Set.of("#ETE")))).containsExactly("a");
    assertThat(ids(period("2026-03-01T10:00:00.000000001Z", "2026-03-02T10:00:00Z")))
        .containsExactly("a");
    assertThat(ids(period("2026-03-01T10:00:00.000000002Z", null))).containsExactly("c", "b");
    assertThat(ids(ALL.withTones(Set.of(ToneLabel.POSITIVE, ToneLabel.UNKNOWN))))
        .containsExactly("c", "a");
    assertThat(ids(ALL.withSources(Set.of("rss")).withLanguages(Set.of("fr"))))
        .containsExactly("a");
  }

  @Test
  void copiesStoriesAndSourcesAreCountedApart() {
    index(
        SampleMention.of("a").from("rss", "un").build(),
        SampleMention.of("b").from("rss", "deux").copyOf("a").build(),
        SampleMention.of("c").from("rss", "deux").copyOf("a").build(),
        SampleMention.of("d").from("mastodon", "trois").inStory("a").build(),
        SampleMention.of("e").from("mastodon", "trois").copyOf("d", "a").build(),
        SampleMention.of("f").from("rss", "un").build());
    assertThat(history().count(ALL)).isEqualTo(6);
    assertThat(history().countDistinct(ALL, Dimension.COPIES)).isEqualTo(3);
    assertThat(history().countDistinct(ALL, Dimension.STORY)).isEqualTo(2);
    assertThat(history().countDistinct(ALL, Dimension.SOURCE)).isEqualTo(3);
    assertThat(history().top(ALL, Dimension.STORY, 10))
        .containsExactly(new ValueCount("a", 5), new ValueCount("f", 1));
    assertThat(history().top(ALL, Dimension.COPIES, 1)).containsExactly(new ValueCount("a", 3));
    assertThat(history().count(ALL.withStories(Set.of("a")))).isEqualTo(5);
    assertThat(history().count(ALL.withCopies(Set.of("d", "f")))).isEqualTo(3);
    assertThat(history().count(ALL.withStories(Set.of("b")))).isZero();
    assertThat(history().find("e"))
        .hasValueSatisfying(seen -> assertThat(seen.storyId()).isEqualTo("a"));
  }

  @Test
  void underOneBrandToneIsTowardIt() {
    index(
        SampleMention.of("a")
            .tone(ToneLabel.POSITIVE)
            .brand("nordika", ToneLabel.NEGATIVE)
            .brand("boreal", ToneLabel.POSITIVE)
            .build(),
        SampleMention.of("b").tone(ToneLabel.NEGATIVE).brand("boreal", ToneLabel.NEUTRAL).build());
    MentionFilter nordika = ALL.withBrands(Set.of("nordika"));
    MentionFilter both = ALL.withBrands(Set.of("nordika", "boreal"));
    Set<ToneLabel> negative = Set.of(ToneLabel.NEGATIVE);
    assertThat(ids(nordika.withTones(negative))).containsExactly("a");
    assertThat(ids(both.withTones(negative))).containsExactly("b");
    assertThat(ids(ALL.withTones(negative))).containsExactly("b");
    assertThat(history().top(nordika, Dimension.TONE, 9))
        .containsExactly(new ValueCount("negative", 1));
    assertThat(history().top(both, Dimension.TONE, 9))
        .containsExactly(new ValueCount("negative", 1), new ValueCount("positive", 1));
    assertThat(history().histogram(nordika, BucketSize.DAY, MONTREAL, Dimension.TONE))
        .extracting(TimeBucket::split)
        .containsExactly(Map.of("negative", 1L));
  }

  @Test
  void pagesInEveryOrderHoldEachMentionOnce() {
    List<AnalysedMention> all = new ArrayList<>();
    for (int i = 0; i < 23; i++) {
      all.add(
          SampleMention.of("m" + i)
              .at(Instant.parse("2026-03-02T15:00:00Z").plusSeconds(i / 5))
              .by("a" + i, null, i % 4 == 0 ? null : (long) (i % 3))
              .engagement((long) (i % 3), null, 1L)
              .build());
    }
    index(all.toArray(AnalysedMention[]::new));
    InMemoryMentionHistory twin = new InMemoryMentionHistory();
    twin.add(all.toArray(AnalysedMention[]::new));
    for (MentionOrder order : MentionOrder.values()) {
      List<String> expected = pages(twin, order, 1000, List.of());
      assertThat(pages(history(), order, 4, List.of())).as("%s", order).isEqualTo(expected);
      assertThat(expected).hasSize(23);
    }
  }

  @Test
  void arrivalsNeitherRepeatNorHideWhatWasThere() {
    List<String> before = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      index(SampleMention.of("m" + i).build());
      before.add("m" + i);
    }
    List<AnalysedMention> arrivals = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      arrivals.add(SampleMention.of("l" + i).at("2026-03-02T15:0" + i + ":00Z").build());
    }
    assertThat(pages(history(), MentionOrder.NEWEST, 5, arrivals))
        .doesNotHaveDuplicates()
        .containsAll(before);
  }

  @Test
  void aStrangeCursorOrLimitIsRefused() {
    index(SampleMention.of("a").build(), SampleMention.of("b").build());
    String cursor = history().search(ALL, MentionOrder.NEWEST, 1, null).next();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> history().search(ALL, MentionOrder.ENGAGEMENT, 1, cursor))
        .withMessageContaining("cursor");
    for (String strange : List.of("", "x", "%%", "bm9uc2Vuc2U")) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> history().search(ALL, MentionOrder.NEWEST, 1, strange))
          .withMessageContaining("cursor");
    }
    for (int limit : new int[] {0, 1001}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> history().search(ALL, MentionOrder.NEWEST, limit, null))
          .withMessageContaining("limit");
    }
  }

  @Test
  void aQueryThatDoesNotParseSaysWhere() {
    MentionFilter broken = ALL.withQuery("nordika (rappel");
    assertThatThrownBy(() -> history().count(broken))
        .isInstanceOf(InvalidQueryException.class)
        .extracting(e -> ((InvalidQueryException) e).position())
        .isEqualTo(8);
  }

  @Test
  void daysWithAClockChangeAreOneDay() {
    index(
        SampleMention.of("a").at("2026-03-08T04:59:59Z").build(),
        SampleMention.of("b").at("2026-03-08T05:00:00Z").build(),
        SampleMention.of("c").at("2026-03-09T03:59:59Z").build(),
        SampleMention.of("d").at("2026-03-09T04:00:00Z").build(),
        SampleMention.of("e").at("2026-11-02T04:59:59Z").build());
    List<TimeBucket> spring =
        history()
            .histogram(
                period("2026-03-07T05:00:00Z", "2026-03-10T04:00:00Z"),
                BucketSize.DAY,
                MONTREAL,
                null);
    assertThat(spring)
        .containsExactly(
            bucket("2026-03-07T05:00:00Z", "2026-03-08T05:00:00Z", 1),
            bucket("2026-03-08T05:00:00Z", "2026-03-09T04:00:00Z", 2),
            bucket("2026-03-09T04:00:00Z", "2026-03-10T04:00:00Z", 1));
    List<TimeBucket> autumn =
        history().histogram(period("2026-11-01T04:00:00Z", null), BucketSize.HOUR, MONTREAL, null);
    assertThat(autumn).hasSize(25);
    assertThat(autumn.getLast())
        .isEqualTo(bucket("2026-11-02T04:00:00Z", "2026-11-02T05:00:00Z", 1));
  }

  @Test
  void bucketsAreCutToTheFilterAndEmptyOnesAreThere() {
    index(
        SampleMention.of("a").at("2026-03-04T00:30:00Z").build(),
        SampleMention.of("b").at("2026-03-18T23:00:00Z").build());
    assertThat(
            history()
                .histogram(
                    period("2026-03-03T12:00:00Z", "2026-03-19T01:00:00Z"),
                    BucketSize.WEEK,
                    ZoneOffset.UTC,
                    null))
        .containsExactly(
            bucket("2026-03-03T12:00:00Z", "2026-03-09T00:00:00Z", 1),
            bucket("2026-03-09T00:00:00Z", "2026-03-16T00:00:00Z", 0),
            bucket("2026-03-16T00:00:00Z", "2026-03-19T01:00:00Z", 1));
    assertThat(history().histogram(ALL, BucketSize.MONTH, ZoneOffset.UTC, null))
        .containsExactly(bucket("2026-03-01T00:00:00Z", "2026-04-01T00:00:00Z", 2));
    assertThat(
            history()
                .histogram(
                    period("2026-03-05T00:00:00Z", "2026-03-05T00:00:00Z"),
                    BucketSize.DAY,
                    ZoneOffset.UTC,
                    null))
        .isEmpty();
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                history()
                    .histogram(
                        period("2016-01-01T00:00:00Z", "2026-01-01T00:00:00Z"),
                        BucketSize.MINUTE,
                        ZoneOffset.UTC,
                        null))
        .withMessageContaining("10000");
  }

  @Test
  void topCountsAMentionOnceForEachValueAndBreaksTiesByValue() {
    index(
        SampleMention.of("a").by("zoé", null, null).hashtags("Un", "un", "deux").build(),
        SampleMention.of("b").by("abel", null, null).hashtags("UN").build(),
        SampleMention.of("c").by("\uFF21", null, null).hashtags("trois").build(),
        SampleMention.of("d").by("😀", null, null).build());
    index(SampleMention.of("e").by("abel", null, null).build());
    assertThat(history().top(ALL, Dimension.HASHTAG, 2))
        .containsExactly(new ValueCount("un", 2), new ValueCount("deux", 1));
    assertThat(history().top(ALL, Dimension.AUTHOR, 9))
        .containsExactly(
            new ValueCount("abel", 2),
            new ValueCount("zoé", 1),
            new ValueCount("\uFF21", 1),
            new ValueCount("😀", 1));
    assertThat(history().countDistinct(ALL, Dimension.HASHTAG)).isEqualTo(3);
    assertThat(history().countDistinct(ALL, Dimension.AUTHOR)).isEqualTo(4);
    erase("d");
    assertThat(history().countDistinct(ALL, Dimension.AUTHOR)).isEqualTo(3);
  }

  @Test
  void everyNumberOpensItsMentions() {
    RandomHistory random = new RandomHistory(20_260_302L);
    InMemoryMentionHistory twin = new InMemoryMentionHistory();
    for (int batch = 0; batch < 6; batch++) {
      AnalysedMention[] some = random.mentions(40);
      index(some);
      twin.add(some);
      String gone = random.id();
      erase(gone);
      twin.erase(gone);
    }
    for (int i = 0; i < 150; i++) {
      MentionFilter filter = random.filter();
      Dimension dimension = random.pick(Dimension.values());
      BucketSize size = random.pick(BucketSize.HOUR, BucketSize.DAY, BucketSize.WEEK);
      List<TimeBucket> buckets = history().histogram(filter, size, MONTREAL, dimension);
      List<String> seen = new ArrayList<>();
      history().forEach(filter, mention -> seen.add(mention.id()));

      assertThat(buckets)
          .as("%s by %s split by %s", filter, size, dimension)
          .isEqualTo(twin.histogram(filter, size, MONTREAL, dimension));
      long total = buckets.stream().mapToLong(TimeBucket::count).sum();
      assertThat(total).as("%s", filter).isEqualTo(history().count(filter));
      assertThat(total).isEqualTo(history().search(filter, MentionOrder.NEWEST, 1, null).total());
      assertThat(total).isEqualTo(seen.size());
      assertThat(seen).doesNotHaveDuplicates();
      assertThat(history().top(filter, dimension, 5))
          .as("%s of %s", dimension, filter)
          .isEqualTo(twin.top(filter, dimension, 5));
      assertThat(history().countDistinct(filter, dimension))
          .isEqualTo(twin.countDistinct(filter, dimension));
    }
  }

  @Test
  void exportGoesFromOldestToNewest() {
    index(
        SampleMention.of("b").at("2026-03-02T00:00:00Z").build(),
        SampleMention.of("c").at("2026-03-03T00:00:00Z").build());
    index(SampleMention.of("a").at("2026-03-01T00:00:00Z").build());
    index(SampleMention.of("d").at("2026-03-02T12:00:00Z").text("un rappel").build());
    List<String> seen = new ArrayList<>();
    history().forEach(ALL, mention -> seen.add(mention.id()));
    assertThat(seen).containsExactly("a", "b", "d", "c");
    seen.clear();
    history().forEach(ALL.withQuery("rappel"), mention -> seen.add(mention.id()));
    assertThat(seen).containsExactly("d");
  }

  private List<String> ids(MentionFilter filter) {
    return history().search(filter, MentionOrder.NEWEST, 100, null).mentions().stream()
        .map(AnalysedMention::id)
        .toList();
  }

  /** All ids page by page, one of the arrivals coming in after each page. */
  private List<String> pages(
      MentionHistory of, MentionOrder order, int limit, List<AnalysedMention> arrivals) {
    List<String> ids = new ArrayList<>();
    int page = 0;
    String cursor = null;
    do {
      MentionPage answer = of.search(ALL, order, limit, cursor);
      answer.mentions().forEach(m -> ids.add(m.id()));
      cursor = answer.next();
      if (page < arrivals.size()) {
        index(arrivals.get(page));
      }
      page++;
    } while (cursor != null && page < 100);
    return ids;
  }

  private static MentionFilter period(String from, @Nullable String to) {
    return ALL.withPeriod(Instant.parse(from), to == null ? null : Instant.parse(to));
  }

  private static TimeBucket bucket(String start, String end, long count) {
    return new TimeBucket(Instant.parse(start), Instant.parse(end), count, Map.of());
  }
}
