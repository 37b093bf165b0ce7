package ouidire.ingest.feed;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ouidire.core.mention.Author;
import ouidire.core.mention.Engagement;
import ouidire.core.mention.Mention;
import ouidire.core.mention.MentionIds;
import ouidire.core.mention.MentionRules;
import ouidire.core.mention.MentionType;
import ouidire.core.mention.SourceRef;

/**
 * Makes mentions of one feed's entries. An id that is no address is the feed's own and counts
 * together with the feed's; an entry without a date, or with an impossible one, has the date that
 * the caller gives.
 */
final class FeedMentions {
  private static final int MOST_HASHTAGS = 50;

  private final SourceRef source;
  private final String feedUrl;

  FeedMentions(SourceRef source, String feedUrl) {
    this.source = source;
    this.feedUrl = feedUrl;
  }

  String id(FeedEntry entry) {
    String own = entry.id();
    if (own != null) {
      boolean global = own.indexOf(':') > 0;
      return MentionIds.ofNative(source.kind(), global ? own : feedUrl + "#" + own);
    }
    if (entry.url() != null) {
      return MentionIds.ofNative(source.kind(), entry.url());
    }
    String said = (entry.title() == null ? "" : entry.title() + "\n") + entry.text();
    return MentionIds.ofContent(source, entry.author(), Instant.EPOCH, said);
  }

  /** When it was published, by its own word, where that can be. */
  static Optional<Instant> date(FeedEntry entry, Instant now) {
    return Optional.ofNullable(entry.publishedAt())
        .filter(at -> !at.isBefore(MentionRules.EARLIEST))
        .filter(at -> !at.isAfter(now.plus(MentionRules.FUTURE_SLACK)));
  }

  Mention mention(FeedEntry entry, String id, Instant publishedAt, Instant collectedAt) {
    return new Mention(
        id,
        source,
        entry.url(),
        entry.author() == null ? Author.UNKNOWN : new Author(null, entry.author(), null),
        publishedAt,
        collectedAt,
        entry.language(),
        region(entry.language()),
        MentionType.ARTICLE,
        entry.title(),
        entry.text(),
        links(entry),
        hashtags(entry),
        Engagement.NONE,
        null,
        null);
  }

  /** Eight bytes that change when what an entry says changes. */
  static long digest(FeedEntry entry) {
    String said =
        String.join(
            "\u0000",
            String.valueOf(entry.title()),
            entry.text(),
            String.valueOf(entry.url()),
            String.valueOf(entry.author()),
            String.valueOf(entry.publishedAt()),
            String.valueOf(entry.language()),
            String.join("\u0001", entry.links()));
    String hash = MentionIds.ofNative("digest", said);
    return ByteBuffer.wrap(java.util.HexFormat.of().parseHex(hash)).getLong();
  }

  private static @Nullable String region(@Nullable String language) {
    return language != null && language.matches("[a-z]{2,3}-([A-Za-z]{4}-)?[A-Z]{2}")
        ? language
        : null;
  }

  private static List<String> links(FeedEntry entry) {
    return entry.links().stream()
        .filter(link -> link.regionMatches(true, 0, "http", 0, 4))
        .limit(MentionRules.MAX_LIST)
        .toList();
  }

  /** Categories of one word, which is what hashtags are. */
  private static List<String> hashtags(FeedEntry entry) {
    return entry.categories().stream()
        .map(category -> category.startsWith("#") ? category.substring(1) : category)
        .filter(category -> category.matches("[\\p{L}\\p{N}_'’-]{1,100}"))
        .distinct()
        .limit(MOST_HASHTAGS)
        .toList();
  }
}
