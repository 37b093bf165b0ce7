package ouidire.analysis.alert.suite;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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
   * Plays all scripts.
   *
   * @param seed of the histories
   * @param quietDays how many days of quiet to play for each size of brand, 0 to 90
   * @return crises and how many were found, their delays in minutes of event time from the first
   *     mention of the crisis and from its fifth complaint, false pages in a brand-month, all again
   *     for each kind
   */
  public static ObjectNode run(long seed, int quietDays) {
    Scripts scripts = new Scripts(seed);
    List<Outcome> all = new ArrayList<>();
    for (Script script :
        Stream.concat(scripts.all().stream(), scripts.quietMonths(quietDays).stream()).toList()) {
      if (script.start().isBefore(script.end())) {
        all.add(judge(script, new Rehearsal(script).play()));
      }
    }
    ObjectNode result = JSON.createObjectNode();
    result.put("seed", seed);
    result.put("histories", all.size());
    sum(result, all);
    Map<String, List<Outcome>> kinds = new TreeMap<>();
    all.forEach(o -> kinds.computeIfAbsent(o.script().kind(), k -> new ArrayList<>()).add(o));
    ObjectNode each = result.putObject("kinds");
    kinds.forEach((kind, outcomes) -> sum(each.putObject(kind), outcomes));
    return result;
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
        into.put("median_delay_min", round(delays.get(delays.size() / 2)));
        into.put("worst_delay_min", round(delays.getLast()));
        List<Double> fifths = all.stream().flatMap(o -> o.afterFifth().stream()).sorted().toList();
        into.put("median_delay_after_fifth_complaint_min", round(fifths.get(fifths.size() / 2)));
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
