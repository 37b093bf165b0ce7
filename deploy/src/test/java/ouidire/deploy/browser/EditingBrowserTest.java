package ouidire.deploy.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Brands, searches and lists made and changed by hand in the system's Chromium. */
class EditingBrowserTest extends BrowserTest {
  @Test
  void aBrandIsMadeWithItsQueryReadWhileOneTypesThenUndone() {
    visit.open("/marques");
    visit.find(".page-head .primary").click();
    visit.find(".bench-form input").first().fill("Crème d’Œuf");
    assertThat(visit.find(".bench-form input").nth(1)).hasValue("creme-d-oeuf");
    visit.find(".query-area").fill("crème AND (");
    assertThat(visit.find(".query-wrong")).containsText("position");
    assertThat(visit.find(".query-area")).hasAttribute("aria-invalid", "true");
    visit.find(".query-area").fill("érabelle");
    assertThat(visit.find(".query-right")).containsText("Requête valable");
    assertThat(visit.find(".query-preview a").first()).containsText("mentions en 30 jours");
    visit.find(".bench-form button[type=submit]").click();
    assertThat(visit.find(".bench-rows > li.on")).containsText("Crème d’Œuf");
    assertThat(visit.find(".side .nav-link", "Crème d’Œuf")).isVisible();
    assertThat(visit.address()).contains("edit=creme-d-oeuf");
    visit.find(".query-area").fill("monterel");
    visit.find(".bench-form button[type=submit]").click();
    assertThat(visit.find(".bench-rows > li.on code")).hasText("monterel");
    visit.find(".changes > summary").click();
    assertThat(visit.find(".change-list > li")).hasCount(2);
    assertThat(visit.find(".change-list del")).hasText("érabelle");
    visit.find(".changes button").click();
    assertThat(visit.find(".bench-rows > li.on code")).hasText("érabelle");
    assertThat(visit.find(".query-area")).hasValue("érabelle");
    assertThat(visit.complaints).isEmpty();
  }

  @Test
  void aSearchKeepsTheFiltersOfThePageAndHasFeeds() {
    visit.open("/mentions?q=érabelle&tone=negative");
    visit.find(".page-head a.button").click();
    visit.find(".bench-form input").first().fill("À suivre");
    assertThat(visit.find(".query-area")).hasValue("érabelle");
    visit.find(".bench-form button[type=submit]").click();
    assertThat(visit.find(".bench-rows > li")).containsText("Ton\u202f: négatif");
    assertThat(visit.find(".bench-form")).containsText("Copier l’adresse Atom");
    visit.find(".bench-rows a", "Voir les mentions").click();
    assertThat(visit.find(".chip")).hasCount(2);
    assertThat(visit.complaints).isEmpty();
  }

  @Test
  void aListThatIsWrongSaysWhatToDo() {
    visit.open("/listes?edit=*&ui=en");
    visit.find(".bench-form input").first().fill("Press");
    visit.find(".bench-form button[type=submit]").click();
    assertThat(visit.find(".bench-form .field-fault").last()).containsText("at least one author");
    visit.find(".bench-form textarea").last().fill("https://www.presse.example/une");
    visit.find(".bench-form button[type=submit]").click();
    assertThat(visit.find(".bench-rows > li")).containsText("list:press");
    visit.find(".bench-form .danger").click();
    assertThat(visit.find(".bench-form .danger")).hasText("Confirm");
    visit.find(".bench-form .danger").click();
    assertThat(visit.find(".bench-rows")).hasCount(0);
  }

  @Test
  void aMentionSaysWhyItMatchesAQueryOrNot() {
    visit.open("/mentions?mention=c-1");
    visit.find(".why-query select").selectOption("Érabelle");
    assertThat(visit.find(".why-answer")).containsText("Elle y répond.");
    assertThat(visit.find(".why-answer mark").first()).isVisible();
    visit.find(".why-query select").selectOption("Laiterie Monterel");
    assertThat(visit.find(".why-answer")).containsText("Elle n’y répond pas.");
    assertThat(visit.find(".why-answer code")).hasText("monterel");
    assertThat(visit.find(".clauses .fails")).hasCount(1);
    assertThat(visit.complaints).isEmpty();
  }
}
