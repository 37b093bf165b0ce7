/**
 * How a mention is cut into words: one reading, shared by the index of the history and by the live
 * matcher. That the two find the same mentions rests on this package.
 *
 * <p>{@link ouidire.analysis.text.MentionTokens} reads one field (a title or a text) into terms
 * with positions and offsets; {@link ouidire.analysis.text.MentionAnalyzer} gives the same terms to
 * Lucene; {@link ouidire.analysis.text.MentionFacts} adds all else that a query can ask of a
 * mention; {@link ouidire.analysis.text.Folding} folds whole values such as an author's name.
 *
 * <p>What it does with {@code L’Oréal répond à @Nordika-Santé 🔥 #BoycottNordika}:
 *
 * <pre>
 * place 1  'l'oreal  oreal            the article shares its word's place
 * place 2  repond
 * place 3  a
 * place 4  @nordika-sante  @nordika
 * after 4  🔥                          an emoji stands between places and adds none
 * place 5  #boycottnordika  boycottnordika  boycott  nordika
 * </pre>
 *
 * <p>A place is {@value ouidire.analysis.text.MentionTokens#PLACE} positions wide. The word stands
 * on the first of them; the emoji that follow it take the next ones, and the end of its sentence,
 * where it is one, the last. So "words between" is a matter of places, and emoji keep their order.
 */
@NullMarked
package ouidire.analysis.text;

import org.jspecify.annotations.NullMarked;
