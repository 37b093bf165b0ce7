package ouidire.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ouidire.core.history.SampleMention;
import ouidire.core.mention.Mention;
import ouidire.core.mention.MentionJson;
import ouidire.core.mention.SourceRef;

class PushTest {
  private static final String GOOD =
      "{\"text\":\"Bof, l'Érabelle.\",\"publishedAt\":\"2026-03-02T10:00:00-05:00\"}";

  @TempDir Path folder;
  private ApiFixture api;

  @BeforeEach
  void start() {
    api = ApiFixture.in(folder, ApiSettings.DEFAULTS.withPush(50_000, 20, Duration.ofSeconds(5)));
  }

  @AfterEach
  void stop() {
    api.close();
  }

  @Test
  void oneObjectIsAcceptedWithWhatIsMissingFilledIn() {
    JsonNode answer = answer(push("application/json", "?source=Forum%20interne", GOOD), 200);
    assertThat(answer.path("accepted").asInt()).isEqualTo(1);
    Mention kept = api.published.kept().getFirst();
    assertThat(kept.source()).isEqualTo(new SourceRef("webhook", "Forum interne"));
    assertThat(kept.collectedAt()).isEqualTo(api.clock.instant());
    assertThat(answer.path("results").get(0).path("id").asText()).isEqualTo(kept.id());
  }

  @Test
  void theSameAgainHasTheSameId() {
    push("application/json", "", GOOD);
    push("application/json", "", GOOD);
    List<Mention> kept = api.published.kept();
    assertThat(kept).hasSize(2);
    assertThat(kept.get(0).id()).isEqualTo(kept.get(1).id());
  }

  @Test
  void aBadOneNeverStopsTheRest() {
    String body =
        "["
            + GOOD
            + ",{\"text\":{\"deep\":[1,{\"er\":2}]},\"publishedAt\":\"x\"}"
            + ",17,[\"nested\",{}],null"
            + ",{\"text\":\"\",\"publishedAt\":\"2026-03-02T10:00:00Z\"}"
            + ",{\"text\":\"demain\",\"publishedAt\":\"2099-01-01T00:00:00Z\"}"
            + ","
            + GOOD.replace("Bof", "Encore")
            + "]";
    JsonNode answer = answer(push("application/json", "", body), 207);
    assertThat(answer.path("accepted").asInt()).isEqualTo(2);
    assertThat(answer.path("rejected").asInt()).isEqualTo(6);
    assertThat(answer.path("results")).hasSize(8);
    JsonNode wrong = answer.path("results").get(1);
    assertThat(wrong.path("status").asText()).isEqualTo("rejected");
    assertThat(wrong.path("error").path("field").asText()).isEqualTo("text");
    assertThat(wrong.path("error").path("retry").asBoolean()).isFalse();
    assertThat(answer.path("results").get(6).path("error").path("detail").asText())
        .contains("2099", "donnez la date");
    assertThat(api.published.kept()).extracting(Mention::text).last().asString().contains("Encore");
  }

  @Test
  void whatComesAfterBrokenJsonIsRefusedAndWhatCameBeforeIsKept() {
    JsonNode answer = answer(push("application/json", "", "[" + GOOD + ",{\"text\":\"é"), 207);
    assertThat(answer.path("accepted").asInt()).isEqualTo(1);
    assertThat(answer.path("rejected").asInt()).isEqualTo(1);
    JsonNode open = answer(push("application/json", "", "[" + GOOD), 207);
    assertThat(open.path("accepted").asInt()).isEqualTo(1);
  }

  @Test
  void linesAreReadEachByItself() {
    String body = GOOD + "\n\n{oups\r\n" + GOOD.replace("Bof", "Bien") + "\n";
    JsonNode answer = answer(push("application/x-ndjson", "", body), 207);
    assertThat(answer.path("accepted").asInt()).isEqualTo(2);
    assertThat(answer.path("results").get(1).path("error").path("detail").asText())
        .contains("pas du JSON lisible");
  }

  @Test
  void anExportedLineCanBePushed() {
    var exported = SampleMention.of("m1").text("Déjà vue").build();
    String line = new String(MentionJson.write(exported), java.nio.charset.StandardCharsets.UTF_8);
    answer(push("application/x-ndjson", "", line), 200);
    assertThat(api.published.kept()).containsExactly(exported.mention());
  }

  @Test
  void strangeTextsAreKeptOrRefusedButNeverBreakThePush() {
    String body =
        "["
            + GOOD.replace("Bof", "\\ud800 seul")
            + ","
            + GOOD.replace("Bof", "\\u0000 nul")
            + ","
            + GOOD.replace("Bof", "😀")
            + ","
            + GOOD.replace("Bof", "<script>alert(1)</script>")
            + "]";
    JsonNode answer = answer(push("application/json", "", body), 200);
    assertThat(answer.path("accepted").asInt()).isEqualTo(4);
    for (Mention kept : api.published.kept()) {
      assertThat(MentionJson.readMention(MentionJson.write(kept)).text()).isEqualTo(kept.text());
    }
  }

  @Test
  void limitsAreSaid() {
    assertThat(refused("application/json", "x".repeat(50_001), 413)).contains("50000");
    assertThat(refused("application/x-ndjson", (GOOD + "\n").repeat(21), 413)).contains("20");
    assertThat(refused("text/plain", GOOD, 415)).contains("application/x-ndjson");
    assertThat(refused("application/json", "\"texte\"", 400)).contains("objet JSON");
    assertThat(refused("application/json", "", 400)).contains("objet JSON");
    assertThat(refused("application/json", "{\"a\":\u0001", 400)).contains("JSON");
    assertThat(api.published.kept()).isEmpty();
  }

  @Test
  void whenNothingCanBeKeptThePusherIsToldToComeBack() {
    api.published.refuse(true);
    HttpResponse<String> answer = push("application/json", "", "[" + GOOD + "]");
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.headers().firstValue("Retry-After")).contains("5");
  }

  @Test
  void aBodyInWhichNothingIsJsonIsACallersErrorAndNotAResult() {
    for (String body : List.of("{oups", "[{oups", "{\"text\":\"Bof", "{]}")) {
      assertThat(refused("application/json", body, 400)).as(body).contains("JSON");
      assertThat(refused("application/x-ndjson", body + "\n" + body, 400)).contains("JSON");
    }
    assertThat(push("application/json", "", "{\"text\":\"\"}").statusCode())
        .as("JSON, but no mention")
        .isEqualTo(207);
  }

  @Test
  void whatAPushRefusesIsToldToWhoeverCounts() {
    push("application/json", "", "[" + GOOD + ",1,{\"text\":\"sans date\"}]");
    assertThat(api.published.refused()).isEqualTo(2);
    push("application/json", "", GOOD);
    assertThat(api.published.refused()).isEqualTo(2);
  }

  @Test
  void pushesAreCounted() {
    push("application/json", "", "[" + GOOD + ",1]");
    assertThat(api.meters.scrape())
        .contains("ouidire_api_pushed_total{status=\"accepted\"} 1.0")
        .contains("ouidire_api_pushed_total{status=\"rejected\"} 1.0");
  }

  private HttpResponse<String> push(String type, String parameters, String body) {
    return api.send(
        api.signed("/api/v1/mentions" + parameters)
            .header("Content-Type", type)
            .POST(BodyPublishers.ofString(body)));
  }

  private String refused(String type, String body, int status) {
    return answer(push(type, "", body), status).path("detail").asText();
  }

  private static JsonNode answer(HttpResponse<String> answer, int status) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    return ApiFixture.parse(answer.body());
  }
}
