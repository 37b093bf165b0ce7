package ouidire.api.metric;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ouidire.core.history.MentionFilter;
import ouidire.core.history.MentionHistory;
import ouidire.core.history.MentionOrder;
import ouidire.core.mention.AnalysedMention;
import ouidire.core.mention.Engagement;

/**
 * How much reaction authors and sources are used to, in logarithms of one more than likes, comments
 * and shares: the median of an author's last {@value #LAST} mentions, and of a source's last
 * {@value #LAST_OF_SOURCE}. Mentions whose source gives no counter are no part of it.
 */
public final class Habits {
  /** Mentions of an author that make a habit. */
  public static final int LAST = 50;

  /** Mentions of a source that make its own. */
  public static final int LAST_OF_SOURCE = 200;

  /** So many mentions of an author weigh as much as the source's habit. */
  public static final int SHRINK = 5;

  private static final int PAGE = 1_000;
  private static final int MOST_PAGES = 10;

  private final Map<String, List<AnalysedMention>> byAuthor = new HashMap<>();
  private final Map<String, List<AnalysedMention>> bySource = new HashMap<>();

  private Habits() {}

  /** The habits of whoever wrote these, as the history knows them. */
  public static Habits of(MentionHistory history, Collection<AnalysedMention> mentions) {
    Habits habits = new Habits();
    Set<String> authors = new HashSet<>();
    Set<String> sources = new HashSet<>();
    for (AnalysedMention each : mentions) {
      String author = each.mention().author().key();
      if (author != null) {
        authors.add(author);
      }
      sources.add(source(each));
    }
    habits.read(history, authors);
    for (String source : sources) {
      MentionFilter its = MentionFilter.ALL.withSources(Set.of(source));
      habits.bySource.put(
          source, history.search(its, MentionOrder.NEWEST, LAST_OF_SOURCE + 1, null).mentions());
    }
    return habits;
  }

  /** The newest of each author, until all have enough or there is no end of them. */
  private void read(MentionHistory history, Set<String> authors) {
    Set<String> wanting = new HashSet<>(authors);
    String cursor = null;
    for (int page = 0; page < MOST_PAGES && !wanting.isEmpty(); page++) {
      var found =
          history.search(MentionFilter.ALL.withAuthors(authors), MentionOrder.NEWEST, PAGE, cursor);
      for (AnalysedMention each : found.mentions()) {
        String author = String.valueOf(each.mention().author().key());
        List<AnalysedMention> own = byAuthor.computeIfAbsent(author, _ -> new ArrayList<>());
        own.add(each);
        if (own.size() > LAST) {
          wanting.remove(author);
        }
      }
      cursor = found.next();
      if (cursor == null) {
        return;
      }
    }
  }

  /** What somebody is used to. */
  record Habit(double median, int n) {}

  /** The author's, over mentions other than this one; n is 0 where nothing is known. */
  Habit author(AnalysedMention mention) {
    String author = mention.mention().author().key();
    return habit(
        author == null ? List.of() : byAuthor.getOrDefault(author, List.of()), mention, LAST);
  }

  /** The source's, over mentions other than this one. */
  Habit source(AnalysedMention mention, int most) {
    return habit(bySource.getOrDefault(source(mention), List.of()), mention, most);
  }

  private static Habit habit(List<AnalysedMention> all, AnalysedMention but, int most) {
    double[] known =
        all.stream()
            .filter(each -> !each.id().equals(but.id()))
            .limit(most)
            .map(each -> reaction(each.mention().engagement()))
            .filter(each -> each != null)
            .mapToDouble(each -> each)
            .sorted()
            .toArray();
    int middle = known.length / 2;
    double median =
        known.length == 0
            ? 0
            : known.length % 2 == 1 ? known[middle] : (known[middle - 1] + known[middle]) / 2;
    return new Habit(median, known.length);
  }

  /** The logarithm of one more than all reactions; null where the source counts none. */
  static @Nullable Double reaction(Engagement counters) {
    boolean unknown =
        counters.likes() == null && counters.comments() == null && counters.shares() == null;
    return unknown ? null : Math.log1p(counters.total());
  }

  private static String source(AnalysedMention each) {
    return each.mention().source().kind() + ":" + each.mention().source().name();
  }
}
