package ouidire.core.alert;

import java.util.Collection;
import java.util.List;
import ouidire.core.brand.Brand;
import ouidire.core.brand.BrandCatalogue;
import ouidire.core.words.Wording;

/**
 * Refuses ids of brands that do not exist: a rule for one that is misspelt would never fire, a
 * campaign would explain nothing, a route would be passed over, and nobody would be told.
 */
public final class KnownBrands {
  private static final int MOST_NAMED = 20;

  private final BrandCatalogue brands;

  public KnownBrands(BrandCatalogue brands) {
    this.brands = brands;
  }

  /**
   * Looks through a document.
   *
   * @throws InvalidDocumentException naming the key, the id, and the brands there are
   */
  public void requireIn(Object document) {
    switch (document) {
      case AlertRule rule -> require("brands", rule.brands());
      case Campaign campaign -> require("brands", campaign.brands().stream().sorted().toList());
      case AlertDocument.RouteTree tree -> routes("routes", tree.routes());
      default -> {}
    }
  }

  private void routes(String path, List<Route> routes) {
    for (int i = 0; i < routes.size(); i++) {
      Route route = routes.get(i);
      require(path + "[" + i + "].brands", route.brands().stream().sorted().toList());
      routes(path + "[" + i + "].branches", route.branches());
    }
  }

  private void require(String key, List<String> ids) {
    for (int i = 0; i < ids.size(); i++) {
      require(key + "[" + i + "]", ids.get(i));
    }
  }

  /** One id, that stands under a key. */
  public void require(String key, String id) {
    Collection<Brand> all = brands.brands();
    List<String> known = all.stream().map(Brand::id).sorted().toList();
    if (!known.contains(id)) {
      String some = String.join(", ", known.subList(0, Math.min(known.size(), MOST_NAMED)));
      throw new InvalidDocumentException(
          key,
          id,
          new Wording(
              "aucune marque n’a cet identifiant ; donnez-en un qui existe : " + some,
              "no brand has this id; give one that exists: " + some));
    }
  }

  /** The id of a brand that people name by its id or its name, in any case; else as given. */
  public String idOf(String named) {
    return brands.brands().stream()
        .filter(brand -> brand.id().equals(named) || brand.name().equalsIgnoreCase(named))
        .map(Brand::id)
        .findFirst()
        .orElse(named);
  }
}
