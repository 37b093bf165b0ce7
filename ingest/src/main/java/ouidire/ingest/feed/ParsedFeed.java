package ouidire.ingest.feed;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ouidire.core.words.Wording;

/**
 * What a feed says.
 *
 * @param title of the feed
 * @param url its site's page
 * @param language BCP 47 tag
 * @param updatedAt when it last changed, by its own word
 * @param rhythm how often it asks to be read ({@code ttl}, {@code sy:updatePeriod})
 * @param entries in document order
 * @param partial what was wrong when only part of it could be read; null when all of it was
 */
public record ParsedFeed(
    @Nullable String title,
    @Nullable String url,
    @Nullable String language,
    @Nullable Instant updatedAt,
    @Nullable Duration rhythm,
    List<FeedEntry> entries,
    @Nullable Wording partial) {

  public ParsedFeed {
    entries = List.copyOf(entries);
  }
}
