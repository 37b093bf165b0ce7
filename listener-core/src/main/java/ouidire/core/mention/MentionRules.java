package ouidire.core.mention;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a mention must keep to, wherever it comes in: by file, by push or by anyone's own connector.
 */
public final class MentionRules {
  /** Longest text and title, UTF-16 units: a novel's chapter passes, a bomb does not. */
  public static final int MAX_TEXT = 500_000;

  public static final int MAX_TITLE = 5_000;
  public static final int MAX_ID = 128;
  public static final int MAX_URL = 8_192;
  public static final int MAX_NAME = 1_000;

  /** Most links, and most hashtags. */
  public static final int MAX_LIST = 1_000;

  /** Before the first web page nothing was said on the web; such dates are a source's error. */
  public static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");

  /** Clocks and time zones differ by less than this; later dates are a source's error. */
  public static final Duration FUTURE_SLACK = Duration.ofHours(24);

  private MentionRules() {}

  /** The first rule broken, with the field and the remedy; empty when the mention may pass. */
  public static Optional<InvalidMentionException> violation(Mention mention, Instant now) {
    if (mention.id().isBlank() || mention.id().length() > MAX_ID) {
      int length = mention.id().length();
      return broken(
          "id",
          "a " + length + " caractères ; donnez-en de 1 à " + MAX_ID,
          "has " + length + " characters; give 1 to " + MAX_ID);
    }
    if (mention.text().isBlank() && (mention.title() == null || mention.title().isBlank())) {
      return broken(
          "text", "est vide ; donnez un texte ou un titre", "is empty; give a text or a title");
    }
    if (mention.publishedAt().isBefore(EARLIEST)) {
      return broken(
          "publishedAt",
          mention.publishedAt() + " est avant 1990 ; donnez la date de publication",
          mention.publishedAt() + " is before 1990; give the date it was published");
    }
    if (mention.publishedAt().isAfter(now.plus(FUTURE_SLACK))) {
      return broken(
          "publishedAt",
          mention.publishedAt() + " est dans plus de 24 h ; donnez la date de publication",
          mention.publishedAt() + " is more than 24 h ahead; give the date it was published");
    }
    return tooLong("text", mention.text(), MAX_TEXT)
        .or(() -> tooLong("title", mention.title(), MAX_TITLE))
        .or(() -> tooLong("url", mention.url(), MAX_URL))
        .or(() -> tooLong("source.kind", mention.source().kind(), MAX_NAME))
        .or(() -> tooLong("source.name", mention.source().name(), MAX_NAME))
        .or(() -> tooLong("author.handle", mention.author().handle(), MAX_NAME))
        .or(() -> tooLong("author.name", mention.author().name(), MAX_NAME))
        .or(() -> tooLong("language", mention.language(), MAX_ID))
        .or(() -> tooLong("region", mention.region(), MAX_ID))
        .or(() -> tooLong("parent", mention.parent(), MAX_ID))
        .or(() -> tooLong("thread", mention.thread(), MAX_ID))
        .or(() -> tooMany("links", mention.links(), MAX_URL))
        .or(() -> tooMany("hashtags", mention.hashtags(), MAX_NAME));
  }

  private static Optional<InvalidMentionException> tooLong(
      String field, @Nullable String value, int max) {
    return value == null || value.length() <= max
        ? Optional.empty()
        : broken(
            field,
            "a " + value.length() + " caractères ; donnez-en au plus " + max,
            "has " + value.length() + " characters; give at most " + max);
  }

  private static Optional<InvalidMentionException> tooMany(
      String field, List<String> entries, int max) {
    if (entries.size() > MAX_LIST) {
      return broken(
          field,
          "a " + entries.size() + " éléments ; donnez-en au plus " + MAX_LIST,
          "has " + entries.size() + " entries; give at most " + MAX_LIST);
    }
    int all = 0;
    for (String entry : entries) {
      if (entry.length() > max) {
        return tooLong(field, entry, max);
      }
      all += entry.length();
    }
    return all <= MAX_TEXT
        ? Optional.empty()
        : broken(
            field,
            "a " + all + " caractères en tout ; donnez-en au plus " + MAX_TEXT,
            "have " + all + " characters in all; give at most " + MAX_TEXT);
  }

  private static Optional<InvalidMentionException> broken(
      String field, String french, String english) {
    return Optional.of(new InvalidMentionException(field, french, english));
  }
}
