package ouidire.core.mention;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import ouidire.core.history.SampleMention;

class PlainTextTest {
  @Test
  void whatSteersATerminalOrAnothersLineIsTakenOut() {
    assertThat(PlainText.of("a\u0000b\u001b[31mrouge\u001b]0;titre\u0007\u009b2J"))
        .isEqualTo("ab[31mrouge]0;titre2J");
    assertThat(PlainText.of("fac\u202efdp.exe\u202c et \u2066isolé\u2069"))
        .isEqualTo("facfdp.exe et isolé");
    assertThat(PlainText.of("une\u000bligne\u0085de plus")).isEqualTo("une ligne de plus");
  }

  @Test
  void whatPeopleWriteStays() {
    for (String text :
        List.of(
            "À table\n\tl'été\r\n",
            "🍁 👩‍👧 e\u0301",
            "سلام \u200f!",
            "\u200e12",
            "a < b && c",
            "")) {
      assertThat(PlainText.of(text)).isSameAs(text);
    }
  }

  @Test
  void noMentionHoldsThemWhereverItComesFromAndGoesTo() throws Exception {
    String json =
        "{\"text\":\"un\\u0000deux\\u001b[2J\\u202etrois\",\"title\":\"\\u202eeltit\",\"publishedAt\":"
            + "\"2026-03-01T14:05:00Z\",\"author\":{\"handle\":\"lou\\u0007\",\"name\":\"\\u202euoL\"}}";
    Mention read =
        MentionJson.readMention(
            json.getBytes(UTF_8), new SourceRef("import", "fi\u0000chier"), Instant.EPOCH);
    assertThat(read.text()).isEqualTo("undeux[2Jtrois");
    assertThat(read.title()).isEqualTo("eltit");
    assertThat(read.author()).isEqualTo(new Author("lou", "uoL", null));
    assertThat(read.source().name()).isEqualTo("fichier");
    StringWriter csv = new StringWriter();
    MentionCsv.write(csv, SampleMention.of("a").text("x\u001b[2J\u202ey").build(), ',');
    assertThat(csv.toString()).contains("x[2Jy").doesNotContain("\u001b", "\u202e");
  }
}
