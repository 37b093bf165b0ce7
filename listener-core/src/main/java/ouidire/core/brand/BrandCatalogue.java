package ouidire.core.brand;

import java.util.List;

/** The brands being watched, now. Whoever needs them asks again rather than keeping a copy. */
public interface BrandCatalogue {
  /**
   * In the order that people gave them. A new list instance whenever anything changed, the same one
   * otherwise.
   */
  List<Brand> brands();
}
