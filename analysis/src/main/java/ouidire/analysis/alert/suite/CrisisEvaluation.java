package ouidire.analysis.alert.suite;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ouidire.analysis.alert.watch.Sensitivity;
import ouidire.core.alert.Dispatch;
import ouidire.core.alert.Incident;
import ouidire.core.mention.ToneLabel;

/** Measures the watch on scripted histories: {@code ouidire eval crises}. */
public final class CrisisEvaluation {
  private static final Logger LOG = LoggerFactory.getLogger(CrisisEvaluation.class);
  private static final ObjectMapper JSON = new ObjectMapper();

  private CrisisEvaluation() {}

  /** What came of one script. */
  private record Outcome(
      Script script,
      int found,
      List<Double> delays,
      List<Double> afterFifth,
      int falsePages,
      double quietDays) {}

  /**
   * Plays all scripts of some seeds.
   *
   * @param seeds of the histories, one or more
   * @param quietDays how many days of quiet to play for each size of brand, 0 to 90
   * @return crises and how many were found, their delays in minutes of event time from the first
   *     mention of the crisis and from its fifth complaint, false pages in a brand-month, all again
   *     for each seed and each kind
   */
  public static ObjectNode run(List<Long> seeds, int quietDays) {
    List<Outcome> all = new ArrayList<>();
    Map<Long, List<Outcome>> bySeed = new TreeMap<>();
    for (long seed : seeds) {
      List<Outcome> played = play(seed, quietDays, Sensitivity.SHIPPED);
      bySeed.put(seed, played);
      all.addAll(played);
    }
    ObjectNode result = JSON.createObjectNode();
    result.put("histories", all.size());
    sum(result, all);
    ObjectNode each = result.putObject("seeds");
    bySeed.forEach((seed, outcomes) -> sum(each.putObject(seed.toString()), outcomes));
    Map<String, List<Outcome>> kinds = new TreeMap<>();
    all.forEach(o -> kinds.computeIfAbsent(o.script().kind(), k -> new ArrayList<>()).add(o));
    ObjectNode byKind = result.putObject("kinds");
    kinds.forEach((kind, outcomes) -> sum(byKind.putObject(kind), outcomes));
    return result;
  }

  /**
   * How much of the figures is owed to having chosen the limits on the same histories: for each
   * seed, limits are chosen on the others and measured on it. Chosen is what finds 95 % with at
   * most one false page a brand-month, soonest.
   *
   * @param seeds two or more
   */
  public static ObjectNode leaveOneOut(List<Long> seeds, int quietDays) {
    Map<Sensitivity, Map<Long, List<Outcome>>> played = new LinkedHashMap<>();
    for (Sensitivity limits : Sensitivity.CANDIDATES) {
      Map<Long, List<Outcome>> each = new TreeMap<>();
      seeds.forEach(seed -> each.put(seed, play(seed, quietDays, limits)));
      played.put(limits, each);
    }
    ObjectNode result = JSON.createObjectNode();
    ObjectNode candidates = result.putObject("candidates");
    played.forEach((limits, each) -> sum(candidates.putObject(limits.name()), pooled(each, null)));
    ObjectNode held = result.putObject("held_out");
    List<Outcome> together = new ArrayList<>();
    for (long seed : seeds) {
      Sensitivity chosen = chosen(played, seed);
      List<Outcome> outcomes = Objects.requireNonNull(played.get(chosen)).get(seed);
      ObjectNode json = held.putObject(Long.toString(seed));
      json.put("chosen_on_the_others", chosen.name());
      sum(json, Objects.requireNonNull(outcomes));
      together.addAll(Objects.requireNonNull(outcomes));
    }
    sum(result.putObject("all_held_out"), together);
    return result;
  }

  private static Sensitivity chosen(
      Map<Sensitivity, Map<Long, List<Outcome>>> played, long without) {
    return Sensitivity.CANDIDATES.stream()
        .min(
            Comparator.comparing(
                limits -> {
                  Figures figures =
                      figures(pooled(Objects.requireNonNull(played.get(limits)), without));
                  boolean good = figures.foundShare() >= 0.95 && figures.falsePerMonth() <= 1;
                  return good ? figures.medianDelay() : 1e6 + figures.falsePerMonth();
                }))
        .orElseThrow();
  }

  private static List<Outcome> pooled(Map<Long, List<Outcome>> bySeed, @Nullable Long without) {
    return bySeed.entrySet().stream()
        .filter(entry -> !entry.getKey().equals(without))
        .flatMap(entry -> entry.getValue().stream())
        .toList();
  }

  private static List<Outcome> play(long seed, int quietDays, Sensitivity limits) {
    Scripts scripts = new Scripts(seed);
    return Stream.concat(scripts.all().stream(), scripts.quietMonths(quietDays).stream())
        .filter(script -> script.start().isBefore(script.end()))
        .parallel()
        .map(script -> judge(script, new Rehearsal(script, limits).play()))
        .toList();
  }

  /** What decides between limits. */
  private record Figures(double foundShare, double medianDelay, double falsePerMonth) {}

  private static Figures figures(List<Outcome> all) {
    int crises = all.stream().mapToInt(o -> o.script().crises().size()).sum();
    int found = all.stream().mapToInt(Outcome::found).sum();
    double days = all.stream().mapToDouble(Outcome::quietDays).sum();
    return new Figures(
        crises == 0 ? 1 : found / (double) crises,
        median(all.stream().flatMap(o -> o.delays().stream()).sorted().toList()),
        days == 0 ? 0 : all.stream().mapToInt(Outcome::falsePages).sum() * 30 / days);
  }

  /** Of numbers in order; 0 of none. */
  private static double median(List<Double> sorted) {
    return sorted.isEmpty() ? 0 : sorted.get(sorted.size() / 2);
  }

  private static void sum(ObjectNode into, List<Outcome> all) {
    int crises = all.stream().mapToInt(o -> o.script().crises().size()).sum();
    int found = all.stream().mapToInt(Outcome::found).sum();
    List<Double> delays = all.stream().flatMap(o -> o.delays().stream()).sorted().toList();
    int falsePages = all.stream().mapToInt(Outcome::falsePages).sum();
    double days = all.stream().mapToDouble(Outcome::quietDays).sum();
    if (crises > 0) {
      into.put("crises", crises);
      into.put("found", found);
      into.put("found_share", round(found / (double) crises));
      if (!delays.isEmpty()) {
        into.put("median_delay_min", round(median(delays)));
        into.put("worst_delay_min", round(delays.getLast()));
        List<Double> fifths = all.stream().flatMap(o -> o.afterFifth().stream()).sorted().toList();
        into.put("median_delay_after_fifth_complaint_min", round(median(fifths)));
      }
    }
    into.put("false_pages", falsePages);
    into.put("quiet_brand_days", round(days));
    into.put("false_pages_per_brand_month", round(days == 0 ? 0 : falsePages * 30 / days));
  }

  private static Outcome judge(Script script, List<Incident> incidents) {
    int found = 0;
    List<Double> delays = new ArrayList<>();
    List<Double> afterFifth = new ArrayList<>();
    List<Incident> explained = new ArrayList<>();
    double busy = 0;
    for (Script.Crisis crisis : script.crises()) {
      busy += Duration.between(crisis.from(), crisis.to()).toMinutes() / 1_440.0;
      Optional<Instant> first = Optional.empty();
      for (Incident incident : incidents) {
        Optional<Instant> page = page(incident).filter(at -> !at.isBefore(crisis.from()));
        if (incident.brand().equals(crisis.brand())
            && page.filter(at -> at.isBefore(crisis.to())).isPresent()) {
          explained.add(incident);
          first = first.filter(other -> page.filter(other::isAfter).isEmpty()).or(() -> page);
        }
      }
      found += first.isPresent() ? 1 : 0;
      first.ifPresent(
          at -> {
            delays.add(minutes(crisis.from(), at));
            afterFifth.add(minutes(fifth(script, crisis), at));
          });
    }
    List<Incident> unexplained =
        incidents.stream()
            .filter(incident -> page(incident).isPresent() && !explained.contains(incident))
            .toList();
    int falsePages = unexplained.size();
    unexplained.forEach(
        incident -> LOG.info("{}: page for nothing: {}", script.name(), incident.signal()));
    double days =
        script.brands().size()
                * Duration.between(script.start(), script.end()).toMinutes()
                / 1_440.0
            - busy;
    return new Outcome(script, found, delays, afterFifth, falsePages, days);
  }

  /** When the fifth of those who take part complained: before that it could be chance. */
  private static Instant fifth(Script script, Script.Crisis crisis) {
    return script.extras().stream()
        .filter(each -> each.matches().getFirst().brand().equals(crisis.brand()))
        .filter(each -> each.tone().label() == ToneLabel.NEGATIVE)
        .map(each -> each.mention().publishedAt())
        .filter(at -> !at.isBefore(crisis.from()))
        .sorted()
        .skip(4)
        .findFirst()
        .orElse(crisis.from());
  }

  private static double minutes(Instant from, Instant to) {
    return Math.max(0, Duration.between(from, to).toMillis() / 60_000.0);
  }

  /** When it first paged somebody. */
  private static Optional<Instant> page(Incident incident) {
    return incident.outbox().stream()
        .filter(dispatch -> dispatch.action() == Dispatch.Action.TRIGGER)
        .map(Dispatch::madeAt)
        .findFirst();
  }

  private static double round(double value) {
    return Math.round(value * 100) / 100.0;
  }
}
