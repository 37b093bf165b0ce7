package ouidire.analysis.alert.suite;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import ouidire.analysis.alert.life.Desk;
import ouidire.analysis.alert.life.MemoryIncidentStore;
import ouidire.analysis.alert.watch.Moments;
import ouidire.analysis.alert.watch.Past;
import ouidire.analysis.alert.watch.Sensitivity;
import ouidire.analysis.alert.watch.Watch;
import ouidire.core.alert.Alert.Severity;
import ouidire.core.alert.AlertPolicy;
import ouidire.core.alert.Channel;
import ouidire.core.alert.Incident;
import ouidire.core.brand.Brand;
import ouidire.core.history.LiveFilter;
import ouidire.core.history.MentionFilter;
import ouidire.core.mention.AnalysedMention;

/** Lets the time of a script pass through the live watch: mentions arrive when they would have. */
final class Rehearsal implements Past {
  private static final Duration STEP = Duration.ofSeconds(300);

  /** Before that, nobody had watched. */
  private static final Duration LEARNED = Duration.ofDays(12);

  private final Script script;
  private final Sensitivity limits;
  private final Map<Quiet, Map<Long, int[]>> counted = new HashMap<>();
  private Instant now;

  Rehearsal(Script script) {
    this(script, Sensitivity.SHIPPED);
  }

  Rehearsal(Script script, Sensitivity limits) {
    this.script = script;
    this.limits = limits;
    now = script.start();
  }

  /** Every incident that came of it. */
  List<Incident> play() {
    AtomicReference<Instant> clock = new AtomicReference<>(now);
    MemoryIncidentStore store = new MemoryIncidentStore();
    AlertPolicy policy =
        AlertPolicy.DEFAULT
            .withChannels(
                List.of(
                    new Channel(
                        "page",
                        Channel.Kind.PAGE,
                        "page",
                        Severity.WARNING,
                        true,
                        Map.of(),
                        Map.of())))
            .withCampaigns(script.campaigns());
    Desk desk = new Desk(() -> policy, store, clock::get);
    try (Watch watch =
        new Watch(
                script::brands,
                () -> policy,
                this,
                query -> seen -> true,
                List::of,
                desk,
                clock::get)
            .with(limits)) {
      Instant first = Moments.at(script.start());
      watch.round(first);
      pass(watch, clock, first);
    }
    return desk.all(1_000);
  }

  private void pass(Watch watch, AtomicReference<Instant> clock, Instant first) {
    PriorityQueue<AnalysedMention> arriving =
        new PriorityQueue<>(Comparator.comparing(each -> each.mention().collectedAt()));
    arriving.addAll(
        script.extras().stream()
            .filter(each -> each.mention().collectedAt().isAfter(first))
            .toList());
    for (Instant step = script.start(); step.isBefore(script.end()); step = step.plus(STEP)) {
      for (Quiet quiet : script.quiet()) {
        for (AnalysedMention each : quiet.step(step)) {
          arriving.add(delayed(each));
        }
      }
      Instant end = step.plus(STEP);
      for (Instant round = Moments.nextRound(step.minusMillis(1));
          round.isBefore(end);
          round = Moments.nextRound(round)) {
        arrive(watch, arriving, clock, round);
        now = round;
        clock.set(round);
        watch.round(round);
      }
      arrive(watch, arriving, clock, end.minusMillis(1));
    }
  }

  /** What arrives until then, judged at the first moment after it. */
  private void arrive(
      Watch watch,
      PriorityQueue<AnalysedMention> arriving,
      AtomicReference<Instant> clock,
      Instant until) {
    while (!arriving.isEmpty() && !arriving.peek().mention().collectedAt().isAfter(until)) {
      Instant moment = Moments.at(arriving.peek().mention().collectedAt());
      while (!arriving.isEmpty() && !arriving.peek().mention().collectedAt().isAfter(moment)) {
        watch.hear(arriving.remove());
      }
      now = moment;
      clock.set(moment);
      watch.round(moment);
    }
  }

  private AnalysedMention delayed(AnalysedMention said) {
    return script
        .outage()
        .filter(out -> said.mention().source().kind().equals(out.sourceKind()))
        .filter(out -> !said.mention().publishedAt().isBefore(out.from()))
        .filter(out -> said.mention().publishedAt().isBefore(out.to()))
        .map(out -> Altered.arriving(said, out.to()))
        .orElse(said);
  }

  @Override
  public Steps steps(MentionFilter filter, Instant from, Instant to) {
    int steps = (int) (Duration.between(from, to).toSeconds() / STEP.toSeconds());
    long[] all = new long[steps];
    long[] negative = new long[steps];
    mentionsBySteps(
        filter,
        from,
        to,
        (step, counts) -> {
          all[step] += counts[0];
          negative[step] += counts[1];
        });
    return new Steps(all, negative);
  }

  private interface Counted {
    void step(int number, int[] counts);
  }

  private void mentionsBySteps(MentionFilter filter, Instant from, Instant to, Counted action) {
    for (Quiet quiet : script.quiet()) {
      if (!filter.brands().contains(quiet.brand().id())) {
        continue;
      }
      Map<Long, int[]> known = counted.computeIfAbsent(quiet, q -> new HashMap<>());
      int number = 0;
      for (Instant step = from; step.isBefore(to); step = step.plus(STEP)) {
        Instant at = step;
        if (at.isBefore(script.start().minus(LEARNED))) {
          number++;
          continue;
        }
        boolean settled = !at.plus(STEP).plus(STEP).isAfter(script.start());
        if (settled) {
          action.step(
              number, known.computeIfAbsent(at.getEpochSecond(), t -> count(quiet.step(at))));
        } else {
          action.step(number, count(quiet.step(at).stream().filter(this::arrived).toList()));
        }
        number++;
      }
    }
    List<AnalysedMention> here = new ArrayList<>();
    Set<String> brands = filter.brands();
    script.extras().stream()
        .filter(this::arrived)
        .filter(each -> brands.contains(each.matches().getFirst().brand()))
        .filter(each -> !each.mention().publishedAt().isBefore(from))
        .filter(each -> each.mention().publishedAt().isBefore(to))
        .forEach(here::add);
    for (AnalysedMention each : here) {
      int number =
          (int)
              (Duration.between(from, each.mention().publishedAt()).toSeconds() / STEP.toSeconds());
      action.step(number, count(List.of(each)));
    }
  }

  private static int[] count(List<AnalysedMention> mentions) {
    int negative = 0;
    for (AnalysedMention each : mentions) {
      negative += each.tone().label() == ouidire.core.mention.ToneLabel.NEGATIVE ? 1 : 0;
    }
    return new int[] {mentions.size(), negative};
  }

  private boolean arrived(AnalysedMention said) {
    return !delayed(said).mention().collectedAt().isAfter(now);
  }

  @Override
  public void mentions(
      MentionFilter filter, Instant from, Instant to, Consumer<AnalysedMention> action) {
    List<AnalysedMention> all = new ArrayList<>();
    Instant first = Instant.ofEpochSecond(from.getEpochSecond() / 300 * 300);
    for (Quiet quiet : script.quiet()) {
      for (Instant step = first; step.isBefore(to); step = step.plus(STEP)) {
        all.addAll(quiet.step(step));
      }
    }
    all.addAll(script.extras());
    var wanted = LiveFilter.of(filter.withPeriod(from, to), query -> seen -> true);
    all.stream()
        .filter(this::arrived)
        .filter(wanted)
        .sorted(Comparator.comparing(each -> each.mention().publishedAt()))
        .forEach(action);
  }

  /** The brands' names, for messages of errors. */
  @Override
  public String toString() {
    return script.name() + script.brands().stream().map(Brand::id).toList();
  }
}
