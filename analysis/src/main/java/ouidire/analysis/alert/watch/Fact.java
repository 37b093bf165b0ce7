package ouidire.analysis.alert.watch;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ouidire.core.history.LiveFilter;
import ouidire.core.history.MentionFilter;
import ouidire.core.mention.AnalysedMention;
import ouidire.core.mention.Finding;
import ouidire.core.mention.Mention;
import ouidire.core.mention.MentionType;
import ouidire.core.mention.ToneLabel;

/**
 * What rules ask of a mention, without its text.
 *
 * @param id the mention's
 * @param at when it was published, milliseconds since 1970
 * @param author who said it; its id when the source hides that
 * @param source kind and name
 * @param negative whether it is negative toward the brand
 * @param insult whether it insults, and complains of nothing
 * @param flagged whether a moderator or the legal department should see it
 * @param question whether it asks something
 * @param official whether an official account said it
 * @param article whether it is a publication rather than a person's word
 * @param reach followers of its author; 0 when the source hides that
 * @param parent id of what it answers
 * @param story the story it belongs to; its own id when none is known
 * @param print what its text looks like, to know copies
 */
record Fact(
    String id,
    long at,
    String author,
    String source,
    boolean negative,
    boolean insult,
    boolean flagged,
    boolean question,
    boolean official,
    boolean article,
    long reach,
    @Nullable String parent,
    String story,
    long[] print) {

  /**
   * @param filter says toward whom the tone counts
   * @param official handles of official accounts, lower case
   */
  static Fact of(AnalysedMention seen, MentionFilter filter, Set<String> official) {
    Mention mention = seen.mention();
    String key = mention.author().key();
    Long followers = mention.author().followers();
    boolean insult = has(seen, "insult");
    boolean complaint = has(seen.kinds(), "complaint") || has(seen.kinds(), "rumour");
    return new Fact(
        seen.id(),
        mention.publishedAt().toEpochMilli(),
        key == null ? seen.id() : key,
        mention.source().kind() + ":" + mention.source().name(),
        LiveFilter.tone(filter, seen) == ToneLabel.NEGATIVE,
        insult && !complaint,
        !seen.flags().isEmpty(),
        has(seen.kinds(), "question"),
        key != null && official.contains(key.toLowerCase(Locale.ROOT)),
        mention.type() == MentionType.ARTICLE,
        followers == null ? 0 : followers,
        mention.parent(),
        seen.storyId(),
        TextPrint.of(mention.fullText()));
  }

  private static boolean has(AnalysedMention seen, String name) {
    return has(seen.flags(), name) || has(seen.kinds(), name);
  }

  private static boolean has(java.util.List<Finding> findings, String name) {
    return findings.stream().anyMatch(finding -> finding.name().equals(name));
  }
}
