package ouidire.ingest.file;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.luben.zstd.ZstdOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ouidire.core.mention.Mention;
import ouidire.core.stream.InMemoryCursorStore;
import ouidire.core.stream.InMemoryMentionPublisher;
import ouidire.core.stream.MentionPublisher;

class FileImporterTest {
  private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");
  private static final ImportOptions UTC = ImportOptions.in(ZoneOffset.UTC);
  private static final String TWEETS =
      """
      tweet_id,author,text,date,url
      1764000000000000001,@lou_b,"Le sirop Érabelle, c'est ""écœurant"" de bon",2026-03-02 14:05:00,https://x.example/lou_b/1
      1764000000000000002,Maude Tremblay,"Deux lignes
      dans un même mot",2026-03-02 14:06:00,https://x.example/maude/2
      """;

  @TempDir Path folder;
  private final InMemoryMentionPublisher stream = new InMemoryMentionPublisher();
  private final InMemoryCursorStore cursors = new InMemoryCursorStore();

  @Test
  void aTweetsExportIsRecognised() throws Exception {
    ImportSummary summary = run(file("tweets.csv", TWEETS), UTC);
    assertThat(summary.failure()).isNull();
    assertThat(summary.read()).isEqualTo(2);
    assertThat(summary.accepted()).isEqualTo(2);
    assertThat(summary.rejectedFile()).isNull();
    Mention first = stream.kept().get(0);
    assertThat(first.text()).isEqualTo("Le sirop Érabelle, c'est \"écœurant\" de bon");
    assertThat(first.author().handle()).isEqualTo("lou_b");
    assertThat(first.author().name()).isNull();
    assertThat(first.publishedAt()).isEqualTo(Instant.parse("2026-03-02T14:05:00Z"));
    assertThat(first.collectedAt()).isEqualTo(NOW);
    assertThat(first.url()).isEqualTo("https://x.example/lou_b/1");
    assertThat(first.source().kind()).isEqualTo("import");
    assertThat(first.source().name()).isEqualTo("X");
    assertThat(stream.kept().get(1).text()).isEqualTo("Deux lignes\ndans un même mot");
    assertThat(stream.kept().get(1).author().name()).isEqualTo("Maude Tremblay");
  }

  @Test
  void theSameFileHasTheSameIdsUnderAnyNameCompressionAndEncoding() throws Exception {
    run(file("a.csv", TWEETS), UTC);
    List<String> ids = stream.kept().stream().map(Mention::id).toList();
    assertThat(ids).doesNotHaveDuplicates();
    byte[] utf8 = TWEETS.getBytes(UTF_8);
    ByteArrayOutputStream gzip = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(gzip)) {
      out.write(utf8);
    }
    ByteArrayOutputStream zstd = new ByteArrayOutputStream();
    try (OutputStream out = new ZstdOutputStream(zstd)) {
      out.write(utf8);
    }
    byte[] wide = ("\ufeff" + TWEETS).getBytes(UTF_16LE);
    byte[] latin = TWEETS.getBytes(Charset.forName("windows-1252"));
    byte[] marked = ("\ufeff" + TWEETS).getBytes(UTF_8);
    for (byte[] bytes :
        List.of(utf8, gzip.toByteArray(), zstd.toByteArray(), wide, latin, marked)) {
      InMemoryMentionPublisher again = new InMemoryMentionPublisher();
      Path other = Files.write(folder.resolve("autre.nom"), bytes);
      new FileImporter(again, new InMemoryCursorStore(), InstantSource.fixed(NOW))
          .run(other, UTC, progress -> {});
      assertThat(again.kept()).isEqualTo(stream.kept());
    }
  }

  @Test
  void importedAgainItIsTheSame() throws Exception {
    Path file = file("a.csv", TWEETS);
    run(file, UTC);
    ImportSummary again = run(file, UTC);
    assertThat(again.accepted()).isEqualTo(2);
    assertThat(again.resumedAt()).isZero();
    assertThat(stream.kept().subList(2, 4)).isEqualTo(stream.kept().subList(0, 2));
  }

  @Test
  void itSaysHowManyWereNewAndHowManyWereThere() throws Exception {
    Set<String> there = new HashSet<>();
    FileImporter importer =
        new FileImporter(
            stream,
            cursors,
            InstantSource.fixed(NOW),
            ids -> {
              assertThat(stream.kept().stream().map(Mention::id))
                  .as("asked before anything of the batch is sent")
                  .doesNotContainAnyElementsOf(
                      ids.stream().filter(id -> !there.contains(id)).toList());
              return ids.stream().filter(there::contains).collect(Collectors.toSet());
            });
    assertThat(importer.run(file("a.csv", TWEETS), UTC, progress -> {}).arrivals())
        .isEqualTo(new ImportSummary.Arrivals(2, 0));
    stream.kept().forEach(mention -> there.add(mention.id()));
    String more =
        TWEETS
            + "1764000000000000003,Guy,Un de plus,2026-03-02 15:00:00,https://x.example/guy/3\n"
            + "1764000000000000003,Guy,Un de plus,2026-03-02 15:00:00,https://x.example/guy/3\n";
    ImportSummary grown = importer.run(file("b.csv", more), UTC, progress -> {});
    assertThat(grown.arrivals()).isEqualTo(new ImportSummary.Arrivals(1, 2));
    assertThat(grown.repeated()).isEqualTo(1);
    assertThat(run(file("b.csv", more), UTC).arrivals()).as("nobody can tell").isNull();
  }

  @Test
  void aFileThatWasImportedWholeIsKnownAndWhatItRefusedIsTold() throws Exception {
    Path file = file("a.csv", TWEETS + "7,Guy,,2026-03-02 15:00:00,https://x.example/guy/7\n");
    FileImporter importer = new FileImporter(stream, cursors, InstantSource.fixed(NOW));
    assertThat(importer.finished(file, UTC)).isEmpty();
    importer.run(file, UTC, progress -> {});
    assertThat(stream.refused()).isEqualTo(1);
    ImportSummary before = importer.finished(file, UTC).orElseThrow();
    assertThat(before.read()).isEqualTo(3);
    assertThat(before.accepted()).isEqualTo(2);
    assertThat(before.arrivals()).isEqualTo(new ImportSummary.Arrivals(0, 2));
    assertThat(stream.kept()).hasSize(2);
  }

  @Test
  void aStreamThatIsGoneIsAskedOnceAndNotForEveryRow() throws Exception {
    AtomicInteger asked = new AtomicInteger();
    MentionPublisher gone =
        mention -> {
          asked.incrementAndGet();
          return CompletableFuture.failedFuture(new TimeoutException("no broker"));
        };
    ImportSummary summary =
        new FileImporter(gone, cursors, InstantSource.fixed(NOW))
            .run(file("a.csv", TWEETS), UTC, progress -> {});
    assertThat(asked).hasValue(1);
    assertThat(requireNonNull(summary.failure()).in(Locale.FRENCH))
        .contains("ne répond plus", "relancez la même commande", "après la ligne 0");
    assertThat(summary.accepted()).isZero();
    assertThat(run(file("a.csv", TWEETS), UTC).accepted()).isEqualTo(2);
  }

  @Test
  void textsSetInHtmlAreKeptAsPeopleReadThem() throws Exception {
    ImportSummary summary =
        run(
            file(
                "mastodon.jsonl",
                """
                {"created_at":"2026-03-02T14:05:00Z","content":"<p>Le sirop &Eacute;rabelle&nbsp;: <a href=\\"https://erabelle.example/\\">ici</a></p><p>Deux &lt; trois</p>"}
                {"created_at":"2026-03-02T14:06:00Z","content":"<p>Bof.</p>"}
                {"created_at":"2026-03-02T14:07:00Z","content":"sans balise, a < b"}
                """),
            UTC);
    assertThat(summary.accepted()).isEqualTo(3);
    assertThat(summary.notes()).anyMatch(note -> note.english().contains("set in HTML"));
    assertThat(stream.kept().get(0).text())
        .contains("Le sirop Érabelle", "ici", "Deux < trois")
        .doesNotContain("<p>", "href", "&");
    assertThat(stream.kept().get(0).links()).containsExactly("https://erabelle.example/");
    assertThat(stream.kept().get(2).text()).isEqualTo("sans balise, a < b");
  }

  @Test
  void textsThatOnlyHoldSignsStayAsTheyAre() throws Exception {
    run(
        file(
            "a.csv",
            "date,title,texte\n"
                + "2026-03-02,R&D <bêta>,a < b et b > c <3\n"
                + "2026-03-02,x,if (a<b) && c>d &amp; <truc>\n"
                + "2026-03-02,x,<script>alert(1)</script>\n"),
        UTC);
    assertThat(stream.kept())
        .extracting(Mention::text)
        .containsExactly(
            "a < b et b > c <3", "if (a<b) && c>d &amp; <truc>", "<script>alert(1)</script>");
    assertThat(stream.kept().getFirst().title()).isEqualTo("R&D <bêta>");
  }

  @Test
  void reasonsAreInTheLanguageOfWhoImports() throws Exception {
    Path file = file("avis.csv", "date;texte\nhier;Bon\n2026-03-02;\n");
    run(file, UTC.withReader(Locale.FRENCH));
    List<String> lines = Files.readAllLines(folder.resolve("avis.csv.rejected.csv"));
    assertThat(lines.get(1)).startsWith("2;\"publishedAt : n’est pas une date");
    assertThat(lines.get(2)).startsWith("3;\"text : est vide");
    assertThatThrownBy(() -> run(folder.resolve("absent.csv"), UTC))
        .isInstanceOfSatisfying(
            ImportException.class,
            e ->
                assertThat(e.words().in(Locale.FRENCH))
                    .contains("absent.csv", "n’existe pas", "nommez un fichier"));
  }

  @Test
  void aStrangeByteIsTheFaultOfItsRowAndNotOfTheFile() throws Exception {
    for (int strange : new int[] {0x80, 0x8e, 0xa0, 0xc3, 0xc8, 0xe2, 0xff}) {
      InMemoryMentionPublisher taken = new InMemoryMentionPublisher();
      ByteArrayOutputStream csv = new ByteArrayOutputStream();
      csv.writeBytes("date,texte\n".getBytes(UTF_8));
      for (int i = 0; i < 40; i++) {
        csv.writeBytes(("2026-03-02,plain words no " + i + "\n").getBytes(UTF_8));
      }
      csv.writeBytes("2026-03-02,un octet ".getBytes(UTF_8));
      csv.write(strange);
      csv.writeBytes(" perdu\n2026-03-02,déjà vu\n".getBytes(UTF_8));
      Path file = Files.write(folder.resolve("octet.csv"), csv.toByteArray());
      ImportSummary summary =
          new FileImporter(taken, new InMemoryCursorStore(), InstantSource.fixed(NOW))
              .run(file, UTC, progress -> {});
      assertThat(summary.encoding()).as("0x%02x", strange).isEqualTo(UTF_8);
      assertThat(summary.rejected()).as("0x%02x", strange).isEqualTo(1);
      assertThat(taken.kept()).extracting(Mention::text).contains("déjà vu", "plain words no 0");
      assertThat(Files.readString(folder.resolve("octet.csv.rejected.csv"), ISO_8859_1))
          .contains(String.format("0x%02X", strange));
    }
  }

  @Test
  void oneAccentWithinAWordIsEnoughForTheUsualOneByteEncoding() throws Exception {
    byte[] latin =
        "date,texte\n2026-03-02,un café noir\n".getBytes(Charset.forName("windows-1252"));
    ImportSummary summary = run(Files.write(folder.resolve("a.csv"), latin), UTC);
    assertThat(summary.encoding().name()).isEqualTo("windows-1252");
    assertThat(stream.kept().getFirst().text()).isEqualTo("un café noir");
    byte[] mac =
        "date,texte\n2026-03-02,une journée d’été à la crèche où ça brûle\n"
            .getBytes(Charset.forName("x-MacRoman"));
    ImportSummary older = run(Files.write(folder.resolve("b.csv"), mac), UTC);
    assertThat(older.encoding().name()).isEqualTo("x-MacRoman");
    assertThat(stream.kept().get(1).text()).isEqualTo("une journée d’été à la crèche où ça brûle");
  }

  @Test
  void refusedRowsStandBesideTheFileWithLineAndReason() throws Exception {
    Path file =
        file(
            "avis.csv",
            """
            Date de publication;Auteur;Texte;Lien
            02/03/2026 14:05;Lou;Très bon;https://avis.example/1
            hier;Maude;Moyen;https://avis.example/2
            03/03/2099 08:00;Zoé;Du futur;https://avis.example/3
            25/03/2026 08:00;Guy;;https://avis.example/4
            26/03/2026 08:00;Ève;Parfait;https://avis.example/5
            """);
    ImportSummary summary = run(file, UTC);
    assertThat(summary.read()).isEqualTo(5);
    assertThat(summary.accepted()).isEqualTo(2);
    assertThat(summary.rejected()).isEqualTo(3);
    assertThat(summary.rejectedFile()).isEqualTo(folder.resolve("avis.csv.rejected.csv"));
    List<String> lines = Files.readAllLines(folder.resolve("avis.csv.rejected.csv"));
    assertThat(lines).hasSize(4);
    assertThat(lines.get(0)).isEqualTo("line;reason;Date de publication;Auteur;Texte;Lien");
    assertThat(lines.get(1))
        .startsWith("3;\"publishedAt: is not a date")
        .endsWith(";hier;Maude;Moyen;https://avis.example/2");
    assertThat(lines.get(2)).startsWith("4;").contains("24 h ahead");
    assertThat(lines.get(3)).startsWith("5;").contains("text: is empty");
    assertThat(stream.kept().get(0).publishedAt()).isEqualTo(Instant.parse("2026-03-02T14:05:00Z"));
  }

  @Test
  void aMendedRejectedFileIsImported() throws Exception {
    Path rejected =
        file(
            "avis.csv.rejected.csv",
            """
            line;reason;Date de publication;Auteur;Texte;Lien
            3;"publishedAt: is not a date";27/03/2026;Maude;Moyen;https://avis.example/2
            """);
    assertThat(run(rejected, UTC).accepted()).isEqualTo(1);
    assertThat(stream.kept().get(0).text()).isEqualTo("Moyen");
  }

  @Test
  void jsonLinesInOurOwnFormAndInOthers() throws Exception {
    Path own =
        file(
            "a.jsonl",
            """
            {"text":"Bof.","publishedAt":"2026-03-01T09:00:00-05:00"}
            {"text":"Cassé","publishedAt":
            {"text":"Bien.","publishedAt":"2026-03-01T09:00:00Z","source":{"kind":"rss","name":"Le Fil"},"id":"abc"}
            """);
    ImportSummary summary = run(own, UTC);
    assertThat(summary.accepted()).isEqualTo(2);
    assertThat(summary.rejected()).isEqualTo(1);
    assertThat(stream.kept().get(1).id()).isEqualTo("abc");
    assertThat(Files.readString(folder.resolve("a.jsonl.rejected.jsonl")))
        .startsWith("{\"line\":2,\"reason\":\"")
        .contains("\"raw\":\"{\\\"text\\\":");

    Path tweets =
        file(
            "b.jsonl",
            """
            {"id_str":"1764000000000000009","full_text":"Une #panne d'Érabelle","created_at":"Mon Mar 02 14:05:06 +0000 2026","user":{"screen_name":"lou_b","name":"Lou","followers_count":12},"favorite_count":3,"retweet_count":4,"lang":"fr"}
            """);
    assertThat(run(tweets, UTC).accepted()).isEqualTo(1);
    Mention tweet = stream.kept().get(2);
    assertThat(tweet.text()).isEqualTo("Une #panne d'Érabelle");
    assertThat(tweet.hashtags()).containsExactly("panne");
    assertThat(tweet.author().handle()).isEqualTo("lou_b");
    assertThat(tweet.author().followers()).isEqualTo(12);
    assertThat(tweet.engagement().likes()).isEqualTo(3);
    assertThat(tweet.engagement().shares()).isEqualTo(4);
    assertThat(tweet.language()).isEqualTo("fr");
    assertThat(tweet.publishedAt()).isEqualTo(Instant.parse("2026-03-02T14:05:06Z"));
  }

  @Test
  void whatCannotBeRecognisedNamesTheHeadersAndTheRemedy() throws Exception {
    Path file = file("x.csv", "colonne_a,colonne_b\n2026-03-02,bonjour\n");
    assertThatThrownBy(() -> run(file, UTC))
        .isInstanceOf(ImportException.class)
        .hasMessageContaining("\"colonne_a\"")
        .hasMessageContaining("--map text=COLUMN")
        .hasMessageContaining("--map date=COLUMN");
    ImportOptions named =
        UTC.withColumns(Map.of(MentionColumn.TEXT, "Colonne B", MentionColumn.DATE, "1"));
    assertThat(run(file, named).accepted()).isEqualTo(1);
    assertThat(stream.kept().get(0).text()).isEqualTo("bonjour");
    assertThatThrownBy(() -> run(folder.resolve("absent.csv"), UTC))
        .isInstanceOf(ImportException.class)
        .hasMessageContaining("no such file");
  }

  @Test
  void datesWithoutAnOffsetAreInTheZoneGiven() throws Exception {
    run(file("a.csv", TWEETS), ImportOptions.in(ZoneId.of("America/Toronto")));
    assertThat(stream.kept().get(0).publishedAt()).isEqualTo(Instant.parse("2026-03-02T19:05:00Z"));
  }

  private Path file(String name, String text) throws Exception {
    return Files.writeString(folder.resolve(name), text);
  }

  private ImportSummary run(Path file, ImportOptions options) throws Exception {
    return new FileImporter(stream, cursors, InstantSource.fixed(NOW))
        .run(file, options, progress -> {});
  }
}
