package ouidire.analysis.cascade;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import ouidire.core.story.StoryReport.Change;
import ouidire.core.story.StoryReport.Change.Kind;

/** What changed between two texts, word by word: the longest common subsequence stays. */
public final class WordDiff {
  /** Words of each text that are compared; behind them nothing is said. */
  static final int MAX_WORDS = 250;

  private WordDiff() {}

  /** The runs of words that lead from one text to another, in the order of reading. */
  public static List<Change> between(String before, String after) {
    String[] old = words(before);
    String[] now = words(after);
    int[][] common = new int[old.length + 1][now.length + 1];
    for (int i = old.length - 1; i >= 0; i--) {
      for (int j = now.length - 1; j >= 0; j--) {
        common[i][j] =
            old[i].equals(now[j])
                ? common[i + 1][j + 1] + 1
                : Math.max(common[i + 1][j], common[i][j + 1]);
      }
    }
    List<Change> changes = new ArrayList<>();
    int i = 0;
    int j = 0;
    while (i < old.length || j < now.length) {
      if (i < old.length && j < now.length && old[i].equals(now[j])) {
        append(changes, Kind.SAME, now[j++]);
        i++;
      } else if (j == now.length || (i < old.length && common[i + 1][j] >= common[i][j + 1])) {
        append(changes, Kind.REMOVED, old[i++]);
      } else {
        append(changes, Kind.ADDED, now[j++]);
      }
    }
    return Collections.unmodifiableList(changes);
  }

  private static void append(List<Change> changes, Kind kind, String word) {
    Change last = changes.isEmpty() ? null : changes.getLast();
    if (last != null && last.kind() == kind) {
      changes.set(changes.size() - 1, new Change(kind, last.text() + " " + word));
    } else {
      changes.add(new Change(kind, word));
    }
  }

  private static String[] words(String text) {
    String[] all = text.strip().split("\\s+", MAX_WORDS + 1);
    int count = Math.min(all.length, MAX_WORDS);
    return count == 1 && all[0].isEmpty() ? new String[0] : java.util.Arrays.copyOf(all, count);
  }
}
