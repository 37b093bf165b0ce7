package ouidire.core.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Says who would be told of an incident; tells nobody. */
public interface RouteTester {
  /**
   * Who would be told, step after step, as long as nobody acts.
   *
   * @param routes the tree to ask: the one in force, or one that is being written
   * @param brand id of the brand
   * @param kind of the rule
   * @param at when it would fire
   */
  Plan plan(List<Route> routes, String brand, Alert.Severity severity, String kind, Instant at);

  /**
   * All steps.
   *
   * @param found whether a branch fits; without one everybody is told at once
   * @param repeat how often the steps are gone through again
   */
  record Plan(boolean found, List<Step> steps, int repeat) {
    public Plan {
      steps = List.copyOf(steps);
    }
  }

  /**
   * One step.
   *
   * @param after how long after the step before; for the first, after it fired
   * @param roles ids of who is told
   * @param told the ways that reach them; empty when none does
   */
  record Step(Duration after, List<String> roles, List<Target> told) {
    public Step {
      roles = List.copyOf(roles);
      told = List.copyOf(told);
    }
  }

  /**
   * One way to one who is told.
   *
   * @param channel id of the channel
   * @param recipient id of the role or person
   * @param audience in whose words
   * @param notBefore when it may be sent: later than now in quiet hours
   */
  record Target(String channel, String recipient, Audience audience, Instant notBefore) {}
}
