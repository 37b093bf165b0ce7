package ouidire.analysis.alert.life;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import ouidire.core.alert.Alert;
import ouidire.core.alert.AlertPolicy;
import ouidire.core.alert.Route;
import ouidire.core.alert.RouteTester;

/** Asks the routing that incidents are told by, without an incident. */
public final class RoutePlan implements RouteTester {
  private final Supplier<AlertPolicy> policy;

  public RoutePlan(Supplier<AlertPolicy> policy) {
    this.policy = policy;
  }

  @Override
  public Plan plan(
      List<Route> routes, String brand, Alert.Severity severity, String kind, Instant at) {
    Routing routing = new Routing(policy.get().withRoutes(routes));
    Routing.Plan plan = routing.plan(brand, severity, kind, at);
    List<Step> steps = new ArrayList<>();
    boolean found = true;
    Instant when = at;
    for (Routing.Step step : plan.steps()) {
      found = found && !step.roles().equals(List.of(Routing.EVERYBODY));
      when = when.plus(step.after());
      List<Target> told =
          routing.targets(step.roles(), severity, when).stream()
              .map(to -> new Target(to.channel(), to.recipient(), to.audience(), to.notBefore()))
              .toList();
      steps.add(new Step(step.after(), step.roles(), told));
    }
    return new Plan(found, steps, plan.repeat());
  }
}
