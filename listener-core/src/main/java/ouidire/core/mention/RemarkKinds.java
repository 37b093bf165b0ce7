package ouidire.core.mention;

import java.util.List;
import java.util.stream.Stream;

/** The kinds of remark that a mention may be; several may hold at once. */
public final class RemarkKinds {
  /** Those that the model tells, in its order. */
  public static final List<String> LEARNED =
      List.of(
          "question",
          "complaint",
          "praise",
          "suggestion",
          "insult",
          "rumour",
          "irony",
          "press",
          "spam",
          "job");

  /** Those that rules alone tell. */
  public static final List<String> BY_RULE = List.of("sponsored", "promotion");

  /** All of them. */
  public static final List<String> ALL = Stream.concat(LEARNED.stream(), BY_RULE.stream()).toList();

  private RemarkKinds() {}
}
