package ouidire.ingest.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CsvRowsTest {
  @Test
  void cellsInQuotesHoldSeparatorsQuotesAndLines() throws Exception {
    assertThat(rows("a,\"b, \"\"c\"\"\nd\",e\r\n\r\n,,\r\nf,\"\",\n"))
        .containsExactly(cells("a", "b, \"c\"\nd", "e"), cells("f", "", null));
  }

  @Test
  void aQuoteWithinACellIsALetter() throws Exception {
    assertThat(rows("5\" de neige,\"il a dit \"oui\" hier\",x\n\"a\" ,b\n"))
        .containsExactly(cells("5\" de neige", "il a dit \"oui\" hier", "x"), cells("a", "b"));
  }

  @Test
  void aQuoteThatNeverClosesSwallowsNothing() throws Exception {
    assertThat(rows("1,\"C'est fini,lou\n2,bien,lou\n3,\"très, bien\",lou\n"))
        .containsExactly(
            cells("1", "\"C'est fini", "lou"),
            cells("2", "bien", "lou"),
            cells("3", "très, bien", "lou"));
    assertThat(rows("1,\"C'est fini\n2,bien\n"))
        .containsExactly(cells("1", "\"C'est fini"), cells("2", "bien"));
    assertThat(rows("1,\"deux\nlignes\"\n2,\"pareil\n"))
        .containsExactly(cells("1", "deux\nlignes"), cells("2", "\"pareil"));
  }

  @Test
  void backslashesBeforeQuotesWhereTheFileHasThem() throws Exception {
    String text = "1,\"il dit \\\"oui\\\", puis\",x\n";
    assertThat(CsvDialect.find(text.getBytes(UTF_8)).backslash()).isTrue();
    assertThat(rows(text)).containsExactly(cells("1", "il dit \"oui\", puis", "x"));
  }

  @Test
  void separatorsAreFound() {
    assertThat(CsvDialect.find("date;texte\n1;2, 3\n4;5, 6\n".getBytes(UTF_8)).separator())
        .isEqualTo((byte) ';');
    assertThat(CsvDialect.find("a\tb\n1, 2, 3\t4\n".getBytes(UTF_8)).separator())
        .isEqualTo((byte) '\t');
    assertThat(CsvDialect.find("a|b|c\n1|2|3;4\n".getBytes(UTF_8)).separator())
        .isEqualTo((byte) '|');
    assertThat(CsvDialect.find("sep=;\na;b\n".getBytes(UTF_8)).separator()).isEqualTo((byte) ';');
  }

  @Test
  void aLineBeyondAllBoundsIsRefusedAndTheNextIsRead() throws Exception {
    String text = "a,b\n" + "x".repeat(ByteWindow.MAX_ROW + 10) + ",y\nc,d\n\"" + "z\n".repeat(9);
    CsvRows rows = open(text);
    assertThat(texts(next(rows))).isEqualTo(cells("a", "b"));
    Row refused = next(rows);
    assertThat(refused.fault).isEqualTo(Lines.TOO_LONG);
    assertThat(refused.line).isEqualTo(2);
    Row after = next(rows);
    assertThat(texts(after)).isEqualTo(cells("c", "d"));
    assertThat(after.line).isEqualTo(3);
    assertThat(texts(next(rows))).isEqualTo(cells("\"z"));
  }

  @Test
  void readingGoesOnFromAnyOffset() throws Exception {
    String text = "a,\"b\nb\"\nc,d\r\n\ne,f";
    CsvRows all = open(text);
    List<List<@Nullable String>> expected = new ArrayList<>();
    List<Long> offsets = new ArrayList<>();
    List<Long> lines = new ArrayList<>();
    for (Row row = all.next(); row != null; row = all.next()) {
      expected.add(texts(row));
      offsets.add(all.offset());
      lines.add(all.line());
    }
    assertThat(lines).containsExactly(2L, 3L, 5L);
    for (int i = 0; i < offsets.size(); i++) {
      String rest = new String(text.getBytes(UTF_8), UTF_8).substring(offsets.get(i).intValue());
      assertThat(rows(rest)).isEqualTo(expected.subList(i + 1, expected.size()));
    }
  }

  private static CsvRows open(String text) {
    byte[] bytes = text.getBytes(UTF_8);
    CsvDialect found = CsvDialect.find(Arrays.copyOf(bytes, Math.min(bytes.length, 10_000)));
    CsvDialect dialect = new CsvDialect((byte) ',', found.backslash());
    return new CsvRows(new ByteArrayInputStream(bytes), dialect, 0, 0);
  }

  private static Row next(CsvRows rows) throws Exception {
    return requireNonNull(rows.next(), "a row");
  }

  private static List<List<@Nullable String>> rows(String text) throws Exception {
    CsvRows rows = open(text);
    List<List<@Nullable String>> all = new ArrayList<>();
    for (Row row = rows.next(); row != null; row = rows.next()) {
      all.add(texts(row));
    }
    return all;
  }

  private static List<@Nullable String> texts(Row row) {
    List<@Nullable String> cells = new ArrayList<>();
    for (int i = 0; i < row.cells(); i++) {
      cells.add(row.cell(i, UTF_8));
    }
    return cells;
  }

  private static List<@Nullable String> cells(@Nullable String... texts) {
    return Arrays.asList(texts);
  }
}
