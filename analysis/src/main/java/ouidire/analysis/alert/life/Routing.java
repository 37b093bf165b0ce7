package ouidire.analysis.alert.life;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import ouidire.core.alert.Alert.Severity;
import ouidire.core.alert.AlertPolicy;
import ouidire.core.alert.Audience;
import ouidire.core.alert.Channel;
import ouidire.core.alert.OnCall;
import ouidire.core.alert.Person;
import ouidire.core.alert.Role;
import ouidire.core.alert.Route;

/** Who is told of an incident, in which order. */
final class Routing {
  /** Who is told at one step. */
  record Step(Duration after, List<String> roles) {}

  /** All steps, and how often they are gone through again. */
  record Plan(List<Step> steps, int repeat) {}

  /** One way to one who is told. */
  record Target(String channel, String recipient, Audience audience, Instant notBefore) {}

  /** Stands for all channels where nobody has said who is told. */
  static final String EVERYBODY = "all";

  private final AlertPolicy policy;

  Routing(AlertPolicy policy) {
    this.policy = policy;
  }

  /** What the tree says; where it says nothing, everybody is told at once. */
  Plan plan(String brand, Severity severity, String kind, Instant now) {
    List<Route> found = new ArrayList<>();
    walk(policy.routes(), brand, severity, kind, now, found);
    if (found.isEmpty()) {
      return new Plan(List.of(new Step(Duration.ZERO, List.of(EVERYBODY))), 0);
    }
    List<Step> steps = new ArrayList<>();
    int repeat = 0;
    for (Route route : found) {
      repeat = Math.max(repeat, route.repeat());
      for (int i = 0; i < route.steps().size(); i++) {
        Route.Step step = route.steps().get(i);
        if (i < steps.size()) {
          Set<String> both = new LinkedHashSet<>(steps.get(i).roles());
          both.addAll(step.roles());
          Duration first = steps.get(i).after();
          steps.set(
              i,
              new Step(
                  first.compareTo(step.after()) < 0 ? first : step.after(), List.copyOf(both)));
        } else {
          steps.add(new Step(step.after(), step.roles()));
        }
      }
    }
    return new Plan(steps, repeat);
  }

  /** Adds what decides; true when what follows is to be looked at as well. */
  private static boolean walk(
      List<Route> routes,
      String brand,
      Severity severity,
      String kind,
      Instant now,
      List<Route> found) {
    for (Route route : routes) {
      if (!fits(route, brand, severity, kind, now)) {
        continue;
      }
      int before = found.size();
      walk(route.branches(), brand, severity, kind, now, found);
      if (found.size() == before && !route.steps().isEmpty()) {
        found.add(route);
      }
      if (!route.andOn()) {
        return false;
      }
    }
    return true;
  }

  private static boolean fits(
      Route route, String brand, Severity severity, String kind, Instant now) {
    Route.Hours hours = route.hours();
    return (route.brands().isEmpty() || route.brands().contains(brand))
        && (route.severities().isEmpty() || route.severities().contains(severity))
        && (route.kinds().isEmpty() || route.kinds().contains(kind))
        && (hours == null || OnCall.within(hours, now));
  }

  /**
   * The ways to those who hold these roles now, that take such a severity; each channel once. Where
   * no way leads to any of them (a role without channels, a channel switched off), everybody is
   * told: a crisis that nobody hears of is worse than one that too many do.
   */
  List<Target> targets(List<String> roles, Severity severity, Instant now) {
    List<Target> ways = ways(roles, severity, now);
    if (ways.isEmpty()) {
      ways = ways(List.of(EVERYBODY), severity, now);
    }
    List<Target> all = new ArrayList<>();
    Set<String> seen = new LinkedHashSet<>();
    for (Target target : ways) {
      boolean takes =
          policy
              .channel(target.channel())
              .filter(channel -> severity.compareTo(channel.from()) >= 0)
              .isPresent();
      if (takes && seen.add(target.channel() + "\n" + target.audience())) {
        all.add(target);
      }
    }
    return all;
  }

  /** Those that exist and are switched on, whatever severity they take. */
  private List<Target> ways(List<String> roles, Severity severity, Instant now) {
    return roles.stream()
        .flatMap(id -> targets(id, severity, now).stream())
        .filter(target -> policy.channel(target.channel()).filter(Channel::enabled).isPresent())
        .toList();
  }

  private List<Target> targets(String id, Severity severity, Instant now) {
    if (id.equals(EVERYBODY)) {
      return policy.channels().stream()
          .map(channel -> new Target(channel.id(), EVERYBODY, Audience.COMMUNICATIONS, now))
          .toList();
    }
    Role role = policy.role(id).orElse(null);
    if (role == null) {
      return targets(EVERYBODY, severity, now);
    }
    List<Target> all = new ArrayList<>();
    for (String channel : role.channels()) {
      all.add(new Target(channel, role.id(), role.audience(), now));
    }
    Role.Rota rota = role.rota();
    if (rota != null) {
      policy
          .person(OnCall.at(rota, now))
          .ifPresent(
              person -> {
                Instant from = reachable(person, severity, now);
                for (String channel : person.channels()) {
                  all.add(new Target(channel, person.id(), role.audience(), from));
                }
              });
    }
    return all;
  }

  private static Instant reachable(Person person, Severity severity, Instant now) {
    Person.Quiet quiet = person.quiet();
    return quiet == null || severity == Severity.CRISIS ? now : OnCall.reachable(quiet, now);
  }
}
