package ouidire.analysis.cascade;

import ouidire.core.story.StoryReport.Forecast;

/**
 * What was forecast of a story at an age, and the size that it came to.
 *
 * @param story its id
 * @param age seconds after its first mention
 * @param told made of what was there by then
 * @param end mentions in the end
 */
record PastForecast(String story, long age, Forecast told, int end) {
  /** Beyond this many widths an end is simply far off. */
  private static final double FARTHEST = 10;

  boolean refused() {
    return told.supercritical();
  }

  private double expected() {
    return told.expected() == null ? told.observed() : told.expected();
  }

  private double low() {
    return told.low() == null ? told.observed() : told.low();
  }

  private double high() {
    return told.high() == null ? told.observed() : told.high();
  }

  double error() {
    return Math.abs(expected() - end) / end;
  }

  boolean covered(double scale) {
    return offset() <= scale;
  }

  /**
   * How far the end is from what was expected, in widths of the interval on that side, on a
   * logarithmic scale: up to 1 the interval holds it.
   */
  double offset() {
    double off = Math.log(end) - Math.log(expected());
    double width =
        off >= 0 ? Math.log(high()) - Math.log(expected()) : Math.log(expected()) - Math.log(low());
    double far = Math.abs(off);
    if (end >= low() && end <= high() && far > width) {
      return 1;
    }
    return far == 0 ? 0 : width <= 0 ? FARTHEST : Math.min(FARTHEST, far / width);
  }
}
