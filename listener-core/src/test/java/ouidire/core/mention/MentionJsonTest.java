package ouidire.core.mention;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import ouidire.core.history.SampleMention;

class MentionJsonTest {
  private static final SourceRef SOURCE = new SourceRef("import", "relevé.csv");
  private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");

  private static final Mention FULL =
      new Mention(
          "0123456789abcdef0123456789abcdef",
          new SourceRef("mastodon", "piaille.example"),
          "https://piaille.example/@lou/1",
          new Author("lou", "Lou 🍁", 1_250L),
          Instant.parse("2026-03-01T14:05:00.123Z"),
          NOW,
          "fr",
          "fr-CA",
          MentionType.COMMENT,
          "Mon avis",
          "l'Érabelle, c'est \"écœurant\"\u2026 \uD83D\uDE0D",
          List.of("https://erabelle.example/a?b=c"),
          List.of("Érabelle"),
          new Engagement(3L, 0L, null),
          "parent-1",
          "thread-1");

  @Test
  void aPlaceInAStoryComesBack() {
    AnalysedMention seen = SampleMention.of("b").copyOf("a", "s").build();
    assertThat(MentionJson.readAnalysed(MentionJson.write(seen))).isEqualTo(seen);
    assertThat(seen.story()).isNotNull();
    AnalysedMention alone = SampleMention.of("c").build();
    assertThat(MentionJson.readAnalysed(MentionJson.write(alone))).isEqualTo(alone);
    assertThat(alone.storyId()).isEqualTo("c");
  }

  @Test
  void aMentionComesBackAsItWas() {
    assertThat(MentionJson.readMention(MentionJson.write(FULL))).isEqualTo(FULL);
  }

  @Test
  void anAnalysedMentionComesBackAsItWas() {
    Tone tone =
        new Tone(
            ToneLabel.POSITIVE, 0.75, 0.9, List.of(new Evidence("text", 12, 23, "word", 0.75)));
    AnalysedMention analysed =
        new AnalysedMention(
            FULL,
            "fr",
            tone,
            List.of(new BrandMatch("erabelle", List.of(new Span("text", 2, 10)), tone)),
            NOW);
    assertThat(MentionJson.readAnalysed(MentionJson.write(analysed))).isEqualTo(analysed);
    assertThat(MentionJson.readMention(MentionJson.write(analysed))).isEqualTo(FULL);
  }

  @Test
  void textAndTimeAreEnoughForPeople() {
    Mention read =
        MentionJson.readMention(
            json("{\"text\":\"Bof.\",\"publishedAt\":\"2026-03-01T09:00:00-05:00\"}"), SOURCE, NOW);
    assertThat(read.source()).isEqualTo(SOURCE);
    assertThat(read.publishedAt()).isEqualTo(Instant.parse("2026-03-01T14:00:00Z"));
    assertThat(read.id()).isEqualTo(MentionIds.ofContent(SOURCE, null, read.publishedAt(), "Bof."));
  }

  @Test
  void anErrorNamesTheFieldAndTheRemedyAndNeverTheText() {
    assertThatThrownBy(
            () ->
                MentionJson.readMention(
                    json("{\"text\":\"secret\",\"publishedAt\":\"hier\"}"), SOURCE, NOW))
        .isInstanceOf(InvalidMentionException.class)
        .hasMessageContaining("publishedAt")
        .hasMessageContaining("ISO 8601")
        .hasMessageNotContaining("secret");
    assertThatThrownBy(() -> MentionJson.readMention(json("{\"text\":\"secret"), SOURCE, NOW))
        .isInstanceOf(InvalidMentionException.class)
        .hasMessageContaining("not readable JSON")
        .hasMessageNotContaining("secret");
    assertThatThrownBy(() -> MentionJson.readMention(json("[]"), SOURCE, NOW))
        .isInstanceOf(InvalidMentionException.class)
        .hasMessageContaining("not a JSON object");
  }

  private static byte[] json(String text) {
    return text.getBytes(UTF_8);
  }
}
