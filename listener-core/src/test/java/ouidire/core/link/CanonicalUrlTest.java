package ouidire.core.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ouidire.core.brand.Site;

class CanonicalUrlTest {
  @ParameterizedTest
  @CsvSource({
    "HTTP://Nordika.Example/A, http://nordika.example/A",
    "https://nordika.example, https://nordika.example/",
    "https://nordika.example:443/a, https://nordika.example/a",
    "http://nordika.example:80/a, http://nordika.example/a",
    "http://nordika.example:443/a, http://nordika.example:443/a",
    "https://nordika.example/a#avis, https://nordika.example/a",
    "https://nordika.example/%7Eanne/%c3%a9, https://nordika.example/~anne/%C3%A9",
    "https://nordika.example/é, https://nordika.example/%C3%A9",
    "https://érable.example/, https://xn--rable-9ra.example/",
    "https://nordika.example/a/./b/../c, https://nordika.example/a/c",
    "https://nordika.example/../../a, https://nordika.example/a",
    "https://nordika.example/a/b/.., https://nordika.example/a/",
    "https://nordika.example/a.b/.c, https://nordika.example/a.b/.c",
    "https://nordika.example/a?b=2&a=1, https://nordika.example/a?a=1&b=2",
    "https://nordika.example/a?b=2&a=9&b=1, https://nordika.example/a?a=9&b=2&b=1",
    "https://nordika.example/a?utm_source=x&UTM_Medium=y&id=7, https://nordika.example/a?id=7",
    "https://nordika.example/a?fbclid=Iw&gclid=1&mc_eid=2&xtor=RSS-1, https://nordika.example/a",
    "https://nordika.example/a?, https://nordika.example/a",
    "https://nordika.example/a?&&b, https://nordika.example/a?b",
    "https://nordika.example/a?u=%3d%2f, https://nordika.example/a?u=%3D%2F",
  })
  void oneFormOfMany(String written, String canonical) {
    assertThat(CanonicalUrl.of(written)).map(CanonicalUrl::toString).contains(canonical);
    assertThat(CanonicalUrl.of(canonical)).map(CanonicalUrl::toString).contains(canonical);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "nordika.example/a",
        "mailto:a@nordika.example",
        "javascript:alert(1)",
        "ftp://nordika.example/",
        "https://moi:secret@nordika.example/",
        "https:///a",
        "https://0x7f.1/",
        "https://a b/"
      })
  void whatIsNoAddressOfAPageHasNone(String written) {
    assertThat(CanonicalUrl.of(written)).isEmpty();
  }

  @Test
  void schemeWwwAndLastSlashAreOneKey() {
    for (String same :
        List.of(
            "http://nordika.example/fr",
            "https://www.nordika.example/fr/",
            "https://nordika.example:443/fr#haut")) {
      assertThat(CanonicalUrl.of(same).orElseThrow().key()).isEqualTo("nordika.example/fr");
    }
    assertThat(CanonicalUrl.of("https://nordika.example/fr?p=2").orElseThrow().key())
        .isNotEqualTo("nordika.example/fr");
    assertThat(CanonicalUrl.of("http://nordika.example:8080/fr").orElseThrow().key())
        .isEqualTo("nordika.example:8080/fr");
  }

  @Test
  void aSiteIsItsHostAndAllBelowItOrAPartOfIt() {
    List<Site> sites =
        List.of(
            Site.of("https://www.Nordika.example/").orElseThrow(),
            Site.of("reseau.example/nordika").orElseThrow());
    assertThat(on(sites, "https://nordika.example/a")).isTrue();
    assertThat(on(sites, "https://boutique.nordika.example/a")).isTrue();
    assertThat(on(sites, "https://reseau.example/nordika")).isTrue();
    assertThat(on(sites, "https://reseau.example/nordika/avis?p=1")).isTrue();
    assertThat(on(sites, "https://reseau.example/nordika-fans")).isFalse();
    assertThat(on(sites, "https://reseau.example/")).isFalse();
    assertThat(on(sites, "https://faux-nordika.example/")).isFalse();
    assertThat(on(sites, "https://nordika.example.voleur.example/")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "nordika", "deux mots.example", "https://", "a@b.example", "*.example"})
  void whatIsNoSiteIsRefused(String written) {
    assertThat(Site.of(written)).isEmpty();
  }

  private static boolean on(List<Site> sites, String url) {
    return CanonicalUrl.of(url).orElseThrow().isOn(sites);
  }
}
