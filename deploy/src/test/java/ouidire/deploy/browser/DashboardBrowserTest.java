package ouidire.deploy.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DashboardBrowserTest extends BrowserTest {
  /** For every count on the page: what it says, and the total behind its link. */
  private static final String COUNTS_AND_TOTALS =
      """
      async () => {
        const { parseView, parameters } = await import("/js/core/view.js");
        const { resolve } = await import("/js/core/period.js");
        const { app } = await import("/js/core/app.js");
        const links = [...document.querySelectorAll("a[data-mentions]")];
        const asked = new Map();
        const total = (href) => {
          if (!asked.has(href)) {
            const view = parseView(new URL(href));
            const query = parameters(view, resolve(view.period, app.zone));
            query.set("limit", 1);
            asked.set(href, fetch(`/api/v1/mentions?${query}`).then((r) => r.json()).then((page) => page.total));
          }
          return asked.get(href);
        };
        return Promise.all(links.map(async (a) => ({
          label: a.getAttribute("aria-label"), said: Number(a.dataset.mentions), total: await total(a.href),
        })));
      }
      """;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/?period=7d",
        "/marque/erabelle",
        "/marque/erabelle?period=30d&compare=before",
        "/marque/monterel?tone=negative&period=all",
        "/mentions",
        "/mentions?period=7d&source=bluesky&type=comment",
        "/mentions?period=7d&brand=erabelle&tone=negative",
        "/mentions?period=7d&hashtag=recette",
        "/mentions?period=30d&brand=erabelle&brand=monterel&q=cher"
      })
  void everyNumberOpensExactlyItsMentions(String path) {
    visit.open(path);
    for (Locator table : visit.find("button[title*=tableau]").all()) {
      table.click();
    }
    @SuppressWarnings("unchecked")
    List<Map<String, Object>> counts =
        (List<Map<String, Object>>) visit.page.evaluate(COUNTS_AND_TOTALS);
    assertThat(counts).hasSizeGreaterThan(5);
    assertThat(counts)
        .allSatisfy(
            count ->
                assertThat(count.get("total"))
                    .as("%s", count.get("label"))
                    .isEqualTo(count.get("said")));
    assertThat(visit.complaints).isEmpty();
  }

  @Test
  void clickingANumberShowsAsMany() {
    visit.open("/marque/erabelle");
    for (String number :
        List.of(
            ".figures .count.big",
            ".tonewords .tone-negative .count",
            ".bars li .count >> nth=1")) {
      Locator link = visit.find(number).first();
      String said = link.getAttribute("data-mentions");
      link.click();
      assertThat(visit.find("h1[data-total]")).hasAttribute("data-total", said);
      assertThat(visit.find(".main-stream .mention"))
          .hasCount(Math.min(40, Integer.parseInt(said)));
      visit.page.goBack();
      visit.find(".figures .count.big").waitFor();
      visit.settled();
    }
    assertThat(visit.complaints).isEmpty();
  }

  @Test
  void newMentionsGatherBehindABarAndNumbersFollow() {
    visit.open("/marque/erabelle");
    Locator total = visit.find(".figures .count.big").first();
    int before = Integer.parseInt(total.getAttribute("data-mentions"));
    String first = visit.find(".stream .mention").first().getAttribute("data-id");

    service.history.add(MadeUpMentions.fresh("n-1", NOW.minusSeconds(20)));
    assertThat(visit.find(".newbar")).hasText("1 nouvelle mention");
    service.history.add(MadeUpMentions.fresh("n-2", NOW.minusSeconds(10)));
    assertThat(visit.find(".newbar")).hasText("2 nouvelles mentions");
    // Nothing has moved under the reader's eyes.
    assertThat(visit.find(".stream .mention").first()).hasAttribute("data-id", first);

    visit.find(".newbar").click();
    assertThat(visit.find(".stream .mention").first()).hasAttribute("data-id", "n-2");
    assertThat(visit.find(".newbar")).isHidden();
    assertThat(total).hasAttribute("data-mentions", String.valueOf(before + 2));
    assertThat(visit.complaints).isEmpty();
  }

  @Test
  void filtersNarrowEverythingAndBackWidens() {
    visit.open("/marque/erabelle?period=7d");
    String before = visit.find(".figures .count.big").getAttribute("data-mentions");
    visit.find(".toplist .bar-label:text-is('Bluesky')").first().click();
    assertThat(visit.find(".chip")).containsText("Bluesky");
    assertThat(visit.find(".figures .count.big")).not().hasAttribute("data-mentions", before);
    assertThat(visit.address()).contains("source=bluesky:bluesky");
    visit.page.goBack();
    assertThat(visit.find(".chips")).isHidden();
    assertThat(visit.find(".figures .count.big")).hasAttribute("data-mentions", before);
  }

  @Test
  void aDragOverTheChartNarrowsThePeriod() {
    visit.open("/marque/erabelle?period=7d");
    Locator plot = visit.find(".plot").first();
    assertThat(plot.locator("canvas")).isVisible();
    var box = plot.boundingBox();
    visit.page.mouse().move(box.x + box.width * 0.5, box.y + 80);
    assertThat(plot.locator(".readout")).isVisible();
    assertThat(visit.find(".plot").nth(1).locator(".plot-slot")).isVisible();
    visit.page.mouse().down();
    visit.page.mouse().move(box.x + box.width * 0.7, box.y + 90);
    visit.page.mouse().up();
    visit.page.waitForURL("**/marque/erabelle?from=*&to=*");
    visit.settled();
    assertThat(visit.find(".live-state")).hasText("Période passée");
    assertThat(visit.complaints).isEmpty();
  }

  @Test
  void chartsAreTakenAway() throws IOException {
    visit.open("/marque/erabelle?period=7d");
    assertThat(visit.find(".plot canvas").first()).isVisible();
    assertThat(saved("PNG")).startsWith(0x89, 'P', 'N', 'G');
    assertThat(new String(saved("SVG"), UTF_8)).startsWith("<svg").contains("Érabelle");
    String csv = new String(saved("CSV"), UTF_8);
    assertThat(csv).startsWith("\ufeffstart;end;mentions;usual_low");
    // Six whole days, one of which lost an hour to summer time, and the hours of the seventh.
    assertThat(csv.lines()).hasSize(1 + 6 * 24 - 1 + 19);
    assertThat(visit.complaints).isEmpty();
  }

  private byte[] saved(String form) throws IOException {
    visit.find("button[title='Télécharger le graphique']").first().click();
    Download download =
        visit.page.waitForDownload(() -> visit.find(".menu-item", form).first().click());
    return Files.readAllBytes(download.path());
  }

  @Test
  void whatFailsSaysSoAndTheRestGoesOn() {
    String top = "**/api/v1/metrics/top?*by=author*";
    visit.page.route(
        top,
        route ->
            route.fulfill(
                new Route.FulfillOptions()
                    .setStatus(503)
                    .setContentType("application/problem+json")
                    .setBody(
                        "{\"title\":\"Non\",\"detail\":\"Plus tard.\",\"instance\":\"p-7\"}")));
    visit.open("/marque/erabelle");
    assertThat(visit.find(".fault")).containsText("Plus tard.");
    assertThat(visit.find(".fault code")).hasText("p-7");
    assertThat(visit.find(".figures .count.big")).isVisible();
    visit.page.unroute(top);
    visit.find(".fault button").click();
    assertThat(visit.find(".fault")).hasCount(0);
  }

  @Test
  void aLostConnectionIsSaid() {
    visit.open("/");
    assertThat(visit.find(".live-state")).hasText("En direct");
    service.close();
    assertThat(visit.find(".banner")).containsText("coupée");
    assertThat(visit.find(".brandrow").first()).isVisible();
  }

  @Test
  void aMentionSaysWhy() {
    visit.open("/mentions?brand=erabelle&tone=negative");
    visit.find(".mention-foot a.quiet").first().click();
    Locator drawer = visit.find(".drawer");
    assertThat(drawer).isVisible();
    assertThat(drawer.locator(".whole-text .m-match")).hasText("Érabelle");
    assertThat(drawer.locator(".whole-text .m-against")).hasText("malade");
    assertThat(drawer.locator(".evidence li")).hasCount(1);
    drawer.locator("input[type=checkbox]").check();
    assertThat(drawer.locator(".whole-text .weight")).hasText("\u22120,7");
    visit.page.keyboard().press("Escape");
    assertThat(drawer).isHidden();
    assertThat(visit.complaints).isEmpty();
  }

  @Test
  void whatAMentionSaysIsNeverCode() {
    service.history.add(MadeUpMentions.hostile(NOW.minusSeconds(5)));
    visit.open("/mentions?mention=x-1");
    assertThat(visit.find(".drawer .whole-text p"))
        .containsText("<script>window.harmed=1</script>");
    assertThat(visit.find(".drawer .whole-links a")).hasCount(1);
    assertThat(visit.find(".drawer .whole-links a"))
        .hasAttribute("rel", "noopener noreferrer nofollow");
    visit.open("/marque/erabelle?period=1h");
    assertThat(visit.page.evaluate("window.harmed ?? 0")).isEqualTo(0);
    assertThat(visit.find("main img, main script, main b, main i, main u").all()).isEmpty();
    assertThat(visit.complaints).isEmpty();
  }

  @Test
  void theLanguageIsASwitchAndStays() {
    visit.open("/reglages");
    assertThat(visit.find("h1")).hasText("Réglages");
    visit.find("main a[hreflang=en]").click();
    assertThat(visit.find("h1")).hasText("Settings");
    assertThat(visit.find("html")).hasAttribute("lang", "en");
    visit.open("/");
    assertThat(visit.find("h1")).hasText("Home");
    assertThat(visit.find(".lead")).containsText("Érabelle is far above its usual");
    visit.open("/?ui=fr");
    assertThat(visit.find(".lead")).containsText("Érabelle est très au-dessus de son habitude");
    assertThat(visit.complaints).isEmpty();
  }

  @Test
  void darkIsASwitchAndStays() {
    visit.open("/reglages");
    String light = background();
    visit.find("main [data-theme=dark]").click();
    assertThat(background()).isNotEqualTo(light);
    visit.open("/marque/erabelle");
    assertThat(visit.find("html")).hasAttribute("data-theme", "dark");
    assertThat(background()).isNotEqualTo(light);
    visit.page.keyboard().press("t");
    assertThat(background()).isEqualTo(light);
    assertThat(visit.complaints).isEmpty();
  }

  private String background() {
    return (String) visit.page.evaluate("getComputedStyle(document.body).backgroundColor");
  }

  @Test
  void everythingByKeyboard() {
    visit.open("/");
    visit.page.keyboard().press("g");
    visit.page.keyboard().press("m");
    assertThat(visit.find(".page-mentions .mention").nth(1)).isVisible();
    visit.settled();
    visit.page.keyboard().press("j");
    visit.page.keyboard().press("j");
    assertThat(visit.find(".mention").nth(1)).isFocused();
    visit.page.keyboard().press("Enter");
    assertThat(visit.find(".drawer")).isVisible();
    visit.page.keyboard().press("Escape");
    assertThat(visit.find(".mention").nth(1)).isFocused();
    visit.page.keyboard().press("/");
    visit.page.keyboard().type("sirop");
    visit.page.keyboard().press("Enter");
    assertThat(visit.find(".chip")).containsText("sirop");
    visit.settled();
    assertThat(visit.find(".mention mark").first()).hasText("sirop");
    visit.find("h1").click();
    visit.page.keyboard().press("?");
    assertThat(visit.find("dialog.sheet")).isVisible();
    visit.page.keyboard().press("Escape");
    assertThat(visit.find("dialog.sheet")).hasCount(0);
    assertThat(visit.complaints).isEmpty();
  }

  @Test
  void aQueryThatDoesNotParseLeavesNoCountOfAnother() {
    visit.open("/mentions");
    assertThat(visit.find("h1")).containsText("mentions");
    visit.page.evaluate(
        "() => { history.pushState(null, '', '/mentions?q=(sirop');"
            + " dispatchEvent(new PopStateEvent('popstate')); }");
    assertThat(visit.find(".fault")).hasCount(1);
    assertThat(visit.find("h1")).hasText("Mentions");
    assertThat(visit.find(".main-stream article")).hasCount(0);
  }

  @Test
  void aFilterThatIsNoWordOfOursIsLeftOut() {
    visit.open("/mentions?tone=foo&type=bar&tone=negative");
    assertThat(visit.find(".chips .chip")).hasCount(1);
    assertThat(visit.find(".chips .chip")).containsText("négatif");
    assertThat(visit.complaints).isEmpty();
  }

  @Test
  void aQueryThatDoesNotParseSaysSoOnce() {
    visit.open("/mentions?q=(sirop");
    assertThat(visit.find(".fault")).hasCount(1);
    assertThat(visit.find(".fault code")).not().isEmpty();
  }

  @Test
  void aStrangerSignsInWithTheKey() {
    try (Visit stranger = Visit.stranger(browser(), service, NOW)) {
      stranger.page.navigate(service.at("/marque/erabelle"));
      stranger.find("input[name=key]").fill("oui_wrong");
      stranger.page.keyboard().press("Enter");
      assertThat(stranger.find(".field-fault")).containsText("oui_");
      stranger.find("input[name=key]").fill(service.secret());
      stranger.page.keyboard().press("Enter");
      assertThat(stranger.find("h1")).hasText("Érabelle");
    }
  }

  @Test
  void theFirstVisitSaysWhatToDo(@TempDir Path other) {
    try (TwinService empty = new TwinService(other, List.of(), NOW);
        Visit first = Visit.signedIn(browser(), empty, NOW)) {
      first.open("/");
      assertThat(first.find(".steps li")).hasCount(3);
      assertThat(first.complaints).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/marque/erabelle",
        "/mentions",
        "/mentions?mention=c-1",
        "/alertes",
        "/sources",
        "/reglages",
        "/marques?edit=erabelle",
        "/recherches?edit=*",
        "/listes?edit=*"
      })
  void aPhoneNeedsNoSidewaysScroll(String path) {
    try (Visit phone = Visit.signedIn(browser(), service, NOW, Visit.phone())) {
      phone.open(path);
      assertThat(phone.page.evaluate("document.documentElement.scrollWidth")).isEqualTo(390);
      assertThat(phone.complaints).isEmpty();
    }
  }

  @Test
  void thePageIsLightAndStandsStill() {
    visit.open("/marque/erabelle");
    assertThat(visit.find(".plot canvas").first()).isVisible();
    assertThat(visit.bytesOfFiles()).isBetween(50_000L, 600_000L);
    Number shift =
        (Number)
            visit.page.evaluate(
                """
                () => new Promise((done) => {
                  let sum = 0;
                  new PerformanceObserver((list) => {
                    for (const entry of list.getEntries()) if (!entry.hadRecentInput) sum += entry.value;
                  }).observe({ type: "layout-shift", buffered: true });
                  requestAnimationFrame(() => requestAnimationFrame(() => done(sum)));
                })
                """);
    assertThat(shift.doubleValue()).isLessThan(0.1);
  }
}
