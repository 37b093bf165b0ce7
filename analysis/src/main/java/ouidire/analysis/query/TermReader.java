package ouidire.analysis.query;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import ouidire.analysis.text.MentionTokens;
import ouidire.analysis.text.TokenKind;

/** Reads the words of a query as the words of a mention are read. */
final class TermReader {
  /** Letters that stand for {@code *} and {@code ?} while words are cut; nobody writes them. */
  private static final char STAR = '\uA4D0';

  private static final char ONE = '\uA4D1';

  private final List<QueryWarning> warnings;
  private final MentionTokens tokens = new MentionTokens();

  TermReader(List<QueryWarning> warnings) {
    this.warnings = warnings;
  }

  /** A bare word: a term, a pattern, or a compound as the phrase of its parts. */
  Place word(String written, int position) {
    if (written.indexOf('~') > 0) {
      throw TermErrors.unsupported(
          position,
          written,
          "la recherche approchée (~) n'existe pas ici : écrivez les variantes reliées par OR, ou"
              + " stem:",
          "fuzzy search (~) does not exist here: write the variants joined by OR, or stem:");
    }
    List<Place> parts = places(written, position, true);
    return parts.size() == 1 ? parts.getFirst() : new Place.Phrase(parts, written, false);
  }

  /** The inside of quotation marks. */
  Place phrase(String written, int position) {
    List<Place> parts = places(written, position, false);
    return new Place.Phrase(parts, clean(written), true);
  }

  /** The inside of quotation marks, and words between. */
  Place within(String written, int words, int position) {
    List<Place> parts = places(written, position, false);
    return new Place.Within(parts, words, clean(written));
  }

  private static String clean(String written) {
    return String.join(" ", written.strip().split("\\s+"));
  }

  /** The particular term of each place. */
  private List<Place> places(String written, int position, boolean alone) {
    if (written.length() > QueryLimits.MAX_OPERAND) {
      throw TermErrors.longPhrase(position);
    }
    String marked = marked(written, alone);
    tokens.read(marked);
    List<Place> parts = new ArrayList<>();
    int last = -1;
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.kind(i) == TokenKind.SENTENCE_END || tokens.position(i) == last) {
        continue;
      }
      boolean partOfTag =
          last >= 0
              && tokens.kind(i) != TokenKind.EMOJI
              && tokens.position(i) / MentionTokens.PLACE == last / MentionTokens.PLACE;
      if (partOfTag) {
        continue;
      }
      last = tokens.position(i);
      parts.add(part(tokens.term(i), written, marked, i, position));
    }
    if (parts.isEmpty()) {
      throw TermErrors.noWord(position, written);
    }
    if (parts.size() > QueryLimits.MAX_PHRASE) {
      throw TermErrors.longPhrase(position);
    }
    if (alone && parts.size() == 1 && tokens.kind(0) == TokenKind.ELIDED) {
      warnings.add(QueryWarnings.elided(position, written, bare(written)));
    }
    return parts;
  }

  /** The text with letters in place of wildcards; in a phrase a lone {@code ?} is punctuation. */
  private static String marked(String written, boolean alone) {
    char[] out = written.replace('*', STAR).toCharArray();
    for (int i = 0; i < out.length; i++) {
      boolean lone =
          !alone
              && (i == 0 || !Character.isLetterOrDigit(out[i - 1]))
              && (i + 1 == out.length || !Character.isLetterOrDigit(out[i + 1]));
      if (out[i] == '?') {
        out[i] = lone ? ' ' : ONE;
      }
    }
    return new String(out);
  }

  /** The word without its article, as it was written. */
  private String bare(String written) {
    int token = 0;
    while (tokens.kind(token) == TokenKind.ELIDED) {
      token++;
    }
    return written.substring(tokens.start(token), tokens.end(token));
  }

  private Place part(String term, String written, String marked, int token, int position) {
    String own = written.substring(tokens.start(token), tokens.end(token));
    if (marked.indexOf(STAR) < 0 && marked.indexOf(ONE) < 0) {
      return new Place.Term(term, own);
    }
    String pattern = term.replace(STAR, '*').replace(ONE, '?');
    if (pattern.equals(term)) {
      return new Place.Term(term, own);
    }
    check(pattern, own, position);
    if (own.endsWith("?")) {
      warnings.add(QueryWarnings.trailingQuestion(position, own));
    }
    return new Place.Glob(pattern, own);
  }

  /** The rules for wildcards: letters enough before {@code *}, one at least beside {@code ?}. */
  static void check(String pattern, String written, int position) {
    int star = pattern.indexOf('*');
    int before = 0;
    int letters = 0;
    int wildcards = 0;
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      if (c == '*' || c == '?') {
        wildcards++;
      } else if (Character.isLetterOrDigit(c)) {
        letters++;
        before += star < 0 || i < star ? 1 : 0;
      }
    }
    if (star >= 0 && before < QueryLimits.MIN_PREFIX) {
      throw TermErrors.shortPrefix(position, written);
    }
    if (letters == 0 || wildcards > QueryLimits.MAX_WILDCARDS) {
      throw TermErrors.onlyWildcards(position, written);
    }
  }

  /** A word for its stem. */
  Place stem(String written, int position) {
    List<Place> parts = places(written, position, false);
    if (parts.size() != 1
        || !(parts.getFirst() instanceof Place.Term(String term, String own))
        || !Character.isLetterOrDigit(term.codePointAt(0))) {
      throw TermErrors.badValue(
          position,
          "stem",
          written,
          "un seul mot sans joker",
          "one word without wildcard",
          "stem:boycott");
    }
    return new Place.Stem(Stems.of(term), own);
  }

  /** Exact characters. */
  Place raw(String written, int position) {
    if (written.length() > QueryLimits.MAX_OPERAND) {
      throw TermErrors.longPhrase(position);
    }
    String text = Normalizer.normalize(written, Normalizer.Form.NFC).replace('\u00A0', ' ').strip();
    tokens.read(text);
    List<String> terms = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.kind(i) == TokenKind.SENTENCE_END
          || (i > 0 && tokens.position(i) == tokens.position(i - 1))) {
        continue;
      }
      terms.add(tokens.term(i));
    }
    if (terms.isEmpty()) {
      throw TermErrors.noWord(position, written);
    }
    return new Place.Raw(text, terms);
  }
}
