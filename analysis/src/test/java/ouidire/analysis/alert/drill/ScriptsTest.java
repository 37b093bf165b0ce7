package ouidire.analysis.alert.drill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import ouidire.analysis.alert.life.Desk;
import ouidire.analysis.alert.life.MemoryIncidentStore;
import ouidire.analysis.alert.life.MovableTime;
import ouidire.analysis.alert.life.Said;
import ouidire.analysis.alert.watch.Past;
import ouidire.core.alert.Alert.Severity;
import ouidire.core.alert.AlertPolicy;
import ouidire.core.alert.Incident;
import ouidire.core.alert.InvalidDocumentException;
import ouidire.core.brand.Brand;
import ouidire.core.history.MentionFilter;
import ouidire.core.mention.AnalysedMention;
import ouidire.core.mention.Author;
import ouidire.core.mention.BrandMatch;
import ouidire.core.mention.Engagement;
import ouidire.core.mention.Mention;
import ouidire.core.mention.MentionType;
import ouidire.core.mention.SourceRef;
import ouidire.core.mention.Tone;
import ouidire.core.mention.ToneLabel;
import ouidire.core.waiting.Await;

/** A crisis that was, as an exercise. */
class ScriptsTest {
  private static final Brand BRAND = brand(Said.BRAND);

  private final List<AnalysedMention> stored = new ArrayList<>();
  private final Map<String, Incident> incidents = new HashMap<>();
  private int read;
  private final Scripts scripts =
      new Scripts(
          id -> Optional.ofNullable(incidents.get(id)),
          new Stored(),
          () -> List.of(BRAND, brand("rivale")),
          () -> Said.NOON.plus(Duration.ofHours(1)));

  private static Brand brand(String id) {
    return new Brand(id, id, id, false, List.of(), ZoneId.of("America/Toronto"));
  }

  private final class Stored implements Past {
    @Override
    public Steps steps(MentionFilter filter, Instant from, Instant to) {
      throw new AssertionError("an exercise asks for mentions, not for counts");
    }

    @Override
    public void mentions(
        MentionFilter filter, Instant from, Instant to, Consumer<AnalysedMention> action) {
      stored.stream()
          .filter(each -> !each.mention().publishedAt().isBefore(from))
          .filter(each -> each.mention().publishedAt().isBefore(to))
          .peek(each -> read++)
          .forEach(action);
    }
  }

  private String incident(boolean drill) {
    Desk desk = new Desk(() -> AlertPolicy.DEFAULT, new MemoryIncidentStore(), () -> Said.NOON);
    desk.hear(
        Said.BRAND,
        List.of(Said.holds(Said.rule("crise", "crisis"), Said.NOON, Severity.CRISIS, 40)),
        Said.NOON,
        drill);
    Incident incident = desk.all(1).getFirst();
    incidents.put(incident.id(), incident);
    return "incident:" + incident.id();
  }

  private void said(Duration after, @Nullable String title, String text) {
    Tone angry = new Tone(ToneLabel.NEGATIVE, -0.7, 0.9, List.of());
    Tone calm = new Tone(ToneLabel.NEUTRAL, 0, 0.9, List.of());
    Instant at = Said.NOON.plus(after);
    Mention mention =
        new Mention(
            "m" + stored.size(),
            new SourceRef("rss", "Le Fanal"),
            "https://fanal.example/1",
            new Author("zoe", "Zoé", 900L),
            at,
            at,
            "fr",
            null,
            MentionType.POST,
            title,
            text,
            List.of("https://fanal.example/2"),
            List.of(),
            Engagement.NONE,
            null,
            null);
    stored.add(
        new AnalysedMention(
            mention, "fr", calm, List.of(new BrandMatch(Said.BRAND, List.of(), angry)), at));
  }

  @Test
  void aCrisisThatWasIsSaidAgainMarkedAndFaster() {
    String scenario = incident(false);
    said(Duration.ofMinutes(-10), null, "Ça commence");
    said(Duration.ofMinutes(10), "Un titre", "Ça enfle");
    Instant start = Instant.parse("2026-06-01T09:00:00Z");
    Script script = scripts.of(scenario, BRAND);
    List<AnalysedMention> again = script.mentions(BRAND, start, 10, 1);
    assertThat(again)
        .extracting(each -> each.mention().publishedAt())
        .containsExactly(start, start.plus(Duration.ofMinutes(2)));
    assertThat(script.length()).isEqualTo(Duration.ofMinutes(20));
    assertThat(again)
        .allSatisfy(
            each -> {
              assertThat(each.mention().fullText()).startsWith("EXERCICE — ");
              assertThat(each.id()).startsWith("exercice-");
              assertThat(each.mention().url()).isNull();
              assertThat(each.mention().links()).isEmpty();
              assertThat(each.mention().author().followers()).isEqualTo(900L);
              assertThat(each.matches().getFirst().tone().label()).isEqualTo(ToneLabel.NEGATIVE);
            });
  }

  @Test
  void ofALongCrisisNoMoreIsReadThanIsPlayed() {
    String scenario = incident(false);
    for (int i = 0; i < RecordedScript.MOST + 500; i++) {
      said(Duration.ofSeconds(i), null, "Encore " + i);
    }
    List<AnalysedMention> again = scripts.of(scenario, BRAND).mentions(BRAND, Said.NOON, 10, 1);
    assertThat(again).hasSize(RecordedScript.MOST);
    assertThat(again.getLast().mention().text()).contains("Encore " + (RecordedScript.MOST - 1));
    assertThat(read).isEqualTo(RecordedScript.MOST);
  }

  @Test
  void whatCannotBePlayedIsRefusedWithTheReason() {
    assertThat(refused("incident:absent", BRAND)).contains("aucun incident réel");
    String empty = incident(false);
    assertThat(refused(empty, BRAND)).contains("aucune mention");
    assertThat(refused(empty, brand("rivale"))).contains(Said.BRAND);
    assertThat(refused(incident(true), BRAND)).as("an exercise").contains("aucun incident réel");
    assertThat(refused("zzz", BRAND)).contains("produit");
  }

  private String refused(String scenario, Brand brand) {
    InvalidDocumentException refusal =
        catchThrowableOfType(InvalidDocumentException.class, () -> scripts.of(scenario, brand));
    assertThat(refusal.field()).isEqualTo("scenario");
    return refusal.remedy().french();
  }

  /** The second exercise of a day was once taken for the echo of the first, and stayed silent. */
  @Test
  void aSecondExerciseOnTheSameDayFiresAsTheFirst() {
    MovableTime clock = new MovableTime(Said.NOON);
    Desk desk = new Desk(() -> AlertPolicy.DEFAULT, new MemoryIncidentStore(), clock);
    try (LiveDrills drills = new LiveDrills(scripts, desk, channels -> {}, clock)) {
      for (int i = 1; i <= 2; i++) {
        drills.begin(Said.BRAND, "produit", 1_000, Set.of(), "Ana");
        clock.pass(Duration.ofSeconds(3));
        int wanted = i;
        Await.until("exercise " + i + " fired", () -> desk.all(10).size() == wanted);
        drills.end("Ana");
        clock.pass(Duration.ofMinutes(30));
      }
    }
  }
}
