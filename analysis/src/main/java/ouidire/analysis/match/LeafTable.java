package ouidire.analysis.match;

import ouidire.analysis.text.MentionTokens;

/** Terms by their characters, without making strings of what is looked up. Immutable once built. */
final class LeafTable {
  private final int mask;
  private final int[] leaves;
  private final String[] terms;

  /**
   * @param terms by leaf; null where a leaf is no term
   */
  LeafTable(String[] terms) {
    int capacity = Integer.highestOneBit(Math.max(8, terms.length)) * 4;
    this.mask = capacity - 1;
    this.leaves = new int[capacity];
    this.terms = terms;
    for (int leaf = 0; leaf < terms.length; leaf++) {
      if (terms[leaf] != null) {
        int slot = spread(terms[leaf].hashCode()) & mask;
        while (leaves[slot] != 0) {
          slot = (slot + 1) & mask;
        }
        leaves[slot] = leaf + 1;
      }
    }
  }

  /** The leaf of a token's term; -1 when it is none. */
  int leaf(MentionTokens tokens, int token) {
    int hash = tokens.hash(token);
    int slot = spread(hash) & mask;
    for (int leaf = leaves[slot]; leaf != 0; leaf = leaves[slot]) {
      String term = terms[leaf - 1];
      if (term.hashCode() == hash && tokens.termEquals(token, term)) {
        return leaf - 1;
      }
      slot = (slot + 1) & mask;
    }
    return -1;
  }

  private static int spread(int hash) {
    int mixed = hash * 0x9E3779B9;
    return mixed ^ (mixed >>> 15);
  }
}
