package ouidire.deploy.app;

import java.util.Locale;
import ouidire.analysis.query.QueryException;
import ouidire.core.brand.Brand;

/** A brand's query that does not parse: whose, where, what was found, the remedy. */
public final class BrandQueryException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;
  private final transient Brand brand;
  private final transient QueryException problem;

  BrandQueryException(Brand brand, QueryException problem) {
    super("brands: query of " + brand.id() + ": " + problem.getMessage(), problem);
    this.brand = brand;
    this.problem = problem;
  }

  public String text(Locale locale) {
    boolean french = Locale.FRENCH.getLanguage().equals(locale.getLanguage());
    return "brands, "
        + brand.id()
        + ", query: "
        + brand.query()
        + "\n"
        + (french ? problem.text().fr() : problem.text().en());
  }
}
