package ouidire.core.link;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Visits of one day, as a tool of web analytics counted them.
 *
 * @param day in the brand's time zone
 * @param page that was visited; null when the row does not say
 * @param referrer where people came from: a canonical address, a host, or the tool's own word
 *     ({@code (direct)}, {@code google}), lower case; null when the row does not say
 * @param visits 0 or more
 */
public record Visit(
    LocalDate day, @Nullable CanonicalUrl page, @Nullable String referrer, long visits) {

  /** The host people came from, without {@code www.}; the word as it is when it is no host. */
  public @Nullable String referrerDomain() {
    if (referrer == null) {
      return null;
    }
    String written = referrer.contains("://") ? referrer : "http://" + referrer;
    return referrer.indexOf('.') < 0 || referrer.indexOf(' ') >= 0
        ? referrer
        : CanonicalUrl.of(written).map(CanonicalUrl::domain).orElse(referrer);
  }

  /**
   * Equal for what is one row of a day: the same page, however its address is written, from the
   * same referrer.
   */
  public String key() {
    return (page == null ? "" : page.key()) + "\n" + (referrer == null ? "" : referrer);
  }

  /** The same with those of another row added. */
  public Visit plus(long more) {
    return new Visit(day, page, referrer, visits + more);
  }
}
