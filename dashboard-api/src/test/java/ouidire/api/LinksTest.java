package ouidire.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ouidire.api.key.Scope;
import ouidire.core.brand.Site;
import ouidire.core.history.SampleMention;
import ouidire.core.link.CanonicalUrl;
import ouidire.core.link.PageCheck;
import ouidire.core.mention.ToneLabel;

class LinksTest {
  private static final String LINKS = "/api/v1/brands/erabelle/links";
  private static final String VISITS = "/api/v1/brands/erabelle/visits";
  private static final String WEEK = "?from=2026-02-23T16:00:00Z&to=2026-03-02T16:00:00Z";

  @TempDir Path folder;
  private ApiFixture api;

  @BeforeEach
  void start() {
    api = ApiFixture.in(folder);
    api.brands.set(0, ApiFixture.ERABELLE.withSites(List.of(new Site("erabelle.example", 0, ""))));
    api.history.add(
        SampleMention.of("m1")
            .at("2026-02-01T10:00:00Z")
            .url("https://blogue.example/a")
            .links("https://erabelle.example/rappel")
            .build(),
        SampleMention.of("m2")
            .at("2026-02-28T10:00:00Z")
            .url("https://gazette.example/b")
            .by("ana", "Ana", 50L)
            .brand("erabelle", ToneLabel.NEUTRAL)
            .links("https://www.erabelle.example/rappel/?utm_source=g", "https://ailleurs.example/")
            .build());
  }

  @AfterEach
  void stop() {
    api.close();
  }

  @Test
  void aBrandThatDeclaresSitesIsToldWhoLinksToThem() {
    JsonNode report = api.json(LINKS + WEEK);
    assertThat(report.path("scope").asText()).isEqualTo("sites");
    assertThat(report.path("total").path("mentions").asInt()).isEqualTo(1);
    assertThat(report.path("total").path("newBacklinks").asInt()).isEqualTo(1);
    JsonNode page = report.path("pages").path(0);
    assertThat(page.path("reach").asInt()).isEqualTo(50);
    assertThat(page.path("firstSeen").asText()).isEqualTo("2026-02-01T10:00:00Z");
    // Every number opens exactly its mentions.
    String written = page.path("written").path(1).asText();
    assertThat(written).contains("utm_source");
    JsonNode opened =
        api.json("/api/v1/mentions" + WEEK + "&domain=" + report.at("/opens/domain/0").asText());
    assertThat(opened.path("total").asInt()).isEqualTo(1);
  }

  @Test
  void allLinksOfItsMentionsAreAskedForByScope() {
    JsonNode report = api.json(LINKS + WEEK + "&scope=all");
    assertThat(report.path("pages")).hasSize(2);
    assertThat(report.path("opens").path("domain")).isEmpty();
    JsonNode one = api.json(LINKS + WEEK + "&scope=all&limit=1");
    assertThat(one.path("pages")).hasSize(1);
    assertThat(one.path("pagesOf").asInt()).isEqualTo(2);
    assertThat(api.json("/api/v1/brands/borealis/links").path("scope").asText()).isEqualTo("all");
  }

  @Test
  void aLinkThatWasFoundLostIsTold() {
    CanonicalUrl page = CanonicalUrl.of("https://gazette.example/b").orElseThrow();
    var at = api.clock.instant().minusSeconds(60);
    api.links.book.keepCheck(
        page.key(),
        _ -> new PageCheck(page.toString(), at, PageCheck.State.GONE, at, Set.of(), Map.of()));
    JsonNode report = api.json(LINKS + WEEK);
    assertThat(report.at("/lost/0/from").asText()).isEqualTo("https://gazette.example/b");
    assertThat(report.at("/lost/0/lostAt").asText()).isEqualTo(at.toString());
    assertThat(report.at("/total/lostBacklinks").asInt()).isEqualTo(1);
  }

  @Test
  void eachTableIsACsvThatNoSpreadsheetTakesForAFormula() {
    visits("date,page,referrer,visits\n2026-02-28,https://erabelle.example/rappel,=1+1,7\n");
    HttpResponse<String> domains = api.get(LINKS + ".csv" + WEEK + "&separator=semicolon");
    assertThat(domains.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/csv");
    assertThat(domains.body())
        .startsWith("\uFEFFdomain;source;own;mentions;")
        .contains("\r\ngazette.example;;false;1;1;1;0;50;1;1;0;2026-02-28T10:00:00Z;")
        .contains("\r\n'=1+1;;false;0;");
    assertThat(api.get(LINKS + ".csv" + WEEK + "&table=pages").body())
        .contains("\r\nhttps://www.erabelle.example/rappel/,1,1,1,1,0,50,1,1,7,");
    assertThat(api.get(LINKS + ".csv" + WEEK + "&table=backlinks").body())
        .contains("\r\nnew,https://gazette.example/b,gazette.example,");
    assertThat(api.get(LINKS + ".csv?table=x").statusCode()).isEqualTo(400);
  }

  @Test
  void lookingForLostLinksNeedsSitesAndTheRightToEdit() {
    assertThat(post(LINKS + "/check", "").statusCode()).isEqualTo(202);
    assertThat(api.json(LINKS).at("/check/endedAt").asText())
        .isEqualTo(api.clock.instant().toString());
    assertThat(post("/api/v1/brands/borealis/links/check", "").statusCode()).isEqualTo(409);
    assertThat(post("/api/v1/brands/personne/links/check", "").statusCode()).isEqualTo(404);
    var reader = api.keyWith(Scope.READ);
    HttpResponse<String> refused =
        api.send(
            api.request(LINKS + "/check")
                .header("Authorization", "Bearer " + reader.secret())
                .POST(BodyPublishers.noBody()));
    assertThat(refused.statusCode()).isEqualTo(403);
  }

  @Test
  void visitsAreKeptBesideMentionsAndTheSameFileTwiceIsOnce() {
    String file =
        "date,page,referrer,visits\n2026-02-28,https://erabelle.example/rappel,gazette.example,7\n"
            + "hier,,,1\n";
    for (int i = 0; i < 2; i++) {
      HttpResponse<String> answer = visits(file);
      assertThat(answer.statusCode()).isEqualTo(200);
      JsonNode told = ApiFixture.parse(answer.body());
      assertThat(told.path("kept").asInt()).isEqualTo(1);
      assertThat(told.at("/refused/0/line").asInt()).isEqualTo(3);
      assertThat(told.at("/refused/0/column").asText()).isEqualTo("date");
      assertThat(told.at("/imported/visits").asInt()).isEqualTo(7);
    }
    JsonNode report = api.json(LINKS + WEEK);
    assertThat(report.at("/pages/0/visits").asInt()).isEqualTo(7);
    assertThat(report.at("/domains/0/visits").asInt()).isEqualTo(7);

    HttpResponse<String> deleted =
        api.send(api.signed(VISITS + "?first=2026-02-01&last=2026-02-28").DELETE());
    assertThat(ApiFixture.parse(deleted.body()).path("days").asInt()).isEqualTo(1);
    assertThat(api.json(LINKS).at("/imported/rows").asInt()).isZero();
    assertThat(api.send(api.signed(VISITS + "?first=hier&last=2026-02-28").DELETE()).statusCode())
        .isEqualTo(400);
  }

  @Test
  void aFileThatIsNoneIsRefusedWithTheReason() {
    HttpResponse<String> answer = visits("n’importe quoi");
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("pas d’en-tête");
    assertThat(post(VISITS, "{}").statusCode()).isEqualTo(415);
  }

  @Test
  void aWebmentionIsTakenFromAnyoneAndItsStateIsShown() {
    HttpResponse<String> answer =
        webmention("source=https%3A%2F%2Fblogue.example%2F&target=https://erabelle.example/a");
    assertThat(answer.statusCode()).isEqualTo(201);
    String location = answer.headers().firstValue("Location").orElseThrow();
    HttpResponse<String> status = api.send(api.request(location));
    assertThat(ApiFixture.parse(status.body()).path("state").asText()).isEqualTo("waiting");
    assertThat(ApiFixture.parse(status.body()).path("source").asText())
        .isEqualTo("https://blogue.example/");
    assertThat(api.send(api.request("/webmention/absente")).statusCode()).isEqualTo(404);
  }

  @Test
  void aWebmentionThatIsNoneIsRefusedByField() {
    for (String wrong :
        List.of("", "source=https://a.example/", "target=https://a.example/", "source=&target=")) {
      assertThat(webmention(wrong).statusCode()).as(wrong).isEqualTo(400);
    }
    HttpResponse<String> target = webmention("source=https://a.example/&target=non");
    assertThat(target.statusCode()).isEqualTo(400);
    assertThat(ApiFixture.parse(target.body()).path("parameter").asText()).isEqualTo("target");
    HttpResponse<String> json =
        api.send(
            api.request("/webmention")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{}")));
    assertThat(json.statusCode()).isEqualTo(415);
    assertThat(webmention("source=" + "a".repeat(30_000)).statusCode()).isEqualTo(413);
  }

  @Test
  void whoSendsTooManyWaits() {
    String one = "source=https://a.example/&target=https://erabelle.example/";
    int taken = 0;
    while (webmention(one).statusCode() == 201 && taken < 100) {
      taken++;
    }
    assertThat(taken).isEqualTo(30);
    HttpResponse<String> refused = webmention(one);
    assertThat(refused.statusCode()).isEqualTo(429);
    assertThat(refused.headers().firstValue("Retry-After")).contains("2");
  }

  private HttpResponse<String> webmention(String form) {
    return api.send(
        api.request("/webmention")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form)));
  }

  private HttpResponse<String> visits(String csv) {
    return api.send(
        api.signed(VISITS).header("Content-Type", "text/csv").POST(BodyPublishers.ofString(csv)));
  }

  private HttpResponse<String> post(String path, String body) {
    return api.send(
        api.signed(path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body)));
  }
}
