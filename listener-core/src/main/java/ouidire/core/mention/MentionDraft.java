package ouidire.core.mention;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A mention while it is being read: whatever was there, to be completed or refused. */
final class MentionDraft {
  @Nullable String id;
  @Nullable SourceRef source;
  @Nullable String url;
  Author author = Author.UNKNOWN;
  @Nullable Instant publishedAt;
  @Nullable Instant collectedAt;
  @Nullable String language;
  @Nullable String region;
  @Nullable MentionType type;
  @Nullable String title;
  @Nullable String text;
  List<String> links = List.of();
  List<String> hashtags = List.of();
  Engagement engagement = Engagement.NONE;
  @Nullable String parent;
  @Nullable String thread;
  @Nullable Analysis analysis;

  /** What analysis added, where the record has it. */
  record Analysis(
      String language,
      Tone tone,
      List<BrandMatch> matches,
      List<Finding> kinds,
      List<Finding> flags,
      List<Aspect> aspects,
      @Nullable StoryPlace story,
      Instant analysedAt) {}

  Mention complete() {
    return mention(
        required("id", id), required("source", source), required("collectedAt", collectedAt));
  }

  Mention complete(SourceRef defaultSource, Instant now) {
    SourceRef from = source == null ? defaultSource : source;
    Instant published = required("publishedAt", publishedAt);
    String key = id;
    if (key == null && url != null) {
      key = MentionIds.ofNative(from.kind(), url);
    } else if (key == null) {
      String content = title == null ? text : text == null ? title : title + "\n" + text;
      key = MentionIds.ofContent(from, author.key(), published, required("text", content));
    }
    return mention(key, from, collectedAt == null ? now : collectedAt);
  }

  AnalysedMention completeAnalysed() {
    Analysis known = required("analysis", analysis);
    return new AnalysedMention(
        complete(),
        known.language(),
        known.tone(),
        known.matches(),
        known.kinds(),
        known.flags(),
        known.aspects(),
        known.story(),
        known.analysedAt());
  }

  private Mention mention(String key, SourceRef from, Instant collected) {
    if (text == null && title == null) {
      throw new InvalidMentionException(
          "text", "manque ; donnez un texte ou un titre", "is missing; give a text or a title");
    }
    return new Mention(
        key,
        from,
        url,
        author,
        required("publishedAt", publishedAt),
        collected,
        language,
        region,
        type == null ? MentionType.POST : type,
        title,
        text == null ? "" : text,
        links,
        hashtags,
        engagement,
        parent,
        thread);
  }

  static <T> T required(String field, @Nullable T value) {
    if (value == null) {
      throw new InvalidMentionException(field, "manque ; donnez-le", "is missing; give it");
    }
    return value;
  }
}
