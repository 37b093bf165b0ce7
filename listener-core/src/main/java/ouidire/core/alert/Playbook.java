package ouidire.core.alert;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What to do when something of a kind happens, agreed on beforehand by those who will do it. It is
 * in French; what stands in English beside it is for those who read the interface in English.
 *
 * @param id lower-case letters, digits and hyphens
 * @param name as people read it
 * @param kinds of rules that open it
 * @param steps what to do, in order
 * @param messages approved texts by name (a holding line, an answer, what employees may share)
 * @param english the name and the texts in English; null without
 */
public record Playbook(
    String id,
    String name,
    List<String> kinds,
    List<Step> steps,
    Map<String, String> messages,
    @Nullable English english) {
  private static final int MOST = 50;
  private static final int LONGEST_MESSAGE = 4_000;

  @SuppressWarnings({"ConstantValue", "NullAway"})
  public Playbook {
    Checks.id("id", id);
    name = Checks.text("name", name == null ? id : name, 120);
    kinds = kinds == null ? List.of() : List.copyOf(kinds);
    steps = steps == null ? List.of() : List.copyOf(steps);
    messages = messages(messages);
    if (steps.size() > MOST) {
      throw Checks.wrong("steps", steps.size(), "donnez 50 étapes au plus", "give at most 50");
    }
  }

  @SuppressWarnings({"ConstantValue", "NullAway"})
  private static Map<String, String> messages(@Nullable Map<String, String> given) {
    if (given == null) {
      return Map.of();
    }
    given.forEach(
        (name, text) -> {
          Checks.text("messages", name, 120);
          Checks.text("messages." + name, text, LONGEST_MESSAGE);
        });
    // In the order given: the holding line is the first to be needed.
    return Collections.unmodifiableMap(new LinkedHashMap<>(given));
  }

  /** The approved texts for a reader; French where there are none in English. */
  public Map<String, String> messages(Locale reader) {
    return reader.getLanguage().equals("en") && english != null && !english.messages().isEmpty()
        ? english.messages()
        : messages;
  }

  /** The name for a reader. */
  public String name(Locale reader) {
    return reader.getLanguage().equals("en") && english != null ? english.name() : name;
  }

  /** What a step of an incident says to a reader: ours if it is still ours, else as it stands. */
  public String step(String text, Locale reader) {
    if (!reader.getLanguage().equals("en")) {
      return text;
    }
    for (Step step : steps) {
      if (step.text().equals(text) && step.english() != null) {
        return step.english();
      }
    }
    return text;
  }

  /** Name and approved texts in English. */
  public record English(String name, Map<String, String> messages) {
    @SuppressWarnings({"ConstantValue", "NullAway"})
    public English {
      name = Checks.text("name", name, 120);
      messages = Playbook.messages(messages);
    }
  }

  /**
   * One step.
   *
   * @param role who does it
   * @param text what to do
   * @param within how long after the incident fired; 0 for no time
   * @param signOff whether another role has to agree to it
   * @param english what to do, in English; null without
   */
  public record Step(
      String role, String text, Duration within, Boolean signOff, @Nullable String english) {
    @SuppressWarnings({"ConstantValue", "NullAway"})
    public Step {
      role = Checks.id("role", role);
      text = Checks.text("text", text, 1_000);
      within = Checks.duration("within", within, Duration.ZERO, Duration.ofDays(30));
      signOff = signOff != null && signOff;
      english =
          english == null || english.isBlank() ? null : Checks.text("english", english, 1_000);
    }
  }
}
