package ouidire.analysis.alert;

import java.util.Locale;
import ouidire.core.alert.Reason;

/** Why an alert fired, in sentences that can be read on a phone. */
final class AlertReason {
  private static final char NARROW_SPACE = '\u202f';

  private AlertReason() {}

  /**
   * @param mentions in the last hour
   * @param usual mentions usual in such an hour
   * @param negativeShare in [0, 1]
   */
  static Reason of(
      String brand, long mentions, double usual, double negativeShare, long authors, long sources) {
    String french =
        brand
            + NARROW_SPACE
            + ": "
            + counted(mentions, "mention", mentions < 2)
            + " en 1\u00a0h (habituellement "
            + number(usual, Locale.FRENCH)
            + " à cette heure), dont "
            + Math.round(100 * negativeShare)
            + NARROW_SPACE
            + "% négatives, par "
            + counted(authors, "auteur", authors < 2)
            + " dans "
            + counted(sources, "source", sources < 2)
            + ".";
    String english =
        brand
            + ": "
            + counted(mentions, "mention", mentions == 1)
            + " in 1\u00a0h (usually "
            + number(usual, Locale.ENGLISH)
            + " at this hour), "
            + Math.round(100 * negativeShare)
            + "% negative, by "
            + counted(authors, "author", authors == 1)
            + " in "
            + counted(sources, "source", sources == 1)
            + ".";
    return new Reason(french, english);
  }

  private static String number(double usual, Locale locale) {
    return usual < 10 ? String.format(locale, "%.1f", usual) : Long.toString(Math.round(usual));
  }

  private static String counted(long n, String one, boolean singular) {
    return n + "\u00a0" + one + (singular ? "" : "s");
  }
}
