package ouidire.core.mention;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads the cells of {@link MentionCsv}. */
final class MentionCsvReader {
  private final Function<String, @Nullable String> cells;

  MentionCsvReader(Function<String, @Nullable String> cells) {
    this.cells = cells;
  }

  Mention read(SourceRef source, Instant now) {
    MentionDraft draft = new MentionDraft();
    draft.id = text("id");
    String kind = text("source_kind");
    String name = text("source_name");
    draft.source = kind == null || name == null ? null : new SourceRef(kind, name);
    draft.url = text("url");
    draft.author =
        new Author(
            text("author_handle"),
            text("author_name"),
            count("author_followers"),
            time("author_created_at"));
    draft.publishedAt = time("published_at");
    draft.collectedAt = time("collected_at");
    draft.language = text("language");
    draft.region = text("region");
    draft.type = type();
    draft.title = text("title");
    draft.text = text("text");
    draft.links = lines("links");
    draft.hashtags = lines("hashtags");
    draft.engagement = new Engagement(count("likes"), count("comments"), count("shares"));
    draft.parent = text("parent");
    draft.thread = text("thread");
    return draft.complete(source, now);
  }

  private @Nullable String text(String column) {
    String cell = cells.apply(column);
    return cell == null ? null : WellFormed.of(MentionCsv.unguarded(cell));
  }

  private List<String> lines(String column) {
    String cell = text(column);
    return cell == null ? List.of() : List.of(cell.split("\n", -1));
  }

  private @Nullable Long count(String column) {
    String cell = cells.apply(column);
    if (cell == null || cell.isBlank()) {
      return null;
    }
    try {
      long count = Long.parseLong(cell.strip());
      if (count >= 0) {
        return count;
      }
    } catch (NumberFormatException e) {
      // Refused below, as a negative one is.
    }
    throw new InvalidMentionException(
        column,
        "n’est pas un compte ; donnez un nombre entier, 0 ou plus",
        "is not a count; give a whole number from 0");
  }

  private @Nullable Instant time(String column) {
    String cell = cells.apply(column);
    if (cell == null || cell.isBlank()) {
      return null;
    }
    try {
      return OffsetDateTime.parse(cell.strip()).toInstant();
    } catch (DateTimeException e) {
      throw new InvalidMentionException(
          column,
          "n’est pas un instant ; donnez-le en ISO 8601 avec décalage, comme 2026-03-01T14:05:00Z",
          "is not a time; give ISO 8601 with an offset, as 2026-03-01T14:05:00Z");
    }
  }

  private @Nullable MentionType type() {
    String cell = cells.apply("type");
    if (cell == null || cell.isBlank()) {
      return null;
    }
    try {
      return MentionType.valueOf(cell.strip().toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new InvalidMentionException(
          "type",
          "n’est ni post, ni comment, ni repost, ni article, ni video ; donnez l’un d’eux",
          "is none of post, comment, repost, article, video; give one of them");
    }
  }
}
