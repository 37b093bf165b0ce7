package ouidire.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ouidire.core.alert.Entry;
import ouidire.core.alert.UnansweredException;
import ouidire.core.alert.UnkeptException;
import ouidire.core.history.SampleMention;

class IncidentsTest {
  @TempDir Path folder;
  private ApiFixture api;

  @BeforeEach
  void start() {
    api = ApiFixture.in(folder);
    api.incidents.fires("i1", api.clock.instant());
  }

  @AfterEach
  void stop() {
    api.close();
  }

  private HttpResponse<String> send(String method, String path, String body) {
    return api.send(
        api.signed(path)
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(body)));
  }

  @Test
  void theyAreListedAndOneIsWhole() {
    JsonNode list = api.json("/api/v1/incidents?state=open&brand=erabelle").path("incidents");
    assertThat(list).hasSize(1);
    assertThat(list.get(0).has("log")).isFalse();
    assertThat(api.json("/api/v1/incidents?state=resolved").path("incidents")).isEmpty();
    JsonNode one = api.json("/api/v1/incidents/i1");
    assertThat(one.path("intact").asBoolean()).isTrue();
    assertThat(one.at("/messages/attente").asText()).isEqualTo("…");
    assertThat(api.get("/api/v1/incidents/absent").statusCode()).isEqualTo(404);
  }

  @Test
  void whatPeopleDoIsDoneInTheirName() {
    String one = "/api/v1/incidents/i1/";
    assertThat(send("POST", one + "acknowledge", "{\"minutes\":30}").statusCode()).isEqualTo(200);
    assertThat(send("POST", one + "resolve", "{\"note\":\"réglé\"}").statusCode()).isEqualTo(200);
    assertThat(send("POST", one + "silence", "{\"until\":\"2026-03-02T17:00:00Z\"}").statusCode())
        .isEqualTo(200);
    assertThat(send("DELETE", one + "silence", "").statusCode()).isEqualTo(200);
    assertThat(send("POST", one + "notes", "{\"text\":\"vu\",\"observed\":true}").statusCode())
        .isEqualTo(200);
    assertThat(send("POST", one + "tasks/crise-1", "{\"done\":true}").statusCode()).isEqualTo(200);
    assertThat(send("POST", one + "tasks/crise-1/sign-off", "").statusCode()).isEqualTo(200);
    assertThat(send("POST", one + "mark", "{\"useful\":false}").statusCode()).isEqualTo(200);
    String by = api.key.key().name();
    assertThat(api.incidents.asked)
        .containsExactly(
            "acknowledge " + by + " PT30M",
            "resolve handled réglé",
            "silence 2026-03-02T17:00:00Z",
            "unsilence",
            "note vu true",
            "task crise-1 true",
            "sign-off crise-1",
            "mark false");
  }

  @Test
  void whatCannotBeDoneIsSaid() {
    String one = "/api/v1/incidents/";
    assertThat(send("POST", one + "absent/acknowledge", "").statusCode()).isEqualTo(404);
    assertThat(send("POST", one + "i1/resolve", "{\"reason\":\"duplicate\"}").statusCode())
        .isEqualTo(409);
    assertThat(send("POST", one + "i1/resolve", "{\"reason\":\"bof\"}").statusCode())
        .isEqualTo(400);
    assertThat(send("POST", one + "i1/acknowledge", "{\"minutes\":0}").statusCode()).isEqualTo(400);
    assertThat(send("POST", one + "i1/notes", "{}").statusCode()).isEqualTo(400);
    assertThat(send("POST", one + "i1/silence", "{}").statusCode()).isEqualTo(400);
  }

  /** Half understood, a decision would be kept as another one. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "acknowledge | {\"foo\":1} | foo | minutes, role",
        "acknowledge | {\"until\":\"x\"} | until | minutes, role",
        "acknowledge | {\"for\":\"PT100000H\"} | for | minutes, role",
        "acknowledge | {\"minute\":5} | minute | dire « minutes »",
        "acknowledge | {\"minutes\":\"30\"} | minutes | nombre entier",
        "acknowledge | {\"minutes\":1.5} | minutes | nombre entier",
        "acknowledge | {\"role\":5} | role | texte",
        "resolve | {\"note\":5} | note | texte",
        "resolve | {\"reason\":5} | reason | handled",
        "resolve | {\"notes\":\"vu\"} | notes | dire « note »",
        "silence | {\"until\":\"2026-03-02T17:00:00Z\",\"for\":\"PT1H\"} | for | until",
        "silence | {\"until\":5} | until | 2026",
        "escalate | {\"to\":\"dg\"} | to | aucune",
        "notes | {\"text\":5} | text | texte",
        "notes | {\"text\":\"vu\",\"observed\":\"oui\"} | observed | true, false",
        "mark | {\"useful\":true,\"note\":\"\"} | note | useful",
        "tasks/crise-1 | {\"done\":true,\"by\":\"moi\"} | by | done",
        "tasks/crise-1/sign-off | {\"done\":true} | done | aucune",
      })
  void whatAnActionDoesNotUnderstandItRefuses(String action, String body, String key, String remedy)
      throws IOException {
    HttpResponse<String> answer = send("POST", "/api/v1/incidents/i1/" + action, body);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    assertThat(answer.body()).contains("\"parameter\":\"" + key + "\"");
    assertThat(detail(answer).replaceAll("[\\u00a0\\u202f]", " ")).contains(remedy);
    assertThat(api.incidents.asked).isEmpty();
  }

  @Test
  void whatTheDashboardSendsIsUnderstood() {
    String one = "/api/v1/incidents/i1/";
    assertThat(send("POST", one + "acknowledge", "{\"role\":null}").statusCode()).isEqualTo(200);
    assertThat(send("POST", one + "escalate", "").statusCode()).isEqualTo(200);
    assertThat(send("POST", one + "escalate", "{}").statusCode()).isEqualTo(200);
    assertThat(
            send("POST", one + "resolve", "{\"reason\":\"false_alarm\",\"note\":\"\"}")
                .statusCode())
        .isEqualTo(200);
  }

  @Test
  void theLinkOfAMessageAsksBeforeItAcknowledges() {
    HttpResponse<String> page = api.send(api.request("/acknowledge/bon"));
    assertThat(page.body()).contains("<form method=\"post\">").contains("&lt;b&gt;");
    assertThat(api.incidents.asked).isEmpty();
    HttpResponse<String> done =
        api.send(api.request("/acknowledge/bon").POST(BodyPublishers.noBody()));
    assertThat(done.statusCode()).isEqualTo(200);
    assertThat(api.incidents.asked).containsExactly("acknowledge garde null");
    HttpResponse<String> forged =
        api.send(api.request("/acknowledge/faux").POST(BodyPublishers.noBody()));
    assertThat(forged.statusCode()).isEqualTo(404);
    assertThat(api.incidents.asked).hasSize(1);
  }

  /** A link that many received says who deals with it only if whoever opens it does. */
  @Test
  void theNameGivenOnThePageOfALinkIsPutOnRecord() {
    HttpResponse<String> page = api.send(api.request("/acknowledge/bon"));
    assertThat(page.body()).contains("name=\"name\"").contains("/incidents/i1");
    HttpResponse<String> done =
        api.send(
            api.request("/acknowledge/bon")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("name=Zo%C3%A9+C%C3%B4t%C3%A9")));
    assertThat(done.statusCode()).isEqualTo(200);
    assertThat(api.incidents.asked).containsExactly("acknowledge Zoé Côté · garde null");
  }

  @Test
  void aStepThatDoesNotExistIsToldApartFromItsIncident() {
    HttpResponse<String> step =
        send("POST", "/api/v1/incidents/i1/tasks/absente", "{\"done\":true}");
    assertThat(step.statusCode()).isEqualTo(404);
    assertThat(step.body()).contains("L’étape", "absente");
    HttpResponse<String> incident =
        send("POST", "/api/v1/incidents/absent/tasks/absente", "{\"done\":true}");
    assertThat(incident.body()).contains("L’incident", "absent");
  }

  @Test
  void aSilenceEndsInTheNextThirtyDays() {
    for (String until : List.of("2000-01-01T00:00:00Z", "2999-01-01T00:00:00Z")) {
      HttpResponse<String> answer =
          send("POST", "/api/v1/incidents/i1/silence", "{\"until\":\"" + until + "\"}");
      assertThat(answer.statusCode()).as(until).isEqualTo(400);
      assertThat(answer.body()).contains("\"parameter\":\"until\"").contains("30 jours");
    }
    assertThat(api.incidents.asked).isEmpty();
  }

  @Test
  void anExerciseNamesOnlyChannelsThatThereAre() {
    HttpResponse<String> answer =
        send(
            "POST",
            "/api/v1/drill",
            "{\"brand\":\"erabelle\",\"speed\":10,\"channels\":[\"absent\"]}");
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("\"parameter\":\"channels[0]\"");
    assertThat(
            send("POST", "/api/v1/drill", "{\"brand\":\"erabelle\",\"speed\":\"vite\"}")
                .statusCode())
        .isEqualTo(400);
  }

  @Test
  void aChannelsSecretsAreNeverShownAgainAndStayUntilTheyAreReplaced() {
    String channel =
        "{\"kind\":\"webhook\",\"settings\":{\"url\":\"https://a.example/\"},"
            + "\"secrets\":{\"secret\":\"tenu\"}}";
    HttpResponse<String> put = send("PUT", "/api/v1/channels/crochet", channel);
    assertThat(put.statusCode()).as(put.body()).isEqualTo(200);
    assertThat(put.body()).doesNotContain("tenu").contains("\"secretsSet\":[\"secret\"]");
    HttpResponse<String> renamed =
        send(
            "PUT",
            "/api/v1/channels/crochet",
            "{\"kind\":\"webhook\",\"name\":\"Crochet\",\"settings\":{\"url\":\"https://b.example/\"}}");
    assertThat(renamed.body()).contains("\"secretsSet\":[\"secret\"]").contains("Crochet");
    assertThat(api.incidents.documents.get().channel("crochet").orElseThrow().value("secret"))
        .isEqualTo("tenu");
    assertThat(api.get("/api/v1/channels").body()).doesNotContain("tenu");
    assertThat(api.settings.list("alert-channel").toString()).doesNotContain("tenu");
    assertThat(send("POST", "/api/v1/channels/crochet/test", "").body())
        .contains("réponse 503")
        .contains("\"code\":\"status 503\"");
    assertThat(send("POST", "/api/v1/channels/absent/test", "").statusCode()).isEqualTo(404);
  }

  @Test
  void aDocumentThatCannotBeUsedIsRefusedByKey() {
    HttpResponse<String> wrong =
        send("PUT", "/api/v1/rules/fuite", "{\"severity\":\"watch\",\"pendingfor\":\"PT5M\"}");
    assertThat(wrong.statusCode()).isEqualTo(400);
    assertThat(wrong.body()).contains("pendingfor").contains("pendingFor");
    assertThat(send("PUT", "/api/v1/rules/fuite", "{\"severity\":\"grave\"}").statusCode())
        .isEqualTo(400);
    assertThat(send("PUT", "/api/v1/channels/c", "{\"kind\":\"slack\"}").body()).contains("url");
    HttpResponse<String> right =
        send(
            "PUT",
            "/api/v1/rules/fuite",
            "{\"kind\":\"leak\",\"filter\":{\"terms\":[\"projet boréal\"]},"
                + "\"when\":[{\"metric\":\"count\",\"atLeast\":1,\"window\":\"PT10M\"}]}");
    assertThat(right.statusCode()).as(right.body()).isEqualTo(200);
    assertThat(api.json("/api/v1/rules").path("rules")).hasSize(2);
    assertThat(send("DELETE", "/api/v1/rules/fuite", "").statusCode()).isEqualTo(204);
    assertThat(api.json("/api/v1/rules").path("rules")).hasSize(1);
  }

  @Test
  void aCalendarBecomesCampaigns() {
    String calendar =
        "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:Soldes d'hiver\r\nDTSTART:20260302T140000Z\r\n"
            + "DTEND:20260302T200000Z\r\nCATEGORIES:erabelle\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
    HttpResponse<String> answer =
        api.send(
            api.signed("/api/v1/campaigns/import")
                .header("Content-Type", "text/calendar")
                .POST(BodyPublishers.ofString(calendar)));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    JsonNode campaign = api.json("/api/v1/campaigns").path("campaigns").get(0);
    assertThat(campaign.path("name").asText()).isEqualTo("Soldes d'hiver");
    assertThat(campaign.path("to").asText()).isEqualTo("2026-03-02T20:00:00Z");
    assertThat(campaign.path("brands").get(0).asText()).isEqualTo("erabelle");
  }

  @Test
  void aPostMortemIsAPageWithTheWholeLog() {
    String page = api.get("/api/v1/incidents/i1/post-mortem").body();
    assertThat(page).contains("Journal des décisions").contains("fired").doesNotContain("<b>");
  }

  @Test
  void theFileOfEvidenceSaysWhetherATextIsStillTheOnePreserved() {
    api.history.add(SampleMention.of("m1").build());
    api.incidents.notes(
        "i1",
        Entry.Kind.EVIDENCE,
        Map.of("mention", "m1", "url", "https://a.example/", "sha256", "00"));
    JsonNode item = api.json("/api/v1/incidents/i1/evidence").path("items").get(0);
    assertThat(item.path("mention").asText()).isEqualTo("m1");
    assertThat(item.path("text").asText()).isNotEmpty();
    assertThat(item.path("unchanged").asBoolean(true)).isFalse();
  }

  @Test
  void aRoleAcknowledgesInItsOwnName() {
    assertThat(send("POST", "/api/v1/incidents/i1/acknowledge", "{\"role\":\"dg\"}").statusCode())
        .isEqualTo(404);
  }

  @Test
  void anExerciseIsBegunAndEnded() {
    HttpResponse<String> begun =
        send("POST", "/api/v1/drill", "{\"brand\":\"erabelle\",\"speed\":20}");
    assertThat(begun.statusCode()).isEqualTo(202);
    assertThat(send("DELETE", "/api/v1/drill", "").statusCode()).isEqualTo(204);
    assertThat(api.incidents.asked)
        .containsExactly("drill erabelle produit 20.0 []", "end of drill");
  }

  private String detail(HttpResponse<String> answer) throws IOException {
    return new ObjectMapper().readTree(answer.body()).path("detail").asText();
  }

  /** Not kept is not over: whoever decided may decide again. */
  @Test
  void whatCouldNotBeKeptMayBeTriedAgain() throws IOException {
    api.incidents.failing = new UnkeptException("not kept", new IOException());
    HttpResponse<String> answer = send("POST", "/api/v1/incidents/i1/acknowledge", "");
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(detail(answer))
        .startsWith("La décision n’a pas pu être conservée, rien n’a changé")
        .contains("recommencez dans");
    api.incidents.failing = new UnkeptException("not kept", new IOException());
    HttpResponse<String> page =
        api.send(
            api.request("/acknowledge/bon")
                .header("Accept-Language", "en")
                .POST(BodyPublishers.noBody()));
    assertThat(page.statusCode()).isEqualTo(503);
    assertThat(page.body()).contains("try again").contains("<form method=\"post\">");
    assertThat(api.incidents.asked).isEmpty();
  }

  /** It is kept, and would be done twice. */
  @Test
  void whatNobodyHasAnsweredYetIsNotToBeRepeated() throws IOException {
    api.incidents.failing = new UnansweredException("unheard", new IOException());
    HttpResponse<String> answer = send("POST", "/api/v1/incidents/i1/acknowledge", "");
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(detail(answer)).contains("ne la répétez pas").doesNotContain("recommencez");
  }

  /** What is asked of exercises is dropped where nobody takes it up: other words, and no 500. */
  @Test
  void anExerciseThatNobodyTookUpIsAskedForAgain() throws IOException {
    for (String method : List.of("POST", "DELETE")) {
      api.incidents.failing = new UnansweredException("unheard", new IOException());
      HttpResponse<String> unheard = send(method, "/api/v1/drill", "{\"brand\":\"erabelle\"}");
      assertThat(unheard.statusCode()).as(method).isEqualTo(503);
      assertThat(detail(unheard)).contains("abandonné").contains("recommencez");
      api.incidents.failing = new UnkeptException("not kept", new IOException());
      assertThat(send(method, "/api/v1/drill", "{\"brand\":\"erabelle\"}").statusCode())
          .as(method)
          .isEqualTo(503);
    }
    api.incidents.failing = new IllegalStateException("under way");
    HttpResponse<String> second = send("POST", "/api/v1/drill", "{\"brand\":\"erabelle\"}");
    assertThat(second.statusCode()).isEqualTo(409);
    assertThat(detail(second)).contains("déjà en cours");
    api.incidents.failing = new IllegalStateException("not kept there");
    HttpResponse<String> end = send("DELETE", "/api/v1/drill", "");
    assertThat(end.statusCode()).isEqualTo(409);
    assertThat(detail(end)).contains("n’a pas pu être terminé");
    assertThat(api.incidents.asked).isEmpty();
  }
}
