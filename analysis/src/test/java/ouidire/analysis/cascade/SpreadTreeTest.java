package ouidire.analysis.cascade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SpreadTreeTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void keptOnlineItIsWhatAWalkOverTheWholeFinds(int seed) {
    Random random = new Random(seed);
    SpreadTree tree = new SpreadTree();
    List<Integer> parents = new ArrayList<>();
    List<Long> weights = new ArrayList<>();
    for (int i = 0; i < 120; i++) {
      // Stars, chains and everything between.
      int parent = i == 0 ? -1 : seed % 3 == 0 ? i - 1 : random.nextInt(Math.min(i, seed * 4));
      long weight = random.nextInt(1_000);
      parents.add(parent);
      weights.add(weight);
      assertThat(tree.add(parent, weight)).isEqualTo(i);
      if (i % 7 == 0) {
        assertWalk(tree, parents, weights);
      }
    }
    assertWalk(tree, parents, weights);
  }

  private static void assertWalk(SpreadTree tree, List<Integer> parents, List<Long> weights) {
    int n = parents.size();
    long distances = 0;
    int[] levels = new int[n];
    int depth = 0;
    for (int from = 0; from < n; from++) {
      int[] distance = distances(parents, from);
      for (int each : distance) {
        distances += each;
      }
      if (from == 0) {
        for (int each : distance) {
          levels[each]++;
          depth = Math.max(depth, each);
        }
      }
    }
    double mean = n < 2 ? 0 : distances / ((double) n * (n - 1));
    assertThat(tree.virality()).isCloseTo(mean, within(1e-9));
    assertThat(tree.depth()).isEqualTo(depth);
    assertThat(tree.breadth()).isEqualTo(Arrays.stream(levels).max().orElseThrow());
    for (int node = 0; node < n; node++) {
      long brought = 0;
      int below = -1;
      for (int other = 0; other < n; other++) {
        for (int above = other; above >= 0; above = parents.get(above)) {
          if (above == node) {
            brought += weights.get(other);
            below++;
          }
        }
      }
      assertThat(tree.brought(node)).isEqualTo(brought);
      assertThat(tree.below(node)).isEqualTo(below);
    }
  }

  /** By walking from one node to all, over edges in both directions. */
  private static int[] distances(List<Integer> parents, int from) {
    int[] distance = new int[parents.size()];
    Arrays.fill(distance, -1);
    distance[from] = 0;
    Deque<Integer> queue = new ArrayDeque<>(List.of(from));
    while (!queue.isEmpty()) {
      int node = queue.remove();
      for (int other = 0; other < parents.size(); other++) {
        boolean joined = parents.get(other) == node || parents.get(node) == other;
        if (joined && distance[other] < 0) {
          distance[other] = distance[node] + 1;
          queue.add(other);
        }
      }
    }
    return distance;
  }

  @Test
  void aStarAndAChainAreKnown() {
    SpreadTree star = new SpreadTree();
    SpreadTree chain = new SpreadTree();
    for (int i = 0; i < 5; i++) {
      star.add(i == 0 ? -1 : 0, 1);
      chain.add(i - 1, 1);
    }
    // Goel et al.: a star of n has 2 - 2/n, a chain (n + 1)/3.
    assertThat(star.virality()).isCloseTo(2 - 2.0 / 5, within(1e-12));
    assertThat(chain.virality()).isCloseTo(2, within(1e-12));
  }

  @Test
  void aNodeHasItFromAnEarlierOne() {
    SpreadTree tree = new SpreadTree();
    assertThatThrownBy(() -> tree.add(0, 1)).isInstanceOf(IllegalArgumentException.class);
    tree.add(-1, 1);
    assertThatThrownBy(() -> tree.add(-1, 1)).hasMessageContaining("parent: -1 of node 1");
  }
}
