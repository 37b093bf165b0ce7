package ouidire.analysis.query;

import java.util.ArrayList;
import java.util.List;

/**
 * A piece of another tool's query.
 *
 * @param text as it is written, quotation marks and a field's name before them included
 * @param spaced whether a blank stands before it
 */
record ForeignToken(String text, boolean spaced) {
  /** Stands where a condition was lost. */
  static final String LOST = "\u0000";

  private static final String OPERATORS = " AND OR NOT ET OU SAUF SENTENCE ";

  boolean isOpen() {
    return text.endsWith("(");
  }

  boolean isClose() {
    return text.equals(")");
  }

  boolean isLost() {
    return text.equals(LOST);
  }

  boolean isNot() {
    return text.equals("NOT") || text.equals("-") || text.equals("SAUF");
  }

  /** AND, OR, NEAR/n... but not NOT. */
  boolean joins() {
    return !isNot()
        && (OPERATORS.contains(" " + text + " ")
            || text.startsWith("NEAR")
            || text.startsWith("ONEAR"));
  }

  /**
   * Cuts a query into brackets, phrases with what is glued to them, and words.
   *
   * @param lines whether each line is a bracket of its own, joined by OR
   */
  static List<ForeignToken> read(String query, boolean lines) {
    List<ForeignToken> tokens = new ArrayList<>();
    String[] rows = lines ? query.split("\\R") : new String[] {query};
    List<String> filled = new ArrayList<>();
    for (String row : rows) {
      if (!row.isBlank()) {
        filled.add(row);
      }
    }
    for (int i = 0; i < filled.size(); i++) {
      if (filled.size() == 1) {
        readRow(filled.getFirst(), tokens);
      } else {
        if (i > 0) {
          tokens.add(new ForeignToken("OR", true));
        }
        tokens.add(new ForeignToken("(", true));
        readRow(filled.get(i), tokens);
        tokens.add(new ForeignToken(")", false));
      }
    }
    return tokens;
  }

  private static void readRow(String row, List<ForeignToken> tokens) {
    boolean spaced = true;
    int i = 0;
    while (i < row.length()) {
      char c = row.charAt(i);
      if (Lexer.isBlank(c)) {
        spaced = true;
        i++;
        continue;
      }
      int start = i;
      if (c == '(' || c == ')') {
        i++;
      } else if (c == '-' && spaced) {
        i++;
      } else {
        i = endOfWord(row, i);
      }
      tokens.add(new ForeignToken(row.substring(start, i), spaced));
      spaced = false;
    }
  }

  /** Words and phrases glued together: {@code title:"a b"~3}; a bracket after a field's colon. */
  private static int endOfWord(String row, int from) {
    int i = from;
    while (i < row.length()) {
      char c = row.charAt(i);
      if (c == '"' || c == '“') {
        int close = i + 1;
        while (close < row.length() && "\"”".indexOf(row.charAt(close)) < 0) {
          close++;
        }
        i = Math.min(close + 1, row.length());
      } else if (c == '[') {
        int close = row.indexOf(']', i);
        i = close < 0 ? row.length() : close + 1;
      } else if (c == '(' && i > from && row.charAt(i - 1) == ':') {
        return i + 1;
      } else if (Lexer.isBlank(c) || c == '(' || c == ')') {
        break;
      } else {
        i++;
      }
    }
    return i;
  }

  /** Takes lost conditions away with the operators that joined them. */
  static List<ForeignToken> withoutLost(List<ForeignToken> tokens) {
    List<ForeignToken> kept = new ArrayList<>(tokens);
    boolean changed = true;
    while (changed) {
      changed = false;
      for (int i = 0; i < kept.size(); i++) {
        if (kept.get(i).isLost()) {
          i = takeAway(kept, i);
          changed = true;
        }
      }
    }
    return kept;
  }

  /** Takes one away; where it was all of a bracket, the bracket is lost. */
  private static int takeAway(List<ForeignToken> tokens, int lost) {
    int from = lost;
    int to = lost + 1;
    while (from > 0 && tokens.get(from - 1).isNot()) {
      from--;
    }
    boolean joinedBefore = from > 0 && tokens.get(from - 1).joins();
    boolean joinedAfter = to < tokens.size() && tokens.get(to).joins();
    boolean alone =
        !joinedBefore
            && !joinedAfter
            && from > 0
            && tokens.get(from - 1).isOpen()
            && to < tokens.size()
            && tokens.get(to).isClose();
    if (alone) {
      tokens.subList(from - 1, to + 1).clear();
      tokens.add(from - 1, new ForeignToken(LOST, true));
      return from - 2;
    }
    if (joinedBefore) {
      from--;
    } else if (joinedAfter) {
      to++;
    }
    tokens.subList(from, to).clear();
    return from - 1;
  }

  static String join(List<ForeignToken> tokens) {
    StringBuilder out = new StringBuilder();
    for (ForeignToken token : tokens) {
      if (token.spaced() && !out.isEmpty()) {
        out.append(' ');
      }
      out.append(token.text());
    }
    return out.toString();
  }
}
