package ouidire.analysis.language;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The small words and letter groups that tell languages apart, with their weights. Immutable. */
final class LanguageMarks {
  private static final String RESOURCE = "marks.tsv";
  private static final int LONGEST_WORD = 12;

  private static final class Holder {
    static final LanguageMarks SHIPPED = load();
  }

  private final List<String> languages;
  private final Map<String, float[]> words;
  private final Map<String, float[]> endings;
  private final Map<Character, float[]> letters;

  private LanguageMarks(
      List<String> languages,
      Map<String, float[]> words,
      Map<String, float[]> endings,
      Map<Character, float[]> letters) {
    this.languages = languages;
    this.words = words;
    this.endings = endings;
    this.letters = letters;
  }

  static LanguageMarks shipped() {
    return Holder.SHIPPED;
  }

  String language(int index) {
    return languages.get(index);
  }

  /** One score per language; links, handles, hashtags and numbers do not count. */
  double[] scores(String text) {
    double[] scores = new double[languages.size()];
    String lower = text.toLowerCase(Locale.ROOT).replace('\u2019', '\'');
    int length = lower.length();
    for (int i = 0; i < length; ) {
      char letter = lower.charAt(i);
      if (letter == '@' || letter == '#' || lower.startsWith("http", i)) {
        i = blank(lower, i);
      } else if (Character.isLetter(letter)) {
        int end = i + 1;
        while (end < length && Character.isLetter(lower.charAt(end))) {
          end++;
        }
        if (end < length && lower.charAt(end) == '\'') {
          end++;
        }
        word(lower.substring(i, end), scores);
        i = end;
      } else {
        i++;
      }
    }
    return scores;
  }

  private void word(String word, double[] scores) {
    if (word.length() <= LONGEST_WORD) {
      add(words.get(word), scores);
    }
    int length = word.length();
    for (int size = 2; size <= 4 && size < length; size++) {
      add(endings.get(word.substring(length - size)), scores);
    }
    for (int i = 0; i < length; i++) {
      if (word.charAt(i) > 127) {
        add(letters.get(word.charAt(i)), scores);
      }
    }
  }

  private static void add(float @Nullable [] weights, double[] scores) {
    if (weights != null) {
      for (int i = 0; i < scores.length; i++) {
        scores[i] += weights[i];
      }
    }
  }

  private static int blank(String text, int from) {
    int at = from;
    while (at < text.length() && !Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private static LanguageMarks load() {
    try (InputStream in = LanguageMarks.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException("resource " + RESOURCE + " is missing from the jar");
      }
      BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      List<String[]> rows = new ArrayList<>();
      List<String> languages = new ArrayList<>();
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        if (line.isBlank() || line.startsWith("#")) {
          continue;
        }
        String[] row = line.split("\t");
        if (!languages.contains(row[0])) {
          languages.add(row[0]);
        }
        rows.add(row);
      }
      return build(rows, languages);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static LanguageMarks build(List<String[]> rows, List<String> languages) {
    Map<String, float[]> words = new HashMap<>();
    Map<String, float[]> endings = new HashMap<>();
    Map<Character, float[]> letters = new HashMap<>();
    for (String[] row : rows) {
      int language = languages.indexOf(row[0]);
      for (String mark : row[2].split(" ")) {
        switch (row[1]) {
          case "words" -> mark(words, mark, language, languages.size(), 1f);
          case "endings" -> mark(endings, mark, language, languages.size(), 0.4f);
          case "letters" -> mark(letters, mark.charAt(0), language, languages.size(), 0.8f);
          default -> throw new IllegalStateException(RESOURCE + ": unknown kind " + row[1]);
        }
      }
    }
    share(words);
    share(endings);
    share(letters);
    return new LanguageMarks(List.copyOf(languages), words, endings, letters);
  }

  private static <K> void mark(
      Map<K, float[]> marks, K mark, int language, int languages, float weight) {
    marks.computeIfAbsent(mark, key -> new float[languages])[language] = weight;
  }

  /** A mark of several languages is worth its weight divided by their number. */
  private static <K> void share(Map<K, float[]> marks) {
    for (float[] weights : marks.values()) {
      int owners = 0;
      for (float weight : weights) {
        owners += weight > 0 ? 1 : 0;
      }
      for (int i = 0; i < weights.length; i++) {
        weights[i] /= owners;
      }
    }
  }
}
