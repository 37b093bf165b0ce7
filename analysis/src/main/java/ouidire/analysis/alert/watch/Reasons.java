package ouidire.analysis.alert.watch;

import java.util.Locale;
import ouidire.core.alert.Reason;
import ouidire.core.alert.RuleCondition.Metric;
import ouidire.core.alert.Signal.Figures;

/** Why an alert fired, in sentences that can be read on a phone. */
final class Reasons {
  private static final char NARROW_SPACE = '\u202f';

  private Reasons() {}

  /**
   * @param usual mentions usual in such an hour
   */
  static Reason hour(String brand, Figures in, double usual) {
    long share = Math.round(100 * in.negativeShare());
    String french =
        brand
            + NARROW_SPACE
            + ": "
            + counted(in.mentions(), "mention", in.mentions() < 2)
            + " en 1\u00a0h (habituellement "
            + number(usual, Locale.FRENCH)
            + " à cette heure), dont "
            + share
            + NARROW_SPACE
            + "% négatives, par "
            + counted(in.authors(), "auteur", in.authors() < 2)
            + " dans "
            + counted(in.sources(), "source", in.sources() < 2)
            + ".";
    String english =
        brand
            + ": "
            + counted(in.mentions(), "mention", in.mentions() == 1)
            + " in 1\u00a0h (usually "
            + number(usual, Locale.ENGLISH)
            + " at this hour), "
            + share
            + "% negative, by "
            + counted(in.authors(), "author", in.authors() == 1)
            + " in "
            + counted(in.sources(), "source", in.sources() == 1)
            + ".";
    return new Reason(french, english);
  }

  static Reason calm(Figures in) {
    long share = Math.round(100 * in.negativeShare());
    return new Reason(
        "On en parle plus que d’habitude, sans colère inhabituelle : " + share + " % négatif.",
        "More talk than usual, without unusual anger: " + share + "% negative.");
  }

  static Reason insults(Figures in) {
    return new Reason(
        "Surtout des insultes ("
            + in.insults()
            + " sur "
            + in.negative()
            + ") : à surveiller, sans appeler.",
        "Mostly insults ("
            + in.insults()
            + " of "
            + in.negative()
            + "): watched, nobody is paged.");
  }

  static Reason angry(Figures in) {
    long share = Math.round(100 * in.negativeShare());
    return new Reason(
        share + " % négatif (" + in.negative() + " sur " + in.mentions() + ").",
        share + "% negative (" + in.negative() + " of " + in.mentions() + ").");
  }

  static Reason far(Verdict.Measure measure) {
    return new Reason(
        "Écart à l’habitude : "
            + number(measure.distance(), Locale.FRENCH)
            + " (on appelle à partir de "
            + number(measure.limit(), Locale.FRENCH)
            + ").",
        "Distance from usual: "
            + number(measure.distance(), Locale.ENGLISH)
            + " (pages from "
            + number(measure.limit(), Locale.ENGLISH)
            + ").");
  }

  static Reason fast(double doublingMinutes) {
    long every = Math.max(1, Math.round(doublingMinutes));
    return new Reason("Double toutes les " + every + " min.", "Doubles every " + every + " min.");
  }

  static Reason voices(Figures in) {
    return new Reason(
        in.authors()
            + " auteurs dans "
            + in.sources()
            + " sources, portée "
            + String.format(Locale.FRENCH, "%,d", in.reach())
            + ".",
        in.authors()
            + " authors in "
            + in.sources()
            + " sources, reach "
            + String.format(Locale.ENGLISH, "%,d", in.reach())
            + ".");
  }

  /** A condition of a rule that people wrote, and what was measured. */
  static Reason condition(Metric metric, double observed, long minutes) {
    String over = minutes % 60 == 0 ? minutes / 60 + " h" : minutes + " min";
    return new Reason(
        french(metric) + " : " + number(observed, Locale.FRENCH) + " sur " + over + ".",
        english(metric) + ": " + number(observed, Locale.ENGLISH) + " over " + over + ".");
  }

  private static String french(Metric metric) {
    return switch (metric) {
      case COUNT -> "Mentions";
      case NEGATIVE -> "Mentions négatives";
      case NEGATIVE_SHARE -> "Part négative";
      case REACH -> "Portée";
      case AUTHORS -> "Auteurs distincts";
      case NEW_AUTHORS -> "Nouveaux auteurs";
      case SOURCES -> "Sources distinctes";
      case SPEED -> "Mentions par minute";
      case FLAGGED -> "Mentions à modérer";
      case UNANSWERED_AGE -> "Âge en minutes de la plus vieille question sans réponse";
      case SILENCE -> "Minutes sans mention";
    };
  }

  private static String english(Metric metric) {
    return switch (metric) {
      case COUNT -> "Mentions";
      case NEGATIVE -> "Negative mentions";
      case NEGATIVE_SHARE -> "Negative share";
      case REACH -> "Reach";
      case AUTHORS -> "Distinct authors";
      case NEW_AUTHORS -> "New authors";
      case SOURCES -> "Distinct sources";
      case SPEED -> "Mentions a minute";
      case FLAGGED -> "Mentions to moderate";
      case UNANSWERED_AGE -> "Age in minutes of the oldest unanswered question";
      case SILENCE -> "Minutes without a mention";
    };
  }

  static String number(double value, Locale locale) {
    if (value == Math.rint(value) || Math.abs(value) >= 10) {
      return String.format(locale, "%,d", Math.round(value));
    }
    return String.format(locale, value < 1 ? "%.2f" : "%.1f", value);
  }

  private static String counted(long n, String one, boolean singular) {
    return n + "\u00a0" + one + (singular ? "" : "s");
  }
}
