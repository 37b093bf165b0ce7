package ouidire.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Optional;
import ouidire.core.alert.AlertPolicy;
import ouidire.core.alert.Incident;
import ouidire.core.alert.Playbook;

/** The playbook that an incident follows, in the reader's language. */
final class PlaybookWords {
  private PlaybookWords() {}

  /** The playbook whose steps are the incident's tasks; empty when it is gone. */
  static Optional<Playbook> of(Incident incident, AlertPolicy policy) {
    return policy.playbookOf(incident);
  }

  static String idOf(Incident incident, AlertPolicy policy) {
    return of(incident, policy).map(Playbook::id).orElse("");
  }

  /** Puts {@code playbook} and {@code messages} into an incident, and its steps in words. */
  static void put(ObjectNode json, Incident incident, AlertPolicy policy, Locale reader) {
    ObjectNode messages = json.putObject("messages");
    Playbook book = of(incident, policy).orElse(null);
    if (book == null) {
      return;
    }
    json.putObject("playbook").put("id", book.id()).put("name", book.name(reader));
    book.messages(reader).forEach(messages::put);
    json.path("tasks")
        .forEach(
            task -> {
              ObjectNode step = (ObjectNode) task;
              step.put("text", book.step(task.path("text").asText(), reader));
            });
  }
}
