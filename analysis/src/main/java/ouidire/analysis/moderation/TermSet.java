package ouidire.analysis.moderation;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import ouidire.analysis.tone.MentionReading;

/** Terms of which one must stand in a text: words, {@code prefix*}, or {@code words_in_a_row}. */
final class TermSet {
  private static final int SHORTEST_PREFIX = 3;

  private final Map<String, String[][]> byFirst = new HashMap<>();
  private final Set<String> prefixes = new HashSet<>();

  TermSet(String terms) {
    for (String term : terms.split("\\|")) {
      String text = term.strip();
      if (text.endsWith("*")) {
        prefixes.add(text.substring(0, text.length() - 1));
        continue;
      }
      String[] words = text.split("_");
      String[][] known = byFirst.getOrDefault(words[0], new String[0][]);
      String[][] more = java.util.Arrays.copyOf(known, known.length + 1);
      more[known.length] = words;
      byFirst.put(words[0], more);
    }
  }

  /** Whether a term may begin with this word. */
  boolean mayBeginWith(String plain) {
    return byFirst.containsKey(plain) || begunByPrefix(plain);
  }

  /** The end of the term that begins at a token, or -1. */
  int endAt(MentionReading reading, int token) {
    String plain = reading.plain(token);
    String[][] candidates = byFirst.get(plain);
    if (candidates != null) {
      for (String[] words : candidates) {
        if (stands(reading, token, words)) {
          return token + words.length;
        }
      }
    }
    return begunByPrefix(plain) ? token + 1 : -1;
  }

  private boolean begunByPrefix(String plain) {
    for (int length = SHORTEST_PREFIX; length <= plain.length() && !prefixes.isEmpty(); length++) {
      if (prefixes.contains(plain.substring(0, length))) {
        return true;
      }
    }
    return false;
  }

  private static boolean stands(MentionReading reading, int token, String[] words) {
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
}
