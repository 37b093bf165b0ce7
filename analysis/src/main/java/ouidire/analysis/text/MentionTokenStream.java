package ouidire.analysis.text;

import java.io.IOException;
import java.io.Reader;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/** The terms of {@link MentionTokens} as Lucene takes them in. */
final class MentionTokenStream extends Tokenizer {
  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
  private final OffsetAttribute offset = addAttribute(OffsetAttribute.class);
  private final PositionIncrementAttribute increment =
      addAttribute(PositionIncrementAttribute.class);
  private final MentionTokens tokens = new MentionTokens();
  private final StringBuilder text = new StringBuilder();
  private final char[] buffer = new char[2048];
  private int next;
  private int position;

  @Override
  public void reset() throws IOException {
    super.reset();
    text.setLength(0);
    readAll(input);
    tokens.read(text.toString());
    next = 0;
    position = -1;
  }

  private void readAll(Reader reader) throws IOException {
    for (int n = reader.read(buffer); n >= 0; n = reader.read(buffer)) {
      text.append(buffer, 0, n);
    }
  }

  @Override
  public boolean incrementToken() {
    if (next == tokens.size()) {
      return false;
    }
    clearAttributes();
    int token = next++;
    char[] target = term.resizeBuffer(MentionTokens.MAX_TERM);
    term.setLength(tokens.copyTerm(token, target));
    offset.setOffset(tokens.start(token), tokens.end(token));
    increment.setPositionIncrement(tokens.position(token) - position);
    position = tokens.position(token);
    return true;
  }

  @Override
  public void end() throws IOException {
    super.end();
    offset.setOffset(text.length(), text.length());
  }
}
