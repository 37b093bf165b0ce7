package ouidire.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ouidire.core.alert.Alert;
import ouidire.core.alert.Reason;
import ouidire.core.history.SampleMention;
import ouidire.core.mention.MentionJson;
import ouidire.core.mention.MentionType;
import ouidire.core.mention.ToneLabel;
import ouidire.core.source.SourceStatus;
import ouidire.core.words.Wording;

class ReadingTest {
  @TempDir Path folder;
  private ApiFixture api;

  @BeforeEach
  void start() {
    api = ApiFixture.in(folder);
    api.history.add(
        SampleMention.of("m1")
            .at("2026-03-01T15:00:00Z")
            .text("L'Érabelle me déçoit encore.")
            .brand("erabelle", ToneLabel.NEGATIVE)
            .tone(ToneLabel.NEGATIVE)
            .links("https://www.erabelle.example/rappel")
            .hashtags("Érable")
            .engagement(5L, 1L, null)
            .build(),
        SampleMention.of("m2")
            .at("2026-03-01T20:00:00Z")
            .text("Érabelle ou Boréalis ?")
            .brand("erabelle", ToneLabel.POSITIVE)
            .brand("borealis", ToneLabel.NEGATIVE)
            .by("bob", null, 900L)
            .from("mastodon", "piaille.example")
            .build(),
        SampleMention.of("m3")
            .at("2026-03-02T15:00:00Z")
            .text("Boréalis ouvre à Rimouski <script>alert(1)</script>")
            .brand("borealis", ToneLabel.NEUTRAL)
            .type(MentionType.ARTICLE)
            .tone(ToneLabel.UNKNOWN)
            .in("en")
            .build());
  }

  @AfterEach
  void stop() {
    api.close();
  }

  @Test
  void mentionsComeWithAllThatIsKnownAndTheirTotal() {
    JsonNode page = api.json("/api/v1/mentions");
    assertThat(ids(page)).containsExactly("m3", "m2", "m1");
    assertThat(page.path("total").asLong()).isEqualTo(3);
    assertThat(page.path("next").isNull()).isTrue();
    JsonNode one = api.json("/api/v1/mentions/m1");
    assertThat(one).isEqualTo(page.path("mentions").get(2));
    assertThat(MentionJson.readAnalysed(one.toString().getBytes(StandardCharsets.UTF_8)))
        .isEqualTo(api.history.find("m1").orElseThrow());
  }

  @Test
  void anyIdOpensItsMention() {
    for (String id : List.of("https://a.example/b?c=d&e#f", "a b", "é/%2F/+", "100%", "x;y=z")) {
      api.history.add(SampleMention.of(id).build());
      String path = "/api/v1/mentions/" + encoded(id).replace("+", "%20");
      assertThat(api.json(path).path("id").asText()).isEqualTo(id);
    }
  }

  @Test
  void textThatIsMarkupStaysText() {
    var answer = api.get("/api/v1/mentions/m3");
    assertThat(answer.headers().firstValue("Content-Type")).contains(Json.TYPE);
    assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(ApiFixture.parse(answer.body()).path("text").asText())
        .isEqualTo("Boréalis ouvre à Rimouski <script>alert(1)</script>");
  }

  @Test
  void pagesFollowEachOtherWithoutGapOrRepeat() {
    List<String> seen = new ArrayList<>();
    String next = "";
    do {
      JsonNode page = api.json("/api/v1/mentions?order=oldest&limit=1" + next);
      seen.addAll(ids(page));
      assertThat(page.path("total").asLong()).isEqualTo(3);
      next = page.path("next").isNull() ? null : "&cursor=" + encoded(page.path("next").asText());
    } while (next != null);
    assertThat(seen).containsExactly("m1", "m2", "m3");
  }

  @Test
  void everyFilterNarrows() {
    assertThat(found("q=" + encoded("érabelle"))).containsExactly("m2", "m1");
    assertThat(found("brand=borealis")).containsExactly("m3", "m2");
    assertThat(found("brand=borealis&brand=erabelle")).hasSize(3);
    assertThat(found("brand=erabelle&tone=positive")).containsExactly("m2");
    assertThat(found("tone=negative&tone=unknown")).containsExactly("m3", "m1");
    assertThat(found("source=mastodon")).containsExactly("m2");
    assertThat(found("source=" + encoded("rss:Le Quotidien"))).containsExactly("m3", "m1");
    assertThat(found("author=bob")).containsExactly("m2");
    assertThat(found("lang=en")).containsExactly("m3");
    assertThat(found("type=article")).containsExactly("m3");
    assertThat(found("domain=www.ERABELLE.example")).containsExactly("m1");
    assertThat(found("link=" + encoded("https://www.erabelle.example/rappel")))
        .containsExactly("m1");
    assertThat(found("hashtag=" + encoded("#erable"))).containsExactly("m1");
    assertThat(found("brand=jamais-vue")).isEmpty();
  }

  @Test
  void datesAreReadInTheTimeZoneOfThePeople() {
    assertThat(found("from=2026-03-02T15:00:00Z")).containsExactly("m3");
    assertThat(found("from=2026-03-02T10:00:00-05:00")).containsExactly("m3");
    assertThat(found("to=2026-03-02T15:00:00Z")).containsExactly("m2", "m1");
    assertThat(found("from=2026-03-01T15:00")).as("brand's zone").containsExactly("m3", "m2");
    assertThat(found("from=2026-03-01T15:00&tz=UTC")).containsExactly("m3", "m2", "m1");
    assertThat(found("from=2026-03-02")).containsExactly("m3");
    assertThat(found("to=2026-03-02&tz=America/Toronto")).containsExactly("m2", "m1");
  }

  @Test
  void countsOpenOntoTheirMentions() {
    JsonNode count = api.json("/api/v1/metrics/count?brand=erabelle");
    assertThat(count.path("mentions").asLong()).isEqualTo(found("brand=erabelle").size());
    assertThat(count.path("authors").asLong()).isEqualTo(2);
    assertThat(count.path("sources").asLong()).isEqualTo(2);

    JsonNode top = api.json("/api/v1/metrics/top?by=source");
    assertThat(top.path("distinct").asLong()).isEqualTo(2);
    for (JsonNode value : top.path("values")) {
      assertThat(found("source=" + encoded(value.path("value").asText())))
          .hasSize(value.path("count").asInt());
    }
  }

  @Test
  void aTimelineAddsUpAndEachBarOpens() {
    JsonNode line = api.json("/api/v1/metrics/timeline?bucket=day&split=tone&tz=America/Toronto");
    assertThat(line.path("tz").asText()).isEqualTo("America/Toronto");
    long sum = 0;
    for (JsonNode bar : line.path("buckets")) {
      sum += bar.path("count").asLong();
      assertThat(found("from=" + bar.path("start").asText() + "&to=" + bar.path("end").asText()))
          .hasSize(bar.path("count").asInt());
    }
    assertThat(sum).isEqualTo(line.path("total").asLong()).isEqualTo(3);
    assertThat(line.path("buckets").get(0).path("split").path("negative").asLong()).isEqualTo(1);
  }

  @Test
  void aPeriodThatCutsBarsKeepsThemOpeningOntoTheirMentions() {
    String period = "from=2026-03-01T16:30:00Z&to=2026-03-02T15:30:00Z";
    JsonNode line = api.json("/api/v1/metrics/timeline?bucket=day&" + period);
    long sum = 0;
    for (JsonNode bar : line.path("buckets")) {
      sum += bar.path("count").asLong();
      assertThat(found("from=" + bar.path("start").asText() + "&to=" + bar.path("end").asText()))
          .hasSize(bar.path("count").asInt());
    }
    assertThat(sum).isEqualTo(found(period).size()).isEqualTo(2);
  }

  @Test
  void anAutomaticBucketFitsThePeriod() {
    assertThat(bucket("from=2026-03-01T00:00:00Z&to=2026-03-01T01:00:00Z")).isEqualTo("minute");
    assertThat(bucket("from=2026-03-01T00:00:00Z&to=2026-03-02T00:00:00Z")).isEqualTo("15m");
    assertThat(bucket("from=2026-03-01T00:00:00Z&to=2026-03-08T00:00:00Z")).isEqualTo("hour");
    assertThat(bucket("from=2025-03-01T00:00:00Z&to=2026-03-01T00:00:00Z")).isEqualTo("week");
    assertThat(bucket("")).isEqualTo("15m");
    assertThat(bucket("brand=personne")).isEqualTo("day");
  }

  @Test
  void aNumberSaysWhatItCounts() {
    api.history.add(
        SampleMention.of("m4").copyOf("m3").build(), SampleMention.of("m5").inStory("m3").build());
    JsonNode count = api.json("/api/v1/metrics/count?unit=stories");
    assertThat(count.path("unit").asText()).isEqualTo("stories");
    assertThat(count.path("count").asLong()).isEqualTo(count.path("stories").asLong());
    assertThat(count.path("stories").asLong()).isLessThan(count.path("texts").asLong());
    assertThat(count.path("texts").asLong()).isLessThan(count.path("mentions").asLong());
    JsonNode share = api.json("/api/v1/metrics/share-of-voice?unit=stories");
    assertThat(share.path("unit").asText()).isEqualTo("stories");
    assertThat(share.path("formula").asText()).startsWith("histoires");
    JsonNode line = api.json("/api/v1/metrics/timeline?bucket=month&unit=sources");
    assertThat(line.path("unit").asText()).isEqualTo("sources");
    assertThat(line.path("total").asLong()).isEqualTo(count.path("sources").asLong());
    JsonNode top = api.json("/api/v1/metrics/top?by=story");
    for (JsonNode value : top.path("values")) {
      assertThat(found("story=" + encoded(value.path("value").asText())))
          .hasSize(value.path("count").asInt());
    }
    assertThat(api.get("/api/v1/metrics/timeline?unit=stories&split=tone").statusCode())
        .isEqualTo(400);
  }

  @Test
  void sharesOfVoiceAddUpAndOpen() {
    JsonNode share = api.json("/api/v1/metrics/share-of-voice");
    assertThat(share.path("total").asLong()).isEqualTo(4);
    double sum = 0;
    for (JsonNode part : share.path("brands")) {
      sum += part.path("share").asDouble();
      assertThat(found("brand=" + part.path("brand").asText())).hasSize(part.path("count").asInt());
    }
    assertThat(sum).isCloseTo(1, within(1e-12));
    assertThat(share.path("formula").asText()).contains("somme");
    assertThat(api.json("/api/v1/metrics/share-of-voice?brand=erabelle").path("brands")).hasSize(1);
  }

  @Test
  void theToneIndexLeavesTheUnknownOutAndSaysSo() {
    JsonNode tone = api.json("/api/v1/metrics/tone");
    assertThat(tone.path("negative").asLong()).isEqualTo(1);
    assertThat(tone.path("neutral").asLong()).isEqualTo(1);
    assertThat(tone.path("unknown").asLong()).isEqualTo(1);
    assertThat(tone.path("n").asLong()).isEqualTo(2);
    assertThat(tone.path("index").asDouble()).isEqualTo(-0.5);
    assertThat(tone.path("low").asDouble()).isLessThan(-0.5);
    assertThat(tone.path("high").asDouble()).isGreaterThan(-0.5);
    assertThat(tone.path("formula").asText()).contains("inconnu");
    assertThat(api.json("/api/v1/metrics/tone?brand=erabelle").path("positive").asLong())
        .as("toward the brand")
        .isEqualTo(1);
  }

  @Test
  void brandsSourcesAlertsAndStatusAreTold() {
    api.sources.add(
        new SourceStatus(
            "rss-1",
            "rss",
            "Le Quotidien",
            "https://q.example/rss",
            SourceStatus.State.FAILING,
            null,
            Instant.EPOCH,
            null,
            3,
            new Wording("HTTP 500 ; demandez à qui le tient", "HTTP 500; ask its owner"),
            12));
    api.alerts.raise(
        new Alert(
            "a1",
            "erabelle",
            Alert.Severity.CRISIS,
            Alert.State.FIRING,
            Instant.parse("2026-03-02T15:00:00Z"),
            null,
            "negative",
            40,
            3.5,
            9.1,
            new Reason(
                "11 fois plus de mentions négatives que d'habitude",
                "11 times more negative mentions than usual"),
            List.of("m1")));
    assertThat(api.json("/api/v1/brands").path("brands").get(0).path("zone").asText())
        .isEqualTo("America/Toronto");
    JsonNode source = api.json("/api/v1/sources").path("sources").get(0);
    assertThat(source.path("state").asText()).isEqualTo("failing");
    assertThat(source.path("lastError").asText()).isEqualTo("HTTP 500 ; demandez à qui le tient");
    assertThat(source.path("lastSuccess").isNull()).isTrue();
    JsonNode alert = api.json("/api/v1/alerts?limit=1").path("alerts").get(0);
    assertThat(alert.path("severity").asText()).isEqualTo("crisis");
    assertThat(alert.path("reason").asText()).startsWith("11 fois plus");
    JsonNode english =
        ApiFixture.parse(
                api.send(api.signed("/api/v1/alerts").header("Accept-Language", "en-CA")).body())
            .path("alerts")
            .get(0);
    assertThat(english.path("reason").asText()).startsWith("11 times more");
    assertThat(english.path("reasons").path("fr").asText()).startsWith("11 fois plus");
    assertThat(alert.has("resolvedAt")).as("left out while it goes on").isFalse();
    JsonNode status = api.json("/api/v1/status");
    assertThat(status.path("pipeline").path("collected").asLong()).isEqualTo(10);
    assertThat(status.path("history").path("mentions").asLong()).isEqualTo(3);
    assertThat(status.path("startedAt").asText()).isEqualTo("2026-03-02T16:00:00Z");
  }

  private String bucket(String filter) {
    return api.json("/api/v1/metrics/timeline?" + filter).path("bucket").asText();
  }

  private List<String> found(String filter) {
    return ids(api.json("/api/v1/mentions?" + filter));
  }

  private static List<String> ids(JsonNode page) {
    List<String> ids = new ArrayList<>();
    page.path("mentions").forEach(mention -> ids.add(mention.path("id").asText()));
    return ids;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
