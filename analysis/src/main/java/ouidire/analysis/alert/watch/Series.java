package ouidire.analysis.alert.watch;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import ouidire.analysis.anomaly.AnomalyDetector;
import ouidire.analysis.anomaly.AnomalyDetector.Reading;
import ouidire.core.history.MentionFilter;

/**
 * All that rules need of one brand's mentions under one filter: counts of five minutes each over
 * the last month, from which is learned what is usual, and the single mentions of the last day. It
 * is a function of the mentions and of the time, whatever the order they came in: what comes late
 * counts where it was published, what is ahead of the time waits. Not thread-safe.
 */
final class Series {
  static final long STEP_SECONDS = 300;
  static final int STEPS_PER_HOUR = 12;
  private static final int STEPS_PER_DAY = 288;

  /** Single mentions are kept so long. */
  static final Duration KEPT = Duration.ofHours(26);

  /** What is usual is learned from so many days. */
  static final int DAYS = 30;

  /** More mentions of one day than this are thinned from the oldest. */
  private static final int MOST_FACTS = 500_000;

  private final MentionFilter filter;
  private final ZoneId zone;
  private final List<Fact> facts = new ArrayList<>();
  private final Set<String> ids = new HashSet<>();
  private final PriorityQueue<Fact> ahead = new PriorityQueue<>(Comparator.comparingLong(Fact::at));
  private final Copies copies = new Copies();
  private final List<Window> windows = new ArrayList<>();
  private long[] all = new long[0];
  private long[] negative = new long[0];
  private long firstStep;
  private int learned;
  private boolean begun;
  private long now = Long.MIN_VALUE;
  private long version;
  private boolean stale = true;
  private AnomalyDetector usual = new AnomalyDetector();
  private AnomalyDetector usualNegative = new AnomalyDetector();
  private ToneShare tone = new ToneShare();

  /**
   * @param zone whose hours of the day count
   */
  Series(MentionFilter filter, ZoneId zone) {
    this.filter = filter;
    this.zone = zone;
  }

  /** Tells a window of mentions that come late. */
  void tell(Window window) {
    windows.add(window);
  }

  MentionFilter filter() {
    return filter;
  }

  /** Whether something came too late to be added: it has to be loaded again. */
  boolean stale() {
    return stale;
  }

  /** Begins anew from the past, at a moment. */
  void load(Past past, Instant at, Set<String> official) {
    facts.clear();
    ids.clear();
    copies.clear();
    version++;
    Instant day = Instant.ofEpochSecond(Math.floorDiv(at.getEpochSecond(), 86_400L) * 86_400L);
    Instant from = day.minus(Duration.ofDays(DAYS));
    Instant single = stepStart(at.minus(KEPT));
    Past.Steps steps = past.steps(filter, from, single);
    firstStep = from.getEpochSecond() / STEP_SECONDS;
    int room = (DAYS + 2) * STEPS_PER_DAY;
    all = Arrays.copyOf(steps.all(), room);
    negative = Arrays.copyOf(steps.negative(), room);
    forget();
    now = at.toEpochMilli();
    stale = false;
    past.mentions(
        filter, single, at.plusMillis(1), mention -> add(Fact.of(mention, filter, official)));
  }

  static Instant stepStart(Instant at) {
    return Instant.ofEpochSecond(Math.floorDiv(at.getEpochSecond(), STEP_SECONDS) * STEP_SECONDS);
  }

  /** Takes a mention in; false when it is there already or waits for its time. */
  boolean add(Fact fact) {
    if (fact.at() > now) {
      ahead.add(fact);
      return false;
    }
    if (fact.at() < now - KEPT.toMillis()) {
      stale = true;
      return false;
    }
    if (!ids.add(fact.id())) {
      return false;
    }
    int position = after(fact.at());
    boolean last = position == facts.size();
    facts.add(position, fact);
    boolean copy = copies.isCopy(fact);
    if (!last) {
      windows.forEach(window -> window.inserted(position, fact));
    }
    int step = index(fact.at());
    if (step >= 0 && step < all.length && !copy) {
      all[step]++;
      negative[step] += fact.negative() ? 1 : 0;
      if (step < learned) {
        forget();
      }
    }
    return true;
  }

  /** Moves the time on; true when a mention's time had come. */
  boolean moveTo(Instant at) {
    now = at.toEpochMilli();
    boolean stirred = false;
    while (!ahead.isEmpty() && ahead.peek().at() <= now) {
      stirred |= add(ahead.remove());
    }
    int running = index(now);
    if (running >= all.length) {
      shift(running);
    }
    trim();
    learn();
    return stirred;
  }

  /** The oldest days go: a month is remembered. */
  private void shift(int running) {
    int days = Math.ceilDiv(running + 1 - (DAYS + 1) * STEPS_PER_DAY, STEPS_PER_DAY);
    int steps = Math.min(days * STEPS_PER_DAY, all.length);
    all = Arrays.copyOf(Arrays.copyOfRange(all, steps, all.length), all.length);
    negative = Arrays.copyOf(Arrays.copyOfRange(negative, steps, negative.length), all.length);
    firstStep += (long) days * STEPS_PER_DAY;
    forget();
  }

  private void trim() {
    long oldest = now - KEPT.toMillis();
    int gone = Math.max(before(oldest), facts.size() - MOST_FACTS);
    // In bulk: those who look at windows begin anew each time.
    if (gone > 1_000 || gone > 0 && gone > facts.size() / 2) {
      facts.subList(0, gone).forEach(fact -> ids.remove(fact.id()));
      facts.subList(0, gone).clear();
      copies.forgetBefore(oldest);
      version++;
    }
  }

  private void forget() {
    learned = 0;
    begun = false;
    usual = new AnomalyDetector();
    usualNegative = new AnomalyDetector();
    tone = new ToneShare();
  }

  private void learn() {
    int running = index(now);
    while (learned < Math.min(running, all.length)) {
      // Before its first mention a brand was not watched, which is not the same as silent.
      begun |= all[learned] > 0;
      if (begun) {
        int hour = hour(firstStep + learned);
        Reading unused = usual.step(hour, all[learned]);
        unused = usualNegative.step(hour, negative[learned]);
        tone.learn(all[learned], negative[learned]);
      }
      learned++;
    }
  }

  /** Hour of the week, from Monday's first. */
  private int hour(long step) {
    ZonedDateTime local = Instant.ofEpochSecond(step * STEP_SECONDS).atZone(zone);
    return (local.getDayOfWeek().getValue() - 1) * 24 + local.getHour();
  }

  private int index(long millis) {
    return (int) (Math.floorDiv(millis, STEP_SECONDS * 1_000) - firstStep);
  }

  /** What the five minutes that run say of all mentions. */
  Reading reading() {
    return usual.peek(hour(firstStep + index(now)), count(all));
  }

  /** The same of the negative ones. */
  Reading negativeReading() {
    return usualNegative.peek(hour(firstStep + index(now)), count(negative));
  }

  /**
   * How far so many negative mentions within a while are above usual, in standard units.
   *
   * @param steps how long the while is
   */
  double negativeBurst(long count, double steps) {
    return usualNegative.burst(hour(firstStep + index(now)), count, steps);
  }

  /**
   * How far so many complaints among so many mentions are above usual, in standard units.
   *
   * @param before mentions of the hour before these
   * @param grievances of those
   */
  double shareDistance(long complaints, long mentions, long grievances, long before) {
    return usualNegative.warm() ? tone.distance(complaints, mentions, grievances, before) : 0;
  }

  /** How far the count of all mentions in a while spreads around what is usual. */
  double chance(double steps) {
    return usual.spread(hour(firstStep + index(now)), steps);
  }

  private long count(long[] counts) {
    int running = index(now);
    return running >= 0 && running < counts.length ? counts[running] : 0;
  }

  /** Mentions of the whole steps before now, latest first: 0 is the step that runs. */
  long allAgo(int steps) {
    int at = index(now) - steps;
    return at >= 0 && at < all.length ? all[at] : 0;
  }

  /** Changes whenever positions of {@link #facts} do otherwise than windows are told. */
  long version() {
    return version;
  }

  /** The single mentions up to now, oldest first. */
  List<Fact> facts() {
    return facts;
  }

  long nowMillis() {
    return now;
  }

  /** Whether an article reprints another. */
  boolean isCopy(Fact fact) {
    return copies.knownAsCopy(fact.id());
  }

  /** Position of the first mention at or after a time. */
  int before(long millis) {
    int low = 0;
    int high = facts.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (facts.get(middle).at() < millis) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private int after(long millis) {
    return before(millis + 1);
  }
}
