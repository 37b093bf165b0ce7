package ouidire.deploy.app;

import java.util.Locale;
import ouidire.analysis.query.QueryException;
import ouidire.core.brand.Brand;

/** A brand's query that does not parse: whose, where, what was found, the remedy. */
public final class BrandQueryException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;
  private final transient Brand brand;
  private final transient QueryException problem;
  private final String where;

  BrandQueryException(Brand brand, String where, QueryException problem) {
    super(where + ": query of " + brand.id() + ": " + problem.getMessage(), problem);
    this.where = where;
    this.brand = brand;
    this.problem = problem;
  }

  public String text(Locale locale) {
    boolean french = Locale.FRENCH.getLanguage().equals(locale.getLanguage());
    return (where.isEmpty() ? "" : where + (french ? " : " : ": "))
        + (french ? "la requête de la marque " : "the query of the brand ")
        + brand.id()
        + (french ? " ne se lit pas : " : " cannot be read: ")
        + brand.query()
        + "\n"
        + (french ? problem.text().fr() : problem.text().en());
  }
}
