package ouidire.core.mention;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import ouidire.core.stream.KafkaSettings;

class MentionRulesTest {
  private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");

  @Test
  void emptyOldFutureAndBoundlessMentionsAreBroken() {
    assertThat(broken(text(" \n\t"))).isEqualTo("text");
    assertThat(broken(text("a".repeat(MentionRules.MAX_TEXT)))).isEqualTo("");
    assertThat(broken(text("a".repeat(MentionRules.MAX_TEXT + 1)))).isEqualTo("text");
    assertThat(broken(at(Instant.EPOCH))).isEqualTo("publishedAt");
    assertThat(broken(at(Instant.parse("2099-01-01T00:00:00Z")))).isEqualTo("publishedAt");
    assertThat(broken(at(NOW.plus(Duration.ofHours(24))))).isEqualTo("");
    assertThat(broken(links(Collections.nCopies(1_001, "https://a.example")))).isEqualTo("links");
    assertThat(broken(links(List.of("h".repeat(MentionRules.MAX_URL + 1))))).isEqualTo("links");
    assertThat(broken(links(Collections.nCopies(100, "h".repeat(8_000))))).isEqualTo("links");
    assertThat(broken(links(List.of("https://a.example")))).isEqualTo("");
  }

  @Test
  void theLongestMentionFitsARecordInItsWorstSpelling() {
    Mention longest =
        new Mention(
            "i".repeat(MentionRules.MAX_ID),
            new SourceRef("import", "€".repeat(MentionRules.MAX_NAME)),
            "\u0001".repeat(MentionRules.MAX_URL),
            Author.UNKNOWN,
            NOW,
            NOW,
            null,
            null,
            MentionType.POST,
            "€".repeat(MentionRules.MAX_TITLE),
            "€".repeat(MentionRules.MAX_TEXT),
            Collections.nCopies(62, "\u0001".repeat(8_000)),
            List.of(),
            Engagement.NONE,
            null,
            null);
    assertThat(broken(longest)).isEqualTo("");
    assertThat(MentionJson.write(longest).length).isLessThan(KafkaSettings.MAX_RECORD_BYTES);
  }

  @Property(tries = 300)
  void ordinaryMentionsPass(@ForAll("mentions") Mention mention) {
    assertThat(broken(mention)).isEqualTo("");
  }

  @Provide
  Arbitrary<Mention> mentions() {
    return Mentions.any();
  }

  private static String broken(Mention mention) {
    return MentionRules.violation(mention, NOW).map(InvalidMentionException::field).orElse("");
  }

  private static Mention text(String text) {
    return mention(NOW, text, List.of());
  }

  private static Mention at(Instant time) {
    return mention(time, "Bof.", List.of());
  }

  private static Mention links(List<String> links) {
    return mention(NOW, "Bof.", links);
  }

  private static Mention mention(Instant time, String text, List<String> links) {
    return new Mention(
        "id",
        new SourceRef("import", "x"),
        null,
        Author.UNKNOWN,
        time,
        NOW,
        null,
        null,
        MentionType.POST,
        null,
        text,
        links,
        List.of(),
        Engagement.NONE,
        null,
        null);
  }
}
