package ouidire.analysis.alert.life;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import ouidire.core.alert.Entry;
import ouidire.core.alert.Incident;
import ouidire.core.alert.Task;

/** What people note down and tick off; it changes nobody's pages. */
final class Records {
  private Records() {}

  static Incident say(
      Incident incident, Entry.Kind kind, String by, Instant now, List<Map<String, String>> lines) {
    Draft draft = new Draft(incident, now);
    lines.forEach(details -> draft.say(kind, by, details));
    return draft.done();
  }

  static Incident task(Incident incident, String id, String by, boolean done, Instant now) {
    Task task = find(incident, id);
    if (done == (task.doneAt() != null)) {
      return incident;
    }
    Draft draft = new Draft(incident, now);
    draft.put(
        new Task(
            task.id(),
            task.role(),
            task.text(),
            task.dueAt(),
            task.signOff(),
            done ? now : null,
            done ? by : null,
            null));
    draft.say(done ? Entry.Kind.TASK_DONE : Entry.Kind.TASK_REOPENED, by, "task", id);
    return draft.done();
  }

  static Incident signOff(Incident incident, String id, String by, Instant now) {
    Task task = find(incident, id);
    if (task.doneAt() == null || !task.signOff()) {
      throw new IllegalStateException(
          "step " + id + " waits for no agreement: it is not done, or needs none");
    }
    if (task.signedBy() != null) {
      return incident;
    }
    Draft draft = new Draft(incident, now);
    draft.put(
        new Task(
            task.id(),
            task.role(),
            task.text(),
            task.dueAt(),
            true,
            task.doneAt(),
            task.doneBy(),
            by));
    draft.say(Entry.Kind.SIGNED_OFF, by, "task", id);
    return draft.done();
  }

  static Incident mark(Incident incident, String by, boolean useful, Instant now) {
    if (Boolean.valueOf(useful).equals(incident.useful())) {
      return incident;
    }
    Draft draft = new Draft(incident, now);
    draft.useful = useful;
    draft.say(Entry.Kind.MARKED, by, "useful", Boolean.toString(useful));
    return draft.done();
  }

  private static Task find(Incident incident, String id) {
    return incident.tasks().stream()
        .filter(task -> task.id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new NoSuchElementException(
                    "incident " + incident.id() + " has no step " + id + "; check its id"));
  }
}
