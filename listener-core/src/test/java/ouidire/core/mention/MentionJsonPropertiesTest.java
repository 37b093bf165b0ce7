package ouidire.core.mention;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class MentionJsonPropertiesTest {
  private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");

  @Property(tries = 500)
  void everyMentionComesBackAsItWas(@ForAll("mentions") Mention mention) {
    assertThat(MentionJson.readMention(MentionJson.write(mention))).isEqualTo(mention);
  }

  @Property(tries = 500)
  void whatIsNoMentionIsRefusedAndNothingElseHappens(@ForAll byte[] bytes) {
    readOrRefuse(bytes);
  }

  @Property(tries = 300)
  void aCutMentionIsRefusedAndNothingElseHappens(
      @ForAll("mentions") Mention mention, @ForAll int cut) {
    byte[] whole = MentionJson.write(mention);
    byte[] part = new byte[Math.floorMod(cut, whole.length)];
    System.arraycopy(whole, 0, part, 0, part.length);
    readOrRefuse(part);
  }

  @Test
  void halfASurrogatePairBecomesTheReplacementCharacter() {
    Mention read =
        MentionJson.readMention(
            "{\"text\":\"cass\\ud83d!\",\"publishedAt\":\"2026-03-01T09:00:00Z\"}".getBytes(UTF_8),
            new SourceRef("import", "x"),
            NOW);
    assertThat(read.text()).isEqualTo("cass\uFFFD!");
    Mention cut =
        new Mention(
            "x",
            read.source(),
            null,
            new Author("a\uDE21", null, null),
            NOW,
            NOW,
            null,
            null,
            MentionType.POST,
            null,
            "\uD83D\uDE21\uD83D",
            read.links(),
            read.hashtags(),
            Engagement.NONE,
            null,
            null);
    Mention back = MentionJson.readMention(MentionJson.write(cut));
    assertThat(back.text()).isEqualTo("\uD83D\uDE21\uFFFD");
    assertThat(back.author().handle()).isEqualTo("a\uFFFD");
  }

  private static void readOrRefuse(byte[] bytes) {
    try {
      Mention read = MentionJson.readMention(bytes, new SourceRef("import", "x"), NOW);
      assertThat(read.id()).isNotEmpty();
    } catch (InvalidMentionException e) {
      assertThat(e).hasMessageContaining(";");
    }
  }

  @Provide
  Arbitrary<Mention> mentions() {
    return Mentions.any();
  }
}
