package ouidire.analysis.tone;

import java.util.ArrayList;
import java.util.List;

/** The words inside a hashtag. */
final class Hashtags {
  private static final int LONGEST_WORD = 18;

  private Hashtags() {}

  /**
   * Splits at underscores, digits and capitals ({@code #LeFun}); a lower-case rest is split into
   * known words when it is made of nothing else ({@code #servicenul}).
   *
   * @return {@code {start, end}} of each word, in order, in the offsets of {@code text}
   */
  static List<int[]> split(String text, int start, int end) {
    List<int[]> parts = new ArrayList<>();
    int from = start;
    for (int i = start; i < end; i++) {
      char letter = text.charAt(i);
      if (letter == '_') {
        keep(text, from, i, parts);
        from = i + 1;
      } else if (i > from && boundary(text, i, end)) {
        keep(text, from, i, parts);
        from = i;
      }
    }
    keep(text, from, end, parts);
    return parts;
  }

  private static boolean boundary(String text, int at, int end) {
    char before = text.charAt(at - 1);
    char here = text.charAt(at);
    if (Character.isDigit(before) != Character.isDigit(here)) {
      return true;
    }
    if (!Character.isUpperCase(here)) {
      return false;
    }
    boolean acronymEnds =
        Character.isUpperCase(before) && at + 1 < end && Character.isLowerCase(text.charAt(at + 1));
    return Character.isLowerCase(before) || acronymEnds;
  }

  private static void keep(String text, int from, int to, List<int[]> parts) {
    if (to <= from) {
      return;
    }
    String word = Spelling.withoutAccents(Spelling.lowered(text.substring(from, to)));
    KnownWords known = KnownWords.get();
    if (word.length() != to - from || word.length() < 6 || known.contains(word)) {
      parts.add(new int[] {from, to});
      return;
    }
    int[] cuts = cuts(word, known);
    if (cuts.length == 0) {
      parts.add(new int[] {from, to});
      return;
    }
    int begin = 0;
    for (int cut : cuts) {
      parts.add(new int[] {from + begin, from + cut});
      begin = cut;
    }
  }

  /** The cheapest cut into known words; longer words cost less. Empty when there is none. */
  private static int[] cuts(String word, KnownWords known) {
    int length = word.length();
    double[] cost = new double[length + 1];
    int[] previous = new int[length + 1];
    for (int to = 1; to <= length; to++) {
      cost[to] = Double.POSITIVE_INFINITY;
      for (int from = Math.max(0, to - LONGEST_WORD); from < to; from++) {
        if (cost[from] < Double.POSITIVE_INFINITY && known.contains(word.substring(from, to))) {
          double here = cost[from] + 1 + (to - from <= 2 ? 1.5 : 0);
          if (here < cost[to]) {
            cost[to] = here;
            previous[to] = from;
          }
        }
      }
    }
    if (cost[length] > 5) {
      return new int[0];
    }
    List<Integer> reversed = new ArrayList<>();
    for (int at = length; at > 0; at = previous[at]) {
      reversed.add(at);
    }
    return reversed.reversed().stream().mapToInt(Integer::intValue).toArray();
  }
}
