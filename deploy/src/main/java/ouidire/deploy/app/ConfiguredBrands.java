package ouidire.deploy.app;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import ouidire.analysis.query.KnownLists;
import ouidire.analysis.query.ParsedQuery;
import ouidire.analysis.query.QueryException;
import ouidire.analysis.query.QueryParser;
import ouidire.analysis.query.Stage;
import ouidire.core.brand.Brand;
import ouidire.core.brand.BrandCatalogue;

/** The brands of the configuration, and their queries read. */
final class ConfiguredBrands implements BrandCatalogue {
  private final List<Brand> brands;

  ConfiguredBrands(List<Brand> brands) {
    this.brands = List.copyOf(brands);
  }

  @Override
  public List<Brand> brands() {
    return brands;
  }

  /**
   * Each brand's query, by the brand's id.
   *
   * @throws BrandQueryException for the first that does not parse
   */
  Map<String, ParsedQuery> queries() {
    Map<String, ParsedQuery> all = new LinkedHashMap<>();
    for (Brand brand : brands) {
      try {
        all.put(
            brand.id(),
            new QueryParser(brand.zone(), KnownLists.NONE).parse(brand.query(), Stage.COLLECT));
      } catch (QueryException e) {
        throw new BrandQueryException(brand, e);
      }
    }
    return all;
  }
}
