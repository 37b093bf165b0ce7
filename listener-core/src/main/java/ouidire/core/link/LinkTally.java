package ouidire.core.link;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ouidire.core.mention.Mention;

/** Sums up the mentions of one row while they are walked through. */
final class LinkTally {
  private final Set<String> mentions = new HashSet<>();
  private final Set<Pair> backlinks = new HashSet<>();
  private final Set<Pair> lost = new HashSet<>();
  private final Map<String, Long> followers = new HashMap<>();
  private long visits;
  private @Nullable Instant first;
  private @Nullable Instant last;

  /** One backlink while it is walked through. */
  static final class Pair {
    final @Nullable CanonicalUrl from;
    final String by;
    final CanonicalUrl to;
    String mention;
    long mentions;
    Instant first;
    Instant last;
    @Nullable Instant lost;
    boolean fresh;

    Pair(@Nullable CanonicalUrl from, String by, CanonicalUrl to, Mention carried) {
      this.from = from;
      this.by = by;
      this.to = to;
      this.mention = carried.id();
      this.first = carried.publishedAt();
      this.last = carried.publishedAt();
    }

    void see(Mention carried, boolean counted) {
      if (carried.publishedAt().isBefore(first)) {
        first = carried.publishedAt();
      }
      if (carried.publishedAt().isAfter(last)) {
        last = carried.publishedAt();
        mention = carried.id();
      }
      mentions += counted ? 1 : 0;
    }

    LinkReport.Backlink told() {
      return new LinkReport.Backlink(
          from == null ? null : from.toString(),
          by,
          to.toString(),
          mention,
          mentions,
          first,
          last,
          lost);
    }
  }

  /**
   * @param counted whether the mention is in the period
   */
  void see(Mention mention, Pair pair, boolean counted) {
    Instant at = mention.publishedAt();
    Instant known = first;
    first = known == null || at.isBefore(known) ? at : known;
    known = last;
    last = known == null || at.isAfter(known) ? at : known;
    if (!counted) {
      return;
    }
    backlinks.add(pair);
    if (mentions.add(mention.id())) {
      String author = mention.author().key();
      Long reach = mention.author().followers();
      if (author != null) {
        followers.merge(author, reach == null ? -1 : reach, Math::max);
      }
    }
  }

  void lose(Pair pair) {
    lost.add(pair);
  }

  void visit(long more) {
    visits += more;
  }

  boolean hasSomething() {
    return !mentions.isEmpty() || !lost.isEmpty() || visits > 0;
  }

  long mentions() {
    return mentions.size();
  }

  long visits() {
    return visits;
  }

  /** Distinct who-links among its backlinks. */
  long domains() {
    return backlinks.stream().map(pair -> pair.by).distinct().count();
  }

  @Nullable Instant first() {
    return first;
  }

  @Nullable Instant last() {
    return last;
  }

  LinkReport.Sums sums() {
    return new LinkReport.Sums(
        mentions.size(),
        backlinks.size(),
        backlinks.stream().filter(pair -> pair.fresh).count(),
        lost.size(),
        followers.values().stream().filter(n -> n > 0).mapToLong(n -> n).sum(),
        followers.size(),
        followers.values().stream().filter(n -> n >= 0).count(),
        visits);
  }
}
