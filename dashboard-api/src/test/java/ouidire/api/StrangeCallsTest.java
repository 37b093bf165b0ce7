package ouidire.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ouidire.api.limit.RateLimit;
import ouidire.core.history.SampleMention;
import ouidire.core.mention.MentionJson;
import ouidire.core.mention.ToneLabel;

/**
 * Whatever is sent, the answer is an answer or a problem of the caller's, never a fault of ours.
 */
class StrangeCallsTest {
  private static final RateLimit PLENTY = new RateLimit(100_000, 100_000);
  private static final List<String> PATHS =
      List.of(
          "/api/v1/mentions",
          "/api/v1/metrics/count",
          "/api/v1/metrics/timeline",
          "/api/v1/metrics/top",
          "/api/v1/metrics/share-of-voice",
          "/api/v1/metrics/tone",
          "/api/v1/metrics/questions",
          "/api/v1/stories",
          "/api/v1/export",
          "/api/v1/alerts");
  private static final List<String> NAMES =
      List.of(
          "q", "brand", "from", "to", "tone", "source", "author", "lang", "type", "domain", "link",
          "hashtag", "tz", "order", "limit", "cursor", "bucket", "split", "by", "format", "unit",
          "story");
  private static final List<String> VALUES =
      List.of(
          "",
          " ",
          "0",
          "-1",
          "99999999999999999999",
          "2026-02-30",
          "2026-03-08T02:30",
          "+1000000000-12-31T23:59:59Z",
          "-1000000000-01-01T00:00:00Z",
          "+999999999-12-31",
          "null",
          "érabelle",
          "\u0000",
          "\uD83D\uDE00",
          "\u202Eabc",
          "(((",
          "\"",
          "a OR",
          "'; DROP TABLE mentions; --",
          "<script>alert(1)</script>",
          "../../etc/passwd",
          "{{7*7}}",
          "%00",
          "rss:",
          ":",
          "#",
          "www.",
          "Europe/Paris",
          "GMT+25",
          "newest",
          "minute",
          "month",
          "tone",
          "brand",
          "negative",
          "csv",
          "jsonl",
          "MTIz",
          "x".repeat(9_000));

  @TempDir Path folder;
  private ApiFixture api;

  @BeforeEach
  void start() {
    api = ApiFixture.in(folder, ApiSettings.DEFAULTS.withLimits(PLENTY, PLENTY));
    api.history.add(SampleMention.of("m1").brand("erabelle", ToneLabel.NEGATIVE).build());
  }

  @AfterEach
  void stop() {
    api.close();
  }

  @Test
  void noParameterIsTooStrange() {
    Random random = new Random(1);
    for (String name : NAMES) {
      for (String value : VALUES) {
        String path = PATHS.get(random.nextInt(PATHS.size()));
        String other = NAMES.get(random.nextInt(NAMES.size()));
        String otherValue = VALUES.get(random.nextInt(VALUES.size()));
        assertAnswered(path + "?" + name + "=" + encoded(value));
        assertAnswered(
            path + "?" + name + "=" + encoded(value) + "&" + other + "=" + encoded(otherValue));
      }
    }
  }

  @Test
  void noBodyIsTooStrange() {
    byte[] line = MentionJson.write(api.history.find("m1").orElseThrow());
    Random random = new Random(2);
    for (int i = 0; i < 400; i++) {
      byte[] broken = line.clone();
      for (int changes = 1 + random.nextInt(4); changes > 0; changes--) {
        broken[random.nextInt(broken.length)] = (byte) random.nextInt(256);
      }
      push(i % 2 == 0 ? "application/json" : "application/x-ndjson", broken);
    }
    push("application/json", "[".repeat(100_000).getBytes(UTF_8));
    push("application/json", ("{\"a\":".repeat(10_000) + "1").getBytes(UTF_8));
    push("application/x-ndjson", ("[[" + "{\"a\":".repeat(10_000)).getBytes(UTF_8));
    push("application/json", "{\"text\":1e999999999,\"publishedAt\":0}".getBytes(UTF_8));
  }

  private void push(String type, byte[] body) {
    HttpResponse<String> answer =
        api.send(
            api.signed("/api/v1/mentions")
                .header("Content-Type", type)
                .POST(BodyPublishers.ofByteArray(body)));
    assertThat(answer.statusCode()).as(answer.body()).isIn(200, 207, 400);
  }

  private void assertAnswered(String path) {
    assertThat(api.get(path).statusCode())
        .as(path.substring(0, Math.min(200, path.length())))
        .isIn(200, 400);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8);
  }
}
