package ouidire.core.mention;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing said by somebody somewhere, as it was collected. Text is what people wrote, never
 * markup, and is trusted by nobody; title, text and names are {@linkplain PlainText plain}.
 *
 * @param id deterministic, see {@link MentionIds}; at most 128 characters
 * @param source where it was collected
 * @param url its own address, when it has one
 * @param author who said it
 * @param publishedAt when it was said (event time), by the source's word
 * @param collectedAt when we first saw it
 * @param language BCP 47 tag as the source states it ({@code fr}, {@code fr-CA}); null when it does
 *     not
 * @param region BCP 47 style place as the source states it ({@code fr-CA}, {@code fr-FR}); null
 *     when it does not
 * @param type what kind of item it is
 * @param title its title, when it has one apart from the text
 * @param text its readable text; may be empty only when there is a title
 * @param links addresses it points at, in order of appearance, without its own
 * @param hashtags without {@code #}, as written
 * @param engagement counters at collection time
 * @param parent id of the mention that it answers or relays, when the source says so
 * @param thread id of the mention that its thread started with, when the source says so
 */
public record Mention(
    String id,
    SourceRef source,
    @Nullable String url,
    Author author,
    Instant publishedAt,
    Instant collectedAt,
    @Nullable String language,
    @Nullable String region,
    MentionType type,
    @Nullable String title,
    String text,
    List<String> links,
    List<String> hashtags,
    Engagement engagement,
    @Nullable String parent,
    @Nullable String thread) {

  public Mention {
    title = PlainText.orNull(title);
    text = PlainText.of(text);
    links = List.copyOf(links);
    hashtags = List.copyOf(hashtags);
  }

  /** The title, a line break and the text; the text alone when there is no title. */
  public String fullText() {
    return title == null ? text : title + "\n" + text;
  }
}
