package ouidire.analysis.cascade;

import java.util.Arrays;

/**
 * Who has it from whom, kept while mentions arrive: depth, breadth and structural virality cost as
 * much a mention as it is deep.
 *
 * <p>Structural virality is the mean distance of two nodes (Goel, Anderson, Hofman and Watts, "The
 * structural virality of online diffusion", 2016). The sum of distances of a tree is the sum over
 * its edges of the nodes on one side times those on the other; with sizes of subtrees s over all
 * nodes but the root, that is n·Σs − Σs², and a new leaf changes only its ancestors' sizes.
 */
public final class SpreadTree {
  private int[] parents = new int[16];
  private int[] depths = new int[16];
  private int[] sizes = new int[16];
  private long[] weights = new long[16];
  private int[] levels = new int[16];
  private int count;
  private int depth;
  private int breadth;
  private long sum;
  private double squares;

  /**
   * Adds a node.
   *
   * @param parent number of the node that it has it from; -1 for the first, and for no other
   * @param weight what it brings itself, such as followers
   * @return its number, from 0
   */
  public int add(int parent, long weight) {
    if ((parent < 0) != (count == 0) || parent >= count) {
      throw new IllegalArgumentException(
          "parent: " + parent + " of node " + count + "; give -1 to the first and an earlier one");
    }
    if (count == parents.length) {
      grow();
    }
    int node = count++;
    parents[node] = parent;
    depths[node] = parent < 0 ? 0 : depths[parent] + 1;
    sizes[node] = 1;
    weights[node] = weight;
    if (parent >= 0) {
      sum++;
      squares++;
    }
    for (int above = parent; above >= 0; above = parents[above]) {
      if (parents[above] >= 0) {
        sum++;
        squares += 2.0 * sizes[above] + 1;
      }
      sizes[above]++;
      weights[above] += weight;
    }
    int level = depths[node];
    if (level >= levels.length) {
      levels = Arrays.copyOf(levels, 2 * level);
    }
    levels[level]++;
    depth = Math.max(depth, level);
    breadth = Math.max(breadth, levels[level]);
    return node;
  }

  private void grow() {
    int bigger = 2 * count;
    parents = Arrays.copyOf(parents, bigger);
    depths = Arrays.copyOf(depths, bigger);
    sizes = Arrays.copyOf(sizes, bigger);
    weights = Arrays.copyOf(weights, bigger);
  }

  public int size() {
    return count;
  }

  /** Edges from the root to the farthest node. */
  public int depth() {
    return depth;
  }

  /** Nodes at one depth, at most. */
  public int breadth() {
    return breadth;
  }

  public int parent(int node) {
    return parents[node];
  }

  /** Nodes below a node, at any depth. */
  public int below(int node) {
    return sizes[node] - 1;
  }

  /** What a node and all below it bring. */
  public long brought(int node) {
    return weights[node];
  }

  /** Mean distance of two nodes; 0 for fewer than two. */
  public double virality() {
    if (count < 2) {
      return 0;
    }
    double wiener = (double) count * sum - squares;
    return 2 * wiener / ((double) count * (count - 1));
  }
}
