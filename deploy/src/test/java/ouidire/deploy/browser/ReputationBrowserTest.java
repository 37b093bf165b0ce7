package ouidire.deploy.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import ouidire.core.history.InMemoryMentionHistory;
import ouidire.core.history.SampleMention;
import ouidire.core.mention.ToneLabel;

/** What PR teams report, in the system's Chromium: rumours, own accounts, interest, quality. */
class ReputationBrowserTest extends BrowserTest {
  private static final String LINK = "https://erabelle.example/heure-juste";

  /** Each test says its own. */
  @Override
  void say(InMemoryMentionHistory history) {}

  private static SampleMention said(String id, int minutesAgo, long followers) {
    return SampleMention.of(id)
        .at(NOW.minus(Duration.ofMinutes(minutesAgo)))
        .by(id, null, followers)
        .brand("erabelle", ToneLabel.NEGATIVE);
  }

  @Test
  void aBrandShowsItsAccountsAndWhatMentionsBring() throws IOException {
    for (int day = 1; day <= 8; day++) {
      service.history.add(
          said("nous" + day, day == 1 ? 9 * 1_440 : (8 + 2 * day) * 1_440, 1_000 - 10L * day)
              .by("erabelle", "Érabelle", 1_000 - 10L * day)
              .from("bluesky", "bluesky")
              .build());
    }
    service.history.add(
        said("calme", 700, 50).by("ana", null, 50L).engagement(3L, 0L, 0L).build(),
        said("bruit", 600, 50).by("ana", null, 50L).engagement(90L, 12L, 30L).build(),
        said("pub", 500, 80).text("Érabelle #pub").kind("sponsored").build());
    visit.open("/marque/erabelle?period=30d");
    Locator accounts = visit.find(".accounts");
    assertThat(accounts).containsText("@erabelle");
    assertThat(accounts).containsText("Silence de");
    assertThat(accounts.locator(".account-line")).hasCount(1);
    assertThat(accounts.locator("[data-mentions]").first()).hasText("8");
    Locator brought = visit.find(".contributions");
    assertThat(brought.locator(".contribution")).hasCount(5);
    assertThat(brought).containsText("Portée potentielle");
    assertThat(brought.locator(".question-list > li").first()).containsText("132 réactions");
    brought.locator("summary").click();
    assertThat(brought.locator(".quality-parts > li")).hasCount(6);
    assertThat(visit.find(".toplist", "commandité, et le dit")).isVisible();
    Path csv =
        Files.writeString(
            folder.resolve("a.csv"), "date,account,followers\n2026-02-20,erabelle,9\n");
    accounts.locator("summary", new Locator.LocatorOptions().setHasText("Importer")).click();
    accounts.locator("input[type=file]").setInputFiles(csv);
    assertThat(visit.find(".account-list > li")).hasCount(2);
    visit.open("/marque/erabelle?period=30d&mention=bruit");
    visit.find(".contribution-of > summary").click();
    assertThat(visit.find(".contribution-of .quality-parts > li")).hasCount(6);
    visit.open("/histoires?ui=en");
    assertThat(visit.find(".accuracy")).containsText("No ended story of thirty mentions");
    assertThat(visit.complaints).isEmpty();
  }

  @Test
  void aStoryIsMarkedAsARumourAndItsCorrectionIsSetAgainstIt() {
    service.history.add(said("r", 120, 1_000).text("Un enfant serait à l’hôpital").build());
    for (int i = 0; i < 5; i++) {
      service.history.add(said("r" + i, 110 - i, 200).inStory("r").build());
    }
    service.history.add(
        said("nous", 60, 900).text("L’heure juste").links(LINK).build(),
        said("relais", 50, 1_300).links(LINK).build(),
        said("encore", 30, 100).inStory("r").build());
    visit.open("/histoire/r?period=30d");
    visit.find(".rumour-panel button", "Marquer comme rumeur").click();
    assertThat(visit.find(".rumour-panel .rumour-badge")).hasText("Rumeur");
    assertThat(visit.find(".story-title .rumour-badge")).isVisible();
    visit.find(".rumour-panel summary", "Joindre notre version").click();
    visit.find(".rumour-form textarea").fill("Aucun enfant n’est à l’hôpital.");
    visit.find(".rumour-form input[type=url]").fill(LINK);
    visit.find(".rumour-form button[type=submit]").click();
    assertThat(visit.find(".rumour-panel")).containsText("Aucun enfant n’est à l’hôpital.");
    assertThat(visit.find(".rumour-table").first()).containsText("2 200");
    assertThat(visit.find(".rumour-panel")).containsText("Elle a rejoint celle de la rumeur");
    assertThat(visit.find(".rumour-table [data-mentions]").first()).hasText("7");
    visit.find(".rumour-table [data-mentions]").last().click();
    visit.settled();
    assertThat(visit.find(".stream .mention, .mentions .mention").first()).isVisible();
    assertThat(visit.find("[data-total]").first()).hasAttribute("data-total", "2");
    visit.open("/histoires?rumours=only&period=30d");
    assertThat(visit.find(".stories > .story")).hasCount(1);
    assertThat(visit.find(".stories .rumour-badge")).isVisible();
    visit.open("/histoire/r?ui=en&period=30d");
    assertThat(visit.find(".rumour-panel")).containsText("has been there since");
    visit.find(".rumour-panel button", "Undo the last change").click();
    assertThat(visit.find(".rumour-panel")).containsText("No version attached yet");
    assertThat(visit.complaints).isEmpty();
  }
}
