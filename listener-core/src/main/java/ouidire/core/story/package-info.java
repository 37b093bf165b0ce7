/**
 * What is known of a story as a whole: how fast it spreads, who carries it, how its words change
 * and how far it may go. {@link ouidire.core.story.StoryDirectory} is the port; analysis answers
 * it.
 */
@NullMarked
package ouidire.core.story;

import org.jspecify.annotations.NullMarked;
