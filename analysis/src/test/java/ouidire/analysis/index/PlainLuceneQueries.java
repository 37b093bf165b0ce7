package ouidire.analysis.index;

import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import ouidire.analysis.text.Folding;
import ouidire.core.history.PlainQueries;

/** {@link PlainQueries} for Lucene. */
final class PlainLuceneQueries {
  private PlainLuceneQueries() {}

  static Query compile(String query) {
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    for (String word : PlainQueries.words(query)) {
      String term = Folding.fold(word);
      all.add(
          new BooleanQuery.Builder()
              .add(new TermQuery(new Term(Fields.TITLE, term)), Occur.SHOULD)
              .add(new TermQuery(new Term(Fields.TEXT, term)), Occur.SHOULD)
              .build(),
          Occur.MUST);
    }
    return all.build();
  }
}
