package ouidire.analysis.story;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import ouidire.analysis.text.MentionTokens;

/** What is known of French words before any mention was read: how common they are, and towns. */
final class FrenchWords {
  /** Letters of a word that count: endings fall away, as trunc-n stemming has it. */
  static final int STEM = 6;

  /** Words in more texts of a thousand than this tell nothing of what a text is about. */
  private static final double EMPTY_PER_THOUSAND = 35;

  private static final class Holder {
    static final FrenchWords SHIPPED = new FrenchWords();
  }

  private final Map<Integer, Float> perThousand = new HashMap<>();
  private final HashSetOfInts empty = new HashSetOfInts();
  private final HashSetOfInts common = new HashSetOfInts();
  private final HashSetOfInts towns = new HashSetOfInts();

  private FrenchWords() {
    each(
        "common-words-fr.tsv",
        line -> {
          int tab = line.indexOf('\t');
          String word = line.substring(0, tab);
          float rate = Float.parseFloat(line.substring(tab + 1));
          perThousand.merge(stem(word), rate, Float::sum);
          common.add(word.hashCode());
          if (rate > EMPTY_PER_THOUSAND) {
            empty.add(word.hashCode());
          }
        });
    each(
        "towns.txt",
        line -> {
          // Of a compound, the last part tells most: trois-rivieres.
          towns.add(line.substring(line.lastIndexOf('-') + 1).hashCode());
        });
  }

  static FrenchWords shipped() {
    return Holder.SHIPPED;
  }

  /** Of a thousand texts, how many have a word of each stem. */
  Map<Integer, Float> perThousand() {
    return Map.copyOf(perThousand);
  }

  /** Whether a word, by the hash of its folded form, is too common to tell anything. */
  boolean isEmpty(int hash) {
    return empty.contains(hash);
  }

  /** Whether a word is known at all: then a capital at a sentence's start is no name. */
  boolean isCommon(int hash) {
    return common.contains(hash);
  }

  boolean isTown(int hash) {
    return towns.contains(hash);
  }

  /** The hash of a token's stem: its first letters, without the plural's. */
  static int stem(MentionTokens tokens, int token) {
    int length = tokens.termLength(token);
    int end = endOf(length, length == 0 ? ' ' : tokens.termChar(token, length - 1));
    int hash = 0;
    for (int i = 0; i < end; i++) {
      hash = 31 * hash + tokens.termChar(token, i);
    }
    return Hashes.mix(hash);
  }

  static int stem(String word) {
    int end = endOf(word.length(), word.isEmpty() ? ' ' : word.charAt(word.length() - 1));
    int hash = 0;
    for (int i = 0; i < end; i++) {
      hash = 31 * hash + word.charAt(i);
    }
    return Hashes.mix(hash);
  }

  private static int endOf(int length, char last) {
    int end = length > 4 && (last == 's' || last == 'x' || last == 'e') ? length - 1 : length;
    return Math.min(end, STEM);
  }

  private static void each(String resource, Consumer<String> line) {
    try (InputStream in = FrenchWords.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException(resource + " is missing from the build");
      }
      BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      for (String next = lines.readLine(); next != null; next = lines.readLine()) {
        if (!next.isBlank() && next.charAt(0) != '#') {
          line.accept(next);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(resource + " cannot be read", e);
    }
  }
}
