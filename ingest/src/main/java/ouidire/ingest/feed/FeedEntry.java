package ouidire.ingest.feed;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a feed. Whatever the feed does not say is null or empty; nothing is invented.
 *
 * @param id its own id by the feed's word ({@code guid}, {@code id}, {@code rdf:about})
 * @param url its page, absolute when a base was known
 * @param title one line of text
 * @param author who wrote it, several with commas
 * @param publishedAt when it was published, else changed, else created
 * @param language BCP 47 tag, the entry's own or else the feed's
 * @param text readable text of its content, else of its summary; paragraphs are lines
 * @param links addresses it points at, in order of appearance, without its own
 * @param categories as written
 */
public record FeedEntry(
    @Nullable String id,
    @Nullable String url,
    @Nullable String title,
    @Nullable String author,
    @Nullable Instant publishedAt,
    @Nullable String language,
    String text,
    List<String> links,
    List<String> categories) {

  public FeedEntry {
    links = List.copyOf(links);
    categories = List.copyOf(categories);
  }

  /** Whether it says anything: a title or a text. */
  public boolean isReadable() {
    return !text.isBlank() || title != null && !title.isBlank();
  }
}
