package ouidire.ingest.file;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterProperty;
import net.jqwik.api.lifecycle.BeforeProperty;
import ouidire.core.mention.AnalysedMention;
import ouidire.core.mention.Mention;
import ouidire.core.mention.MentionCsv;
import ouidire.core.mention.MentionJson;
import ouidire.core.mention.Mentions;
import ouidire.core.mention.Tone;
import ouidire.core.stream.CursorStore;
import ouidire.core.stream.InMemoryCursorStore;
import ouidire.core.stream.InMemoryMentionPublisher;
import ouidire.core.stream.MentionPublisher;

class ImportPropertiesTest {
  private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");
  private static final ImportOptions UTC = ImportOptions.in(ZoneOffset.UTC);

  private Path folder = Path.of("");

  @BeforeProperty
  void makeFolder() throws IOException {
    folder = Files.createTempDirectory("ouidire-import");
  }

  @AfterProperty
  void removeFolder() throws IOException {
    try (var files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }

  @Property(tries = 80)
  void aCsvExportComesBackAsItWas(
      @ForAll("mentions") List<Mention> mentions, @ForAll("separators") char separator)
      throws Exception {
    StringBuilder csv = new StringBuilder("\ufeff");
    MentionCsv.writeHeader(csv, separator);
    for (Mention mention : mentions) {
      AnalysedMention seen = new AnalysedMention(mention, "fr", Tone.UNKNOWN, List.of(), NOW);
      MentionCsv.write(csv, seen, separator);
    }
    assertThat(imported(csv.toString().getBytes(UTF_8))).isEqualTo(mentions);
    assertThat(imported(csv.toString().getBytes(UTF_16LE))).isEqualTo(mentions);
  }

  @Property(tries = 80)
  void aJsonLinesExportComesBackAsItWas(@ForAll("mentions") List<Mention> mentions)
      throws Exception {
    ByteArrayOutputStream lines = new ByteArrayOutputStream();
    for (Mention mention : mentions) {
      AnalysedMention seen = new AnalysedMention(mention, "fr", Tone.UNKNOWN, List.of(), NOW);
      lines.writeBytes(MentionJson.write(seen));
      lines.write('\n');
    }
    assertThat(imported(lines.toByteArray())).isEqualTo(mentions);
    String list = lines.toString(UTF_8).strip().replace("}\n{", "},\n{");
    assertThat(imported(("[" + list + "]").getBytes(UTF_8))).isEqualTo(mentions);
  }

  @Property(tries = 400)
  void whateverIsInAFileEveryRowIsAccountedFor(@ForAll("soups") byte[] soup) throws Exception {
    InMemoryMentionPublisher stream = new InMemoryMentionPublisher();
    Path file = Files.write(folder.resolve("soupe"), soup);
    try {
      ImportSummary summary = importer(stream, new InMemoryCursorStore()).run(file, UTC, p -> {});
      assertThat(summary.read()).isEqualTo(summary.accepted() + summary.rejected());
      assertThat(stream.kept()).hasSize((int) summary.accepted());
      if (summary.rejectedFile() != null) {
        assertThat(summary.rejectedFile()).isNotEmptyFile();
      }
    } catch (ImportException e) {
      assertThat(e).hasMessageContaining("soupe");
      assertThat(stream.kept()).isEmpty();
    }
  }

  @Property(tries = 25)
  void anImportThatIsKilledAgainAndAgainLosesAndDoublesNothing(@ForAll long seed) throws Exception {
    Random random = new Random(seed);
    int rows = 200 + random.nextInt(4_000);
    StringBuilder csv = new StringBuilder("post_id,auteur,texte,date\n");
    Set<String> bad = new HashSet<>();
    for (int i = 0; i < rows; i++) {
      boolean refused = random.nextInt(50) == 0;
      String text = "\"avis " + i + (random.nextInt(9) == 0 ? "\nsur deux lignes" : "") + "\"";
      csv.append("publication-").append(i).append(",lou,").append(text);
      csv.append(refused ? ",jamais\n" : ",2026-03-02 14:05\n");
      if (refused) {
        bad.add("publication-" + i);
      }
    }
    Path file = Files.writeString(folder.resolve("avis.csv"), csv);
    CursorStore cursors = new InMemoryCursorStore();
    InMemoryMentionPublisher stream = new InMemoryMentionPublisher();
    Optional<ImportSummary> done = Optional.empty();
    int runs = 0;
    while (done.isEmpty()) {
      int failAfter = ++runs > 30 ? Integer.MAX_VALUE : random.nextInt(3_000);
      try {
        ImportSummary summary =
            importer(dying(stream, failAfter, random.nextBoolean()), cursors)
                .run(file, UTC, p -> {});
        assertThat(summary.read()).isEqualTo(summary.accepted() + summary.rejected());
        done = Optional.of(summary).filter(s -> s.failure() == null);
      } catch (Killed e) {
        // As kill -9: nothing is tidied up; the next run goes on.
      }
    }
    assertThat(done.get().read()).isEqualTo(rows);
    assertThat(done.get().rejected()).isEqualTo(bad.size());
    Set<String> ids = new HashSet<>();
    stream.kept().forEach(mention -> ids.add(mention.id()));
    assertThat(ids).hasSize(rows - bad.size());
    Path rejected = folder.resolve("avis.csv.rejected.csv");
    assertThat(Files.exists(rejected)).isEqualTo(!bad.isEmpty());
    if (!bad.isEmpty()) {
      List<String> kept = new ArrayList<>();
      for (String line : Files.readAllLines(rejected)) {
        int at = line.indexOf("publication-");
        if (at >= 0) {
          kept.add(line.substring(at, line.indexOf(',', at)));
        }
      }
      assertThat(kept).containsExactlyInAnyOrderElementsOf(bad);
    }
  }

  /** A stream that fails, or dies with its process, after so many mentions. */
  private static MentionPublisher dying(MentionPublisher stream, int after, boolean killed) {
    int[] left = {after};
    return mention -> {
      if (left[0]-- > 0) {
        return stream.publish(mention);
      }
      if (killed) {
        throw new Killed();
      }
      return CompletableFuture.failedFuture(new IllegalStateException("the stream is down"));
    };
  }

  private static final class Killed extends Error {
    private static final long serialVersionUID = 1L;
  }

  private List<Mention> imported(byte[] bytes) throws Exception {
    InMemoryMentionPublisher stream = new InMemoryMentionPublisher();
    Path file = Files.write(folder.resolve("export"), bytes);
    ImportSummary summary = importer(stream, new InMemoryCursorStore()).run(file, UTC, p -> {});
    assertThat(summary.rejected()).isZero();
    return stream.kept();
  }

  private static FileImporter importer(MentionPublisher stream, CursorStore cursors) {
    return new FileImporter(stream, cursors, InstantSource.fixed(NOW));
  }

  @Provide
  Arbitrary<List<Mention>> mentions() {
    return Mentions.any().list().ofMinSize(1).ofMaxSize(8);
  }

  @Provide
  Arbitrary<Character> separators() {
    return Arbitraries.of(',', ';', '\t');
  }

  /** Files that are nearly exports: their pieces in any order, in any encoding, cut anywhere. */
  @Provide
  Arbitrary<byte[]> soups() {
    Arbitrary<String> pieces =
        Arbitraries.of(
            "date,texte,auteur\n",
            "Date;Contenu;Lien\r\n",
            "{\"text\":\"bof\",\"publishedAt\":\"2026-03-01T09:00:00Z\"}\n",
            "{\"full_text\":\"bof\",\"created_at\":\"Mon Mar 02 14:05:06 +0000 2026\"}\n",
            "[",
            "{",
            "}",
            "2026-03-02 14:05,bien,lou\n",
            "02/03/2026;\"bien; très\";https://a.example/1\r\n",
            "\"",
            "\"\"",
            "\n",
            "\r",
            "\\",
            ",",
            ";",
            "\u0000",
            "12/25/2026",
            "é😡");
    Arbitrary<String> texts =
        Arbitraries.oneOf(pieces, pieces, pieces, Mentions.texts())
            .list()
            .ofMaxSize(25)
            .map(all -> String.join("", all));
    Arbitrary<Charset> charsets = Arbitraries.of(UTF_8, UTF_16LE, Charset.forName("windows-1252"));
    Arbitrary<byte[]> written =
        texts.flatMap(text -> charsets.map(charset -> text.getBytes(charset)));
    return Arbitraries.oneOf(written, Arbitraries.bytes().array(byte[].class).ofMaxSize(300));
  }
}
