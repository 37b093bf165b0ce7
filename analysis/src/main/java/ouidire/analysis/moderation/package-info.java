/**
 * Flags for a moderator: sexist, racist, insult, threat, candidate for legal review. Rules are
 * words that must meet within a few tokens, listed in {@code rules-fr.tsv}; a learned model adds
 * what they miss where it is nearly sure. Quoting and condemning is not doing: the words that show
 * it take a flag back. A flag is a question to a person, never a judgement.
 */
@NullMarked
package ouidire.analysis.moderation;

import org.jspecify.annotations.NullMarked;
