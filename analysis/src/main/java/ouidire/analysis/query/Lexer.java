package ouidire.analysis.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import ouidire.analysis.query.Token.Kind;

/** Cuts a query's text into {@link Token}s. One pass. */
final class Lexer {
  private static final Set<String> LOWER_CASE_OPERATORS =
      Set.of("and", "or", "not", "et", "ou", "sauf");

  private final String text;
  private final List<Token> tokens = new ArrayList<>();
  private final List<QueryWarning> warnings;
  private int at;

  private Lexer(String text, List<QueryWarning> warnings) {
    this.text = text;
    this.warnings = warnings;
  }

  /** The tokens of a text, an {@link Kind#END} last. */
  static List<Token> read(String text, List<QueryWarning> warnings) {
    return new Lexer(text, warnings).all();
  }

  private List<Token> all() {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t') {
        throw WritingErrors.controlCharacter(i, c);
      }
    }
    while (skipBlanks()) {
      next();
    }
    add(Kind.END, "", -1, text.length());
    return tokens;
  }

  private boolean skipBlanks() {
    while (at < text.length()) {
      if (isBlank(text.charAt(at))) {
        at++;
      } else if (text.startsWith("/*", at)) {
        int end = text.indexOf("*/", at + 2);
        if (end < 0) {
          throw WritingErrors.unclosedComment(at);
        }
        at = end + 2;
      } else {
        return true;
      }
    }
    return false;
  }

  private void next() {
    char c = text.charAt(at);
    if (c == '(') {
      add(Kind.OPEN, "(", -1, at++);
    } else if (c == ')') {
      add(Kind.CLOSE, ")", -1, at++);
    } else if (closing(c) != 0) {
      phrase();
    } else if (c == '[' && afterField()) {
      range();
    } else if (c == '-' && at + 1 < text.length() && beginsOperand(text.charAt(at + 1))) {
      add(Kind.MINUS, "-", -1, at++);
    } else {
      word();
    }
  }

  private boolean afterField() {
    return !tokens.isEmpty() && tokens.getLast().is(Kind.FIELD);
  }

  private static boolean beginsOperand(char c) {
    return !isBlank(c) && c != ')' && c != '-';
  }

  /** The mark that closes a quotation begun by this one; 0 when it begins none. */
  private static char closing(char c) {
    return switch (c) {
      case '"', '”' -> '"';
      case '“', '„' -> '”';
      case '«' -> '»';
      default -> 0;
    };
  }

  private static boolean closes(char c, char wanted) {
    return c == wanted || (wanted != '»' && (c == '"' || c == '”' || c == '“'));
  }

  private void phrase() {
    int start = at;
    char wanted = closing(text.charAt(at));
    int end = at + 1;
    while (end < text.length() && !closes(text.charAt(end), wanted)) {
      end++;
    }
    if (end == text.length()) {
      throw WritingErrors.unclosedQuote(start, text.charAt(start));
    }
    String inside = text.substring(start + 1, end);
    at = end + 1;
    int words = -1;
    if (at < text.length() && text.charAt(at) == '~') {
      int digits = at + 1;
      at = digits;
      while (at < text.length() && isDigit(text.charAt(at))) {
        at++;
      }
      words = Numbers.words(text.substring(digits, at), digits, "~");
    }
    add(Kind.PHRASE, inside, words, start);
  }

  private void range() {
    int end = text.indexOf(']', at);
    if (end < 0) {
      throw WritingErrors.unclosedRange(at);
    }
    add(Kind.RANGE, text.substring(at + 1, end), -1, at);
    at = end + 1;
  }

  private void word() {
    int start = at;
    boolean value = afterField();
    while (at < text.length() && !endsWord(text.charAt(at))) {
      if (!value && text.charAt(at) == ':' && field(start)) {
        return;
      }
      at++;
    }
    String word = text.substring(start, at);
    if (value) {
      add(Kind.WORD, word, -1, start);
    } else {
      operatorOrWord(word, start);
    }
  }

  private static boolean endsWord(char c) {
    return isBlank(c) || c == '(' || c == ')' || c == '»' || closing(c) != 0;
  }

  /** At a colon: whether a field's name stands before it. */
  private boolean field(int start) {
    String name = text.substring(start, at);
    if (name.isEmpty() || !isName(name)) {
      return false;
    }
    if (text.startsWith("//", at + 1)) {
      throw TermErrors.addressAsWord(start);
    }
    String field = FieldNames.canonical(name);
    if (field == null) {
      throw TermErrors.unknownField(start, name);
    }
    at++;
    if (at == text.length() || isBlank(text.charAt(at)) || text.charAt(at) == ')') {
      throw WritingErrors.spaceAfterField(at, name);
    }
    add(Kind.FIELD, field, -1, start);
    return true;
  }

  private static boolean isName(String name) {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (!Character.isLetter(c) && c != '_') {
        return false;
      }
    }
    return true;
  }

  private void operatorOrWord(String word, int start) {
    switch (word) {
      case "AND", "ET" -> add(Kind.AND, word, -1, start);
      case "OR", "OU" -> add(Kind.OR, word, -1, start);
      case "NOT", "SAUF" -> add(Kind.NOT, word, -1, start);
      case "SENTENCE" -> add(Kind.SENTENCE, word, -1, start);
      case "NEAR", "ONEAR", "PROCHE", "SUIVI" -> throw OperatorErrors.bareNear(start, word);
      case "ATLEAST" -> throw OperatorErrors.bareAtLeast(start);
      default -> numbered(word, start);
    }
  }

  private void numbered(String word, int start) {
    int slash = word.indexOf('/');
    String name = slash < 0 ? "" : word.substring(0, slash);
    String digits = word.substring(slash + 1);
    switch (name) {
      case "NEAR" -> {
        boolean forward = digits.endsWith("f");
        String number = forward ? digits.substring(0, digits.length() - 1) : digits;
        int words = Numbers.words(number, start, name + "/");
        add(forward ? Kind.ONEAR : Kind.NEAR, word, words, start);
      }
      case "PROCHE" -> add(Kind.NEAR, word, Numbers.words(digits, start, name + "/"), start);
      case "ONEAR", "SUIVI" ->
          add(Kind.ONEAR, word, Numbers.words(digits, start, name + "/"), start);
      case "ATLEAST" -> add(Kind.ATLEAST, word, Numbers.times(digits, start), start);
      default -> {
        if (LOWER_CASE_OPERATORS.contains(word)) {
          warnings.add(QueryWarnings.lowerCaseOperator(start, word));
        }
        add(Kind.WORD, word, -1, start);
      }
    }
  }

  private void add(Kind kind, String value, int number, int position) {
    if (tokens.size() == QueryLimits.MAX_TOKENS) {
      throw SizeErrors.tooManyClauses(position);
    }
    tokens.add(new Token(kind, value, number, position));
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  static boolean isBlank(char c) {
    return Character.isWhitespace(c) || c == '\u00A0' || c == '\u202F' || c == '\u2007';
  }
}
