package ouidire.core.mention;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MentionCsvTest {
  @Test
  void aRowHasACellForEachColumn() throws IOException {
    StringBuilder header = new StringBuilder();
    MentionCsv.writeHeader(header, ';');
    assertThat(header.toString().strip().split(";")).containsExactlyElementsOf(MentionCsv.COLUMNS);
    assertThat(row("Bof").strip().split(";", -1)).hasSize(MentionCsv.COLUMNS.size());
  }

  @Test
  void cellsAreQuotedWhereTheyMustBe() throws IOException {
    assertThat(row("a;b")).contains(";\"a;b\";");
    assertThat(row("dit \"oui\"\nou non")).contains(";\"dit \"\"oui\"\"\nou non\";");
    assertThat(row("simple")).contains(";simple;").endsWith("\r\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=HYPERLINK(\"http://x\")",
        "+33 1",
        "-1+1|cmd",
        "@lou bravo",
        "\t=1",
        "\r=1",
        "＝1+1"
      })
  void aFormulaIsMadeText(String text) throws IOException {
    assertThat(row(text)).contains("'" + text.replace("\"", "\"\""));
  }

  @Property
  void whatWasGuardedComesBackAsItWas(
      @ForAll @Chars({'\'', '=', '+', '-', '@', '\t'}) @CharRange(from = 'a', to = 'c') String text)
      throws IOException {
    String row = row(text);
    String cell = row.split(";", -1)[MentionCsv.COLUMNS.indexOf("text")];
    String plain =
        cell.startsWith("\"") ? cell.substring(1, cell.length() - 1).replace("\"\"", "\"") : cell;
    assertThat(MentionCsv.unguarded(plain)).isEqualTo(text);
    if (!plain.isEmpty()) {
      assertThat("=+-@\t").doesNotContain(plain.substring(0, 1));
    }
  }

  @Test
  void ourOwnNumbersKeepTheirSign() throws IOException {
    assertThat(row("Bof")).contains(";-0.5;");
  }

  private static String row(String text) throws IOException {
    Instant at = Instant.parse("2026-03-02T10:00:00Z");
    Mention mention =
        new Mention(
            "id1",
            new SourceRef("rss", "Fil"),
            null,
            Author.UNKNOWN,
            at,
            at,
            null,
            null,
            MentionType.POST,
            null,
            text,
            List.of("https://a.example/", "https://b.example/"),
            List.of(),
            Engagement.NONE,
            null,
            null);
    Tone tone = new Tone(ToneLabel.NEGATIVE, -0.5, 0.8, List.of());
    StringBuilder out = new StringBuilder();
    MentionCsv.write(
        out,
        new AnalysedMention(
            mention, "fr", tone, List.of(new BrandMatch("erabelle", List.of(), tone)), at),
        ';');
    return out.toString();
  }
}
