package ouidire.core.brand;

import java.util.List;

/** The brands being watched and how they stand, now. */
public interface BrandDirectory {
  /** In the order of {@link BrandCatalogue#brands()}. */
  List<BrandState> states();
}
