package ouidire.core.history;

import java.util.List;
import org.jspecify.annotations.Nullable;
import ouidire.core.mention.AnalysedMention;

/**
 * A page of mentions.
 *
 * @param mentions in the order asked for
 * @param total how many mentions the filter has in all, on every page
 * @param next the cursor of the page after; null on the last
 */
public record MentionPage(List<AnalysedMention> mentions, long total, @Nullable String next) {
  public MentionPage {
    mentions = List.copyOf(mentions);
  }
}
