package ouidire.core.config;

import java.text.Normalizer;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import ouidire.core.brand.Brand;
import ouidire.core.brand.Site;

/** Reads the brands: a name is enough, the rest has a default. */
final class BrandReader {
  private static final Pattern ID = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?");

  private BrandReader() {}

  /**
   * @param places filled with where each brand's query stands, by brand id
   */
  static List<Brand> brands(Section root, ZoneId zone, Map<String, String> places) {
    List<Brand> all = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (Section in : root.sections("brands")) {
      String name = Values.text(in, "name", "");
      Optional<Overlay.Given> givenId = in.scalar("id");
      Optional<Overlay.Given> query = in.scalar("query");
      Brand brand =
          new Brand(
              givenId.map(Overlay.Given::value).orElse(slug(name)),
              name,
              query.map(Overlay.Given::value).orElse(phrase(name)),
              Values.flag(in, "competitor", false),
              in.scalars("accounts").stream().map(a -> withoutAt(a.value())).toList(),
              sites(in),
              Values.zone(in, "zone", zone));
      in.end();
      if (name.isEmpty()) {
        in.problem("name", in.where(), "missing");
      } else if (!ID.matcher(brand.id()).matches()) {
        in.problem(
            "id", givenId.map(Overlay.Given::where).orElse(in.where()), "brand.id", brand.id());
      } else if (!ids.add(brand.id())) {
        in.problem(
            "id", givenId.map(Overlay.Given::where).orElse(in.where()), "brand.twice", brand.id());
      } else {
        all.add(brand);
        places.put(brand.id(), query.map(Overlay.Given::where).orElse(in.where()));
      }
    }
    return all;
  }

  private static List<Site> sites(Section in) {
    List<Site> sites = new ArrayList<>();
    for (Overlay.Given given : in.scalars("sites")) {
      Site.of(given.value())
          .ifPresentOrElse(
              sites::add, () -> in.problem("sites", given.where(), "brand.site", given.value()));
    }
    return sites;
  }

  /** {@code Crème & Cie} is {@code creme-cie}. */
  static String slug(String name) {
    String plain = Normalizer.normalize(name, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
    String joined =
        plain.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    return joined.length() <= 64 ? joined : joined.substring(0, 64).replaceAll("-$", "");
  }

  private static String phrase(String name) {
    return "\"" + name.replace("\"", "") + "\"";
  }

  private static String withoutAt(String account) {
    return account.startsWith("@") ? account.substring(1) : account;
  }
}
