package ouidire.ingest.link;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ouidire.core.mention.MentionType;
import ouidire.core.net.ForbiddenAddressException;
import ouidire.core.net.WebAddress;

/** A page that was read: where it points, and what it says. */
interface WebPage {
  /** Every http and https address that it points at, absolute, once each, in order. */
  List<String> links();

  /** Its readable words, as one line. */
  String text();

  /** What it says about a page that it points at. */
  Said about(String target);

  /**
   * What a page says.
   *
   * @param title of the page
   * @param excerpt the words around the link
   * @param published as the page says it
   * @param language as the page says it
   */
  record Said(
      @Nullable String title,
      @Nullable String excerpt,
      @Nullable String author,
      @Nullable Instant published,
      @Nullable String language,
      MentionType type) {}

  /** Whether it points at exactly this address, however that is escaped. */
  default boolean linksTo(String target) {
    return links().stream().anyMatch(link -> isSame(link, target));
  }

  /** Whether two addresses are one, fragment included. */
  static boolean isSame(String one, String other) {
    return one.equals(other) || plain(one).equals(plain(other));
  }

  /** One form of the ways to write an address, fragment included: what {@link #isSame} compares. */
  static String plain(String url) {
    int hash = url.indexOf('#');
    try {
      return WebAddress.parse(url) + (hash < 0 ? "" : url.substring(hash));
    } catch (ForbiddenAddressException e) {
      return url;
    }
  }
}
