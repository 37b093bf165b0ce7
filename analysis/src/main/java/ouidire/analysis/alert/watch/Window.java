package ouidire.analysis.alert.watch;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Sums over the last while, kept as time moves on rather than counted anew. */
final class Window {
  private final Series series;
  private final long length;
  private final Map<String, Author> authors = new HashMap<>();
  private final Map<String, Integer> sources = new HashMap<>();
  private long version = Long.MIN_VALUE;
  private int first;
  private int end;
  private long negative;
  private long grievances;
  private long insults;
  private long flagged;
  private long copies;
  private long reach;
  private final Map<String, Integer> complainants = new HashMap<>();

  private record Author(int mentions, long reach) {}

  Window(Series series, Duration length) {
    this.series = series;
    this.length = length.toMillis();
    series.tell(this);
  }

  /** A mention was put in before others: positions after it are one higher. */
  void inserted(int position, Fact fact) {
    if (version != series.version() || position >= end) {
      return;
    }
    end++;
    if (position < first) {
      first++;
    } else {
      count(fact, 1);
    }
  }

  /** Moves to where the series is. */
  Window now() {
    if (version != series.version()) {
      version = series.version();
      first = series.before(series.nowMillis() - length + 1);
      end = first;
      authors.clear();
      sources.clear();
      complainants.clear();
      negative = 0;
      grievances = 0;
      insults = 0;
      flagged = 0;
      copies = 0;
      reach = 0;
    }
    List<Fact> facts = series.facts();
    while (end < facts.size()) {
      count(facts.get(end++), 1);
    }
    long oldest = series.nowMillis() - length;
    while (first < end && facts.get(first).at() <= oldest) {
      count(facts.get(first++), -1);
    }
    return this;
  }

  private void count(Fact fact, int sign) {
    flagged += fact.flagged() ? sign : 0;
    if (series.isCopy(fact)) {
      copies += sign;
      return;
    }
    negative += fact.negative() ? sign : 0;
    insults += fact.insult() ? sign : 0;
    if (fact.negative() && !fact.insult()) {
      grievances += sign;
      complainants.merge(fact.author(), sign, Window::sum);
    }
    sources.merge(fact.source(), sign, Window::sum);
    Author known = authors.get(fact.author());
    if (sign > 0) {
      if (known == null) {
        authors.put(fact.author(), new Author(1, fact.reach()));
        reach += fact.reach();
      } else {
        authors.put(fact.author(), new Author(known.mentions() + 1, known.reach()));
      }
    } else if (known != null) {
      if (known.mentions() == 1) {
        authors.remove(fact.author());
        reach -= known.reach();
      } else {
        authors.put(fact.author(), new Author(known.mentions() - 1, known.reach()));
      }
    }
  }

  /** None left is none there. */
  @SuppressWarnings("NullAway")
  private static Integer sum(Integer one, Integer other) {
    int sum = one + other;
    return sum == 0 ? null : sum;
  }

  /** Mentions that reprint no other; so are all that follow but flags. */
  long mentions() {
    return end - first - copies;
  }

  double negativeShare() {
    return mentions() == 0 ? 0 : negative / (double) mentions();
  }

  long negative() {
    return negative;
  }

  /** Negative mentions that say more than an insult. */
  long grievances() {
    return grievances;
  }

  /** Distinct authors of those. */
  long complainants() {
    return complainants.size();
  }

  long insults() {
    return insults;
  }

  long flagged() {
    return flagged;
  }

  long copies() {
    return copies;
  }

  long reach() {
    return reach;
  }

  long authors() {
    return authors.size();
  }

  long sources() {
    return sources.size();
  }

  /**
   * The story that most of the mentions belong to, three at least; null when none is so large. At
   * most one story can be: it is what the majority vote of Boyer and Moore (1981) leaves standing.
   */
  @Nullable String story() {
    String standing = null;
    int votes = 0;
    for (Fact fact : facts()) {
      if (votes == 0) {
        standing = fact.story();
      }
      votes += fact.story().equals(standing) ? 1 : -1;
    }
    int of = 0;
    for (Fact fact : facts()) {
      of += fact.story().equals(standing) ? 1 : 0;
    }
    return of >= 3 && 2 * of > end - first ? standing : null;
  }

  /** The mentions, oldest first. */
  List<Fact> facts() {
    return series.facts().subList(first, end);
  }
}
