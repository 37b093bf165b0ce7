package ouidire.analysis.alert.drill;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ouidire.analysis.alert.life.Desk;
import ouidire.analysis.alert.watch.BrandWatch;
import ouidire.analysis.alert.watch.Moments;
import ouidire.analysis.alert.watch.Past;
import ouidire.core.alert.AlertRule;
import ouidire.core.alert.Drills;
import ouidire.core.alert.Incident;
import ouidire.core.alert.InvalidDocumentException;
import ouidire.core.brand.Brand;
import ouidire.core.history.MentionFilter;
import ouidire.core.mention.AnalysedMention;
import ouidire.core.words.Wording;

/**
 * Plays exercises: scripted mentions go through a watch of their own, whose judgements the desk
 * hears as an exercise. They are given to no topic and no index, so no count has them.
 */
public final class LiveDrills implements Drills, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(LiveDrills.class);
  private static final long QUIET_STEPS = 2;

  private final Scripts scripts;
  private final Desk desk;
  private final Consumer<Set<String>> allow;
  private final InstantSource clock;
  private final Map<String, AnalysedMention> said = new ConcurrentHashMap<>();
  private final ScheduledExecutorService ticks =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("ouidire-drill").daemon().factory());
  private @Nullable Run run;

  /** One exercise. */
  private static final class Run {
    final Brand brand;
    final BrandWatch watch;
    final List<AnalysedMention> script;
    final Progress begun;
    int next;
    Instant last = Instant.MIN;

    Run(Brand brand, BrandWatch watch, List<AnalysedMention> script, Progress begun) {
      this.brand = brand;
      this.watch = watch;
      this.script = script;
      this.begun = begun;
    }
  }

  /**
   * @param allow told which channels the exercise may use
   */
  public LiveDrills(Scripts scripts, Desk desk, Consumer<Set<String>> allow, InstantSource clock) {
    this.scripts = scripts;
    this.desk = desk;
    this.allow = allow;
    this.clock = clock;
    var unused =
        ticks.scheduleWithFixedDelay(
            this::tick, Moments.MILLIS, Moments.MILLIS, TimeUnit.MILLISECONDS);
  }

  @Override
  public synchronized void begin(
      String id, String scenario, double speed, Set<String> channels, String by) {
    if (run != null || underWay().isPresent()) {
      throw new IllegalStateException("an exercise is under way; end it first");
    }
    requireSpeed(speed);
    Brand brand = scripts.brand(id);
    Script script = scripts.of(scenario, brand);
    Instant now = Moments.at(clock.instant());
    Brand ours =
        new Brand(brand.id(), brand.name(), brand.query(), false, brand.accounts(), brand.zone());
    BrandWatch watch =
        new BrandWatch(ours, List.of(rule(script.playbook())), query -> seen -> true);
    watch.load(new CalmPast(), now);
    List<AnalysedMention> voices = script.mentions(brand, now, speed, now.toEpochMilli());
    said.clear();
    voices.forEach(mention -> said.put(mention.id(), mention));
    allow.accept(channels);
    Duration length = Duration.ofMillis(Math.round(script.length().toMillis() / speed));
    Instant ends = now.plus(length).plusSeconds(60);
    Progress begun = new Progress(id, scenario, speed, 0, voices.size(), ends, channels);
    run = new Run(brand, watch, voices, begun);
    LOG.info("exercise {} begun for brand {} by {}, at speed {}", scenario, id, by, speed);
  }

  static void requireSpeed(double speed) {
    if (!(speed >= 1 && speed <= 1_000)) {
      throw new InvalidDocumentException(
          "speed", Double.toString(speed), new Wording("donnez de 1 à 1 000", "give 1 to 1,000"));
    }
  }

  /**
   * The shipped detection, with the playbook that the exercise is about; no exercise is the echo of
   * the one before.
   */
  private static AlertRule rule(@Nullable String playbook) {
    AlertRule crisis = AlertRule.CRISIS;
    return new AlertRule(
        crisis.id(),
        crisis.name(),
        crisis.kind(),
        true,
        List.of(),
        crisis.filter(),
        crisis.when(),
        crisis.severity(),
        crisis.pendingFor(),
        crisis.resolveAfter(),
        Duration.ZERO,
        crisis.pagesPerDay(),
        playbook);
  }

  @Override
  public synchronized Optional<Progress> progress() {
    Run now = run;
    if (now == null) {
      return Optional.empty();
    }
    Progress begun = now.begun;
    return Optional.of(
        new Progress(
            begun.brand(),
            begun.scenario(),
            begun.speed(),
            now.next,
            begun.of(),
            begun.endsAt(),
            begun.channels()));
  }

  @Override
  public List<String> scenarios() {
    return DrillScript.SCENARIOS;
  }

  private synchronized void tick() {
    Run now = run;
    if (now == null) {
      return;
    }
    try {
      play(now, Moments.until(clock.instant()));
    } catch (RuntimeException e) {
      LOG.error("the exercise failed and ends", e);
      run = null;
    }
  }

  private void play(Run now, Instant moment) {
    if (!moment.isAfter(now.last)) {
      return;
    }
    now.last = moment;
    boolean news = false;
    while (now.next < now.script.size()
        && !now.script.get(now.next).mention().publishedAt().isAfter(moment)) {
      boolean unused = now.watch.hear(now.script.get(now.next++));
      news = true;
    }
    news |= now.watch.moveTo(moment);
    if (news) {
      desk.hear(now.brand.id(), now.watch.judge(moment), moment, true);
    }
    if (moment.isAfter(now.begun.endsAt())) {
      // The incident stays until people end it: that is part of the exercise.
      run = null;
    }
  }

  @Override
  public synchronized void end(String by) {
    run = null;
    desk.endDrills(by);
  }

  @Override
  public Optional<Incident> underWay() {
    return desk.openIncidents().stream().filter(Incident::exercise).findFirst();
  }

  @Override
  public Optional<AnalysedMention> mention(String id) {
    return Optional.ofNullable(said.get(id));
  }

  @Override
  public void close() {
    ticks.shutdownNow();
  }

  /** Weeks of a brand that is spoken of now and then. */
  private static final class CalmPast implements Past {
    @Override
    public Steps steps(MentionFilter filter, Instant from, Instant to) {
      int steps = (int) (Duration.between(from, to).toSeconds() / 300);
      long[] all = new long[steps];
      long[] negative = new long[steps];
      for (int i = 0; i < steps; i++) {
        all[i] = i % QUIET_STEPS == 0 ? 1 : 0;
        negative[i] = i % (QUIET_STEPS * 5) == 0 ? 1 : 0;
      }
      return new Steps(all, negative);
    }

    @Override
    public void mentions(
        MentionFilter filter, Instant from, Instant to, Consumer<AnalysedMention> action) {
      // Nothing was said that an exercise would need.
    }
  }
}
