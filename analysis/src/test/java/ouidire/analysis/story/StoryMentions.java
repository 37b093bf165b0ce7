package ouidire.analysis.story;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ouidire.core.mention.Author;
import ouidire.core.mention.Engagement;
import ouidire.core.mention.Mention;
import ouidire.core.mention.MentionType;
import ouidire.core.mention.SourceRef;

/** Mentions for tests of grouping. */
final class StoryMentions {
  static final Instant MORNING = Instant.parse("2026-03-02T08:00:00Z");

  private StoryMentions() {}

  static Mention said(String id, int minute, String text) {
    return said(id, minute, text, MentionType.POST, null, List.of());
  }

  static Mention said(
      String id,
      int minute,
      String text,
      MentionType type,
      @Nullable String parent,
      List<String> links) {
    return new Mention(
        id,
        new SourceRef("rss", "source " + id),
        null,
        new Author(id, null, 10L),
        MORNING.plusSeconds(60L * minute),
        MORNING.plusSeconds(60L * minute),
        "fr",
        null,
        type,
        null,
        text,
        links,
        List.of(),
        Engagement.NONE,
        parent,
        null);
  }
}
