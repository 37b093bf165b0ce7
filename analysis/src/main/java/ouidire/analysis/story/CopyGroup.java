package ouidire.analysis.story;

import java.util.Arrays;

/** Mentions with one text. Compared with are its first text and the longest. */
final class CopyGroup {
  final String id;
  final StoryEvent event;
  long lastSeconds;

  /** Its place in the window; moves forward while copies come. */
  int sequence;

  private final Wording first;
  private Wording longest;
  private int[] prints;

  CopyGroup(String id, StorySketch first, StoryEvent event) {
    this.id = id;
    this.event = event;
    lastSeconds = first.seconds();
    this.first = Wording.of(first);
    longest = this.first;
    prints = first.prints();
  }

  int[] prints() {
    return prints;
  }

  /** The share of the shorter text that stands in the other, by pairs of words; 0 if no copy. */
  double similarity(StorySketch sketch) {
    double best = first.similarity(sketch);
    return longest == first ? best : Math.max(best, longest.similarity(sketch));
  }

  /** A copy joins; whether it is the longest now, so that its prints are to be found as well. */
  boolean join(StorySketch sketch) {
    lastSeconds = Math.max(lastSeconds, sketch.seconds());
    if (sketch.pairs().length <= longest.pairs.length) {
      return false;
    }
    longest = Wording.of(sketch);
    int[] both = Arrays.copyOf(prints, prints.length + sketch.prints().length);
    System.arraycopy(sketch.prints(), 0, both, prints.length, sketch.prints().length);
    prints = StorySketch.sortedOnce(both, Math.min(both.length, CopyStage.MAX_PRINTS));
    return true;
  }

  /** What of a text is compared. */
  private record Wording(int[] pairs, int[] names, long[] slots) {
    static Wording of(StorySketch sketch) {
      return new Wording(sketch.pairs(), sketch.names(), sketch.slots());
    }

    double similarity(StorySketch sketch) {
      int least = Math.min(pairs.length, sketch.pairs().length);
      if (least < CopyStage.LEAST_PAIRS) {
        return 0;
      }
      int shared = StorySketch.shared(pairs, sketch.pairs());
      return shared < least && exchanged(sketch) ? 0 : shared / (double) least;
    }

    /** Another town or another firm in the same place is another story. */
    private boolean exchanged(StorySketch sketch) {
      int shared = StorySketch.shared(names, sketch.names());
      if (names.length == shared || sketch.names().length == shared) {
        return false;
      }
      if (shared == 0) {
        return true;
      }
      int i = 0;
      int j = 0;
      while (i < slots.length && j < sketch.slots().length) {
        int around = (int) (slots[i] >>> 32);
        int theirs = (int) (sketch.slots()[j] >>> 32);
        if (around == theirs) {
          int mine = (int) slots[i];
          int other = (int) sketch.slots()[j];
          if (mine != other && !has(sketch.names(), mine) && !has(names, other)) {
            return true;
          }
          if (mine < other) {
            i++;
          } else {
            j++;
          }
        } else if (around < theirs) {
          i++;
        } else {
          j++;
        }
      }
      return false;
    }

    private static boolean has(int[] sorted, int value) {
      return Arrays.binarySearch(sorted, value) >= 0;
    }
  }
}
