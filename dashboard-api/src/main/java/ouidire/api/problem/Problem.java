package ouidire.api.problem;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What went wrong with one call.
 *
 * @param kind which way it failed
 * @param parts what goes into the kind's detail message
 * @param members what a program can read beside the words: {@code parameter, position, field...};
 *     texts and whole numbers
 */
public record Problem(ProblemKind kind, List<Object> parts, Map<String, Object> members) {
  public Problem {
    parts = List.copyOf(parts);
    members = Map.copyOf(members);
  }

  public static Problem of(ProblemKind kind, Object... parts) {
    return new Problem(kind, List.of(parts), Map.of());
  }

  public Problem with(String member, Object value) {
    Map<String, Object> more = new LinkedHashMap<>(members);
    more.put(member, value);
    return new Problem(kind, parts, more);
  }

  /** A parameter whose value cannot be used, and the remedy. */
  public static Problem parameter(String name, String value, Message remedy) {
    return of(ProblemKind.INVALID_PARAMETER, name, Message.shortened(value), remedy)
        .with("parameter", name);
  }

  public ProblemException exception() {
    return new ProblemException(this);
  }

  public Message title() {
    return Message.of("title." + kind.slug());
  }

  public Message detail() {
    // Where nothing stood, no empty quotation marks are shown.
    boolean nothing = kind == ProblemKind.INVALID_PARAMETER && parts.get(1).equals("");
    // What is not to be tried again says no time to do so after.
    boolean once = kind == ProblemKind.UNAVAILABLE && parts.size() == 1;
    return new Message(
        "detail." + kind.slug() + (nothing ? "-empty" : "") + (once ? "-once" : ""), parts);
  }
}
