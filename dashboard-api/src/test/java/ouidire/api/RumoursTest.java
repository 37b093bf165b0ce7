package ouidire.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ouidire.core.history.SampleMention;

/** Stories called rumours over HTTP. */
class RumoursTest {
  private static final String RUMOUR = "/api/v1/rumours/r";

  @TempDir Path folder;
  private ApiFixture api;

  @BeforeEach
  void start() {
    api = ApiFixture.in(folder);
    api.history.add(
        SampleMention.of("r").build(),
        SampleMention.of("r1").inStory("r").build(),
        SampleMention.of("s").build(),
        SampleMention.of("s1").inStory("s").build());
  }

  @AfterEach
  void stop() {
    api.close();
  }

  @Test
  void aStoryIsMarkedWithWhoAndWhenAndUnmarkedAgain() {
    JsonNode marked = ok(put("{}"));
    assertThat(marked.path("changedBy").asText()).isEqualTo("Premier démarrage");
    assertThat(marked.path("changedAt").asText()).isEqualTo(api.clock.instant().toString());
    assertThat(api.json("/api/v1/rumours").path("rumours")).hasSize(1);
    assertThat(api.json("/api/v1/stories/r").path("rumour").asBoolean()).isTrue();
    assertThat(api.json("/api/v1/stories/s").path("rumour").asBoolean()).isFalse();
    ok(
        put(
            "{'ourVersion':{'text':'C’est faux.','link':'https://nordika.test/vrai','mention':'s'}}"));
    JsonNode undone = ok(post(RUMOUR + "/undo", "{}"));
    assertThat(undone.has("ourVersion")).isFalse();
    assertThat(api.json(RUMOUR + "/history").path("changes")).hasSize(3);
    assertThat(api.send(api.signed(RUMOUR).DELETE()).statusCode()).isEqualTo(204);
    assertThat(api.json("/api/v1/rumours").path("rumours")).isEmpty();
    assertThat(api.get(RUMOUR + "/report").statusCode()).isEqualTo(404);
  }

  @Test
  void theListOfStoriesCanBeOfRumoursOnly() {
    assertThat(stories("?rumours=only")).isEmpty();
    ok(put("{}"));
    assertThat(stories("")).hasSize(2);
    JsonNode only = stories("?rumours=only");
    assertThat(only).hasSize(1);
    assertThat(only.get(0).path("id").asText()).isEqualTo("r");
    assertThat(only.get(0).path("rumour").asBoolean()).isTrue();
    assertThat(stories("?rumours=only&story=s")).isEmpty();
    assertThat(api.get("/api/v1/stories?rumours=all").statusCode()).isEqualTo(400);
  }

  @Test
  void theReportSaysBothSidesWithTheFormula() {
    ok(put("{'ourVersion':{'link':'https://nordika.test/vrai'}}"));
    JsonNode report = api.json(RUMOUR + "/report");
    assertThat(report.at("/rumour/mentions").asLong()).isEqualTo(2);
    assertThat(report.at("/rumour/query").asText()).isEqualTo("story:\"r\"");
    assertThat(report.at("/toneBefore/n").asLong()).isEqualTo(2);
    assertThat(report.path("formula").asText()).contains("mise au point");
  }

  @Test
  void aKeyThatIsNoneIsRefusedWithTheOneThatWasMeant() {
    HttpResponse<String> refused = put("{'ourVersion':{'texte':'C’est faux.'}}");
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.body())
        .contains("\"parameter\":\"ourVersion.texte\"", "C’est faux", "vouliez-vous dire");
    assertThat(put("{'notreVersion':{}}").body()).contains("ourVersion");
    assertThat(api.get(RUMOUR).statusCode()).as("nothing was kept").isEqualTo(404);
  }

  @Test
  void whatCannotBeOurVersionIsRefusedByField() {
    assertThat(field("{'ourVersion':{'link':'javascript:alert(1)'}}")).isEqualTo("link");
    assertThat(field("{'ourVersion':{'link':'https://a.test/b OR x'}}")).isEqualTo("link");
    assertThat(field("{'ourVersion':{'mention':'personne'}}")).isEqualTo("mention");
    assertThat(field("{'ourVersion':{'mention':'r'}}")).isEqualTo("mention");
    assertThat(field("{'ourVersion':{'at':'hier'}}")).isEqualTo("at");
    assertThat(field("{'ourVersion':'C’est faux.'}")).isEqualTo("ourVersion");
    String absent = "/api/v1/rumours/personne";
    assertThat(api.send(body(absent).PUT(BodyPublishers.ofString("{}"))).statusCode())
        .isEqualTo(404);
  }

  private JsonNode stories(String query) {
    return api.json("/api/v1/stories" + query).path("stories");
  }

  private String field(String body) {
    HttpResponse<String> answer = put(body);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    return ApiFixture.parse(answer.body()).path("parameter").asText();
  }

  private static JsonNode ok(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return ApiFixture.parse(answer.body());
  }

  private HttpResponse<String> put(String body) {
    return api.send(body(RUMOUR).PUT(BodyPublishers.ofString(body.replace('\'', '"'))));
  }

  private HttpResponse<String> post(String path, String body) {
    return api.send(body(path).POST(BodyPublishers.ofString(body)));
  }

  private java.net.http.HttpRequest.Builder body(String path) {
    return api.signed(path).header("Content-Type", "application/json");
  }
}
