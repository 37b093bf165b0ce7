package ouidire.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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
            send("PUT", "/api/v1/rules/q", "{\"filter\":{\"q\":\"oups AND (\"}}").body());
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
    assertThat(state.path("lastError").asText()).isEqualTo("status 410");
    api.incidents.notes("i2", Entry.Kind.DELIVERED, Map.of("channel", "crochet"));
    assertThat(api.json("/api/v1/channels/crochet").at("/state/dead").asBoolean()).isFalse();
  }
}
