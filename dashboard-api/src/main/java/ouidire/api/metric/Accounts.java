package ouidire.api.metric;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import ouidire.core.history.MentionFilter;
import ouidire.core.history.MentionHistory;
import ouidire.core.mention.AnalysedMention;
import ouidire.core.mention.MentionType;

/**
 * The accounts that a brand declares as its own, each on every network where it speaks: followers
 * day by day, and how regularly it publishes. Answers and relays are no publications. A day without
 * a known number of followers has none: nothing is invented.
 */
public record Accounts(List<Account> accounts) {
  public Accounts {
    accounts = List.copyOf(accounts);
  }

  /** Followers at the end of a day, as a mention carried it or as somebody imported it. */
  public record Point(LocalDate day, long followers, boolean imported) {}

  /**
   * One account on one network.
   *
   * @param handle without {@code @}
   * @param network the source's kind; null for followers that were imported for none
   * @param last its last publication; null while there is none
   * @param followers oldest day first
   */
  public record Account(
      String handle,
      @Nullable String network,
      Cadence cadence,
      @Nullable Instant last,
      List<Point> followers) {
    public Account {
      followers = List.copyOf(followers);
    }
  }

  private static final class Seen {
    private final List<Instant> published = new ArrayList<>();
    private final TreeMap<LocalDate, Long> followers = new TreeMap<>();
  }

  /**
   * @param handles without {@code @}; as written, or in lower case
   * @param filter which mentions of theirs count; its brands and authors are left aside
   * @param imported by handle in lower case, then by network ({@code ""} for none), by day
   * @param zone in which days are cut
   */
  public static Accounts of(
      MentionHistory history,
      List<String> handles,
      MentionFilter filter,
      Map<String, Map<String, Map<LocalDate, Long>>> imported,
      ZoneId zone,
      Instant now) {
    List<Account> all = new ArrayList<>();
    for (String handle : new LinkedHashSet<>(handles)) {
      String lower = handle.toLowerCase(Locale.ROOT);
      Map<String, Seen> byNetwork = new TreeMap<>();
      history.forEach(
          filter.withBrands(Set.of()).withAuthors(Set.copyOf(List.of(handle, lower))),
          seen -> add(byNetwork, seen, zone));
      Map<String, Map<LocalDate, Long>> given = imported.getOrDefault(lower, Map.of());
      for (String network : given.keySet()) {
        byNetwork.computeIfAbsent(network, _ -> new Seen());
      }
      for (Map.Entry<String, Seen> each : byNetwork.entrySet()) {
        all.add(
            account(
                handle,
                each.getKey(),
                each.getValue(),
                given.getOrDefault(each.getKey(), Map.of()),
                filter,
                zone,
                now));
      }
    }
    all.sort(
        Comparator.comparing((Account a) -> a.cadence().publications())
            .reversed()
            .thenComparing(Account::handle));
    return new Accounts(all);
  }

  private static void add(Map<String, Seen> byNetwork, AnalysedMention seen, ZoneId zone) {
    Seen own = byNetwork.computeIfAbsent(seen.mention().source().kind(), _ -> new Seen());
    Instant at = seen.mention().publishedAt();
    MentionType type = seen.mention().type();
    if (type != MentionType.COMMENT && type != MentionType.REPOST) {
      own.published.add(at);
    }
    Long followers = seen.mention().author().followers();
    if (followers != null) {
      // Mentions come oldest first: the last of the day stays.
      own.followers.put(LocalDate.ofInstant(at, zone), followers);
    }
  }

  private static Account account(
      String handle,
      String network,
      Seen seen,
      Map<LocalDate, Long> given,
      MentionFilter filter,
      ZoneId zone,
      Instant now) {
    Instant to = filter.to();
    Instant end = to == null || to.isAfter(now) ? now : to;
    TreeMap<LocalDate, Point> points = new TreeMap<>();
    Instant from = filter.from();
    LocalDate first = from == null ? LocalDate.MIN : LocalDate.ofInstant(from, zone);
    LocalDate last = LocalDate.ofInstant(end, zone);
    given.forEach(
        (day, followers) -> {
          if (!day.isBefore(first) && !day.isAfter(last)) {
            points.put(day, new Point(day, followers, true));
          }
        });
    seen.followers.forEach((day, followers) -> points.put(day, new Point(day, followers, false)));
    return new Account(
        handle,
        network.isEmpty() ? null : network,
        Cadence.of(seen.published, from, end),
        seen.published.isEmpty() ? null : seen.published.getLast(),
        List.copyOf(points.values()));
  }
}
