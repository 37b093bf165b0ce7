package ouidire.core.mention;

import org.jspecify.annotations.Nullable;

/** Counters of reactions as the source gave them; null where it gives none. */
public record Engagement(@Nullable Long likes, @Nullable Long comments, @Nullable Long shares) {
  public static final Engagement NONE = new Engagement(null, null, null);

  /** Likes, comments and shares together; unknown ones count as none. */
  public long total() {
    return orZero(likes) + orZero(comments) + orZero(shares);
  }

  private static long orZero(@Nullable Long n) {
    return n == null ? 0 : n;
  }
}
