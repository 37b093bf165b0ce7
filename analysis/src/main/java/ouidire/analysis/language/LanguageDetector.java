package ouidire.analysis.language;

import ouidire.core.mention.Mention;

/**
 * Names the language of short texts. Small words (articles, pronouns, auxiliaries) are counted per
 * language, each worth less the more languages share it; endings and letters of one language add to
 * it; writing systems other than Latin decide alone. Thread-safe.
 */
public final class LanguageDetector {
  /** The answer where the language cannot be told (ISO 639-2). */
  public static final String UNDETERMINED = "und";

  private static final double ENOUGH = 0.9;
  private static final double MARGIN = 1.25;

  private final LanguageMarks marks;

  public LanguageDetector() {
    marks = LanguageMarks.shipped();
  }

  /**
   * The language of a mention: the source's word when it gives one, else what title and text tell.
   *
   * @return ISO 639-1 code in lower case ({@code fr}); {@code und} when it cannot be told
   */
  public String detect(Mention mention) {
    String stated = mention.language();
    if (stated != null && stated.length() >= 2 && !stated.startsWith(UNDETERMINED)) {
      int dash = stated.indexOf('-');
      return (dash > 0 ? stated.substring(0, dash) : stated).toLowerCase(java.util.Locale.ROOT);
    }
    return detect(mention.fullText());
  }

  /**
   * The language of a text.
   *
   * @return ISO 639-1 code; {@code und} when it cannot be told
   */
  public String detect(String text) {
    String script = Scripts.languageOf(text);
    if (script != null) {
      return script;
    }
    double[] scores = marks.scores(text);
    int best = -1;
    int second = -1;
    for (int i = 0; i < scores.length; i++) {
      if (best < 0 || scores[i] > scores[best]) {
        second = best;
        best = i;
      } else if (second < 0 || scores[i] > scores[second]) {
        second = i;
      }
    }
    boolean sure = scores[best] >= ENOUGH && scores[best] >= MARGIN * scores[second];
    return sure ? marks.language(best) : UNDETERMINED;
  }
}
