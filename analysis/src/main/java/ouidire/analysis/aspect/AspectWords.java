package ouidire.analysis.aspect;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import ouidire.analysis.tone.MentionReading;

/** The words that name an aspect, as {@code aspects-fr.tsv} lists them. Immutable. */
final class AspectWords {
  private static final String RESOURCE = "aspects-fr.tsv";
  private static final int SHORTEST_PREFIX = 3;

  /** Words in a row that name an aspect. */
  private record Term(String[] words, String aspect) {}

  /** An aspect found at a place: tokens {@code from} to {@code to}, exclusive. */
  record Found(String aspect, int from, int to) {}

  private final Map<String, List<Term>> byFirst = new HashMap<>();
  private final Map<String, String> prefixes = new HashMap<>();

  AspectWords() {
    try (InputStream in = AspectWords.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException("resource " + RESOURCE + " is missing from the jar");
      }
      new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
          .lines()
          .filter(line -> !line.startsWith("#"))
          .forEach(this::line);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void line(String line) {
    String[] columns = line.split("\t");
    for (String term : columns[1].split("\\|")) {
      if (term.endsWith("*")) {
        prefixes.putIfAbsent(term.substring(0, term.length() - 1), columns[0]);
      } else {
        String[] words = term.split("_");
        byFirst.computeIfAbsent(words[0], _ -> new ArrayList<>(1)).add(new Term(words, columns[0]));
      }
    }
  }

  /** The aspects that a mention names, in order. */
  List<Found> find(MentionReading reading) {
    List<Found> found = new ArrayList<>(2);
    for (int i = 0; i < reading.size(); i++) {
      Found here = reading.isWord(i) ? at(reading, i) : null;
      if (here != null) {
        found.add(here);
        i = here.to() - 1;
      }
    }
    return found;
  }

  private @Nullable Found at(MentionReading reading, int token) {
    Found longest = null;
    for (Term term : byFirst.getOrDefault(reading.plain(token), List.of())) {
      int end = token + term.words().length;
      if ((longest == null || end > longest.to()) && matches(reading, token, term.words())) {
        longest = new Found(term.aspect(), token, end);
      }
    }
    return longest == null ? byPrefix(reading, token) : longest;
  }

  private static boolean matches(MentionReading reading, int token, String[] words) {
    if (token + words.length > reading.size()) {
      return false;
    }
    for (int i = 1; i < words.length; i++) {
      if (!reading.plain(token + i).equals(words[i])) {
        return false;
      }
    }
    return true;
  }

  private @Nullable Found byPrefix(MentionReading reading, int token) {
    String plain = reading.plain(token);
    for (int length = plain.length(); length >= SHORTEST_PREFIX; length--) {
      String aspect = prefixes.get(plain.substring(0, length));
      if (aspect != null) {
        return new Found(aspect, token, token + 1);
      }
    }
    return null;
  }
}
