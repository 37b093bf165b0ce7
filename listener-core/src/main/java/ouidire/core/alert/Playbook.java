package ouidire.core.alert;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What to do when something of a kind happens, agreed on beforehand by those who will do it.
 *
 * @param id lower-case letters, digits and hyphens
 * @param name as people read it
 * @param kinds of rules that open it
 * @param steps what to do, in order
 * @param messages approved texts by name (a holding line, an answer, what employees may share)
 */
public record Playbook(
    String id, String name, List<String> kinds, List<Step> steps, Map<String, String> messages) {
  @SuppressWarnings({"ConstantValue", "NullAway"})
  public Playbook {
    Checks.id("id", id);
    name = Checks.text("name", name == null ? id : name, 120);
    kinds = kinds == null ? List.of() : List.copyOf(kinds);
    steps = steps == null ? List.of() : List.copyOf(steps);
    messages = messages == null ? Map.of() : Map.copyOf(messages);
  }

  /**
   * One step.
   *
   * @param role who does it
   * @param text what to do
   * @param within how long after the incident fired; 0 for no time
   * @param signOff whether another role has to agree to it
   */
  public record Step(String role, String text, Duration within, Boolean signOff) {
    @SuppressWarnings({"ConstantValue", "NullAway"})
    public Step {
      role = Checks.id("steps.role", role);
      text = Checks.text("steps.text", text, 1_000);
      within = Checks.duration("steps.within", within, Duration.ZERO, Duration.ofDays(30));
      signOff = signOff != null && signOff;
    }
  }
}
