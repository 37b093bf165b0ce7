package ouidire.ingest.file;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import ouidire.core.brand.Site;
import ouidire.core.link.CanonicalUrl;
import ouidire.core.link.Visit;
import ouidire.core.link.VisitBook;
import ouidire.core.link.VisitFiles.Contents;
import ouidire.core.link.VisitFiles.Refused;
import ouidire.core.link.VisitFiles.UnreadableException;
import ouidire.core.settings.InMemorySettingsStore;

class VisitFileReaderTest {
  private static final ZoneId MONTREAL = ZoneId.of("America/Toronto");
  private static final List<Site> SITES = List.of(new Site("nordika.example", 0, ""));
  private final VisitFileReader reader =
      new VisitFileReader(InstantSource.fixed(Instant.parse("2026-03-10T12:00:00Z")));

  private Contents read(byte[] file) throws UnreadableException {
    return reader.read(new ByteArrayInputStream(file), SITES, MONTREAL);
  }

  private Contents read(String file) throws UnreadableException {
    return read(file.getBytes(UTF_8));
  }

  private static Visit visit(String day, String page, String referrer, long visits) {
    return new Visit(LocalDate.parse(day), CanonicalUrl.of(page).orElseThrow(), referrer, visits);
  }

  @Test
  void aPlainFileIsRead() throws UnreadableException {
    Contents contents =
        read(
            """
            date,page,referrer,visits
            2026-03-02,https://nordika.example/pont?utm_source=x,https://blogue.example/a#b,40
            2026-03-02,https://nordika.example/pont,Google,"1 234"
            """);
    assertThat(contents.visits())
        .containsExactly(
            visit("2026-03-02", "https://nordika.example/pont", "https://blogue.example/a", 40),
            visit("2026-03-02", "https://nordika.example/pont", "google", 1_234));
    assertThat(contents.refusedRows()).isZero();
    assertThat(contents.columns())
        .containsEntry("date", "date")
        .containsEntry("page", "page")
        .containsEntry("referrer", "referrer")
        .containsEntry("visits", "visits");
  }

  @Test
  void rowsOfOnePageAreAddedUpAsTheyAreKept() throws UnreadableException {
    Contents contents =
        read(
            """
            date,page,referrer,visits
            2026-03-02,https://nordika.example/pont,gazette.example,7
            2026-03-02,http://www.nordika.example/pont/,gazette.example,5
            2026-03-02,https://nordika.example/pont,gazette.example / referral,1
            2026-03-02,https://nordika.example/autre,gazette.example,2
            2026-03-02,https://nordika.example/autre,gazette.example,beaucoup
            """);
    assertThat(contents.rows()).isEqualTo(5);
    assertThat(contents.visits()).extracting(Visit::visits).containsExactly(13L, 2L);
    assertThat(contents.notes())
        .extracting(note -> note.english())
        .anyMatch(n -> n.endsWith(": 2"));
    InMemorySettingsStore settings = new InMemorySettingsStore(InstantSource.system());
    try (VisitBook book = new VisitBook(settings)) {
      book.keep("nordika", contents.visits(), "Claire");
      assertThat(book.extent("nordika").rows()).as("as many as were told").isEqualTo(2);
      assertThat(book.extent("nordika").visits()).isEqualTo(15);
    }
  }

  @Test
  void aFrenchSpreadsheetsFileIsRead() throws UnreadableException {
    String file =
        "Rapport d’audience;;;\r\n\r\nSite référent;Visites;Journée;Page d’entrée\r\n"
                .replace('’', '\'')
            + "blogue.example;12;25/02/2026;/pont\r\n"
            + "t.co / referral;3;02/03/2026;/pont\r\n";
    Contents contents = read(file.getBytes(ISO_8859_1));
    assertThat(contents.visits())
        .containsExactly(
            visit("2026-02-25", "https://nordika.example/pont", "blogue.example", 12),
            visit("2026-03-02", "https://nordika.example/pont", "t.co", 3));
    assertThat(contents.columns()).containsEntry("referrer", "Site référent");
    assertThat(contents.notes()).isEmpty();
  }

  @Test
  void exportsOfToolsAreRead() throws UnreadableException {
    Contents analytics =
        read(
            """
            # ----------------------------------------
            # Trafic par page de destination
            # ----------------------------------------
            Date,Landing page + query string,Session source,Sessions
            20260302,/pont?gclid=1,google,7
            ,,,7
            """);
    assertThat(analytics.visits())
        .containsExactly(visit("2026-03-02", "https://nordika.example/pont", "google", 7));
    assertThat(analytics.refusedRows()).isEqualTo(1);
    Contents matomo = read("Label\tDate\tVisites\nwww.nordika.example/pont\t2026-03-02\t9\n");
    assertThat(matomo.visits().getFirst().visits()).isEqualTo(9);
  }

  @Test
  void everyUsualEncodingIsRead() throws UnreadableException, IOException {
    String file = "date;visites;provenance\n2026-03-02;5;été.example\n";
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(file.getBytes(UTF_8));
    }
    byte[] wide = ("\uFEFF" + file).getBytes(UTF_16LE);
    for (byte[] bytes : List.of(file.getBytes(ISO_8859_1), wide, packed.toByteArray())) {
      assertThat(read(bytes).visits().getFirst().referrer()).isEqualTo("été.example");
    }
  }

  @Test
  void whatCannotBeReadIsToldByLineColumnAndRemedy() throws UnreadableException {
    Contents contents =
        read(
            """
            Jour;Adresse;Visites
            2026-03-02;https://nordika.example/;douze
            hier;https://nordika.example/;1
            2026-03-02;pas une adresse;1
            2026-03-02;;1
            2027-01-01;https://nordika.example/;1
            2026-03-02;https://nordika.example/;2
            """);
    assertThat(contents.visits()).hasSize(1);
    assertThat(contents.rows()).isEqualTo(6);
    assertThat(contents.refusedRows()).isEqualTo(5);
    assertThat(contents.refused())
        .extracting(Refused::line, Refused::column)
        .containsExactly(
            tuple(2L, "Visites"),
            tuple(3L, "Jour"),
            tuple(4L, "Adresse"),
            tuple(5L, null),
            tuple(6L, "Jour"));
    assertThat(contents.refused().getFirst().reason().french())
        .isEqualTo("« douze » n’est pas un nombre de visites ; donnez un entier à partir de 0");
  }

  @Test
  void rowsThatSayTheSameAreAddedUp() throws UnreadableException {
    Contents contents =
        read(
            """
            date,page,visits
            2026-03-02T08:00:00,/pont,1
            2026-03-02T17:00:00,/pont/#haut,2
            2026-03-02T18:00:00,/pont,3
            """);
    assertThat(contents.visits()).hasSize(1);
    assertThat(contents.visits().getFirst().visits()).isEqualTo(6);
  }

  @Test
  void datesThatCouldBeEitherAreSaidToBeReadDayFirst() throws UnreadableException {
    assertThat(read("date;page;visites\n02/03/2026;/a;1\n").notes()).hasSize(1);
    Contents american = read("date;page;visites\n02/03/2026;/a;1\n02/28/2026;/a;1\n");
    assertThat(american.notes()).isEmpty();
    assertThat(american.visits().getFirst().day()).isEqualTo(LocalDate.parse("2026-02-03"));
  }

  @Test
  void aFileWithoutItsColumnsSaysWhichAreMissing() {
    assertThatThrownBy(() -> read("a,b\n1,2\n"))
        .isInstanceOfSatisfying(
            UnreadableException.class,
            e ->
                assertThat(e.words().french())
                    .contains("« date »")
                    .contains("« visites »")
                    .contains("« page »"));
    assertThatThrownBy(() -> read("date,page\n2026-03-02,/a\n"))
        .hasMessage(
            "a column \"visits\" is missing; the header must name date, visits, and page"
                + " or referrer");
    assertThatThrownBy(() -> read(" \n")).hasMessageContaining("empty");
  }
}
