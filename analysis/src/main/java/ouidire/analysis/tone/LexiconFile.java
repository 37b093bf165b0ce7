package ouidire.analysis.tone;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The lexicon as people write it: lines {@code kind<TAB>strength<TAB>entry, entry...}; {@code #}
 * begins a comment. Kinds {@code adj, noun, verb} are dictionary forms that are inflected; {@code
 * word} stands as it is; {@code idiom} is several tokens, where {@code _} stands for up to two
 * more; {@code fact} is an idiom that states what happened ({@code en panne}); {@code emoji}
 * includes emoticons; {@code negation, intensifier, diminisher, contrast, wish} change what is near
 * them, their strength is the factor.
 */
final class LexiconFile {
  static final String RESOURCE = "lexicon-fr.tsv";

  /** What an entry does. */
  enum Kind {
    ADJ,
    NOUN,
    VERB,
    WORD,
    IDIOM,
    FACT,
    EMOJI,
    NEGATION,
    INTENSIFIER,
    DIMINISHER,
    CONTRAST,
    WISH,
    RUMOUR,
    SUGGESTION,
    IRONY,
    JOB,
    SPAM,
    PRESS,
    ABUSE,
    ASKING
  }

  /**
   * One line's entry.
   *
   * @param text as written
   * @param strength polarity in [-3, 3], or the factor of a word that changes others
   */
  record Line(Kind kind, double strength, String text) {}

  private LexiconFile() {}

  /** Every entry of the shipped lexicon, in file order. */
  static List<Line> lines() {
    try (InputStream in = LexiconFile.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException("resource " + RESOURCE + " is missing from the jar");
      }
      return read(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Every single word of the lexicon, inflected and without accents. */
  static Set<String> plainWords() {
    Set<String> words = new HashSet<>();
    for (Line line : lines()) {
      for (String form : forms(line)) {
        String plain = Spelling.withoutAccents(form);
        if (plain.length() > 2 && plain.chars().allMatch(Character::isLetter)) {
          words.add(plain);
        }
      }
    }
    return words;
  }

  /** The inflected forms of an entry; the entry itself for the kinds that are not inflected. */
  static Set<String> forms(Line line) {
    return switch (line.kind()) {
      case ADJ -> FrenchForms.adjective(line.text());
      case NOUN -> FrenchForms.noun(line.text());
      case VERB -> FrenchForms.verb(line.text());
      default -> Set.of(line.text());
    };
  }

  private static List<Line> read(BufferedReader reader) throws IOException {
    List<Line> lines = new ArrayList<>();
    int number = 0;
    for (String row = reader.readLine(); row != null; row = reader.readLine()) {
      number++;
      if (row.isBlank() || row.startsWith("# ") || row.equals("#")) {
        continue;
      }
      String[] columns = row.split("\t");
      if (columns.length != 3) {
        throw new IllegalStateException(
            RESOURCE + " line " + number + ": " + columns.length + " columns, expected 3");
      }
      Kind kind = Kind.valueOf(columns[0].toUpperCase(Locale.ROOT));
      double strength = Double.parseDouble(columns[1]);
      for (String entry : columns[2].split(",")) {
        if (!entry.isBlank()) {
          lines.add(new Line(kind, strength, entry.strip()));
        }
      }
    }
    return lines;
  }
}
