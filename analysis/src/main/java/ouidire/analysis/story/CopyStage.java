package ouidire.analysis.story;

import org.jspecify.annotations.Nullable;

/** Finds the group of copies that a text belongs to, among those of the window. */
final class CopyStage {
  /** Pairs of words below which a text is too short to be anyone's in particular. */
  static final int LEAST_PAIRS = 4;

  static final int MAX_PRINTS = 128;

  private static final int SHORT_PAIRS = 14;
  static final double SHARE = 0.55;
  private static final double SHARE_OF_SHORT = 0.7;
  private static final int PER_PRINT = 6;
  private static final int LOOKED_AT = 4;

  private final CopyGroup[] groups;
  private final RecentPostings postings;
  private final int[] found = new int[PER_PRINT];
  private final Votes votes = new Votes();
  private final int[] candidates = new int[LOOKED_AT];
  private int next;

  CopyStage(int window) {
    groups = new CopyGroup[window];
    postings = new RecentPostings(StoryGrouper.powerOfTwo(8L * window));
  }

  /** What was found: the group and how much of the shorter text is shared. */
  record Found(CopyGroup group, double similarity) {}

  @Nullable Found find(StorySketch sketch) {
    votes.clear();
    for (int print : sketch.prints()) {
      int hits = postings.read(print, found);
      for (int h = 0; h < hits; h++) {
        votes.add(found[h], 1);
      }
    }
    CopyGroup best = null;
    double similarity = 0;
    int looks = votes.top(candidates);
    for (int c = 0; c < looks; c++) {
      CopyGroup group = group(candidates[c]);
      if (group == null || !StoryGrouper.near(sketch.seconds(), group.lastSeconds)) {
        continue;
      }
      double share = group.similarity(sketch);
      if (share > similarity) {
        similarity = share;
        best = group;
      }
    }
    double needed = sketch.pairs().length < SHORT_PAIRS ? SHARE_OF_SHORT : SHARE;
    return best == null || similarity < needed ? null : new Found(best, similarity);
  }

  private @Nullable CopyGroup group(int sequence) {
    CopyGroup group = groups[place(sequence)];
    return group != null && group.sequence == sequence ? group : null;
  }

  private int place(int sequence) {
    return Integer.remainderUnsigned(sequence, groups.length);
  }

  /** Begins a group. */
  void add(CopyGroup group) {
    groups[place(next)] = group;
    group.sequence = next++;
    for (int print : group.prints()) {
      postings.put(print, group.sequence);
    }
  }

  void join(CopyGroup group, StorySketch sketch) {
    boolean longer = group.join(sketch);
    boolean inWindow = group(group.sequence) == group;
    if (!inWindow || next - group.sequence > groups.length / 2) {
      // Still spoken of: it leaves the window later.
      if (inWindow) {
        groups[place(group.sequence)] = null;
      }
      add(group);
    } else if (longer) {
      for (int print : sketch.prints()) {
        postings.put(print, group.sequence);
      }
    }
  }

  long bytes() {
    return postings.bytes() + 4L * groups.length;
  }
}
