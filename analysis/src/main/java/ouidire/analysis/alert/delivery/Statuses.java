package ouidire.analysis.alert.delivery;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import ouidire.core.alert.DeliveryFault;
import ouidire.core.alert.DeliveryFault.Kind;

/**
 * What each HTTP status means, to every channel that speaks HTTP:
 *
 * <ul>
 *   <li>200 to 299: they have it;
 *   <li>408, 425, 429 and 500 to 599: again, after {@code Retry-After} if they say so;
 *   <li>300 to 399: given up, since an alert follows no redirect to where nobody looked;
 *   <li>everything else: given up, since it would be refused again.
 * </ul>
 */
final class Statuses {
  private static final long LONGEST_WAIT = 86_400;

  private Statuses() {}

  static Delivery of(int status, @Nullable String retryAfter, Instant now) {
    if (status >= 200 && status < 300) {
      return new Delivery.Delivered();
    }
    if (status == 408 || status == 425 || status == 429 || status >= 500 && status < 600) {
      return new Delivery.Retry(fault(Kind.STATUS, status), seconds(retryAfter, now));
    }
    boolean moved = status >= 300 && status < 400;
    return new Delivery.GiveUp(fault(moved ? Kind.MOVED : Kind.STATUS, status));
  }

  private static DeliveryFault fault(Kind kind, int status) {
    return new DeliveryFault(kind, Integer.toString(status));
  }

  /** Seconds or an HTTP date (RFC 9110, 10.2.3); 0 when it is neither. */
  private static long seconds(@Nullable String header, Instant now) {
    if (header == null) {
      return 0;
    }
    String value = header.strip();
    try {
      if (value.matches("\\d{1,9}")) {
        return Math.min(Long.parseLong(value), LONGEST_WAIT);
      }
      Instant at = ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      return Math.clamp(Duration.between(now, at).toSeconds(), 0, LONGEST_WAIT);
    } catch (DateTimeParseException e) {
      return 0;
    }
  }
}
