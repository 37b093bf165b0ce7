package ouidire.ingest.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ouidire.core.mention.Mention;
import ouidire.core.mention.PlainText;
import ouidire.core.stream.InMemoryCursorStore;
import ouidire.core.stream.InMemoryMentionPublisher;

/** Rows as hostile or broken as people's files have them: kept as they are, or refused with why. */
class HostileRowsTest {
  private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");
  private static final ImportOptions UTC = ImportOptions.in(ZoneOffset.UTC);

  @TempDir Path folder;
  private InMemoryMentionPublisher stream = new InMemoryMentionPublisher();

  @BeforeEach
  void begin() {
    stream = new InMemoryMentionPublisher();
  }

  @Test
  void hostileTextsAreKeptAsTheyAreButForWhatSteers() throws Exception {
    List<String> texts =
        List.of(
            "<script>alert(1)</script>",
            "😡😡😡",
            "=HYPERLINK(\"http://a.example\")",
            "avant\u0000après",
            "\u202Eesrevne à\u202C",
            "a".repeat(400_000));
    StringBuilder csv = new StringBuilder("date,texte,auteur\n");
    for (String text : texts) {
      csv.append("2026-03-02,\"").append(text.replace("\"", "\"\"")).append("\",lou\n");
    }
    ImportSummary summary = run(csv.toString().getBytes(UTF_8));
    assertThat(summary.accepted()).isEqualTo(texts.size());
    assertThat(stream.kept().stream().map(Mention::text).toList())
        .isEqualTo(texts.stream().map(PlainText::of).toList());
    assertThat(stream.kept().get(3).text()).isEqualTo("avantaprès");
    assertThat(stream.kept().get(4).text()).isEqualTo("esrevne à");
  }

  @Test
  void aFormulaThatWasGuardedIsWhatItWas() throws Exception {
    run("date,texte\n2026-03-02,'=SOMME(A1)\n2026-03-02,'tite vite\n".getBytes(UTF_8));
    assertThat(stream.kept().get(0).text()).isEqualTo("=SOMME(A1)");
    assertThat(stream.kept().get(1).text()).isEqualTo("'tite vite");
  }

  @Test
  void whatCannotBeAMentionIsRefusedWithWhy() throws Exception {
    ByteArrayOutputStream csv = new ByteArrayOutputStream();
    csv.writeBytes("date,texte,auteur\n".getBytes(UTF_8));
    csv.writeBytes("1970-01-01,trop tôt,lou\n".getBytes(UTF_8));
    csv.writeBytes("2099-01-01,trop tard,lou\n".getBytes(UTF_8));
    csv.writeBytes(("2026-03-02," + "b".repeat(1_000_000) + ",lou\n").getBytes(UTF_8));
    csv.writeBytes("2026-03-02,caf".getBytes(UTF_8));
    csv.write(0xe9);
    csv.writeBytes(" froid,lou\n".getBytes(UTF_8));
    csv.writeBytes("2026-03-02,un, deux,lou\n".getBytes(UTF_8));
    csv.writeBytes("2026-03-02\n".getBytes(UTF_8));
    csv.writeBytes("2026-03-02,café chaud,lou\n".getBytes(UTF_8));
    ImportSummary summary = run(csv.toByteArray());
    assertThat(summary.read()).isEqualTo(7);
    assertThat(summary.accepted()).isEqualTo(1);
    Path rejected = folder.resolve("fichier.rejected.csv");
    assertThat(summary.rejectedFile()).isEqualTo(rejected);
    byte[] kept = Files.readAllBytes(rejected);
    String shown = new String(kept, Charset.forName("windows-1252"));
    assertThat(shown)
        .contains("2,\"publishedAt: 1970-01-01T00:00:00Z is before 1990")
        .contains("3,\"publishedAt: 2099-01-01T00:00:00Z is more than 24 h ahead")
        .contains("4,\"text: has 1000000 characters; give at most 500000")
        .contains("5,\"the row has the byte 0xE9 at 15, which is not UTF-8")
        .contains("6,\"the row has 4 cells under 3 headers")
        .contains("7,\"text: is empty")
        .contains("2026-03-02,café froid,lou");
  }

  @Test
  void aCutArchiveKeepsWhatWasReadAndSaysSo() throws Exception {
    StringBuilder csv = new StringBuilder("post_id,date,texte\n");
    for (int i = 0; i < 5_000; i++) {
      csv.append("publication-")
          .append(i * 7919)
          .append(",2026-03-02,avis ")
          .append(i)
          .append('\n');
    }
    ByteArrayOutputStream gzip = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(gzip)) {
      out.write(csv.toString().getBytes(UTF_8));
    }
    byte[] whole = gzip.toByteArray();
    byte[] cut = Arrays.copyOf(whole, whole.length / 2);
    ImportSummary summary = run(cut);
    assertThat(requireNonNull(summary.failure()).english()).contains("breaks off", "mend it");
    assertThat(summary.accepted()).isPositive().isLessThan(5_000);
    assertThat(stream.kept()).hasSize((int) summary.accepted());
    assertThat(stream.kept().getLast().text()).isEqualTo("avis " + (summary.accepted() - 1));
  }

  @Test
  void rowsNumberedFromOneAreNotTheSameInTwoFiles() throws Exception {
    run("id,date,texte\n1,2026-03-02,bien\n2,2026-03-02,bien\n".getBytes(UTF_8));
    run("id,date,texte\n1,2026-03-02,mal\n2,2026-03-02,mal\n".getBytes(UTF_8));
    assertThat(stream.kept().stream().map(Mention::id).distinct()).hasSize(4);
  }

  @Test
  void commentsUnderOneAddressAreNotTheSame() throws Exception {
    ImportSummary summary =
        run(
            "lien,date,texte\nhttps://a.example/1,2026-03-02,bien\nhttps://a.example/1,2026-03-02,mal\n"
                .getBytes(UTF_8));
    assertThat(stream.kept().stream().map(Mention::id).distinct()).hasSize(2);
    assertThat(summary.notes()).anyMatch(note -> note.english().contains("address"));
  }

  @Test
  void monthsFirstIsFoundFarDownTheColumn() throws Exception {
    StringBuilder csv = new StringBuilder("date,texte\n");
    for (int i = 0; i < 40_000; i++) {
      csv.append("02/03/2026 14:05,un avis parmi beaucoup d'autres ").append(i).append('\n');
    }
    csv.append("02/25/2026 14:05,celui qui décide\n");
    assertThat(csv.length()).isGreaterThan(TextFile.SAMPLE_BYTES);
    run(csv.toString().getBytes(UTF_8));
    assertThat(stream.kept().get(0).publishedAt()).isEqualTo(Instant.parse("2026-02-03T14:05:00Z"));
    ImportSummary undecided = run("date,texte\n02/03/2026,bien\n".getBytes(UTF_8));
    assertThat(undecided.notes()).anyMatch(note -> note.english().contains("day first"));
  }

  private ImportSummary run(byte[] bytes) throws Exception {
    Path file = Files.write(folder.resolve("fichier"), bytes);
    return new FileImporter(stream, new InMemoryCursorStore(), InstantSource.fixed(NOW))
        .run(file, UTC, progress -> {});
  }
}
