package ouidire.core.mention;

import java.util.List;
import java.util.Locale;

/**
 * Something of a brand that a mention speaks about, and the tone toward it.
 *
 * @param name {@code price, service, quality, delay, staff, app, safety, choice, place, billing}
 * @param tone of what is said about it
 * @param evidence the words that name it, and those that made the tone
 */
public record Aspect(String name, ToneLabel tone, List<Evidence> evidence) {
  /** The rule's name of the words that name an aspect. */
  public static final String NAMED = "aspect";

  public Aspect {
    evidence = List.copyOf(evidence);
  }

  /** With its tone, as it is counted and filtered: {@code price:negative}. */
  public String toned() {
    return name + ":" + tone.name().toLowerCase(Locale.ROOT);
  }

  /** What it is found by: its name, and its name with its tone. */
  public static List<String> values(List<Aspect> aspects) {
    return aspects.stream().flatMap(one -> List.of(one.name(), one.toned()).stream()).toList();
  }
}
