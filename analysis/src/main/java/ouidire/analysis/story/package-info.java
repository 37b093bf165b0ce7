/**
 * Which mentions are one story: copies of one text, and one event in other words.
 *
 * <p>{@link ouidire.analysis.story.StoryReader} makes numbers of a mention; {@link
 * ouidire.analysis.story.StoryGrouper} places it among those that came before, in three steps:
 *
 * <ol>
 *   <li>What the source says: a relay joins what it relays, an answer the story that it answers in.
 *   <li>{@link ouidire.analysis.story.CopyStage}: texts that share runs of words are found by
 *       fingerprints and compared by their pairs of words. Of the shorter one, half must stand in
 *       the other, so that a shortened dispatch and a quotation are copies. Where each has a name
 *       that the other has not, they are not: two recalls in two towns stay apart.
 *   <li>{@link ouidire.analysis.story.EventStage}: events that share rare words, names, places,
 *       addresses or hashtags are found by the rarest of them and weighed by {@link
 *       ouidire.analysis.story.Likeness}.
 * </ol>
 *
 * <p>All is bounded: a fixed number of mentions is remembered, those of which nobody speaks any
 * longer leave first, and no lookup walks further than a fixed number of steps. A group is called
 * by the id of its first mention. Nothing is merged or taken back later: what was said of a mention
 * when it came stays true.
 */
@NullMarked
package ouidire.analysis.story;

import org.jspecify.annotations.NullMarked;
