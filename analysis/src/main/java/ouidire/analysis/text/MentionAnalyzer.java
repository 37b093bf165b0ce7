package ouidire.analysis.text;

import org.apache.lucene.analysis.Analyzer;

/**
 * Gives Lucene the terms of {@link MentionTokens} for the fields {@code title} and {@code text}:
 * whoever indexes them with it finds by queries what the live matcher finds.
 */
public final class MentionAnalyzer extends Analyzer {
  @Override
  protected TokenStreamComponents createComponents(String fieldName) {
    return new TokenStreamComponents(new MentionTokenStream());
  }
}
