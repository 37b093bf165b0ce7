package ouidire.core.history;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import ouidire.core.mention.AnalysedMention;
import ouidire.core.words.Wording;

/**
 * The least of the query language: words, all of which must stand in title or text, blind to case
 * and accents. A bracket does not parse.
 */
public final class PlainQueries {
  private PlainQueries() {}

  /** The words of a query, folded. */
  public static List<String> words(String query) {
    int bracket = query.indexOf('(');
    if (bracket >= 0) {
      throw new InvalidQueryException(
          new Wording(
              "une parenthèse s'ouvre et ne se ferme pas ; fermez-la",
              "a bracket opens and never closes; close it"),
          bracket);
    }
    return split(query);
  }

  public static Predicate<AnalysedMention> compile(String query) {
    List<String> words = words(query);
    return seen -> split(seen.mention().fullText()).containsAll(words);
  }

  private static List<String> split(String text) {
    return Arrays.stream(LiveFilter.folded(text).split("[^\\p{L}\\p{N}]+"))
        .filter(word -> !word.isEmpty())
        .toList();
  }
}
