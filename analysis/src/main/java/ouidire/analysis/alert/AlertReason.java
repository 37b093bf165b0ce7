package ouidire.analysis.alert;

import java.util.Locale;

/** Why an alert fired, in a French sentence that can be read on a phone. */
final class AlertReason {
  private static final char NARROW_SPACE = '\u202f';

  private AlertReason() {}

  /**
   * @param mentions in the last hour
   * @param usual mentions usual in such an hour
   * @param negativeShare in [0, 1]
   */
  static String of(
      String brand, long mentions, double usual, double negativeShare, long authors, long sources) {
    String expected =
        usual < 10 ? String.format(Locale.FRENCH, "%.1f", usual) : Long.toString(Math.round(usual));
    return brand
        + NARROW_SPACE
        + ": "
        + counted(mentions, "mention", "mentions")
        + " en 1\u00a0h (habituellement "
        + expected
        + " à cette heure), dont "
        + Math.round(100 * negativeShare)
        + NARROW_SPACE
        + "% négatives, par "
        + counted(authors, "auteur", "auteurs")
        + " dans "
        + counted(sources, "source", "sources")
        + ".";
  }

  private static String counted(long n, String one, String many) {
    return n + "\u00a0" + (n < 2 ? one : many);
  }
}
