package ouidire.analysis.cascade;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import ouidire.core.mention.AnalysedMention;
import ouidire.core.mention.MentionType;
import ouidire.core.story.StoryReport.Signal;

/**
 * Looks for people who act as one: the same words or the same address from many accounts within a
 * minute, or the same words at regular intervals; and tells how many of those accounts are young,
 * where the source says when they were opened. What it finds is a signal with its evidence, to be
 * judged by people; fans and newsrooms act alike too. Relays that the source calls relays are left
 * out: that is what their button is for.
 */
final class Coordination {
  /** Accounts that say one thing within {@link #WINDOW_MILLIS}. */
  static final int ACCOUNTS = 5;

  static final long WINDOW_MILLIS = 60_000;

  /** Mentions at regular intervals, of which the deviation is a tenth of the mean at most. */
  static final int REGULAR = 6;

  /** How long an account is young. */
  static final Duration YOUNG_FOR = Duration.ofDays(30);

  private static final double EVEN = 0.1;
  private static final long SHORTEST_MEAN_MILLIS = 2_000;
  private static final int SHORTEST_TEXT = 20;
  private static final int EVIDENCE = 10;

  /** How old an account was when it spoke. */
  private enum Age {
    UNKNOWN,
    YOUNG,
    GROWN;

    static Age of(AnalysedMention seen) {
      Instant opened = seen.mention().author().createdAt();
      if (opened == null) {
        return UNKNOWN;
      }
      return seen.mention().publishedAt().isBefore(opened.plus(YOUNG_FOR)) ? YOUNG : GROWN;
    }
  }

  /** One thing that is said again and again. */
  private static final class Said {
    private final Deque<AnalysedMention> lately = new ArrayDeque<>();
    private final List<Long> times = new ArrayList<>();
    private final List<String> ids = new ArrayList<>();
    private final Map<String, Age> ages = new HashMap<>();
    private @Nullable List<String> burst;
    private int accounts;
    private int young;
    private int ageKnown;
  }

  private final Map<String, Said> texts = new LinkedHashMap<>();
  private final Map<String, Said> links = new LinkedHashMap<>();

  /** Mentions come oldest first. */
  void add(AnalysedMention seen) {
    if (seen.mention().type() == MentionType.REPOST || seen.mention().author().key() == null) {
      return;
    }
    String text = seen.mention().fullText().strip().toLowerCase(Locale.ROOT);
    if (text.length() >= SHORTEST_TEXT) {
      say(texts.computeIfAbsent(text.replaceAll("https?://\\S+|\\s+", " "), _ -> new Said()), seen);
    }
    for (String link : new HashSet<>(seen.mention().links())) {
      say(links.computeIfAbsent(link, _ -> new Said()), seen);
    }
  }

  private static void say(Said said, AnalysedMention seen) {
    long at = seen.mention().publishedAt().toEpochMilli();
    said.times.add(at);
    said.ids.add(seen.id());
    said.ages.put(String.valueOf(seen.mention().author().key()), Age.of(seen));
    said.lately.addLast(seen);
    while (said.lately.getFirst().mention().publishedAt().toEpochMilli() < at - WINDOW_MILLIS) {
      said.lately.removeFirst();
    }
    Set<String> accounts =
        said.lately.stream()
            .map(m -> String.valueOf(m.mention().author().key()))
            .collect(Collectors.toSet());
    if (accounts.size() > said.accounts) {
      said.accounts = accounts.size();
      said.young = count(said, accounts, Age.YOUNG);
      said.ageKnown = said.young + count(said, accounts, Age.GROWN);
      said.burst = said.lately.stream().map(AnalysedMention::id).limit(EVIDENCE).toList();
    }
  }

  private static int count(Said said, Set<String> accounts, Age age) {
    return (int) accounts.stream().filter(one -> said.ages.get(one) == age).count();
  }

  /** What was found, most accounts first. */
  List<Signal> signals() {
    List<Signal> signals = new ArrayList<>();
    bursts(texts, Signal.Kind.SAME_TEXT, signals);
    bursts(links, Signal.Kind.SAME_LINK, signals);
    for (Said said : texts.values()) {
      double spread = unevenness(said.times);
      if (said.times.size() >= REGULAR && spread <= EVEN) {
        List<String> evidence = said.ids.stream().limit(EVIDENCE).toList();
        int young = count(said, said.ages.keySet(), Age.YOUNG);
        int known = young + count(said, said.ages.keySet(), Age.GROWN);
        int times = said.times.size();
        signals.add(
            new Signal(Signal.Kind.REGULAR, times, meanSeconds(said), young, known, evidence));
      }
    }
    signals.sort((one, other) -> Integer.compare(other.count(), one.count()));
    return signals;
  }

  private static void bursts(Map<String, Said> all, Signal.Kind kind, List<Signal> into) {
    Map<List<String>, Signal> byEvidence = new HashMap<>();
    for (Said said : all.values()) {
      List<String> burst = said.burst;
      if (burst != null && said.accounts >= ACCOUNTS) {
        Signal signal =
            new Signal(
                kind, said.accounts, WINDOW_MILLIS / 1_000, said.young, said.ageKnown, burst);
        if (byEvidence.putIfAbsent(burst, signal) == null) {
          into.add(signal);
        }
      }
    }
  }

  private static long meanSeconds(Said said) {
    return (said.times.getLast() - said.times.getFirst()) / 1_000 / (said.times.size() - 1);
  }

  /** Standard deviation of the intervals over their mean; large where there are too few. */
  private static double unevenness(List<Long> times) {
    int intervals = times.size() - 1;
    if (intervals < REGULAR - 1) {
      return Double.MAX_VALUE;
    }
    double mean = (times.getLast() - times.getFirst()) / (double) intervals;
    if (mean < SHORTEST_MEAN_MILLIS) {
      return Double.MAX_VALUE;
    }
    double squares = 0;
    for (int i = 0; i < intervals; i++) {
      double off = times.get(i + 1) - times.get(i) - mean;
      squares += off * off;
    }
    return Math.sqrt(squares / intervals) / mean;
  }
}
