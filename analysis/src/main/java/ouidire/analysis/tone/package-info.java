/**
 * The tone of French mentions, as France and Québec write them, with what decided it.
 *
 * <p>A mention goes through four steps, each a class of its own:
 *
 * <ol>
 *   <li>{@link ouidire.analysis.tone.ToneTokens} cuts title and text into tokens with CoreNLP's
 *       French lexer and mends what it does not know: emoticons, handles, hashtags, stretched
 *       words.
 *   <li>{@link ouidire.analysis.tone.ToneLexicon} finds the polar words, idioms, emoji and facts,
 *       and the words that change them; {@link ouidire.analysis.tone.ToneReading} applies negation
 *       and its scope, intensifiers, diminishers, contrast, questions and wishes.
 *   <li>A linear model weighs those readings beside word and character n-grams.
 *   <li>{@link ouidire.analysis.tone.ToneScorer} turns both into a label, a score, a calibrated
 *       confidence, an abstention where the confidence is low, and the evidence with offsets.
 * </ol>
 *
 * <p>Everything on the path of a mention is immutable or owned by one thread: one scorer serves all
 * threads.
 */
@NullMarked
package ouidire.analysis.tone;

import org.jspecify.annotations.NullMarked;
