package ouidire.core.history;

/** How long one bar of a histogram is. */
public enum BucketSize {
  MINUTE,
  FIVE_MINUTES,
  QUARTER_HOUR,
  HOUR,
  DAY,
  WEEK,
  MONTH
}
