package ouidire.analysis.match;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import ouidire.analysis.query.Globs;
import ouidire.analysis.query.Place;
import ouidire.analysis.query.Stems;

/**
 * Leaves that stand for many terms, found by how those terms begin. A leaf waits under its first
 * three to six characters; a term asks under as many of its own.
 */
final class Patterns {
  private static final int SHORTEST = 3;
  private static final int LONGEST = 6;

  private final List<Place> places;
  private final Map<Integer, int[]>[] byBeginning;
  private final int[] loose;
  private final boolean any;

  /**
   * @param leaves by number; those that are one term are passed over
   */
  @SuppressWarnings({"unchecked", "rawtypes"})
  Patterns(List<Place> leaves) {
    places = leaves;
    byBeginning = new Map[LONGEST + 1];
    List<Integer> without = new ArrayList<>();
    for (int leaf = 0; leaf < leaves.size(); leaf++) {
      String beginning = beginning(leaves.get(leaf));
      if (beginning == null) {
        continue;
      }
      if (beginning.length() < SHORTEST) {
        without.add(leaf);
        continue;
      }
      int length = Math.min(beginning.length(), LONGEST);
      if (byBeginning[length] == null) {
        byBeginning[length] = new HashMap<>();
      }
      byBeginning[length].merge(hash(beginning, length), new int[] {leaf}, Patterns::both);
    }
    loose = without.stream().mapToInt(Integer::intValue).toArray();
    boolean some = loose.length > 0;
    for (Map<Integer, int[]> map : byBeginning) {
      some |= map != null;
    }
    any = some;
  }

  /** Told of each leaf that a term belongs to. */
  interface Found {
    void leaf(int leaf);
  }

  void find(CharSequence term, Found found) {
    if (!any) {
      return;
    }
    int length = term.length();
    int hash = 0;
    for (int i = 0; i < length && i < LONGEST; i++) {
      hash = 31 * hash + term.charAt(i);
      Map<Integer, int[]> here = byBeginning[i + 1];
      int[] leaves = here == null ? null : here.get(hash);
      if (leaves != null) {
        tell(leaves, term, found);
      }
    }
    tell(loose, term, found);
  }

  private void tell(int[] leaves, CharSequence term, Found found) {
    for (int leaf : leaves) {
      if (matches(places.get(leaf), term)) {
        found.leaf(leaf);
      }
    }
  }

  private static boolean matches(Place place, CharSequence term) {
    return switch (place) {
      case Place.Glob glob -> Globs.matches(glob.pattern(), term);
      case Place.Stem stem ->
          Character.isLetterOrDigit(Character.codePointAt(term, 0))
              && Stems.of(term).equals(stem.stem());
      default -> false;
    };
  }

  private static @Nullable String beginning(Place place) {
    return switch (place) {
      case Place.Glob glob -> Globs.prefix(glob.pattern());
      case Place.Stem stem -> Stems.prefix(stem.stem());
      default -> null;
    };
  }

  private static int hash(String text, int length) {
    int hash = 0;
    for (int i = 0; i < length; i++) {
      hash = 31 * hash + text.charAt(i);
    }
    return hash;
  }

  static int[] both(int[] one, int[] other) {
    int[] all = Arrays.copyOf(one, one.length + other.length);
    System.arraycopy(other, 0, all, one.length, other.length);
    return all;
  }
}
