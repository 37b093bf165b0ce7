package ouidire.analysis.cascade;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ouidire.core.mention.AnalysedMention;
import ouidire.core.mention.MentionType;
import ouidire.core.story.Rumour;

/**
 * Which mentions are the rumour's and which the correction's, in the query language, so that both
 * numbers open onto their mentions. The correction is whatever carries the link of our version, and
 * the whole story of the mention that says it; where that mention is in the rumour's own story, its
 * thread without the answers, since those who answer speak of the rumour as well.
 *
 * @param rumour the story less the correction
 * @param correction null when our version names neither a link nor a mention that is there
 */
record RumourQueries(String rumour, @Nullable String correction) {
  static RumourQueries of(Rumour rumour, @Nullable AnalysedMention said) {
    String story = field("story", rumour.story());
    List<String> parts = new ArrayList<>();
    if (said != null) {
      parts.add(
          said.storyId().equals(rumour.story()) ? thread(said) : field("story", said.storyId()));
    }
    Rumour.OurVersion ours = rumour.ours();
    if (ours != null && ours.link() != null) {
      parts.add(field("links", ours.link()));
    }
    if (parts.isEmpty()) {
      return new RumourQueries(story, null);
    }
    String correction = parts.size() == 1 ? parts.getFirst() : String.join(" OR ", parts);
    return new RumourQueries(story + " NOT (" + correction + ")", correction);
  }

  private static String thread(AnalysedMention said) {
    String thread = field("thread", said.id());
    return said.mention().type() == MentionType.COMMENT
        ? thread
        : "(" + thread + " NOT type:comment)";
  }

  private static String field(String name, String value) {
    return name + ":\"" + value.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }
}
