package ouidire.analysis.story;

import java.util.Arrays;

/** Sums of weights by number, for a few hundred numbers; reused from count to count. */
final class Votes {
  private static final int SLOTS = 1_024;
  private static final int MOST = 512;

  private final int[] numbers = new int[SLOTS];
  private final float[] weights = new float[SLOTS];
  private final int[] rounds = new int[SLOTS];
  private final int[] used = new int[MOST];
  private int count;
  private int round;

  void clear() {
    count = 0;
    if (++round == 0) {
      Arrays.fill(rounds, 0);
      round = 1;
    }
  }

  /** Beyond {@value #MOST} numbers, new ones are not counted. */
  void add(int number, float weight) {
    int slot = Hashes.mix(number) & (SLOTS - 1);
    while (rounds[slot] == round && numbers[slot] != number) {
      slot = (slot + 1) & (SLOTS - 1);
    }
    if (rounds[slot] == round) {
      weights[slot] += weight;
    } else if (count < MOST) {
      rounds[slot] = round;
      numbers[slot] = number;
      weights[slot] = weight;
      used[count++] = slot;
    }
  }

  /** Takes out the numbers with the most, most first, ties by which was added first. */
  int top(int[] target) {
    int found = 0;
    while (found < target.length && found < count) {
      int best = -1;
      float most = -1;
      for (int i = 0; i < count; i++) {
        if (weights[used[i]] > most) {
          most = weights[used[i]];
          best = used[i];
        }
      }
      if (most < 0) {
        break;
      }
      target[found++] = numbers[best];
      weights[best] = -1;
    }
    return found;
  }
}
