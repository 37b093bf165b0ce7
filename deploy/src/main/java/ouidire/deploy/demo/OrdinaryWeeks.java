package ouidire.deploy.demo;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import ouidire.core.mention.Author;
import ouidire.core.mention.Mention;
import ouidire.core.mention.MentionType;

/**
 * Ordinary weeks before now: each text is said once, at its place in the week, and those that
 * people shared are relayed by others in later weeks, never twice within one. The same texts and
 * now give the same mentions.
 */
final class OrdinaryWeeks {
  static final int WEEKS = 5;

  /** How new texts are shared out: relays come later, so the earliest weeks have more new ones. */
  private static final double[] NEW_TEXTS = {1.8, 1.3, 0.8, 0.6, 0.5};

  /** How often one text is relayed at most. */
  private static final int MAX_RELAYS = 3;

  private static final double GAINED_A_DAY = 0.0025;

  private static final Set<String> OFFICIAL =
      Scenario.brands().stream()
          .flatMap(brand -> brand.accounts().stream())
          .collect(Collectors.toUnmodifiableSet());

  private final List<DemoText> texts;
  private final Instant now;
  private final int[] filled = new int[WEEKS];
  private final Map<String, Integer> homes = new HashMap<>();
  private final List<Mention> mentions = new ArrayList<>();

  private OrdinaryWeeks(List<DemoText> texts, Instant now) {
    this.texts = texts;
    this.now = now;
  }

  /** All mentions, oldest first. */
  static List<Mention> before(Instant now, List<DemoText> texts) {
    return new OrdinaryWeeks(texts, now).mentions();
  }

  private List<Mention> mentions() {
    texts.forEach(this::sayOnce);
    texts.stream().filter(OrdinaryWeeks::worthRelaying).forEach(this::relay);
    mentions.sort(Comparator.comparing(Mention::publishedAt).thenComparing(Mention::id));
    return mentions;
  }

  /** An answer is in the week of what it answers; the others fill the emptiest week. */
  private void sayOnce(DemoText text) {
    Integer parents = text.parent() == null ? null : homes.get(text.parent());
    int week = parents == null ? leastNew() : parents;
    homes.put(text.id(), week);
    filled[week]++;
    mentions.add(grown(text.at(place(text, week, 0), now)));
  }

  /** Official accounts had fewer followers then: they gain a few in a thousand each day. */
  private Mention grown(Mention mention) {
    Author author = mention.author();
    String handle = author.handle();
    Long followers = author.followers();
    if (handle == null || followers == null || !OFFICIAL.contains(handle)) {
      return mention;
    }
    double days = Duration.between(mention.publishedAt(), now).toHours() / 24.0;
    long then = Math.round(followers * Math.exp(-GAINED_A_DAY * days));
    return DemoText.with(mention, new Author(handle, author.name(), then));
  }

  private void relay(DemoText text) {
    int home = homes.getOrDefault(text.id(), 0);
    int wanted = Math.min(MAX_RELAYS, 1 + spread(text.id(), 7, MAX_RELAYS));
    List<Integer> used = new ArrayList<>();
    for (int turn = 1; turn <= wanted; turn++) {
      int week = emptiest(home + 1, used);
      if (week < 0) {
        return;
      }
      used.add(week);
      filled[week]++;
      Author by = relaying(text.id(), 31 * turn);
      mentions.add(text.relayed(turn, by, place(text, week, turn), now));
    }
  }

  /** Anybody but the brands themselves, whose followers differ from network to network. */
  private Author relaying(String id, int salt) {
    int at = spread(id, salt, texts.size());
    while (OFFICIAL.contains(String.valueOf(texts.get(at).author().handle()))) {
      at = (at + 1) % texts.size();
    }
    return texts.get(at).author();
  }

  /** People relay what others wrote on networks; not answers, nor what the press sells. */
  private static boolean worthRelaying(DemoText text) {
    return text.type() == MentionType.POST && text.parent() == null;
  }

  private int leastNew() {
    int best = 0;
    for (int week = 1; week < WEEKS; week++) {
      if (filled[week] / NEW_TEXTS[week] < filled[best] / NEW_TEXTS[best]) {
        best = week;
      }
    }
    return best;
  }

  private int emptiest(int first, List<Integer> except) {
    int best = -1;
    for (int week = first; week < WEEKS; week++) {
      if (!except.contains(week) && (best < 0 || filled[week] < filled[best])) {
        best = week;
      }
    }
    return best;
  }

  /** The text's place in a week; week 0 is the oldest, the last one ends now. */
  private Instant place(DemoText text, int week, int turn) {
    String key = text.id() + "/" + turn;
    int weekday = turn == 0 && text.weekday() > 0 ? text.weekday() : 1 + spread(key, 3, 7);
    ZonedDateTime end =
        now.atZone(Scenario.ZONE).minusWeeks(WEEKS - 1L - week).truncatedTo(ChronoUnit.MINUTES);
    ZonedDateTime at =
        end.with(TemporalAdjusters.previousOrSame(DayOfWeek.of(weekday)))
            .withHour(text.hour())
            .withMinute(spread(key, 11, 60))
            .withSecond(spread(key, 13, 60));
    ZonedDateTime inWeek = at.isBefore(end) ? at : at.minusWeeks(1);
    Instant instant = inWeek.toInstant();
    // Where clocks were set back or forth, an hour may fall on now itself.
    return instant.isBefore(now) ? instant : now.minus(Duration.ofMinutes(1));
  }

  /** A number in [0, bound) that depends on the key alone and looks like chance. */
  private static int spread(String key, int salt, int bound) {
    int hash = key.hashCode() * 0x9E3779B1 + salt * 0x85EBCA6B;
    hash ^= hash >>> 15;
    hash *= 0x2C1B3C6D;
    hash ^= hash >>> 13;
    return Math.floorMod(hash, bound);
  }
}
