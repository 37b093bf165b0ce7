package ouidire.analysis.tone;

import org.jspecify.annotations.Nullable;
import ouidire.core.mention.Tone;

/** Looks again at the tone of a whole mention that the scorer stated. Safe for any threads. */
@FunctionalInterface
public interface ToneReview {
  /** What the scorer stated stands. */
  ToneReview NONE = (title, text, reading, tone) -> tone;

  /**
   * The tone that is told in the end.
   *
   * @param title null when there is none
   * @param reading of both
   * @param tone as the scorer stated it
   */
  Tone on(@Nullable String title, String text, MentionReading reading, Tone tone);
}
