package ouidire.deploy.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Everything under Alertes, set up and used by hand in the system's Chromium. */
class AlertsBrowserTest extends BrowserTest {
  private void save() {
    visit.find(".bench-form button[type=submit]").click();
  }

  @Test
  void aRuleIsWrittenPlayedOverThePastSwitchedOffAndTakenBack() {
    visit.open("/alertes/regles?edit=*");
    visit.find(".bench-form input").first().fill("Vague négative");
    visit.find(".condition select").first().selectOption("count");
    visit.find(".condition input[type=number]").first().fill("1");
    visit.find(".condition input[type=number]").nth(1).fill("");
    assertThat(visit.find(".backtest-word")).containsText("en 7 jours");
    visit.find(".backtest .button").click();
    assertThat(visit.find(".backtest-facts dd").first()).not().hasText("0");
    assertThat(visit.find(".backtest-plot .backtest-mark").first()).isVisible();
    visit.find(".backtest-events summary").first().click();
    assertThat(visit.find(".backtest-events .mention").first()).isVisible();
    save();
    assertThat(visit.find(".bench-rows > li.on")).containsText("Vague négative");
    visit.find(".bench-rows > li.on .switch").click();
    assertThat(visit.find(".bench-rows > li.on .switch")).hasText("Arrêtée");
    visit.find(".changes > summary").click();
    visit.find(".changes button").click();
    assertThat(visit.find(".bench-rows > li.on .switch")).hasText("Active");
    assertThat(visit.complaints).isEmpty();
  }

  @Test
  void whatIsWrongWithARuleIsSaidBesideIt() {
    visit.open("/alertes/regles?edit=*");
    visit.find(".bench-form input").first().fill("Trop");
    visit.find(".condition input[type=number]").first().fill("");
    visit.find(".condition input[type=number]").nth(1).fill("");
    save();
    assertThat(visit.find(".row-item > .field-fault")).containsText("seuil");
    visit.find(".condition input[type=number]").first().fill("3");
    save();
    assertThat(visit.find(".bench-rows > li.on")).containsText("Trop");
  }

  @Test
  void aChannelKeepsItsSecretAndSaysHonestlyWhetherATestArrived() {
    visit.open("/alertes/canaux?edit=*");
    visit.find(".bench-form input").first().fill("Perdu");
    visit.find(".bench-form select").first().selectOption("slack");
    save();
    assertThat(visit.find("[data-field='secrets.url'] > .field-fault")).containsText("manque");
    visit.find("input[type=password]").fill("https://hooks.example/secret-part");
    save();
    assertThat(visit.find(".bench-rows > li.on")).containsText("rien envoyé encore");
    assertThat(visit.find("input[type=password]")).hasValue("");
    assertThat(visit.find("input[type=password]"))
        .hasAttribute("placeholder", "enregistré, ne sera plus montré");
    assertThat(visit.page.content()).doesNotContain("secret-part");
    visit.find(".backtest .button").click();
    assertThat(visit.find(".channel-test")).containsText("réponse 404");
    assertThat(visit.find(".channel-test")).containsText("copiez-la à nouveau");
  }

  @Test
  void peopleTakeTurnsAndTheRoutingSaysWhoWouldBeTold() {
    visit.open("/alertes/canaux?edit=*");
    visit.find(".bench-form input").first().fill("Salle");
    visit.find(".bench-form select").first().selectOption("slack");
    visit.find("input[type=password]").fill("https://hooks.example/x");
    save();
    assertThat(visit.find(".bench-rows > li.on")).containsText("Salle");
    for (String name : new String[] {"Marie Roy", "Omar Benali"}) {
      visit.open("/alertes/personnes?edit=*");
      visit.find(".bench-form input").first().fill(name);
      visit.find(".checks input").first().check();
      save();
      assertThat(visit.find(".bench-rows > li.on")).containsText(name);
    }
    visit.open("/alertes/astreinte?edit=communications");
    visit.find("[data-field=rota] > .check input").check();
    for (int person = 0; person < 2; person++) {
      visit.find("[data-field='rota.people'] .button.small").click();
      visit
          .find("[data-field='rota.people'] li select")
          .nth(person)
          .selectOption(new String[] {"marie-roy", "omar-benali"}[person]);
    }
    visit.find("input[type=date]").first().fill("2026-03-09");
    save();
    assertThat(visit.find(".duty").first()).containsText("Marie Roy");
    assertThat(visit.find(".duty").first()).containsText("Ensuite\u202f: Omar Benali");
    visit.open("/alertes/routage");
    visit.find(".routing-form .button.small").first().click();
    visit.find(".routing-form .row-item input").first().fill("Tout");
    visit.find(".routing-form .row-item .row-item input[type=checkbox]").first().check();
    visit.find(".routing-test .button").click();
    assertThat(visit.find(".plan-steps")).containsText("Marie Roy → Salle");
    visit.find(".routing-form button[type=submit]").click();
    assertThat(visit.find(".routing-form [role=status]").first()).hasText("Enregistré.");
    assertThat(visit.complaints).isEmpty();
  }

  @Test
  void aCalendarIsReadAndACampaignChanged() {
    visit.open("/alertes/calendrier");
    String csv = "name,from,to,brands\nSoldes d’hiver,2026-03-11,2026-03-14,erabelle\n";
    visit
        .find("#calendar-file")
        .setInputFiles(
            new FilePayload("plan.csv", "text/csv", csv.getBytes(StandardCharsets.UTF_8)));
    assertThat(visit.find(".importer [role=status]")).hasText("1 campagne lue.");
    assertThat(visit.find(".bench-rows > li")).containsText("en cours");
    visit.find(".bench-rows a", "Soldes").click();
    visit.find(".bench-form input[type=datetime-local]").nth(1).fill("2026-03-01T00:00");
    save();
    assertThat(visit.find("[data-field=to] > .field-fault")).containsText("après");
  }

  @Test
  void aPlaybookIsReadInTheLanguageOfThePage() {
    visit.open("/alertes/plans?edit=fuite&ui=en");
    assertThat(visit.find(".playbook-steps > li").first()).containsText("Find where it came from");
    assertThat(visit.find(".message-pack").first()).containsText("unconfirmed documents");
    visit.open("/alertes/plans?edit=fuite&ui=fr");
    assertThat(visit.find(".playbook-steps > li").first()).containsText("Trouver l’origine");
    assertThat(visit.complaints).isEmpty();
  }

  @Test
  void anExerciseUsesNoChannelUnlessToldAndIsMarked() {
    visit.open("/alertes/exercice");
    assertThat(visit.find(".note").first()).containsText("Aucun message ne part");
    visit.find("select").nth(1).selectOption("fuite");
    visit.find("button[type=submit]").click();
    assertThat(visit.find(".exercise-mark")).hasText("EXERCICE");
    assertThat(visit.find("main")).containsText("Fuite d’information");
    visit.find(".button.danger").click();
    assertThat(visit.find(".button.danger")).hasText("Confirmer");
    visit.find(".button.danger").click();
    assertThat(visit.find("button[type=submit]")).isVisible();
    assertThat(visit.complaints).isEmpty();
  }

  @Test
  void anIncidentIsTakenInTheNameOfARoleWorkedThroughAndJudged() {
    String id = service.alerting.storm("erabelle", "c-1");
    visit.open("/alertes");
    assertThat(visit.find(".alert").first()).containsText("0 sur 6 étapes faites");
    visit.open("/incidents/" + id);
    assertThat(visit.find(".room .mention").first()).isVisible();
    visit.find(".incident-actions summary").click();
    visit.find(".incident-actions select").first().selectOption("juridique");
    visit.find(".incident-actions .primary").click();
    assertThat(visit.find(".page-head .lead")).containsText("Juridique");
    visit.find(".incident-tasks input").first().check();
    assertThat(visit.find(".incident-tasks > .done")).hasCount(1);
    visit.find(".incident-note").fill("Rien à répondre");
    visit.find(".incident-actions button", "Observer sans agir").click();
    assertThat(visit.find(".incident-log").first()).containsText("Rien à répondre");
    visit.find(".incident-actions button", "Terminer").click();
    visit.find(".incident-actions button", "Confirmer").click();
    assertThat(visit.find(".room-useful")).isVisible();
    visit.find(".room-useful button", "Oui").click();
    assertThat(visit.find(".room-useful [aria-pressed=true]")).hasText("Oui");
    visit.open("/alertes/regles");
    assertThat(visit.find(".bench-rows > li").first()).containsText("utile 1 fois sur 1");
    assertThat(visit.complaints).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/alertes/regles?edit=crisis",
        "/alertes/regles?edit=*",
        "/alertes/astreinte?edit=communications",
        "/alertes/personnes?edit=*",
        "/alertes/canaux?edit=*",
        "/alertes/routage",
        "/alertes/plans?edit=crise",
        "/alertes/calendrier?edit=*",
        "/alertes/exercice"
      })
  void aPhoneNeedsNoSidewaysScroll(String path) {
    try (Visit phone = Visit.signedIn(browser(), service, NOW, Visit.phone())) {
      phone.open(path);
      assertThat(phone.page.evaluate("document.documentElement.scrollWidth")).isEqualTo(390);
      assertThat(phone.find(".subtabs [aria-current]")).isInViewport();
      assertThat(phone.complaints).isEmpty();
    }
  }
}
