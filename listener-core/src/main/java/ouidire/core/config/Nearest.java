package ouidire.core.config;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** The word that was meant. */
public final class Nearest {
  private Nearest() {}

  /**
   * The known word nearest to what was written, when it is near enough to suggest: at most a third
   * of its letters changed, added, left out or swapped with their neighbour (Damerau 1964, in the
   * optimal string alignment form).
   */
  public static Optional<String> of(String written, Collection<String> known) {
    String word = written.toLowerCase(Locale.ROOT);
    String best = null;
    int least = Integer.MAX_VALUE;
    for (String candidate : known) {
      int distance = distance(word, candidate.toLowerCase(Locale.ROOT));
      if (distance < least) {
        least = distance;
        best = candidate;
      }
    }
    int allowed = Math.max(1, word.length() / 3);
    return least <= allowed ? Optional.ofNullable(best) : Optional.empty();
  }

  private static int distance(String a, String b) {
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          d[i][j] = i + j;
          continue;
        }
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        d[i][j] = Math.min(d[i - 1][j - 1] + change, Math.min(d[i - 1][j], d[i][j - 1]) + 1);
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
        }
      }
    }
    return d[a.length()][b.length()];
  }
}
