package ouidire.analysis.index;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.AnalyzerWrapper;
import org.apache.lucene.analysis.fr.FrenchLightStemFilter;
import ouidire.analysis.text.MentionAnalyzer;

/**
 * Reads title and text as queries do, and {@link Fields#STEM} in French stems of the same terms.
 */
final class MentionFieldsAnalyzer extends AnalyzerWrapper {
  private final Analyzer terms = new MentionAnalyzer();

  MentionFieldsAnalyzer() {
    super(PER_FIELD_REUSE_STRATEGY);
  }

  @Override
  protected Analyzer getWrappedAnalyzer(String fieldName) {
    return terms;
  }

  @Override
  protected TokenStreamComponents wrapComponents(
      String fieldName, TokenStreamComponents components) {
    return fieldName.equals(Fields.STEM)
        ? new TokenStreamComponents(
            components.getSource(), new FrenchLightStemFilter(components.getTokenStream()))
        : components;
  }
}
