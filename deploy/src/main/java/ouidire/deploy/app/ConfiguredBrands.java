package ouidire.deploy.app;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import ouidire.analysis.query.KnownLists;
import ouidire.analysis.query.MemberList;
import ouidire.analysis.query.QueryException;
import ouidire.analysis.query.QueryParser;
import ouidire.analysis.query.Stage;
import ouidire.core.brand.Brand;

/** The brands of the configuration, read before anything starts. */
final class ConfiguredBrands {
  /** Lists are known only once the settings are read: here any name stands for one. */
  private static final KnownLists ANY =
      new KnownLists() {
        private final MemberList somebody = new MemberList(Set.of("x"), Set.of());

        @Override
        public Optional<MemberList> list(String name) {
          return Optional.of(somebody);
        }

        @Override
        public Optional<MemberList> authorClass(String name) {
          return Optional.of(somebody);
        }
      };

  private ConfiguredBrands() {}

  /**
   * Better told now than after everything else has begun.
   *
   * @param places where each brand's query stands, by the brand's id
   * @throws BrandQueryException for the first whose query does not parse
   */
  static void requireQueries(List<Brand> brands, Map<String, String> places) {
    for (Brand brand : brands) {
      try {
        new QueryParser(brand.zone(), ANY).parse(brand.query(), Stage.COLLECT);
      } catch (QueryException e) {
        throw new BrandQueryException(brand, places.getOrDefault(brand.id(), ""), e);
      }
    }
  }
}
