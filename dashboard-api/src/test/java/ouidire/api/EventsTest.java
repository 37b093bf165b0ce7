package ouidire.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import ouidire.api.EventReader.Event;
import ouidire.core.alert.Alert;
import ouidire.core.alert.Reason;
import ouidire.core.history.SampleMention;
import ouidire.core.mention.ToneLabel;

@Timeout(60)
class EventsTest {
  @TempDir Path folder;
  private ApiFixture api;

  @BeforeEach
  void start() {
    api = ApiFixture.in(folder.resolve("usual"));
  }

  @AfterEach
  void stop() {
    api.close();
  }

  @Test
  void aMentionIsToldOnceItCanBeFound() {
    try (EventReader events = follow("/api/v1/events")) {
      assertThat(events.answer.headers().firstValue("Content-Type"))
          .contains("text/event-stream;charset=utf-8");
      api.history.add(SampleMention.of("m1").text("deux\nlignes <b>").build());
      Event event = events.next();
      assertThat(event.name()).isEqualTo("mention");
      assertThat(ApiFixture.parse(event.data())).isEqualTo(api.json("/api/v1/mentions/m1"));
    }
  }

  @Test
  void onlyWhatTheFilterWantsIsTold() {
    try (EventReader events = follow("/api/v1/events?brand=erabelle&q=rappel&tone=negative")) {
      api.history.add(
          SampleMention.of("other").brand("borealis", ToneLabel.NEGATIVE).text("rappel").build(),
          SampleMention.of("words").brand("erabelle", ToneLabel.NEGATIVE).text("non").build(),
          SampleMention.of("tone").brand("erabelle", ToneLabel.POSITIVE).text("rappel").build(),
          SampleMention.of("yes").brand("erabelle", ToneLabel.NEGATIVE).text("Rappel").build());
      assertThat(id(events.next())).isEqualTo("yes");
    }
  }

  @Test
  void alertsAreToldToEverybody() {
    try (EventReader events = follow("/api/v1/events?brand=borealis")) {
      api.alerts.raise(
          new Alert(
              "a1",
              "erabelle",
              Alert.Severity.WATCH,
              Alert.State.FIRING,
              Instant.EPOCH,
              null,
              "volume",
              12,
              3,
              4.2,
              new Reason("quatre fois plus que d'habitude", "four times more than usual"),
              List.of()));
      Event event = events.next();
      assertThat(event.name()).isEqualTo("alert");
      assertThat(ApiFixture.parse(event.data()))
          .isEqualTo(api.json("/api/v1/alerts").path("alerts").get(0));
    }
  }

  @Test
  void aBrokenLineGoesOnWhereItWas() {
    String last;
    try (EventReader events = follow("/api/v1/events")) {
      api.history.add(SampleMention.of("m1").build(), SampleMention.of("m2").build());
      last = events.next().id();
    }
    try (EventReader again = followAfter(last)) {
      api.history.add(SampleMention.of("m3").build());
      assertThat(id(again.next())).isEqualTo("m2");
      assertThat(id(again.next())).isEqualTo("m3");
    }
    try (EventReader other = followAfter("autre-12")) {
      assertThat(other.next().name()).as("another process's id").isEqualTo("lagged");
    }
  }

  @Test
  void aSilentStreamSaysThatItLives() {
    restart(ApiSettings.DEFAULTS.withStreams(5, 10, Duration.ofMillis(50)));
    try (EventReader events = follow("/api/v1/events")) {
      assertThat(events.any()).isEqualTo(new Event("comment", "", ""));
      assertThat(events.any()).isEqualTo(new Event("comment", "", ""));
    }
  }

  @Test
  void aStreamEndsWithItsKey() {
    restart(ApiSettings.DEFAULTS.withStreams(5, 10, Duration.ofMillis(50)));
    try (EventReader events = follow("/api/v1/events")) {
      api.keys.revoke(api.key.key().id());
      Event event = events.any();
      while (event != null) {
        assertThat(event.name()).isEqualTo("comment");
        event = events.any();
      }
    }
  }

  @Test
  void streamsEndWhenTheServerCloses() {
    try (EventReader events = follow("/api/v1/events")) {
      api.server.close();
      assertThat(events.any()).isNull();
    }
  }

  @Test
  void tooManyStreamsAreRefusedWithAWait() {
    restart(ApiSettings.DEFAULTS.withStreams(1, 10, Duration.ofSeconds(15)));
    try (EventReader events = follow("/api/v1/events")) {
      assertThat(events.answer.statusCode()).isEqualTo(200);
      HttpResponse<String> refused = api.get("/api/v1/events");
      assertThat(refused.statusCode()).isEqualTo(503);
      assertThat(refused.headers().firstValue("Retry-After")).contains("10");
    }
  }

  @Test
  void aQueryThatDoesNotParseIsAProblemNotAStream() {
    assertThat(api.get("/api/v1/events?q=(").statusCode()).isEqualTo(400);
  }

  private void restart(ApiSettings settings) {
    api.close();
    api = ApiFixture.in(folder.resolve("other"), settings);
  }

  private EventReader follow(String path) {
    return new EventReader(api, api.signed(path));
  }

  private EventReader followAfter(String id) {
    HttpRequest.Builder request = api.signed("/api/v1/events").header("Last-Event-ID", id);
    return new EventReader(api, request);
  }

  private static String id(Event event) {
    return ApiFixture.parse(event.data()).path("id").asText();
  }
}
