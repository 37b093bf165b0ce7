package ouidire.analysis.tone;

import java.util.List;
import java.util.Set;
import ouidire.analysis.tone.LexiconFile.Kind;
import ouidire.analysis.tone.ToneReading.Hit;
import ouidire.core.mention.Span;

/** What tells the tone toward a brand from that of the whole mention. */
final class TargetFeatures {
  static final String[] NAMES = {
    "whole.negative",
    "whole.neutral",
    "whole.positive",
    "clause.negative",
    "clause.neutral",
    "clause.positive",
    "near.hits",
    "clause.hits",
    "after.hits",
    "before.hits",
    "clause.is.whole",
    "first.clause.of.contrast",
    "first.clause.of.contrast*whole",
    "compared",
    "compared*whole",
    "compared*clause",
    "better.than",
    "worse.than",
    "others",
    "others*whole",
    "others*clause",
    "others*near",
    "at.the.end",
    "at.the.end*others*whole",
    "press.style*whole",
    "after.negative",
    "after.positive"
  };
  static final int COUNT = NAMES.length;

  private static final int AFTER = 9;
  private static final Set<String> COMPARING =
      Set.of(
          "que",
          "qu'",
          "qu",
          "contrairement",
          "vs",
          "contre",
          "lieu",
          "comme",
          "versus",
          "quitte",
          "quitter",
          "lache",
          "remplace",
          "remplacer",
          "ex",
          "avant",
          "chez");
  private static final Set<String> BETTER =
      Set.of(
          "mieux",
          "meilleur",
          "meilleure",
          "meilleurs",
          "meilleures",
          "moins",
          "plus",
          "plutot",
          "prefere",
          "preferais");

  private final ToneReading rules;
  private final ToneTokens tokens;
  private int first;
  private int last;
  private int clauseFrom;
  private int clauseTo;

  private TargetFeatures(MentionReading reading, List<Span> spans) {
    rules = reading.rules;
    tokens = reading.tokens;
    first = tokens.size;
    last = 0;
    boolean found = false;
    for (int i = 0; i < tokens.size; i++) {
      boolean inside = inside(i, spans);
      if (inside && (!found || i == last)) {
        first = Math.min(first, i);
        last = i + 1;
        found = true;
      }
    }
    if (!found) {
      first = 0;
      last = 0;
    }
    clauseFrom = first;
    clauseTo = last;
    while (clauseFrom > 0 && !breaks(clauseFrom - 1)) {
      clauseFrom--;
    }
    while (clauseTo < tokens.size && !breaks(clauseTo)) {
      clauseTo++;
    }
    if (clauseTo - clauseFrom < last - first + 3) {
      clauseTo = Math.min(tokens.size, clauseTo + 1);
      while (clauseTo < tokens.size && !breaks(clauseTo)) {
        clauseTo++;
      }
    }
  }

  /** First token and the one after the last of the clause that the spans stand in. */
  static int[] clause(MentionReading reading, List<Span> spans) {
    TargetFeatures features = new TargetFeatures(reading, spans);
    return new int[] {features.clauseFrom, features.clauseTo};
  }

  /**
   * One row of numbers about one brand in one mention: {@link #COUNT} where it is the only name,
   * and those of {@link NearNames} after them where there are others.
   */
  static double[] of(LinearModel model, MentionReading reading, List<Span> spans) {
    double[] row = new TargetFeatures(reading, spans).row(model, reading);
    return NearNames.after(row, NearNames.of(model, reading, spans));
  }

  private double[] row(LinearModel model, MentionReading reading) {
    double[] whole = model.scores(reading.features);
    double[] clause = model.scores(reading.part(clauseFrom, clauseTo));
    double[] after = model.scores(reading.part(first, Math.min(tokens.size, last + AFTER)));
    centre(whole);
    centre(clause);
    centre(after);
    double wholeTone = Math.tanh((whole[2] - whole[0]) / 2);
    double clauseTone = Math.tanh((clause[2] - clause[0]) / 2);
    double near = 0;
    double within = 0;
    double behind = 0;
    double ahead = 0;
    for (Hit hit : rules.hits) {
      int distance = hit.from >= last ? hit.from - last : Math.max(0, first - hit.to);
      near += hit.value / (1 + distance / 2.0);
      if (hit.from >= clauseFrom && hit.to <= clauseTo) {
        within += hit.value;
      }
      if (hit.from >= last) {
        behind += hit.value / (1 + distance / 4.0);
      } else {
        ahead += hit.value / (1 + distance / 4.0);
      }
    }
    near = Math.tanh(near / 2);
    boolean allOfIt = clauseTo - clauseFrom >= tokens.size - 2;
    boolean beforeContrast = rules.lastContrast >= clauseTo;
    int comparison = comparison();
    double others = others() > 0 ? 1 : 0;
    double end = last >= tokens.size - 2 ? 1 : 0;
    return new double[] {
      whole[0],
      whole[1],
      whole[2],
      clause[0],
      clause[1],
      clause[2],
      near,
      Math.tanh(within / 3),
      Math.tanh(behind / 3),
      Math.tanh(ahead / 3),
      allOfIt ? 1 : 0,
      beforeContrast ? 1 : 0,
      beforeContrast ? wholeTone : 0,
      comparison > 0 ? 1 : 0,
      comparison > 0 ? wholeTone : 0,
      comparison > 0 ? clauseTone : 0,
      comparison == 2 ? 1 : 0,
      comparison == 3 ? 1 : 0,
      others,
      others * wholeTone,
      others * clauseTone,
      others * near,
      end,
      end * others * wholeTone,
      rules.hits.isEmpty() ? wholeTone : 0,
      after[0],
      after[2]
    };
  }

  /** 0 no comparison before the name, 1 one, 2 better than it, 3 worse than it. */
  private int comparison() {
    for (int i = first - 1; i >= Math.max(0, first - 4); i--) {
      if (COMPARING.contains(tokens.plain[i])) {
        for (int j = i - 1; j >= Math.max(0, i - 6); j--) {
          if (BETTER.contains(tokens.plain[j])) {
            return 2;
          }
          if (tokens.plain[j].startsWith("pire")) {
            return 3;
          }
        }
        return tokens.plain[i].equals("chez") ? 0 : 1;
      }
    }
    return 0;
  }

  /** Capitalised words elsewhere, not at the beginning of a sentence: other names. */
  private int others() {
    int names = 0;
    for (int i = 1; i < tokens.size; i++) {
      boolean outside = i < first || i >= last;
      boolean begins =
          tokens.kind[i - 1] == ToneTokens.PUNCTUATION && !tokens.is(i - 1, ",")
              || tokens.field[i] != tokens.field[i - 1];
      if (outside && !begins && tokens.capitalised(i) && !tokens.inCapitals(i)) {
        names++;
      }
    }
    return names;
  }

  private boolean inside(int token, List<Span> spans) {
    for (Span span : spans) {
      if (span.field().equals(tokens.fieldName(token))
          && tokens.start[token] < span.end()
          && tokens.end[token] > span.start()) {
        return true;
      }
    }
    return false;
  }

  private boolean breaks(int token) {
    if (tokens.kind[token] == ToneTokens.PUNCTUATION) {
      String form = tokens.form[token];
      return ".!?;:…,".indexOf(form.charAt(0)) >= 0 || form.startsWith("..");
    }
    if (rules.modifierKind(token) == Kind.CONTRAST) {
      return true;
    }
    return switch (tokens.plain[token]) {
      case "et", "pis", "puis", "car" -> true;
      default -> false;
    };
  }

  private static void centre(double[] scores) {
    double mean = (scores[0] + scores[1] + scores[2]) / 3;
    for (int k = 0; k < scores.length; k++) {
      scores[k] -= mean;
    }
  }
}
