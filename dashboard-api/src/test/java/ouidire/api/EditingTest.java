package ouidire.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import ouidire.core.history.SampleMention;
import ouidire.core.settings.SettingsStore;

/** Brands, searches and lists changed over HTTP, and feeds out. */
class EditingTest {
  private static final String BRAND = "/api/v1/brands/nordika";
  private static final String SEARCH = "/api/v1/searches/rappels";
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

  @Test
  void aKeyThatIsNoneIsRefusedWithTheOneThatWasMeant() {
    for (String[] each :
        new String[][] {
          {
            BRAND,
            "{'name':'Nordika','query':'nordika','compte':['@nordika']}",
            "compte",
            "accounts"
          },
          {BRAND, "{'name':'Nordika','query':'nordika','acounts':['@n']}", "acounts", "accounts"},
          {SEARCH, "{'name':'Rappels','filtres':{'q':['rappel']}}", "filtres", "filters"},
          {
            "/api/v1/lists/voix",
            "{'name':'V','autors':['lea'],'sites':['a.ca']}",
            "autors",
            "authors"
          },
          {
            "/api/v1/word-rules/r",
            "{'brand':'erabelle','word':'bof','tone':'negative'}",
            "word",
            "words"
          },
          {"/api/v1/rules/r", "{'name':'R','brand':['erabelle']}", "brand", "brands"},
        }) {
      HttpResponse<String> refused = put(each[0], each[1]);
      assertThat(refused.statusCode()).as(each[1]).isEqualTo(400);
      assertThat(refused.body()).as(each[1]).contains("\"parameter\":\"" + each[2] + "\"");
      String detail = ApiFixture.parse(refused.body()).path("detail").asText();
      assertThat(detail).as(each[1]).contains(each[2]).contains(each[3]);
    }
    assertThat(api.get("/api/v1/lists/voix").statusCode()).as("nothing was kept").isEqualTo(404);
  }

  @Test
  void anAnswerCanBeSentBackAsItIs() {
    JsonNode made = ok(put(BRAND, "{'name':'Nordika','query':'nordika'}"));
    assertThat(ok(put(BRAND, made.toString())).path("version").asLong()).isEqualTo(1);
    JsonNode search = ok(put(SEARCH, "{'name':'Rappels','filters':{'q':['rappel']}}"));
    assertThat(ok(put(SEARCH, search.toString())).path("version").asLong()).isEqualTo(1);
  }

  @Test
  void whatALaterVersionKeptIsReadAndCanBeBroughtBack() {
    JsonNode later =
        ApiFixture.parse("{'name':'Nordika','query':'nordika','colour':'blue'}".replace('\'', '"'));
    api.settings.put("brand", "nordika", later, "later", SettingsStore.ABSENT);
    assertThat(api.json(BRAND).path("query").asText()).isEqualTo("nordika");
    ok(put(BRAND, "{'name':'Nordika','query':'autre'}"));
    assertThat(ok(post(BRAND + "/undo", "{}")).path("query").asText()).isEqualTo("nordika");
  }

  @Test
  void aBrandIsMadeChangedUndoneAndDeleted() {
    JsonNode made = ok(put(BRAND, "{'name':'Nordika','query':'nordika','accounts':['@nordika']}"));
    assertThat(made.path("origin").asText()).isEqualTo("added");
    assertThat(made.path("version").asLong()).isEqualTo(1);
    assertThat(made.path("changedBy").asText()).isEqualTo("Premier démarrage");
    assertThat(made.path("accounts").get(0).asText()).isEqualTo("nordika");
    assertThat(made.path("zone").asText()).isEqualTo("America/Toronto");
    ok(put(BRAND, "{'name':'Nordika','query':'nordika rappel','version':1}"));
    JsonNode changes = api.json(BRAND + "/history").path("changes");
    assertThat(changes).hasSize(2);
    assertThat(changes.get(0).at("/before/query").asText()).isEqualTo("nordika");
    assertThat(changes.get(0).at("/after/query").asText()).isEqualTo("nordika rappel");
    assertThat(ok(post(BRAND + "/undo", "{'version':2}")).path("query").asText())
        .isEqualTo("nordika");
    assertThat(api.json("/api/v1/brands").path("brands")).hasSize(3);
    assertThat(api.send(api.signed(BRAND).DELETE()).statusCode()).isEqualTo(204);
    assertThat(api.get(BRAND).statusCode()).isEqualTo(404);
    assertThat(ok(post(BRAND + "/undo", "{}")).path("query").asText()).isEqualTo("nordika");
  }

  @Test
  void twoWhoChangeTheSameVersionDoNotOverwriteEachOther() {
    ok(put(BRAND, "{'name':'N','query':'a','version':0}"));
    ok(put(BRAND, "{'name':'N','query':'b','version':1}"));
    HttpResponse<String> late = put(BRAND, "{'name':'N','query':'c','version':1}");
    assertThat(late.statusCode()).isEqualTo(409);
    assertThat(ApiFixture.parse(late.body()).path("version").asLong()).isEqualTo(2);
    assertThat(post(BRAND + "/undo", "{'version':1}").statusCode()).isEqualTo(409);
    assertThat(api.json(BRAND).path("query").asText()).isEqualTo("b");
  }

  @Test
  void whatCannotBeABrandIsRefusedByField() {
    HttpResponse<String> query = put(BRAND, "{'name':'N','query':'a ('}");
    assertThat(query.statusCode()).isEqualTo(400);
    assertThat(ApiFixture.parse(query.body()).path("position").asInt()).isEqualTo(2);
    assertThat(field(put(BRAND, "{'name':'','query':'a'}"))).isEqualTo("name");
    assertThat(field(put(BRAND, "{'name':'N'}"))).isEqualTo("query");
    assertThat(field(put(BRAND, "{'name':'N','query':'a','zone':'Lune'}"))).isEqualTo("zone");
    assertThat(field(put("/api/v1/brands/Nordika", "{'name':'N','query':'a'}"))).isEqualTo("id");
    assertThat(put(BRAND, "[]").statusCode()).isEqualTo(400);
    assertThat(api.settings.list("brand")).isEmpty();
  }

  @Test
  void aBrandOfTheConfigurationGoesBackToItAndIsNotRemoved() {
    String path = "/api/v1/brands/erabelle";
    assertThat(ok(put(path, "{'name':'Érabelle','query':'sirop'}")).path("origin").asText())
        .isEqualTo("edited");
    assertThat(api.send(api.signed(path).DELETE()).statusCode()).isEqualTo(204);
    assertThat(api.json(path).path("query").asText()).isEqualTo("érabelle");
    HttpResponse<String> refused = api.send(api.signed(path).DELETE());
    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(refused.body()).contains("ouidire.yml");
  }

  @Test
  void aCorrectionIsOfAMentionThereIsAndCanBeTakenBack() {
    String path = "/api/v1/corrections/m1";
    assertThat(put(path, "{'tone':'negative'}").statusCode()).isEqualTo(404);
    api.history.add(SampleMention.of("m1").text("=Bof, encore").build());
    assertThat(field(put(path, "{'tone':'angry'}"))).isEqualTo("tone");
    assertThat(field(put(path, "{'toward':{'erabelle':'x'}}"))).isEqualTo("toward");
    assertThat(field(put(path, "{'kinds':['gossip']}"))).isEqualTo("kinds");
    assertThat(field(put(path, "{}"))).isEqualTo("tone");
    JsonNode kept = ok(put(path, "{'tone':'negative','toward':{'erabelle':'neutral'}}"));
    assertThat(kept.path("toward").path("erabelle").asText()).isEqualTo("neutral");
    assertThat(kept.path("changedBy").asText()).isEqualTo("Premier démarrage");
    assertThat(api.get("/api/v1/corrections.tsv").body())
        .isEqualTo("label\ttext\nnegative\t'=Bof, encore\n");
    ok(put(path, "{'tone':'positive'}"));
    assertThat(ok(post(path + "/undo", "{}")).path("tone").asText()).isEqualTo("negative");
    assertThat(api.send(api.signed(path).DELETE()).statusCode()).isEqualTo(204);
    assertThat(api.json("/api/v1/corrections").path("corrections")).isEmpty();
  }

  @Test
  void aWordRuleIsOfABrandThereIs() {
    String path = "/api/v1/word-rules/zone-de-guerre";
    assertThat(field(put(path, "{'brand':'personne','words':'a','tone':'neutral'}")))
        .isEqualTo("brand");
    assertThat(field(put(path, "{'brand':'erabelle','words':' ','tone':'neutral'}")))
        .isEqualTo("words");
    assertThat(field(put(path, "{'brand':'erabelle','words':'a','tone':'x'}"))).isEqualTo("tone");
    JsonNode kept =
        ok(put(path, "{'brand':'erabelle','words':'zone  de guerre','tone':'neutral'}"));
    assertThat(kept.path("words").asText()).isEqualTo("zone de guerre");
    assertThat(api.json("/api/v1/word-rules").path("rules")).hasSize(1);
    assertThat(api.send(api.signed(path).DELETE()).statusCode()).isEqualTo(204);
  }

  @Test
  void listsKeepHostsAndHandlesInOneForm() {
    JsonNode list =
        ok(
            put(
                "/api/v1/lists/presse",
                "{'name':'La presse','class':'press','authors':['@Alice','Alice',' '],"
                    + "'sites':['https://www.Presse.example/une','presse.example']}"));
    assertThat(list.path("authors")).hasSize(1);
    assertThat(list.path("sites")).hasSize(1);
    assertThat(list.path("sites").get(0).asText()).isEqualTo("presse.example");
    assertThat(field(put("/api/v1/lists/b", "{'name':'B'}"))).isEqualTo("authors");
    assertThat(field(put("/api/v1/lists/b", "{'name':'B','class':'x','sites':['a.b']}")))
        .isEqualTo("class");
    assertThat(field(put("/api/v1/lists/b", "{'name':'B','sites':['pas un hôte']}")))
        .isEqualTo("sites");
  }

  @Test
  void aSearchThatCannotBeAskedIsRefused() {
    assertThat(field(put(SEARCH, "{'name':'R','filters':{'tone':'triste'}}"))).isEqualTo("tone");
    assertThat(field(put(SEARCH, "{'name':'R','filters':{'nimporte':['x']}}")))
        .isEqualTo("nimporte");
    assertThat(put(SEARCH, "{'name':'R','filters':{'q':['a (']}}").statusCode()).isEqualTo(400);
    assertThat(api.settings.list("search")).isEmpty();
  }

  @Test
  void aFeedHasTheMentionsOfItsSearchAndNeedsItsTokenAlone() throws Exception {
    api.history.add(
        SampleMention.of("a/1")
            .text("Le rappel <script>alert('é')</script> & \u0007 suite")
            .title("Rappel «\u00a0d’œufs\u00a0»")
            .build(),
        SampleMention.of("b").text("Rien").build());
    JsonNode search = ok(put(SEARCH, "{'name':'Rappels','filters':{'q':['rappel']}}"));
    for (String form : List.of("rss", "atom")) {
      String address = search.at("/feed/" + form).asText();
      HttpResponse<String> answer = api.send(api.request(address));
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
          .startsWith("application/" + form + "+xml");
      Document xml = parse(answer.body());
      assertThat(texts(xml, "title").getFirst()).isEqualTo("Rappels · Ouïdire");
      assertThat(texts(xml, "title").getLast()).isEqualTo("Alice : Rappel «\u00a0d’œufs\u00a0»");
      String content = texts(xml, form.equals("rss") ? "description" : "content").getLast();
      assertThat(content).contains("alert('é')").doesNotContain("\u0007");
      assertThat(content.contains("<script>")).isEqualTo(form.equals("atom"));
      assertThat(xml.getElementsByTagName(form.equals("rss") ? "item" : "entry").getLength())
          .isEqualTo(1);
      String etag = answer.headers().firstValue("ETag").orElseThrow();
      assertThat(api.send(api.request(address).header("If-None-Match", etag)).statusCode())
          .isEqualTo(304);
      assertThat(api.send(api.request(address.replaceAll("token=.*", ""))).statusCode())
          .isEqualTo(404);
      assertThat(api.send(api.request(address + "x")).statusCode()).isEqualTo(404);
    }
    String old = search.at("/feed/rss").asText();
    String fresh = ok(post(SEARCH + "/feed-token", "{}")).at("/feed/rss").asText();
    assertThat(fresh).isNotEqualTo(old);
    assertThat(api.send(api.request(old)).statusCode()).isEqualTo(404);
    assertThat(api.send(api.request(fresh)).statusCode()).isEqualTo(200);
    assertThat(api.send(api.signed(SEARCH).DELETE()).statusCode()).isEqualTo(204);
    assertThat(api.send(api.request(fresh)).statusCode()).isEqualTo(404);
  }

  @Test
  void aPreviewCountsTheLastDaysAndShowsTheNewest() {
    for (int day = 1; day <= 28; day++) {
      api.history.add(
          SampleMention.of("m" + day)
              .at(String.format("2026-02-%02dT15:00:00Z", day))
              .text("un rappel")
              .build());
    }
    JsonNode month = ok(post("/api/v1/query/preview", "{'query':'rappel'}"));
    assertThat(month.path("total").asInt()).isEqualTo(28);
    assertThat(month.path("mentions")).hasSize(10);
    assertThat(month.at("/mentions/0/id").asText()).isEqualTo("m28");
    int counted = 0;
    for (JsonNode day : month.path("days")) {
      counted += day.path("count").asInt();
    }
    assertThat(counted).isEqualTo(28);
    assertThat(
            ok(post("/api/v1/query/preview", "{'query':'rappel','days':7}")).path("total").asInt())
        .isEqualTo(5);
    assertThat(post("/api/v1/query/preview", "{'query':'('}").statusCode()).isEqualTo(400);
    assertThat(field(post("/api/v1/query/preview", "{'query':'a','days':0}"))).isEqualTo("days");
  }

  private static Document parse(String xml) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    return factory
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
  }

  private static List<String> texts(Document xml, String name) {
    NodeList found = xml.getElementsByTagName(name);
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < found.getLength(); i++) {
      texts.add(found.item(i).getTextContent());
    }
    return texts;
  }

  private static JsonNode ok(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return ApiFixture.parse(answer.body());
  }

  private static String field(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    return ApiFixture.parse(answer.body()).path("parameter").asText();
  }

  private HttpResponse<String> put(String path, String body) {
    return api.send(
        api.signed(path)
            .header("Content-Type", "application/json")
            .PUT(BodyPublishers.ofString(body.replace('\'', '"'))));
  }

  private HttpResponse<String> post(String path, String body) {
    return api.send(
        api.signed(path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body.replace('\'', '"'))));
  }
}
