package ouidire.deploy.app;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import ouidire.analysis.query.KnownLists;
import ouidire.analysis.query.MemberList;
import ouidire.analysis.text.Folding;
import ouidire.core.brand.Brand;
import ouidire.core.brand.BrandJson;
import ouidire.core.settings.Setting;
import ouidire.core.settings.SettingsStore;

/**
 * The lists that people keep in the interface, by id or by name: {@code
 * {"name","class","authors":[],"sites":[]}}. Lists of one class together are that class; official
 * authors are our own brands' accounts as well.
 */
final class SettingsLists implements KnownLists {
  /** The kind of setting that lists are. */
  static final String KIND = "list";

  private final SettingsStore settings;
  private final List<Brand> configured;

  SettingsLists(SettingsStore settings, List<Brand> configured) {
    this.settings = settings;
    this.configured = List.copyOf(configured);
  }

  @Override
  public Optional<MemberList> list(String name) {
    String folded = Folding.fold(name);
    return settings.list(KIND).stream()
        .filter(
            list ->
                Folding.fold(list.id()).equals(folded)
                    || Folding.fold(list.value().path("name").asText("")).equals(folded))
        .findFirst()
        .map(list -> new MemberList(texts(list, "authors"), texts(list, "sites")));
  }

  @Override
  public Optional<MemberList> authorClass(String name) {
    Set<String> authors = new HashSet<>();
    Set<String> sites = new HashSet<>();
    if (name.equals("official")) {
      authors.addAll(accounts());
    }
    for (Setting list : settings.list(KIND)) {
      if (list.value().path("class").asText("").equals(name)) {
        authors.addAll(texts(list, "authors"));
        sites.addAll(texts(list, "sites"));
      }
    }
    return authors.isEmpty() && sites.isEmpty()
        ? Optional.empty()
        : Optional.of(new MemberList(authors, sites));
  }

  /** Of our own brands, as they are now. */
  private Set<String> accounts() {
    Map<String, Set<String>> byBrand = new HashMap<>();
    configured.stream()
        .filter(brand -> !brand.competitor())
        .forEach(brand -> byBrand.put(brand.id(), Set.copyOf(brand.accounts())));
    for (Setting brand : settings.list(BrandJson.KIND)) {
      boolean competitor = brand.value().path("competitor").asBoolean(false);
      byBrand.put(brand.id(), competitor ? Set.of() : texts(brand, "accounts"));
    }
    Set<String> all = new HashSet<>();
    byBrand.values().forEach(all::addAll);
    return all;
  }

  private static Set<String> texts(Setting list, String field) {
    Set<String> all = new HashSet<>();
    for (JsonNode one : list.value().path(field)) {
      all.add(one.asText());
    }
    return all;
  }
}
