package ouidire.analysis.query;

import java.util.List;
import ouidire.analysis.text.MentionTokens;
import ouidire.analysis.text.RawText;
import ouidire.analysis.text.TokenKind;

/** Where leaves stand in one title or text, found by looking at each of its terms. */
final class TokenOccurrences implements Occurrences {
  private final MentionTokens tokens;
  private final String text;
  private final List<Place> leaves;

  TokenOccurrences(MentionTokens tokens, String text, List<Place> leaves) {
    this.tokens = tokens;
    this.text = text;
    this.leaves = leaves;
  }

  MentionTokens tokens() {
    return tokens;
  }

  @Override
  public SpanList of(int leaf) {
    Place place = leaves.get(leaf);
    if (place instanceof Place.Raw raw) {
      return raw(raw);
    }
    SpanList found = new SpanList();
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.kind(i) != TokenKind.SENTENCE_END && stands(place, i)) {
        found.add(tokens.position(i), tokens.position(i));
      }
    }
    return found.sort();
  }

  /** Whether a term is one of the leaves, or may be part of one. */
  boolean cited(int token) {
    if (tokens.kind(token) == TokenKind.SENTENCE_END) {
      return false;
    }
    for (Place leaf : leaves) {
      if (leaf instanceof Place.Raw || stands(leaf, token)) {
        return true;
      }
    }
    return false;
  }

  private boolean stands(Place leaf, int token) {
    return switch (leaf) {
      case Place.Term term -> tokens.termEquals(token, term.term());
      case Place.Glob glob -> Globs.matches(glob.pattern(), tokens.term(token));
      case Place.Stem stem ->
          tokens.kind(token) == TokenKind.WORD && Stems.of(tokens.term(token)).equals(stem.stem());
      default -> throw new IllegalArgumentException("no leaf: " + leaf.getClass());
    };
  }

  private SpanList raw(Place.Raw raw) {
    SpanList found = new SpanList();
    for (String term : raw.terms()) {
      if (!contains(term)) {
        return found;
      }
    }
    RawText.find(raw.text(), text, tokens, found::add);
    return found.sort();
  }

  private boolean contains(String term) {
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.termEquals(i, term)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public SpanList sentenceEnds() {
    SpanList ends = new SpanList();
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.kind(i) == TokenKind.SENTENCE_END) {
        ends.add(tokens.position(i), tokens.position(i));
      }
    }
    return ends;
  }
}
