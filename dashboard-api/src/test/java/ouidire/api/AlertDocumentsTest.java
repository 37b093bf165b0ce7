package ouidire.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ouidire.core.alert.Audience;
import ouidire.core.alert.Dispatch;
import ouidire.core.alert.Entry;

/** Rules, channels and the like, edited as every entry is. */
class AlertDocumentsTest {
  private static final String RULE =
      "{\"name\":\"Fuite\",\"kind\":\"leak\",\"filter\":{\"terms\":[\"projet boréal\"]},"
          + "\"when\":[{\"metric\":\"count\",\"atLeast\":1,\"window\":\"PT10M\"}]";

  @TempDir Path folder;
  private ApiFixture api;

  @BeforeEach
  void start() {
    api = ApiFixture.in(folder);
  }

  @AfterEach
  void stop() {
    api.close();
  }

  private HttpResponse<String> send(String method, String path, String body) {
    return api.send(
        api.signed(path)
            .header("Content-Type", "application/json")
            .header("Accept-Language", "fr")
            .method(method, BodyPublishers.ofString(body)));
  }

  private JsonNode sent(String method, String path, String body) {
    HttpResponse<String> answer = send(method, path, body);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return ApiFixture.parse(answer.body());
  }

  @Test
  void aRuleIsMadeChangedUndoneAndDeleted() {
    String path = "/api/v1/rules/fuite";
    JsonNode made = sent("PUT", path, RULE + ",\"version\":0}");
    assertThat(made.path("origin").asText()).isEqualTo("added");
    assertThat(made.path("changedBy").asText()).isEqualTo(api.key.key().name());
    assertThat(made.at("/quality/pagesLast7Days").asInt()).isZero();
    long version = made.path("version").asLong();
    sent("PUT", path, RULE.replace("Fuite", "Fuites") + ",\"version\":" + version + "}");
    assertThat(send("PUT", path, RULE + ",\"version\":" + version + "}").statusCode())
        .isEqualTo(409);
    assertThat(api.json(path + "/history").path("changes")).hasSize(2);
    assertThat(sent("POST", path + "/undo", "{}").path("name").asText()).isEqualTo("Fuite");
    assertThat(send("DELETE", path, "").statusCode()).isEqualTo(204);
    assertThat(api.get(path).statusCode()).isEqualTo(404);
  }

  @Test
  void whatIsShippedIsChangedAndBroughtBackNotRemoved() {
    String path = "/api/v1/rules/crisis";
    assertThat(api.json(path).path("origin").asText()).isEqualTo("configured");
    assertThat(send("DELETE", path, "").statusCode()).isEqualTo(404);
    JsonNode off = sent("PUT", path, "{\"kind\":\"crisis\",\"enabled\":false,\"version\":0}");
    assertThat(off.path("origin").asText()).isEqualTo("edited");
    assertThat(send("DELETE", path, "").statusCode()).isEqualTo(204);
    assertThat(api.json(path).path("enabled").asBoolean()).isTrue();
  }

  @Test
  void whatIsWrongIsSaidByItsPathInTheReadersLanguage() {
    String bad = RULE.replace("PT10M", "PT90H") + "}";
    JsonNode problem = ApiFixture.parse(send("PUT", "/api/v1/rules/fuite", bad).body());
    assertThat(problem.path("parameter").asText()).isEqualTo("when[0].window");
    assertThat(problem.path("detail").asText()).contains("donnez");
    JsonNode query =
        ApiFixture.parse(
            send(
                    "PUT",
                    "/api/v1/rules/q",
                    "{\"filter\":{\"q\":\"oups AND (\"},\"kind\":\"crisis\"}")
                .body());
    assertThat(query.path("parameter").asText()).isEqualTo("q");
    JsonNode channel =
        ApiFixture.parse(send("PUT", "/api/v1/channels/c", "{\"kind\":\"slack\"}").body());
    assertThat(channel.path("parameter").asText()).isEqualTo("secrets.url");
    JsonNode person =
        ApiFixture.parse(send("PUT", "/api/v1/people/Marie", "{\"name\":\"Marie\"}").body());
    assertThat(person.path("parameter").asText()).isEqualTo("id");
    JsonNode role =
        ApiFixture.parse(send("PUT", "/api/v1/roles/ti", "{\"rota\":{\"people\":[]}}").body());
    assertThat(role.path("parameter").asText()).isEqualTo("rota.people");
  }

  @Test
  void aRuleForABrandThatDoesNotExistIsRefusedWithThoseThatDo() {
    String misspelt = RULE + ",\"brands\":[\"erabelle\",\"erabele\"]}";
    HttpResponse<String> answer = send("PUT", "/api/v1/rules/fuite", misspelt);
    assertThat(answer.statusCode()).isEqualTo(400);
    JsonNode problem = ApiFixture.parse(answer.body());
    assertThat(problem.path("parameter").asText()).isEqualTo("brands[1]");
    assertThat(problem.path("detail").asText()).contains("erabele", "erabelle");
    assertThat(api.get("/api/v1/rules/fuite").statusCode()).isEqualTo(404);
  }

  @Test
  void theRoutingIsOneEntryAndCanBeAskedBeforeItIsKept() {
    assertThat(api.json("/api/v1/routes").path("version").asLong()).isZero();
    sent("PUT", "/api/v1/roles/juridique", "{\"name\":\"Juridique\"}");
    String tree = "{\"routes\":[{\"name\":\"Crises\",\"steps\":[{\"roles\":[\"juridique\"]}]}]}";
    JsonNode asked =
        sent(
            "POST",
            "/api/v1/routes/test",
            tree.replace("{\"routes", "{\"severity\":\"crisis\",\"routes"));
    assertThat(asked.path("found").asBoolean()).isTrue();
    assertThat(sent("POST", "/api/v1/routes/test", "{}").path("found").asBoolean()).isFalse();
    assertThat(send("POST", "/api/v1/routes/test", "{\"severity\":\"grave\"}").statusCode())
        .isEqualTo(400);
    assertThat(sent("PUT", "/api/v1/routes", tree).path("origin").asText()).isEqualTo("edited");
    assertThat(api.json("/api/v1/routes/history").path("changes")).hasSize(1);
    assertThat(sent("POST", "/api/v1/routes/undo", "{}").path("routes")).isEmpty();
  }

  @Test
  void theOneOnCallAndTheNextAreNamed() {
    sent("PUT", "/api/v1/people/marie", "{\"name\":\"Marie\"}");
    sent("PUT", "/api/v1/people/omar", "{\"name\":\"Omar\"}");
    sent(
        "PUT",
        "/api/v1/roles/ti",
        "{\"name\":\"TI\",\"audience\":\"it\",\"rota\":{\"people\":[\"marie\",\"omar\"],"
            + "\"start\":\"2026-03-02\",\"days\":1}}");
    JsonNode role = api.json("/api/v1/on-call").path("roles").get(0);
    assertThat(role.path("personName").asText()).isEqualTo("Marie");
    assertThat(role.at("/turns/0/personName").asText()).isEqualTo("Omar");
    assertThat(role.at("/turns/0/from").asText()).isEqualTo("2026-03-03T14:00:00Z");
    assertThat(role.at("/turns/1/personName").asText()).isEqualTo("Marie");
  }

  @Test
  void aChannelSaysHowItHasWorked() {
    sent(
        "PUT",
        "/api/v1/channels/crochet",
        "{\"kind\":\"webhook\",\"settings\":{\"url\":\"https://a.example/\"}}");
    api.incidents.fires("i2", api.clock.instant());
    api.incidents.notes(
        "i2", Entry.Kind.DELIVERY_GIVEN_UP, Map.of("channel", "crochet", "reason", "status 410"));
    JsonNode state = api.json("/api/v1/channels/crochet").path("state");
    assertThat(state.path("dead").asBoolean()).isTrue();
    assertThat(state.path("lastError").asText()).isEqualTo("réponse 410");
    assertThat(state.path("lastCode").asText()).isEqualTo("status 410");
    api.incidents.notes("i2", Entry.Kind.DELIVERED, Map.of("channel", "crochet"));
    assertThat(api.json("/api/v1/channels/crochet").at("/state/dead").asBoolean()).isFalse();
  }

  /** The log has the first try in vain alone: the message that waits knows of the last. */
  @Test
  void aChannelThatIsTriedInVainSaysSinceWhenAndWhyItFails() {
    sent(
        "PUT",
        "/api/v1/channels/crochet",
        "{\"kind\":\"webhook\",\"settings\":{\"url\":\"https://a.example/\"}}");
    Instant start = api.clock.instant();
    api.incidents.fires("i2", start);
    api.incidents.notes(
        "i2", Entry.Kind.DELIVERY_FAILED, Map.of("channel", "crochet", "reason", "status 502"));
    Instant last = start.plusSeconds(400);
    Dispatch owed =
        new Dispatch(
                "i2:1",
                "crochet",
                "crochet",
                Audience.COMMUNICATIONS,
                Dispatch.Action.TRIGGER,
                start,
                start,
                1,
                Dispatch.State.WAITING,
                "status 502",
                null,
                null)
            .sending(last)
            .triedInVain()
            .with(Dispatch.State.WAITING, last.plusSeconds(60), "status 503");
    api.incidents.owes("i2", owed);
    JsonNode state = api.json("/api/v1/channels/crochet").path("state");
    assertThat(state.path("failingSince").asText()).isEqualTo(start.plusSeconds(1).toString());
    assertThat(state.path("lastFailedAt").asText()).isEqualTo(last.toString());
    assertThat(state.path("lastError").asText()).isEqualTo("réponse 503");
    assertThat(state.path("waiting").asInt()).isEqualTo(1);
    assertThat(state.path("dead").asBoolean(true)).isFalse();
    api.incidents.owes("i2");
    api.incidents.notes("i2", Entry.Kind.DELIVERED, Map.of("channel", "crochet"));
    JsonNode better = api.json("/api/v1/channels/crochet").path("state");
    assertThat(better.path("failingSince").isNull()).isTrue();
    assertThat(better.path("lastFailedAt").asText()).isEqualTo(start.plusSeconds(1).toString());
  }

  private String refused(int status, String method, String path, String body) {
    HttpResponse<String> answer = send(method, path, body);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    JsonNode problem = ApiFixture.parse(answer.body());
    return problem.path("parameter").asText() + "|" + problem.path("detail").asText();
  }

  /** Without conditions a rule is the detection of crises, and would join each of them. */
  @Test
  void aRuleWithoutConditionsIsRefusedUnlessItIsTheDetectionOfCrises() {
    assertThat(refused(400, "PUT", "/api/v1/rules/fuite", "{\"kind\":\"leak\"}"))
        .startsWith("when|")
        .contains("au moins une condition");
    assertThat(
            refused(
                400,
                "POST",
                "/api/v1/rules/backtest",
                "{\"rule\":{\"id\":\"x\",\"kind\":\"leak\"}}"))
        .startsWith("when|");
    sent("PUT", "/api/v1/rules/rivale", "{\"kind\":\"crisis\",\"brands\":[\"erabelle\"]}");
  }

  @Test
  void aBacktestOfAnUnknownBrandOrOfTheFutureIsRefused() {
    String rule = "{\"rule\":" + RULE + ",\"id\":\"x\",\"brands\":[\"erabele\"]}}";
    assertThat(refused(400, "POST", "/api/v1/rules/backtest", rule)).startsWith("brands[0]|");
    assertThat(
            refused(
                400,
                "POST",
                "/api/v1/rules/backtest",
                "{\"rule\":\"crisis\",\"from\":\"2990-01-01T00:00:00Z\",\"to\":\"2990-02-01T00:00:00Z\"}"))
        .startsWith("from|")
        .contains("passé");
  }

  /** Each of these would tell nobody, on the day it matters. */
  @Test
  void whatNamesSomethingThatDoesNotExistIsRefusedByItsPath() {
    assertThat(refused(400, "PUT", "/api/v1/people/ana", "{\"channels\":[\"absent\"]}"))
        .startsWith("channels[0]|");
    assertThat(
            refused(
                400,
                "PUT",
                "/api/v1/roles/garde",
                "{\"rota\":{\"people\":[\"ana\"],\"start\":\"2026-11-01\"}}"))
        .startsWith("rota.people[0]|");
    assertThat(
            refused(
                400,
                "PUT",
                "/api/v1/routes",
                "{\"routes\":[{\"branches\":[{\"steps\":[{\"roles\":[\"garde\"]}]}]}]}"))
        .startsWith("routes[0].branches[0].steps[0].roles[0]|");
    assertThat(refused(400, "PUT", "/api/v1/routes", "{\"routes\":[{\"brands\":[\"erabele\"]}]}"))
        .startsWith("routes[0].brands[0]|");
    assertThat(refused(400, "PUT", "/api/v1/routes", "{\"routes\":[{\"steps\":[{\"roles\":[]}]}]}"))
        .startsWith("routes[0].steps[0].roles|");
    assertThat(
            refused(
                400, "PUT", "/api/v1/routes", "{\"routes\":[{\"hours\":{\"from\":\"22:00\"}}]}"))
        .startsWith("routes[0].hours.to|");
    assertThat(
            refused(
                400,
                "PUT",
                "/api/v1/playbooks/p",
                "{\"steps\":[{\"role\":\"garde\",\"text\":\"lire\"}]}"))
        .startsWith("steps[0].role|");
    assertThat(
            refused(
                400,
                "PUT",
                "/api/v1/campaigns/c",
                "{\"from\":\"2026-01-01T00:00:00Z\",\"to\":\"2026-01-02T00:00:00Z\","
                    + "\"brands\":[\"erabele\"]}"))
        .startsWith("brands[0]|");
    assertThat(refused(400, "PUT", "/api/v1/rules/f", RULE + ",\"playbook\":\"absent\"}"))
        .startsWith("playbook|");
  }

  @Test
  void whatOthersNameCannotGo() {
    sent("PUT", "/api/v1/channels/salon", "{\"kind\":\"page\"}");
    sent("PUT", "/api/v1/people/ana", "{\"name\":\"Ana\",\"channels\":[\"salon\"]}");
    assertThat(refused(409, "DELETE", "/api/v1/channels/salon", "{}")).contains("Ana");
    assertThat(send("DELETE", "/api/v1/people/ana", "{}").statusCode()).isEqualTo(204);
    assertThat(send("DELETE", "/api/v1/channels/salon", "{}").statusCode()).isEqualTo(204);
  }

  @Test
  void aChannelThatCouldNotSendIsRefusedWhileItIsWritten() {
    assertThat(
            refused(
                400,
                "PUT",
                "/api/v1/channels/ml",
                "{\"kind\":\"email\",\"settings\":{\"host\":\"smtp.example\",\"port\":\"abc\","
                    + "\"from\":\"a@b.example\",\"to\":\"c@d.example\"}}"))
        .startsWith("settings.port|")
        .contains("abc", "1 à 65535");
    assertThat(
            refused(
                400,
                "PUT",
                "/api/v1/channels/s",
                "{\"kind\":\"slack\",\"secrets\":{\"url\":\"tenu\"}}"))
        .startsWith("secrets.url|")
        .doesNotContain("tenu");
  }

  @Test
  void namesThatShipAreInTheReadersLanguage() {
    String path = "/api/v1/rules/crisis";
    HttpResponse<String> english = api.send(api.signed(path).header("Accept-Language", "en").GET());
    assertThat(ApiFixture.parse(english.body()).path("label").asText())
        .isEqualTo("Crisis detection");
    JsonNode french = sent("GET", path, "");
    assertThat(french.path("label").asText()).isEqualTo("Détection de crise");
    sent("PUT", path, "{\"kind\":\"crisis\",\"name\":\"Vigie\"}");
    HttpResponse<String> named = api.send(api.signed(path).header("Accept-Language", "en").GET());
    assertThat(ApiFixture.parse(named.body()).path("label").asText()).isEqualTo("Vigie");
  }
}
