package ouidire.analysis.alert.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import ouidire.analysis.alert.life.Desk;
import ouidire.analysis.alert.life.MemoryIncidentStore;
import ouidire.analysis.alert.life.Said;
import ouidire.core.alert.Alert;
import ouidire.core.alert.AlertRule;
import ouidire.core.alert.Incident;
import ouidire.core.alert.IncidentJson;
import ouidire.core.story.StoryReport.Forecast;

class OutlookTest {
  private static final Instant NOON = Instant.parse("2026-03-02T17:00:00Z");

  private static Incident incident(@Nullable String story) {
    Desk desk =
        new Desk(() -> Said.policy(AlertRule.CRISIS), new MemoryIncidentStore(), () -> NOON);
    desk.hear(
        Said.BRAND,
        List.of(Said.holds(AlertRule.CRISIS, NOON, Alert.Severity.CRISIS, 40)),
        NOON,
        false);
    JsonNode json = IncidentJson.tree(desk.all(1).getFirst());
    ((ObjectNode) json).put("story", story);
    return IncidentJson.read(json.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  private static Outlook telling(boolean supercritical) {
    return new Outlook(
        (story, now) -> Optional.of(new Forecast(now, 40, supercritical, 90L, 70L, 130L, null)));
  }

  @Test
  void theIntervalIsSaidInTheReadersLanguage() {
    assertThat(telling(false).of(incident("s1"), Locale.FRENCH, NOON))
        .isEqualTo(" ; prévision : 70 à 130 mentions");
    assertThat(telling(false).of(incident("s1"), Locale.ENGLISH, NOON))
        .isEqualTo("; forecast: 70 to 130 mentions");
  }

  @Test
  void nothingIsSaidWhereNothingHonestCanBe() {
    assertThat(telling(false).of(incident(null), Locale.FRENCH, NOON)).isEmpty();
    assertThat(telling(true).of(incident("s1"), Locale.FRENCH, NOON)).isEmpty();
  }

  @Test
  void aForecastThatFailsDelaysNoMessage() {
    Outlook broken =
        new Outlook(
            (story, now) -> {
              throw new IllegalStateException("no history");
            });
    assertThat(broken.of(incident("s1"), Locale.FRENCH, NOON)).isEmpty();
  }
}
