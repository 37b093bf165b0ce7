package ouidire.core.alert;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/**
 * What documents say of one another by id. An id that nothing has would tell nobody, at the worst
 * moment to find out; so it is refused while it is written, and what others name cannot go.
 */
final class References {
  /** The role that stands for all channels. */
  private static final String EVERYBODY = "all";

  private static final int MOST_NAMED = 20;

  private final AlertPolicy policy;

  References(AlertPolicy policy) {
    this.policy = policy;
  }

  /**
   * Refuses a document that names what does not exist.
   *
   * @throws InvalidDocumentException naming the key, the id, and those that exist
   */
  void require(Object document) {
    switch (document) {
      case AlertRule rule -> {
        if (rule.playbook() != null) {
          known("playbook", rule.playbook(), policy.playbooks(), Playbook::id);
        }
      }
      case Person person -> channels("channels", person.channels());
      case Role role -> {
        channels("channels", role.channels());
        if (role.rota() != null) {
          rota(role.rota());
        }
      }
      case Playbook book -> {
        for (int i = 0; i < book.steps().size(); i++) {
          role("steps[" + i + "].role", book.steps().get(i).role());
        }
      }
      case AlertDocument.RouteTree tree -> routes("routes", tree.routes());
      default -> {}
    }
  }

  private void rota(Role.Rota rota) {
    for (int i = 0; i < rota.people().size(); i++) {
      person("rota.people[" + i + "]", rota.people().get(i));
    }
    for (int i = 0; i < rota.replacements().size(); i++) {
      person("rota.replacements[" + i + "].person", rota.replacements().get(i).person());
    }
  }

  private void routes(String path, List<Route> routes) {
    for (int i = 0; i < routes.size(); i++) {
      String here = path + "[" + i + "]";
      List<Route.Step> steps = routes.get(i).steps();
      for (int s = 0; s < steps.size(); s++) {
        List<String> roles = steps.get(s).roles();
        for (int r = 0; r < roles.size(); r++) {
          if (!roles.get(r).equals(EVERYBODY)) {
            role(here + ".steps[" + s + "].roles[" + r + "]", roles.get(r));
          }
        }
      }
      routes(here + ".branches", routes.get(i).branches());
    }
  }

  private void channels(String key, List<String> ids) {
    for (int i = 0; i < ids.size(); i++) {
      known(key + "[" + i + "]", ids.get(i), policy.channels(), Channel::id);
    }
  }

  private void person(String key, String id) {
    known(key, id, policy.people(), Person::id);
  }

  private void role(String key, String id) {
    known(key, id, policy.roles(), Role::id);
  }

  private static <T> void known(
      String key, String id, Collection<T> all, Function<T, String> named) {
    List<String> ids = all.stream().map(named).sorted().toList();
    if (!ids.contains(id)) {
      String some = String.join(", ", ids.subList(0, Math.min(ids.size(), MOST_NAMED)));
      throw Checks.wrong(
          key,
          id,
          some.isEmpty()
              ? "rien n’a cet identifiant, et il n’y en a encore aucun ; ajoutez-le d’abord"
              : "rien n’a cet identifiant ; donnez-en un qui existe : " + some,
          some.isEmpty()
              ? "nothing has this id, and there is none yet; add it first"
              : "nothing has this id; give one that exists: " + some);
    }
  }

  /** Names of the documents that name this one; empty when it may go. */
  List<String> users(AlertDocument document, String id) {
    List<String> users = new ArrayList<>();
    switch (document) {
      case CHANNEL -> {
        policy.roles().stream()
            .filter(role -> role.channels().contains(id))
            .forEach(role -> users.add(role.name()));
        policy.people().stream()
            .filter(person -> person.channels().contains(id))
            .forEach(person -> users.add(person.name()));
      }
      case PERSON ->
          policy.roles().stream()
              .filter(role -> role.rota() != null && holds(role.rota(), id))
              .forEach(role -> users.add(role.name()));
      case ROLE -> {
        named(policy.routes(), id, users);
        policy.playbooks().stream()
            .filter(book -> book.steps().stream().anyMatch(step -> step.role().equals(id)))
            .forEach(book -> users.add(book.name()));
      }
      case PLAYBOOK ->
          policy.rules().stream()
              .filter(rule -> Objects.equals(rule.playbook(), id))
              .forEach(rule -> users.add(rule.name()));
      case RULE, ROUTES, CAMPAIGN -> {}
    }
    return users.stream().distinct().toList();
  }

  private static boolean holds(Role.Rota rota, String person) {
    return rota.people().contains(person)
        || rota.replacements().stream().anyMatch(each -> each.person().equals(person));
  }

  private static void named(List<Route> routes, String role, List<String> users) {
    for (Route route : routes) {
      if (route.steps().stream().anyMatch(step -> step.roles().contains(role))) {
        users.add(route.name().isBlank() ? AlertDocument.ROUTES.word() : route.name());
      }
      named(route.branches(), role, users);
    }
  }
}
