package ouidire.core.alert;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * All that people have said about how incidents are raised and told, at one moment.
 *
 * @param workspace a lower-case word, part of every key
 * @param rules in the order given
 * @param channels ways to tell people
 * @param people who can be on call
 * @param roles who is told
 * @param routes the tree of who is told of what
 * @param campaigns what is planned
 * @param playbooks what to do
 * @param acknowledgedFor how long an acknowledgement lasts unless it says otherwise
 */
public record AlertPolicy(
    String workspace,
    List<AlertRule> rules,
    List<Channel> channels,
    List<Person> people,
    List<Role> roles,
    List<Route> routes,
    List<Campaign> campaigns,
    List<Playbook> playbooks,
    Duration acknowledgedFor) {
  /** The built-in detection, told to nobody but the dashboard. */
  public static final AlertPolicy DEFAULT =
      new AlertPolicy(
          "default",
          List.of(AlertRule.CRISIS),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          Duration.ofHours(2));

  public AlertPolicy {
    rules = List.copyOf(rules);
    channels = List.copyOf(channels);
    people = List.copyOf(people);
    roles = List.copyOf(roles);
    routes = List.copyOf(routes);
    campaigns = List.copyOf(campaigns);
    playbooks = List.copyOf(playbooks);
  }

  public Optional<AlertRule> rule(String id) {
    return rules.stream().filter(rule -> rule.id().equals(id)).findFirst();
  }

  public Optional<Channel> channel(String id) {
    return channels.stream().filter(channel -> channel.id().equals(id)).findFirst();
  }

  public Optional<Role> role(String id) {
    return roles.stream().filter(role -> role.id().equals(id)).findFirst();
  }

  public Optional<Person> person(String id) {
    return people.stream().filter(person -> person.id().equals(id)).findFirst();
  }

  /** The playbook whose steps are an incident's tasks; empty when it has none, or it is gone. */
  public Optional<Playbook> playbookOf(Incident incident) {
    return playbooks.stream()
        .filter(
            book ->
                incident.tasks().stream().anyMatch(task -> task.id().startsWith(book.id() + "-")))
        .max(Comparator.comparing(book -> book.id().length()));
  }

  public AlertPolicy withRules(List<AlertRule> value) {
    return new AlertPolicy(
        workspace, value, channels, people, roles, routes, campaigns, playbooks, acknowledgedFor);
  }

  public AlertPolicy withChannels(List<Channel> value) {
    return new AlertPolicy(
        workspace, rules, value, people, roles, routes, campaigns, playbooks, acknowledgedFor);
  }

  public AlertPolicy withPeople(List<Person> value) {
    return new AlertPolicy(
        workspace, rules, channels, value, roles, routes, campaigns, playbooks, acknowledgedFor);
  }

  public AlertPolicy withRoles(List<Role> value) {
    return new AlertPolicy(
        workspace, rules, channels, people, value, routes, campaigns, playbooks, acknowledgedFor);
  }

  public AlertPolicy withRoutes(List<Route> value) {
    return new AlertPolicy(
        workspace, rules, channels, people, roles, value, campaigns, playbooks, acknowledgedFor);
  }

  public AlertPolicy withCampaigns(List<Campaign> value) {
    return new AlertPolicy(
        workspace, rules, channels, people, roles, routes, value, playbooks, acknowledgedFor);
  }

  public AlertPolicy withPlaybooks(List<Playbook> value) {
    return new AlertPolicy(
        workspace, rules, channels, people, roles, routes, campaigns, value, acknowledgedFor);
  }
}
