package ouidire.core.history;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.Base64;
import ouidire.core.mention.AnalysedMention;

/**
 * Where a page ended: the key and id of its last mention. Nothing is remembered between pages, so
 * arrivals move nothing; a mention whose own key changes in between (new counters) moves with it.
 *
 * @param order the order of the page
 * @param key what the order compares first, see {@link #key}
 * @param id id of the last mention
 */
public record PageCursor(MentionOrder order, long key, String id) {
  private static final String REMEDY = "; start again without cursor";

  /** The cursor behind a page's last mention. */
  public static PageCursor after(MentionOrder order, AnalysedMention last) {
    return new PageCursor(order, key(order, last), last.id());
  }

  /**
   * What an order compares first: nanoseconds since 1970, or a counter. {@code NEWEST, ENGAGEMENT}
   * and {@code FOLLOWERS} put the greatest first; unknown followers come last, as -1.
   */
  public static long key(MentionOrder order, AnalysedMention seen) {
    return switch (order) {
      case NEWEST, OLDEST -> nanos(seen.mention().publishedAt());
      case ENGAGEMENT -> seen.mention().engagement().total();
      case FOLLOWERS -> {
        Long followers = seen.mention().author().followers();
        yield followers == null ? -1 : followers;
      }
    };
  }

  /** The text that people hand back. */
  public String encoded() {
    String plain = order.name().charAt(0) + Long.toString(key, 36) + " " + id;
    return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(UTF_8));
  }

  /**
   * Reads what {@link #encoded} wrote.
   *
   * @throws IllegalArgumentException when it is something else, or of another order
   */
  public static PageCursor decode(String text, MentionOrder order) {
    String plain;
    long key;
    int gap;
    try {
      plain = new String(Base64.getUrlDecoder().decode(text), UTF_8);
      gap = plain.indexOf(' ');
      key = Long.parseLong(plain, 1, Math.max(gap, 1), 36);
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      throw new IllegalArgumentException("cursor: is none of a page" + REMEDY, e);
    }
    if (plain.charAt(0) != order.name().charAt(0)) {
      throw new IllegalArgumentException("cursor: is of a page in another order" + REMEDY);
    }
    return new PageCursor(order, key, plain.substring(gap + 1));
  }

  private static long nanos(Instant time) {
    try {
      return Math.addExact(
          Math.multiplyExact(time.getEpochSecond(), 1_000_000_000L), time.getNano());
    } catch (ArithmeticException e) {
      return time.getEpochSecond() < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
    }
  }
}
