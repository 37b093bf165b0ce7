package ouidire.analysis.match;

import ouidire.analysis.text.MentionTokens;

/** A token's term as characters, without a string of its own. */
final class TermView implements CharSequence {
  private MentionTokens tokens = new MentionTokens();
  private int token;

  TermView at(MentionTokens read, int index) {
    tokens = read;
    token = index;
    return this;
  }

  @Override
  public int length() {
    return tokens.termLength(token);
  }

  @Override
  public char charAt(int index) {
    return tokens.termChar(token, index);
  }

  @Override
  public CharSequence subSequence(int start, int end) {
    return toString().subSequence(start, end);
  }

  @Override
  public String toString() {
    return tokens.term(token);
  }
}
