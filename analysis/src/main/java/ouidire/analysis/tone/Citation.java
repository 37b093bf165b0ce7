package ouidire.analysis.tone;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ouidire.core.mention.Evidence;

/** Which tokens to cite for an answer, from each one's part of it. */
final class Citation {
  private static final int MOST = 12;
  private static final double MARK = 0.4;

  private Citation() {}

  /**
   * What may be cited at all: content words, what the lexicon and the rules name, emoji; among the
   * reasons for a kind of remark also question and exclamation marks, numbers and links.
   *
   * @param marks true to allow those
   */
  static boolean[] citable(MentionReading reading, boolean marks) {
    ToneTokens tokens = reading.tokens;
    boolean[] citable = new boolean[tokens.size];
    for (int i = 0; i < citable.length; i++) {
      citable[i] =
          switch (tokens.kind[i]) {
            case ToneTokens.EMOJI -> true;
            case ToneTokens.WORD ->
                !tokens.word[i].function || changes(reading.rules.modifierKind(i), marks);
            case ToneTokens.PUNCTUATION -> marks && "?!".indexOf(tokens.form[i].charAt(0)) >= 0;
            default -> marks;
          };
    }
    for (ToneReading.Hit hit : reading.rules.hits) {
      java.util.Arrays.fill(citable, hit.from, hit.to, true);
    }
    return citable;
  }

  /** Negations, intensifiers and contrasts say something; what asks or announces is of a kind. */
  private static boolean changes(LexiconFile.@Nullable Kind modifier, boolean marks) {
    return modifier != null && (marks || modifier.compareTo(LexiconFile.Kind.RUMOUR) < 0);
  }

  /** For lack of better, any word may be cited; never a mark of punctuation. */
  static void anyWord(MentionReading reading, boolean[] citable) {
    for (int i = 0; i < citable.length; i++) {
      citable[i] |= reading.tokens.kind[i] != ToneTokens.PUNCTUATION;
    }
  }

  /**
   * The heaviest tokens that pull the answer's way, until they carry {@code share} of that pull.
   *
   * @param citable see {@link #citable}
   * @param sign 1 for positive, -1 for negative, 0 for both ways
   */
  static boolean[] choose(
      MentionReading reading, double[] parts, boolean[] citable, int sign, double share) {
    boolean[] cited = new boolean[parts.length];
    double total = 0;
    for (int i = 0; i < parts.length; i++) {
      boolean pulls = citable[i] && ((sign == 0 && parts[i] != 0) || parts[i] * sign > 0);
      total += pulls ? Math.abs(parts[i]) : 0;
      cited[i] = pulls && share >= 1;
    }
    if (share >= 1) {
      return whole(reading, cited);
    }
    double[] rank = ranks(reading, parts);
    double carried = 0;
    for (int count = 0; count < MOST && carried < share * total; count++) {
      int heaviest = -1;
      for (int i = 0; i < parts.length; i++) {
        boolean pulls = citable[i] && ((sign == 0 && parts[i] != 0) || parts[i] * sign > 0);
        if (pulls && !cited[i] && (heaviest < 0 || rank[i] > rank[heaviest])) {
          heaviest = i;
        }
      }
      if (heaviest < 0) {
        break;
      }
      cited[heaviest] = true;
      carried += Math.abs(parts[heaviest]);
    }
    return whole(reading, cited);
  }

  /** An idiom is cited whole: of its words, none says anything alone. */
  private static boolean[] whole(MentionReading reading, boolean[] cited) {
    for (int i = 0; i < cited.length; i++) {
      ToneReading.Hit idiom = cited[i] ? idiomAt(reading, i) : null;
      if (idiom != null) {
        java.util.Arrays.fill(cited, idiom.from, idiom.to, true);
      }
    }
    return cited;
  }

  /** Words of one idiom rank together, and a mark after the words that weigh as much. */
  private static double[] ranks(MentionReading reading, double[] parts) {
    double[] rank = new double[parts.length];
    for (int i = 0; i < parts.length; i++) {
      boolean mark = reading.tokens.kind[i] == ToneTokens.PUNCTUATION;
      rank[i] = Math.abs(parts[i]) * (mark ? MARK : 1);
    }
    for (ToneReading.Hit hit : reading.rules.hits) {
      double together = 0;
      for (int i = hit.from; i < hit.to; i++) {
        together += parts[i];
      }
      for (int i = hit.from; i < hit.to; i++) {
        rank[i] = Math.abs(together);
      }
    }
    return rank;
  }

  /** The evidence of cited tokens, heaviest first; weights of one sign sum to about the score. */
  static List<Evidence> evidence(
      MentionReading reading, double[] parts, boolean[] cited, double score) {
    double sum = 0;
    for (int i = 0; i < parts.length; i++) {
      sum += cited[i] ? Math.abs(parts[i]) : 0;
    }
    double scale = sum == 0 ? 0 : Math.abs(score) / sum;
    List<Evidence> evidence = new ArrayList<>();
    for (int i = 0; i < parts.length; i++) {
      if (!cited[i]) {
        continue;
      }
      String rule = Contributions.ruleOf(reading, i);
      int first = i;
      int last = i;
      double weight = parts[i];
      ToneReading.Hit hit = idiomAt(reading, i);
      if (hit != null) {
        first = hit.from;
        last = hit.to - 1;
        weight = 0;
        for (int k = first; k <= last; k++) {
          weight += parts[k];
        }
      }
      while (last + 1 < parts.length && joins(reading, cited, parts, last, rule)) {
        last++;
        weight += parts[last];
      }
      evidence.add(
          new Evidence(
              reading.field(i), reading.start(first), reading.end(last), rule, weight * scale));
      i = last;
    }
    evidence.sort(Comparator.comparingDouble(part -> -Math.abs(part.weight())));
    return evidence;
  }

  private static ToneReading.@Nullable Hit idiomAt(MentionReading reading, int token) {
    for (ToneReading.Hit hit : reading.rules.hits) {
      if (hit.from <= token
          && token < hit.to
          && hit.to - hit.from > 1
          && reading.tokens.field[hit.from] == reading.tokens.field[hit.to - 1]) {
        return hit;
      }
    }
    return null;
  }

  /** Neighbours of one idiom, or of one hashtag, are cited as one. */
  private static boolean joins(
      MentionReading reading, boolean[] cited, double[] parts, int token, String rule) {
    int next = token + 1;
    return cited[next]
        && reading.tokens.field[next] == reading.tokens.field[token]
        && parts[next] * parts[token] > 0
        && (rule.equals("idiom") || rule.equals("fact") || rule.equals("hashtag"))
        && Contributions.ruleOf(reading, next).equals(rule);
  }
}
