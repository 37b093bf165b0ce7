package ouidire.core.mention;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A mention with all that is known of it: the value of {@code ouidire.analysed} and what the
 * history returns.
 *
 * @param mention as collected
 * @param language the source's, else the detected one; ISO 639-1, {@code und} when it cannot be
 *     told
 * @param tone the tone of the whole
 * @param matches the brands it matches, by brand id; empty when it was kept without a match
 * @param kinds the kinds of remark that hold for it; empty for most announcements
 * @param flags what a moderator should look at; empty for nearly all
 * @param aspects what of a brand it speaks about, with the tone toward each
 * @param story where it stands among other mentions; null in records that were written before
 *     mentions were grouped
 * @param analysedAt when analysis was done with it
 */
public record AnalysedMention(
    Mention mention,
    String language,
    Tone tone,
    List<BrandMatch> matches,
    List<Finding> kinds,
    List<Finding> flags,
    List<Aspect> aspects,
    @Nullable StoryPlace story,
    Instant analysedAt) {
  public AnalysedMention {
    matches = List.copyOf(matches);
    kinds = List.copyOf(kinds);
    flags = List.copyOf(flags);
    aspects = List.copyOf(aspects);
  }

  /** A mention of no kind and without a flag. */
  public AnalysedMention(
      Mention mention, String language, Tone tone, List<BrandMatch> matches, Instant analysedAt) {
    this(mention, language, tone, matches, List.of(), List.of(), List.of(), null, analysedAt);
  }

  /** With other matches, since another moment. */
  public AnalysedMention withMatches(List<BrandMatch> others, Instant since) {
    return new AnalysedMention(
        mention, language, tone, others, kinds, flags, aspects, story, since);
  }

  /** With another tone of the whole, other tones toward its brands and other kinds, since then. */
  public AnalysedMention withTones(
      Tone whole, List<BrandMatch> others, List<Finding> remarks, Instant since) {
    return new AnalysedMention(
        mention, language, whole, others, remarks, flags, aspects, story, since);
  }

  /** In its story. */
  public AnalysedMention withStory(StoryPlace place) {
    return new AnalysedMention(
        mention, language, tone, matches, kinds, flags, aspects, place, analysedAt);
  }

  /** The story it is counted in: its own where nothing is known. */
  public String storyId() {
    return story == null ? id() : story.story();
  }

  /** The group of copies it is counted in: its own where nothing is known. */
  public String copiesId() {
    return story == null ? id() : story.copies();
  }

  public String id() {
    return mention.id();
  }
}
