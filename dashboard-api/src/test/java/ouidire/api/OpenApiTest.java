package ouidire.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ouidire.core.alert.Alert;
import ouidire.core.alert.Reason;
import ouidire.core.brand.Site;
import ouidire.core.history.SampleMention;
import ouidire.core.mention.ToneLabel;
import ouidire.core.source.SourceStatus;

class OpenApiTest {
  /** The dashboard's own files are no part of the API. */
  private static final Set<String> SITE = Set.of("GET /", "GET /*");

  @TempDir Path folder;
  private ApiFixture api;
  private JsonNode description;

  @BeforeEach
  void start() {
    api = ApiFixture.in(folder);
    description = ApiFixture.parse(api.send(api.request("/openapi.json")).body());
    api.history.add(
        SampleMention.of("copie").copyOf("m1").build(),
        SampleMention.of("m1")
            .brand("erabelle", ToneLabel.NEGATIVE)
            .links("https://a.example/")
            .engagement(1L, null, 3L)
            .build());
    api.incidents.fires("i1", Instant.EPOCH);
    api.sources.add(
        new SourceStatus(
            "s1",
            "rss",
            "Fil",
            null,
            SourceStatus.State.WAITING,
            null,
            null,
            Instant.EPOCH,
            0,
            null,
            0));
    api.alerts.raise(
        new Alert(
            "a1",
            "erabelle",
            Alert.Severity.WARNING,
            Alert.State.RESOLVED,
            Instant.EPOCH,
            Instant.EPOCH.plusSeconds(60),
            "volume",
            9,
            2,
            3.5,
            new Reason("quatre fois plus", "four times more"),
            List.of("m1")));
  }

  @AfterEach
  void stop() {
    api.close();
  }

  @Test
  void itDescribesExactlyTheRoutesThereAre() {
    Set<String> there = new TreeSet<>();
    for (ApiRoutes.Route route : api.server.routes()) {
      there.add(route.method().name() + " " + route.path());
    }
    there.removeAll(SITE);
    Set<String> described = new TreeSet<>();
    for (Map.Entry<String, JsonNode> path : description.path("paths").properties()) {
      path.getValue()
          .fieldNames()
          .forEachRemaining(
              method -> described.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey()));
    }
    assertThat(described).isEqualTo(there);
  }

  @Test
  void itSaysWhoMayCallAsTheTableDoes() {
    Map<Access, String> words =
        Map.of(
            Access.OPEN, "open",
            Access.SIGNED_IN, "any key or session",
            Access.READ, "read",
            Access.PUBLISH, "publish",
            Access.EDIT, "edit",
            Access.ADMIN, "admin",
            Access.READ_OR_LOCAL, "read, or a program on this machine");
    for (ApiRoutes.Route route : api.server.routes()) {
      if (!SITE.contains(route.method().name() + " " + route.path())) {
        JsonNode operation = operation(route.method().name(), route.path());
        assertThat(operation.path("x-access").asText())
            .as(route.path())
            .isEqualTo(words.get(route.access()));
        assertThat(operation.has("security")).isEqualTo(route.access() == Access.OPEN);
      }
    }
  }

  @Test
  void everyReferenceLeadsSomewhere() {
    List<String> lost = new ArrayList<>();
    for (JsonNode reference : description.findValues("$ref")) {
      if (description.at(reference.asText().substring(1)).isMissingNode()) {
        lost.add(reference.asText());
      }
    }
    assertThat(lost).isEmpty();
    assertThat(description.path("openapi").asText()).isEqualTo("3.1.0");
  }

  @Test
  void theParametersDescribedAreThoseThatAreTaken() {
    for (Map.Entry<String, JsonNode> path : description.path("paths").properties()) {
      JsonNode get = path.getValue().path("get");
      if (!path.getKey().startsWith("/api/v1/") || get.isMissingNode()) {
        continue;
      }
      Set<String> described = new HashSet<>();
      for (JsonNode each : get.path("parameters")) {
        JsonNode parameter = description.at(each.path("$ref").asText().substring(1));
        if (parameter.path("in").asText().equals("query")) {
          described.add(parameter.path("name").asText());
        }
      }
      String detail =
          ApiFixture.parse(api.get(path.getKey().replace("{id}", "m1") + "?surely-not=1").body())
              .path("detail")
              .asText();
      String known = detail.substring(detail.lastIndexOf(':') + 1).replace(".", "").strip();
      Set<String> taken = known.equals("—") ? Set.of() : Set.of(known.split(", "));
      assertThat(described).as(path.getKey()).isEqualTo(taken);
    }
  }

  @Test
  void answersKeepToTheirSchemas() {
    for (String path :
        List.of(
            "/api/v1/brands",
            "/api/v1/searches",
            "/api/v1/lists",
            "/api/v1/corrections",
            "/api/v1/rumours",
            "/api/v1/metrics/totals",
            "/api/v1/metrics/forecast",
            "/api/v1/metrics/contributions",
            "/api/v1/metrics/accounts",
            "/api/v1/word-rules",
            "/api/v1/mentions",
            "/api/v1/mentions?limit=1&order=oldest",
            "/api/v1/metrics/count",
            "/api/v1/metrics/count?unit=stories",
            "/api/v1/metrics/timeline?unit=sources",
            "/api/v1/metrics/questions",
            "/api/v1/metrics/questions?brand=erabelle",
            "/api/v1/stories",
            "/api/v1/stories?limit=1",
            "/api/v1/metrics/timeline?split=tone",
            "/api/v1/metrics/timeline?bucket=hour",
            "/api/v1/metrics/top?by=link",
            "/api/v1/metrics/share-of-voice",
            "/api/v1/metrics/tone",
            "/api/v1/metrics/tone?brand=personne",
            "/api/v1/sources",
            "/api/v1/alerts",
            "/api/v1/incidents",
            "/api/v1/rules",
            "/api/v1/channels",
            "/api/v1/people",
            "/api/v1/roles",
            "/api/v1/campaigns",
            "/api/v1/playbooks",
            "/api/v1/routes",
            "/api/v1/on-call",
            "/api/v1/drill",
            "/api/v1/status",
            "/api/v1/session",
            "/api/v1/keys",
            "/health/live",
            "/health/ready")) {
      assertValid("GET", path.replaceAll("\\?.*", ""), api.get(path));
    }
    assertValid("GET", "/api/v1/mentions/{id}", api.get("/api/v1/mentions/m1"));
    assertValid(
        "GET", "/api/v1/mentions/{id}/contribution", api.get("/api/v1/mentions/m1/contribution"));
    assertValid("GET", "/api/v1/stories/{id}", api.get("/api/v1/stories/m1"));
    assertValid("GET", "/api/v1/stories/{id}", api.get("/api/v1/stories/absent"));
    assertValid("GET", "/api/v1/incidents/{id}", api.get("/api/v1/incidents/i1"));
    assertValid("GET", "/api/v1/incidents/{id}/evidence", api.get("/api/v1/incidents/i1/evidence"));
    assertValid("POST", "/api/v1/routes/test", post("/api/v1/routes/test", "{}"));
    assertValid(
        "POST", "/api/v1/rules/backtest", post("/api/v1/rules/backtest", "{\"rule\":\"crisis\"}"));
  }

  @Test
  void answersAboutLinksKeepToTheirSchemas() {
    api.brands.set(0, ApiFixture.ERABELLE.withSites(List.of(new Site("a.example", 0, ""))));
    HttpResponse<String> imported =
        api.send(
            api.signed("/api/v1/brands/erabelle/visits")
                .header("Content-Type", "text/csv")
                .POST(
                    BodyPublishers.ofString(
                        "date,page,referrer,visits\n2026-03-02,https://a.example/,google,7\nx,,,1")));
    assertValid("POST", "/api/v1/brands/{id}/visits", imported);
    String links = "/api/v1/brands/{id}/links";
    JsonNode report = ApiFixture.parse(api.get("/api/v1/brands/erabelle/links").body());
    assertThat(report.path("pages")).isNotEmpty();
    assertThat(report.path("domains")).hasSizeGreaterThan(1);
    assertValid("GET", links, api.get("/api/v1/brands/erabelle/links"));
    assertValid("GET", links, api.get("/api/v1/brands/erabelle/links?scope=all&from=2026-01-01"));
    assertValid("GET", links, api.get("/api/v1/brands/personne/links"));
    assertValid("POST", links + "/check", post("/api/v1/brands/erabelle/links/check", "{}"));
    HttpResponse<String> webmention =
        api.send(
            api.request("/webmention")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(
                    BodyPublishers.ofString(
                        "source=https://b.example/&target=https://a.example/")));
    assertValid("POST", "/webmention", webmention);
    String receipt = webmention.headers().firstValue("Location").orElseThrow();
    assertValid("GET", "/webmention/{id}", api.send(api.request(receipt)));
  }

  @Test
  void answersToChangesKeepToTheirSchemas() {
    assertValid(
        "POST",
        "/api/v1/mentions",
        post("/api/v1/mentions", "[{\"text\":\"a\",\"publishedAt\":\"2026-03-01T00:00:00Z\"}]"));
    assertValid("POST", "/api/v1/mentions", post("/api/v1/mentions", "[{\"text\":\"a\"},1]"));
    HttpResponse<String> existing =
        post("/api/v1/mentions/existing", "{\"ids\":[\"absent\",\"m1\"]}");
    assertValid("POST", "/api/v1/mentions/existing", existing);
    assertThat(existing.body()).isEqualTo("{\"existing\":[\"m1\"]}");
    for (String wrong : List.of("{}", "{\"ids\":[1]}", "oups")) {
      assertThat(post("/api/v1/mentions/existing", wrong).statusCode()).as(wrong).isEqualTo(400);
    }
    assertValid(
        "POST", "/api/v1/keys", post("/api/v1/keys", "{\"name\":\"a\",\"scopes\":[\"read\"]}"));
  }

  @Test
  void answersOfEditingKeepToTheirSchemas() {
    edited("brands", "{\"name\":\"Nordika\",\"query\":\"nordika\"}");
    edited("searches", "{\"name\":\"À suivre\",\"filters\":{\"q\":[\"rappel\"]}}");
    edited("lists", "{\"name\":\"Presse\",\"class\":\"press\",\"sites\":[\"presse.example\"]}");
    edited("lists", "{\"name\":\"Presse\",\"authors\":[\"@a\"]}");
    edited("rules", "{\"name\":\"Fuite\",\"when\":[{\"metric\":\"count\",\"atLeast\":1}]}");
    edited("channels", "{\"name\":\"Page\",\"kind\":\"page\"}");
    edited("people", "{\"name\":\"Marie\"}");
    edited("roles", "{\"name\":\"Direction\"}");
    edited("playbooks", "{\"name\":\"Grève\",\"steps\":[{\"role\":\"ti\",\"text\":\"Lire\"}]}");
    edited(
        "campaigns",
        "{\"name\":\"Soldes\",\"from\":\"2026-03-02T00:00:00Z\",\"to\":\"2026-03-04T00:00:00Z\"}");
    assertValid("GET", "/api/v1/channels", api.get("/api/v1/channels"));
    post("/api/v1/searches/a1/undo", "{}");
    put("/api/v1/searches/a1", "{\"name\":\"B\"}");
    assertValid(
        "POST", "/api/v1/searches/{id}/feed-token", post("/api/v1/searches/a1/feed-token", "{}"));
    assertValid("GET", "/api/v1/searches", api.get("/api/v1/searches"));
    assertValid("GET", "/api/v1/lists", api.get("/api/v1/lists"));
    for (String query : List.of("nordika", "(")) {
      assertValid(
          "POST",
          "/api/v1/query/validate",
          post("/api/v1/query/validate", "{\"query\":\"" + query + "\"}"));
    }
    String ask = "{\"query\":\"rien\",\"mention\":\"m1\",\"from\":\"x\"}";
    for (String verb : List.of("preview", "explain", "translate")) {
      assertValid("POST", "/api/v1/query/" + verb, post("/api/v1/query/" + verb, ask));
    }
  }

  @Test
  void rumoursKeepToTheirSchemas() {
    String ours = "{\"ourVersion\":{\"text\":\"Faux.\",\"mention\":\"copie\"}}";
    assertValid("PUT", "/api/v1/rumours/{id}", put("/api/v1/rumours/m1", ours));
    assertValid("GET", "/api/v1/rumours/{id}", api.get("/api/v1/rumours/m1"));
    assertValid("GET", "/api/v1/rumours/{id}/report", api.get("/api/v1/rumours/m1/report"));
    assertValid("GET", "/api/v1/rumours/{id}/history", api.get("/api/v1/rumours/m1/history"));
    assertValid("GET", "/api/v1/stories", api.get("/api/v1/stories?rumours=only"));
    put("/api/v1/rumours/m1", "{}");
    assertValid("GET", "/api/v1/rumours/{id}/report", api.get("/api/v1/rumours/m1/report"));
    assertValid("POST", "/api/v1/rumours/{id}/undo", post("/api/v1/rumours/m1/undo", "{}"));
  }

  private void edited(String kind, String body) {
    String path = "/api/v1/" + kind + "/{id}";
    assertValid("PUT", path, put("/api/v1/" + kind + "/a1", body));
    assertValid("GET", path, api.get("/api/v1/" + kind + "/a1"));
    assertValid("GET", path + "/history", api.get("/api/v1/" + kind + "/a1/history"));
    put("/api/v1/" + kind + "/a1", body.replace("name\":\"", "name\":\"Z "));
    assertValid("POST", path + "/undo", post("/api/v1/" + kind + "/a1/undo", "{}"));
  }

  private HttpResponse<String> put(String path, String body) {
    return api.send(
        api.signed(path)
            .header("Content-Type", "application/json")
            .PUT(BodyPublishers.ofString(body)));
  }

  @Test
  void problemsKeepToTheirSchema() {
    for (String path : List.of("/api/v1/mentions?q=(", "/api/v1/mentions?x=1")) {
      assertValid("GET", "/api/v1/mentions", api.get(path));
    }
    assertValid("GET", "/api/v1/brands", api.send(api.request("/api/v1/brands")));
    assertValid("GET", "/api/v1/mentions/{id}", api.get("/api/v1/mentions/absent"));
    assertValid("POST", "/api/v1/keys", post("/api/v1/keys", "{}"));
  }

  @Test
  void theSchemasBite() {
    JsonNode page = ApiFixture.parse(api.get("/api/v1/mentions").body());
    ((ObjectNode) page.path("mentions").get(0).path("analysis").path("tone")).put("label", "meh");
    assertThat(validate(response("GET", "/api/v1/mentions", 200), "application/json", page))
        .isNotEmpty();
  }

  private HttpResponse<String> post(String path, String body) {
    return api.send(
        api.signed(path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body)));
  }

  private void assertValid(String method, String path, HttpResponse<String> answer) {
    String type = answer.headers().firstValue("Content-Type").orElseThrow().replaceAll(";.*", "");
    JsonNode response = response(method, path, answer.statusCode());
    assertThat(response.path("content").has(type)).as("%s %s: %s", method, path, type).isTrue();
    assertThat(validate(response, type, ApiFixture.parse(answer.body())))
        .as("%s %s %s", method, path, answer.statusCode())
        .isEmpty();
  }

  private JsonNode response(String method, String path, int status) {
    JsonNode responses = operation(method, path).path("responses");
    JsonNode response = responses.path(String.valueOf(status));
    if (response.isMissingNode()) {
      response = responses.path("default");
    }
    String reference = response.path("$ref").asText();
    return reference.isEmpty() ? response : description.at(reference.substring(1));
  }

  private JsonNode operation(String method, String path) {
    return description.path("paths").path(path).path(method.toLowerCase(Locale.ROOT));
  }

  private Set<ValidationMessage> validate(JsonNode response, String type, JsonNode body) {
    ObjectNode schema = new ObjectMapper().createObjectNode();
    schema.setAll((ObjectNode) response.path("content").path(type).path("schema").deepCopy());
    schema.set("components", description.path("components"));
    return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
        .getSchema(schema)
        .validate(body);
  }
}
