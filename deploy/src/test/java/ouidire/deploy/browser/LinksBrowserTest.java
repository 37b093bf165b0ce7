package ouidire.deploy.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FilePayload;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import ouidire.core.brand.Brand;
import ouidire.core.brand.Site;
import ouidire.core.history.InMemoryMentionHistory;
import ouidire.core.history.SampleMention;
import ouidire.core.link.CanonicalUrl;
import ouidire.core.link.PageCheck;
import ouidire.core.mention.ToneLabel;

/** The page of links of a brand, in the system's Chromium. */
class LinksBrowserTest extends BrowserTest {
  @Override
  List<Brand> brands() {
    return List.of(
        TwinService.BRANDS.getFirst().withSites(List.of(new Site("erabelle.example", 0, ""))),
        TwinService.BRANDS.getLast());
  }

  @Override
  void say(InMemoryMentionHistory history) {
    for (int i = 0; i < 3; i++) {
      history.add(
          SampleMention.of("b" + i)
              .at(NOW.minusSeconds(86_400L * (i + 1)))
              .url("https://blogue.example/billet-" + i)
              .text("Érabelle rappelle sa crème")
              .brand("erabelle", ToneLabel.NEGATIVE)
              .links("https://www.erabelle.example/rappel?utm_source=b" + i)
              .build());
    }
    history.add(
        SampleMention.of("g")
            .at(NOW.minusSeconds(3_600))
            .url("https://gazette.example/une")
            .text("Le rappel du jour")
            .links("https://erabelle.example/rappel", "https://erabelle.example/heure-juste")
            .build(),
        SampleMention.of("autre")
            .at(NOW.minusSeconds(3_600))
            .url("https://gazette.example/deux")
            .links("https://ailleurs.example/")
            .build());
  }

  private Locator row(String name) {
    return visit.find(".link-table tbody tr", name).first();
  }

  @Test
  void theBrandsPageLeadsToWhoLinksAndEachNumberOpensItsMentions() {
    visit.open("/marque/erabelle?period=30d");
    visit.find(".links-link").click();
    visit.settled();
    assertThat(visit.find("h1")).hasText("Liens vers Érabelle");
    assertThat(visit.find(".figure").first()).containsText("4");
    assertThat(row("blogue.example").locator("td").first()).hasText("3");
    assertThat(row("gazette.example").locator("td").first()).hasText("1");
    assertThat(row("erabelle.example/rappel").locator("td").first()).hasText("4");
    for (String name : List.of("blogue.example", "gazette.example", "erabelle.example/rappel")) {
      visit.open("/marque/erabelle/liens?period=30d");
      Locator number = row(name).locator("td a.count");
      String said = number.innerText();
      number.click();
      visit.settled();
      assertThat(visit.find("main .mention")).hasCount(Integer.parseInt(said));
    }
    assertThat(visit.complaints).isEmpty();
  }

  @Test
  void newAndLostLinksAreListedAndOpenTheirMention() {
    CanonicalUrl page = CanonicalUrl.of("https://gazette.example/une").orElseThrow();
    service.links.book.keepCheck(
        page.key(),
        _ ->
            new PageCheck(
                page.toString(),
                NOW.minusSeconds(60),
                PageCheck.State.GONE,
                NOW.minusSeconds(60),
                Set.of(),
                Map.of()));
    visit.open("/marque/erabelle/liens?period=30d");
    assertThat(visit.find(".backlinks > li", "nouveau")).hasCount(5);
    Locator lost = visit.find(".backlinks > li", "perdu");
    assertThat(lost).hasCount(2);
    assertThat(lost.first()).containsText("gazette.example/une → erabelle.example/");
    lost.first().locator("a", new Locator.LocatorOptions().setHasText("Voir la mention")).click();
    assertThat(visit.find("body")).containsText("Le rappel du jour");
    assertThat(visit.complaints).isEmpty();
  }

  @Test
  void visitsAreImportedShownBesideMentionsAndTakenBack() {
    visit.open("/marque/erabelle/liens?period=30d");
    assertThat(visit.find("main")).containsText("Aucune visite importée.");
    String csv =
        "date,page,referrer,visits\n"
            + "2026-03-10,https://erabelle.example/rappel,blogue.example,42\n"
            + "demain,https://erabelle.example/,,1\n";
    visit
        .find("input[type=file]")
        .setInputFiles(new FilePayload("visites.csv", "text/csv", csv.getBytes(UTF_8)));
    assertThat(visit.find("main")).containsText("1 ligne gardée\u202f: 42 visites en 1 jour.");
    assertThat(visit.find(".refused > li")).containsText("ligne 3, date");
    assertThat(row("blogue.example").locator("td").nth(5)).hasText("42");
    assertThat(row("erabelle.example/rappel").locator("td").nth(5)).hasText("42");
    visit.find("details > summary").last().click();
    visit.find("button", "Retirer").last().click();
    assertThat(visit.find("main")).containsText("Aucune visite importée.");
    assertThat(row("blogue.example").locator("td").nth(5)).hasText("0");
    assertThat(visit.complaints).isEmpty();
  }

  @Test
  void lostLinksAreLookedForOnDemand() {
    visit.open("/marque/erabelle/liens?period=30d&ui=en");
    assertThat(visit.find("main")).containsText("were not read again yet");
    visit.find("button", "Look for lost links").click();
    assertThat(visit.find("main")).containsText("0 pages read again");
    assertThat(visit.complaints).isEmpty();
  }

  @Test
  void aBrandWithoutSitesSaysSoAndShowsTheLinksOfItsMentions() {
    visit.open("/marque/monterel/liens?period=30d");
    assertThat(visit.find("main")).containsText("Aucun site déclaré");
    assertThat(visit.find("main")).containsText("ne portent aucun lien");
    visit.open("/marque/erabelle/liens?period=30d&scope=all");
    assertThat(row("erabelle.example/rappel").locator("td").first()).hasText("3");
    visit.open("/marque/personne/liens?period=30d");
    assertThat(visit.find("main")).containsText("personne");
    assertThat(visit.complaints).isEmpty();
  }

  @Test
  void aPhoneNeedsNoSidewaysScroll() {
    try (Visit phone = Visit.signedIn(browser(), service, NOW, Visit.phone())) {
      phone.open("/marque/erabelle/liens?period=30d");
      assertThat(phone.page.evaluate("document.documentElement.scrollWidth")).isEqualTo(390);
      assertThat(phone.complaints).isEmpty();
    }
  }
}
