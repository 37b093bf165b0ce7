package ouidire.core.history;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Cuts time into the bars of a histogram, as people in one zone read their clocks: a day with a
 * clock change has 23 or 25 hours and is one day; the hour that happens twice is two hours.
 */
public final class Buckets {
  /** More bars than anyone can look at. */
  public static final int MAX = 10_000;

  private Buckets() {}

  /**
   * The edges of all buckets that share time with [from, end), the first and last of them cut short
   * to it: bucket i is [edge i, edge i + 1). Empty when {@code end} is not after {@code from}.
   *
   * @throws IllegalArgumentException when there would be more than {@value #MAX} buckets
   */
  public static List<Instant> edges(Instant from, Instant end, BucketSize size, ZoneId zone) {
    List<Instant> edges = new ArrayList<>();
    if (!from.isBefore(end)) {
      return edges;
    }
    edges.add(from);
    for (Instant next = next(from, size, zone); next.isBefore(end); next = next(next, size, zone)) {
      edges.add(next);
      if (edges.size() > MAX) {
        throw new IllegalArgumentException(
            "from "
                + from
                + " to "
                + end
                + " are more than "
                + MAX
                + " buckets of one "
                + size.name().toLowerCase(Locale.ROOT)
                + "; ask for a shorter period or longer buckets");
      }
    }
    edges.add(end);
    return edges;
  }

  /** The start of the bucket that a time falls in. */
  public static Instant start(Instant time, BucketSize size, ZoneId zone) {
    return switch (size) {
      case DAY, WEEK, MONTH -> date(time, size, zone).atStartOfDay(zone).toInstant();
      default -> {
        Instant aligned = floor(time, seconds(size), zone.getRules());
        ZoneOffsetTransition change = zone.getRules().previousTransition(time.plusNanos(1));
        yield change != null && change.getInstant().isAfter(aligned)
            ? change.getInstant()
            : aligned;
      }
    };
  }

  /** The end of the bucket that a time falls in, which is the start of the one after. */
  public static Instant next(Instant time, BucketSize size, ZoneId zone) {
    return switch (size) {
      case DAY, WEEK, MONTH -> nextDate(time, size, zone);
      default -> {
        Instant aligned = floor(time, seconds(size), zone.getRules()).plusSeconds(seconds(size));
        ZoneOffsetTransition change = zone.getRules().nextTransition(time);
        yield change != null && change.getInstant().isBefore(aligned)
            ? change.getInstant()
            : aligned;
      }
    };
  }

  private static Instant nextDate(Instant time, BucketSize size, ZoneId zone) {
    LocalDate date = date(time, size, zone);
    Instant next = time;
    // A zone that skips a whole day starts that day and the next at the same moment.
    while (!next.isAfter(time)) {
      date =
          switch (size) {
            case WEEK -> date.plusWeeks(1);
            case MONTH -> date.plusMonths(1);
            default -> date.plusDays(1);
          };
      next = date.atStartOfDay(zone).toInstant();
    }
    return next;
  }

  private static LocalDate date(Instant time, BucketSize size, ZoneId zone) {
    LocalDate date = LocalDate.ofInstant(time, zone);
    return switch (size) {
      case WEEK -> date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
      case MONTH -> date.withDayOfMonth(1);
      default -> date;
    };
  }

  private static Instant floor(Instant time, long seconds, ZoneRules rules) {
    long offset = rules.getOffset(time).getTotalSeconds();
    long local = time.getEpochSecond() + offset;
    return Instant.ofEpochSecond(local - Math.floorMod(local, seconds) - offset);
  }

  private static long seconds(BucketSize size) {
    Duration length =
        switch (size) {
          case MINUTE -> Duration.ofMinutes(1);
          case FIVE_MINUTES -> Duration.ofMinutes(5);
          case QUARTER_HOUR -> Duration.ofMinutes(15);
          default -> Duration.ofHours(1);
        };
    return length.toSeconds();
  }
}
