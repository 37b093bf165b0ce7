package ouidire.core.history;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import ouidire.core.mention.AnalysedMention;
import ouidire.core.mention.MentionType;
import ouidire.core.mention.ToneLabel;

/** Random mentions that share values, and random filters that ask for them; a seed repeats them. */
public final class RandomHistory {
  private static final Instant FIRST = Instant.parse("2026-02-20T00:00:00Z");
  private static final String[] WORDS = {"nordika", "boréal", "rappel", "été", "jus", "œuf"};
  private static final String[] BRANDS = {"nordika", "boreal", "givre"};
  private static final String[] AUTHORS = {"alice", "Bob", "zoé", "😀", "c"};
  private static final String[] LANGUAGES = {"fr", "en", "und"};
  private static final String[] KINDS = {"question", "complaint", "press"};
  private static final String[] ASPECTS = {"price", "delay", "price:negative", "app:positive"};
  private static final String[] FLAGS = {"threat", "insult"};
  private static final String[] TAGS = {"Été", "ETE", "Rappel", "boycott"};
  private static final String[] LINKS = {
    "https://www.exemple.test/a", "https://exemple.test/b", "https://autre.test/", "pas un lien"
  };
  private final Random random;

  public RandomHistory(long seed) {
    random = new Random(seed);
  }

  @SafeVarargs
  public final <T> T pick(T... values) {
    return values[random.nextInt(values.length)];
  }

  /** One of 200 ids, so that some come again. */
  public String id() {
    return "m" + random.nextInt(200);
  }

  public AnalysedMention[] mentions(int count) {
    AnalysedMention[] all = new AnalysedMention[count];
    for (int i = 0; i < count; i++) {
      all[i] = mention(id());
    }
    return all;
  }

  /** A mention of any time in 28 days, many on the same hour. */
  public AnalysedMention mention(String id) {
    SampleMention draft =
        SampleMention.of(id)
            .at(
                random.nextBoolean()
                    ? instant()
                    : FIRST.plus(Duration.ofHours(random.nextInt(672))))
            .from(pick("rss", "mastodon"), pick("un", "deux"))
            .by(pick(AUTHORS), null, random.nextBoolean() ? null : (long) random.nextInt(5))
            .in(pick(LANGUAGES))
            .type(pick(MentionType.values()))
            .tone(pick(ToneLabel.values()))
            .text(pick(WORDS) + " " + pick(WORDS) + ", " + pick(WORDS))
            .engagement((long) random.nextInt(4), null, null);
    if (random.nextInt(3) == 0) {
      draft.by(null, null, null);
    }
    if (random.nextBoolean()) {
      draft.links(pick(LINKS), pick(LINKS));
    }
    if (random.nextBoolean()) {
      draft.hashtags(pick(TAGS), pick(TAGS));
    }
    if (random.nextBoolean()) {
      draft.kind(pick(KINDS)).kind(pick(KINDS));
    }
    if (random.nextInt(4) == 0) {
      draft.flag(pick(FLAGS));
    }
    if (random.nextInt(3) == 0) {
      draft.aspect(pick(ASPECTS));
    }
    switch (random.nextInt(3)) {
      case 0 -> draft.inStory(id());
      case 1 -> draft.copyOf(id(), id());
      default -> {}
    }
    for (String brand : BRANDS) {
      if (random.nextInt(3) == 0) {
        draft.brand(brand, pick(ToneLabel.values()));
      }
    }
    return draft.build();
  }

  public MentionFilter filter() {
    MentionFilter filter = MentionFilter.ALL;
    if (maybe()) {
      filter = filter.withQuery(pick(WORDS));
    }
    if (maybe()) {
      filter = filter.withBrands(some(BRANDS));
    }
    if (maybe()) {
      filter = filter.withTones(some(ToneLabel.values()));
    }
    if (maybe()) {
      filter = filter.withSources(some("rss", "mastodon:un", "rss:deux", "absent"));
    }
    if (maybe()) {
      filter = filter.withAuthors(some(AUTHORS));
    }
    if (maybe()) {
      filter = filter.withLanguages(some(LANGUAGES));
    }
    if (maybe()) {
      filter = filter.withTypes(some(MentionType.values()));
    }
    if (maybe()) {
      filter = filter.withDomains(some("exemple.test", "autre.test"));
    }
    if (maybe()) {
      filter = filter.withLinks(some(LINKS));
    }
    if (maybe()) {
      filter = filter.withHashtags(some(TAGS));
    }
    if (maybe()) {
      filter = filter.withKinds(some(KINDS));
    }
    if (maybe()) {
      filter = filter.withFlags(some(FLAGS));
    }
    if (maybe()) {
      filter = filter.withAspects(some(ASPECTS));
    }
    if (maybe()) {
      filter = filter.withStories(some(id(), id(), id()));
    }
    if (maybe()) {
      filter = filter.withCopies(some(id(), id(), id()));
    }
    Instant one = instant();
    Instant other = instant();
    return switch (random.nextInt(4)) {
      case 0 -> filter.withPeriod(one, null);
      case 1 -> filter.withPeriod(null, one);
      case 2 ->
          filter.withPeriod(one.isBefore(other) ? one : other, one.isBefore(other) ? other : one);
      default -> filter;
    };
  }

  private Instant instant() {
    return FIRST.plusNanos(random.nextLong(Duration.ofDays(28).toNanos()));
  }

  private boolean maybe() {
    return random.nextInt(6) == 0;
  }

  @SafeVarargs
  private final <T> Set<T> some(T... values) {
    Set<T> set = new HashSet<>();
    set.add(pick(values));
    set.add(pick(values));
    return set;
  }
}
