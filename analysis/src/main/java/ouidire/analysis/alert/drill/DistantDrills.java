package ouidire.analysis.alert.drill;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import ouidire.analysis.alert.life.DistantDesk;
import ouidire.analysis.alert.life.DrillLedger;
import ouidire.core.alert.Decided;
import ouidire.core.alert.Decision;
import ouidire.core.alert.Drills;
import ouidire.core.alert.Incident;
import ouidire.core.alert.UnansweredException;
import ouidire.core.brand.Brand;
import ouidire.core.mention.AnalysedMention;

/** Exercises as a process asks for them that does not alert: the one that does plays them. */
public final class DistantDrills implements Drills {
  private static final long LOOK_EVERY_MILLIS = 50;

  private final DistantDesk desk;
  private final DistantDesk.Post post;
  private final Scripts scripts;
  private final DrillLedger ledger;
  private final Duration patience;
  private final InstantSource clock;
  private final AtomicReference<@Nullable Asked> asked = new AtomicReference<>();

  /** What was asked for here, and what of it will have been said when. */
  private record Asked(Progress begun, List<AnalysedMention> script) {}

  /**
   * @param patience how long a caller waits for the process that alerts
   */
  public DistantDrills(
      DistantDesk desk,
      DistantDesk.Post post,
      Scripts scripts,
      DrillLedger ledger,
      Duration patience,
      InstantSource clock) {
    this.desk = desk;
    this.post = post;
    this.scripts = scripts;
    this.ledger = ledger;
    this.patience = patience;
    this.clock = clock;
  }

  @Override
  public void begin(String id, String scenario, double speed, Set<String> channels, String by) {
    if (progress().isPresent() || underWay().isPresent()) {
      throw new IllegalStateException("an exercise is under way; end it first");
    }
    LiveDrills.requireSpeed(speed);
    Brand brand = scripts.brand(id);
    Script script = scripts.of(scenario, brand);
    Instant now = clock.instant();
    send(now, by, new Decision.BeginDrill(id, scenario, speed, channels));
    List<AnalysedMention> voices = script.mentions(brand, now, speed, now.toEpochMilli());
    Duration length = Duration.ofMillis(Math.round(script.length().toMillis() / speed));
    Instant ends = now.plus(length).plusSeconds(60);
    asked.set(
        new Asked(new Progress(id, scenario, speed, 0, voices.size(), ends, channels), voices));
  }

  @Override
  public void end(String by) {
    asked.set(null);
    send(clock.instant(), by, new Decision.EndDrill());
  }

  /** Sends it on, and waits until the ledger says what became of it. */
  private void send(Instant now, String by, Decision.Act act) {
    String id = UUID.randomUUID().toString();
    post.send(new Decision(id, now, by, act));
    Decided decided = answer(id);
    if (decided.refused() != null) {
      throw new IllegalStateException(decided.refused());
    }
  }

  private Decided answer(String decision) {
    CountDownLatch never = new CountDownLatch(1);
    long end = System.nanoTime() + patience.toNanos();
    try {
      do {
        Optional<Decided> decided = ledger.find(decision);
        if (decided.isPresent()) {
          return decided.get();
        }
      } while (!never.await(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS) && System.nanoTime() < end);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    throw new UnansweredException(
        "no process that alerts has answered within "
            + patience.toSeconds()
            + " s; an exercise that is asked for begins only within half a minute: start one"
            + " (--roles alert), then ask again",
        new TimeoutException());
  }

  @Override
  public Optional<Incident> underWay() {
    return desk.drill();
  }

  @Override
  public Optional<Progress> progress() {
    Asked last = asked.get();
    Instant now = clock.instant();
    if (last == null || now.isAfter(last.begun().endsAt())) {
      return Optional.empty();
    }
    Progress begun = last.begun();
    long said =
        last.script().stream().filter(each -> !each.mention().publishedAt().isAfter(now)).count();
    return Optional.of(
        new Progress(
            begun.brand(),
            begun.scenario(),
            begun.speed(),
            (int) said,
            begun.of(),
            begun.endsAt(),
            begun.channels()));
  }

  @Override
  public List<String> scenarios() {
    return DrillScript.SCENARIOS;
  }

  /** What is said in an exercise is known only where it is played. */
  @Override
  public Optional<AnalysedMention> mention(String id) {
    return Optional.empty();
  }
}
