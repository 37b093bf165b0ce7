package ouidire.analysis.alert.drill;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import ouidire.analysis.alert.life.DistantDesk;
import ouidire.core.alert.Decision;
import ouidire.core.alert.Drills;
import ouidire.core.alert.Incident;
import ouidire.core.brand.Brand;
import ouidire.core.brand.BrandCatalogue;
import ouidire.core.mention.AnalysedMention;

/** Exercises as a process asks for them that does not alert: the one that does plays them. */
public final class DistantDrills implements Drills {
  private final DistantDesk desk;
  private final DistantDesk.Post post;
  private final BrandCatalogue brands;
  private final InstantSource clock;
  private final AtomicReference<@Nullable Asked> asked = new AtomicReference<>();

  /** What was asked for here, and what of it will have been said when. */
  private record Asked(Progress begun, List<AnalysedMention> script) {}

  public DistantDrills(
      DistantDesk desk, DistantDesk.Post post, BrandCatalogue brands, InstantSource clock) {
    this.desk = desk;
    this.post = post;
    this.brands = brands;
    this.clock = clock;
  }

  @Override
  public void begin(String id, String scenario, double speed, Set<String> channels, String by) {
    if (progress().isPresent() || underWay().isPresent()) {
      throw new IllegalStateException("an exercise is under way; end it first");
    }
    LiveDrills.requireSpeed(speed);
    DrillScript script = DrillScript.of(scenario);
    Brand brand =
        brands.brands().stream()
            .filter(each -> each.id().equals(id))
            .findFirst()
            .orElseThrow(() -> new NoSuchElementException("brand " + id + " does not exist"));
    Instant now = clock.instant();
    send(now, by, new Decision.BeginDrill(id, scenario, speed, channels));
    List<AnalysedMention> voices = script.mentions(brand, now, speed, now.toEpochMilli());
    Duration length = Duration.ofMillis(Math.round(DrillScript.LENGTH.toMillis() / speed));
    Instant ends = now.plus(length).plusSeconds(60);
    asked.set(
        new Asked(new Progress(id, scenario, speed, 0, voices.size(), ends, channels), voices));
  }

  @Override
  public void end(String by) {
    asked.set(null);
    send(clock.instant(), by, new Decision.EndDrill());
  }

  private void send(Instant now, String by, Decision.Act act) {
    post.send(new Decision(UUID.randomUUID().toString(), now, by, act));
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
