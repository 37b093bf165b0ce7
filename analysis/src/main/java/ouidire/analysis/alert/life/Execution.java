package ouidire.analysis.alert.life;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ouidire.core.alert.Decided;
import ouidire.core.alert.Decision;
import ouidire.core.alert.Drills;

/**
 * Carries out decisions that were made elsewhere, each once however often it is given. They are
 * given by one thread.
 */
final class Execution {
  private static final Logger LOG = LoggerFactory.getLogger(Execution.class);

  /** An exercise that was asked for longer ago begins no more. */
  private static final Duration DRILL_FRESH = Duration.ofSeconds(30);

  private final Desk desk;
  private final Drills drills;
  private final DrillLedger ledger;
  private final InstantSource clock;

  /** What came of the latest decision about exercises, until that is kept. */
  private @Nullable Decided unsettled;

  Execution(Desk desk, Drills drills, DrillLedger ledger, InstantSource clock) {
    this.desk = desk;
    this.drills = drills;
    this.ledger = ledger;
    this.clock = clock;
  }

  /**
   * Whether it is dealt with; false where its effect could not be kept and it is to be given again.
   */
  boolean dealtWith(Decision decision) {
    try {
      switch (decision.act()) {
        case Decision.OnIncident what -> {
          if (desk.carryOut(decision.id(), decision.by(), what)) {
            LOG.info("incident {}: decided elsewhere by {}", what.incident(), decision.by());
          }
        }
        case Decision.BeginDrill what ->
            once(
                decision,
                () ->
                    drills.begin(
                        what.brand(),
                        what.scenario(),
                        what.speed(),
                        what.channels(),
                        decision.by()));
        case Decision.EndDrill what -> once(decision, () -> drills.end(decision.by()));
      }
      return true;
    } catch (IncidentStore.NotKeptException e) {
      LOG.warn("decision {} waits: {}", decision.id(), e.getMessage());
      return false;
    } catch (RuntimeException e) {
      LOG.error("decision {} cannot be carried out; the next ones go on", decision.id(), e);
      return true;
    }
  }

  /** About exercises: what is old is passed over, and no restart carries one out again. */
  private void once(Decision decision, Runnable act) {
    Decided outcome = unsettled;
    if (outcome == null || !outcome.id().equals(decision.id())) {
      if (!fresh(decision) || !ledger.take(decision.id())) {
        return;
      }
      outcome = new Decided(decision.id(), refusal(decision, act));
      unsettled = outcome;
    }
    ledger.settle(outcome);
    unsettled = null;
  }

  /** Does it; answers why that failed, null when it did not. */
  private static @Nullable String refusal(Decision decision, Runnable act) {
    try {
      act.run();
      return null;
    } catch (IncidentStore.NotKeptException e) {
      LOG.warn("decision {} about an exercise was not kept: {}", decision.id(), e.getMessage());
      return String.valueOf(e.getMessage());
    } catch (RuntimeException e) {
      LOG.warn("the exercise that {} asked for: {}", decision.by(), e.toString());
      return String.valueOf(e.getMessage());
    }
  }

  private boolean fresh(Decision decision) {
    Instant now = clock.instant();
    return decision.at().plus(DRILL_FRESH).isAfter(now);
  }
}
