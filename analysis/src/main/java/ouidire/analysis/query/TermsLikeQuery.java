package ouidire.analysis.query;

import java.io.IOException;
import java.util.Objects;
import java.util.function.Predicate;
import org.apache.lucene.index.FilteredTermsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.MultiTermQuery;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.util.AttributeSource;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;

/** Documents with a term of a field that begins so and passes a test. */
final class TermsLikeQuery extends MultiTermQuery {
  private final BytesRef prefix;
  private final String name;
  private final Predicate<String> test;

  /**
   * @param prefix what every such term begins with
   * @param name of the test, by which queries are told apart
   */
  TermsLikeQuery(String field, String prefix, String name, Predicate<String> test) {
    super(field, MultiTermQuery.CONSTANT_SCORE_REWRITE);
    this.prefix = new BytesRef(prefix);
    this.name = name;
    this.test = test;
  }

  /** The terms of a leaf that is not one term. */
  static TermsLikeQuery of(String field, Place leaf) {
    return switch (leaf) {
      case Place.Glob(String pattern, String _) ->
          new TermsLikeQuery(
              field, Globs.prefix(pattern), pattern, term -> Globs.matches(pattern, term));
      case Place.Stem(String stem, String _) ->
          new TermsLikeQuery(
              field,
              Stems.prefix(stem),
              "stem " + stem,
              term ->
                  Character.isLetterOrDigit(term.codePointAt(0)) && Stems.of(term).equals(stem));
      default -> throw new IllegalArgumentException("one term: " + leaf.getClass());
    };
  }

  /** The terms there are. */
  TermsEnum terms(Terms terms) throws IOException {
    return new Matching(terms.iterator(), prefix, test);
  }

  @Override
  protected TermsEnum getTermsEnum(Terms terms, AttributeSource attributes) throws IOException {
    return terms(terms);
  }

  @Override
  public void visit(QueryVisitor visitor) {
    if (visitor.acceptField(field)) {
      visitor.visitLeaf(this);
    }
  }

  @Override
  public String toString(String defaultField) {
    return field + ":like(" + name + ")";
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TermsLikeQuery that
        && field.equals(that.field)
        && name.equals(that.name)
        && prefix.equals(that.prefix);
  }

  @Override
  public int hashCode() {
    return Objects.hash(field, name);
  }

  private static final class Matching extends FilteredTermsEnum {
    private final BytesRef prefix;
    private final Predicate<String> test;

    Matching(TermsEnum terms, BytesRef prefix, Predicate<String> test) {
      super(terms);
      this.prefix = prefix;
      this.test = test;
      setInitialSeekTerm(prefix);
    }

    @Override
    protected AcceptStatus accept(BytesRef term) {
      if (!StringHelper.startsWith(term, prefix)) {
        return AcceptStatus.END;
      }
      return test.test(term.utf8ToString()) ? AcceptStatus.YES : AcceptStatus.NO;
    }
  }
}
