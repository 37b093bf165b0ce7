package ouidire.ingest.file;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;
import ouidire.core.mention.InvalidMentionException;
import ouidire.core.mention.Mention;

/** Makes mentions of rows of cells under recognised headers. */
final class CsvReader implements RowReader {
  private final Charset charset;
  private final ColumnMapping mapping;
  private final int[] index;
  private final CellMentions mentions;

  CsvReader(Charset charset, ColumnMapping mapping, CellMentions mentions) {
    this.charset = charset;
    this.mapping = mapping;
    this.mentions = mentions;
    this.index = new int[MentionColumn.values().length];
    for (MentionColumn column : MentionColumn.values()) {
      Integer found = mapping.of(column);
      index[column.ordinal()] = found == null ? -1 : found;
    }
  }

  @Override
  public Mention read(Row row) {
    check(row, mapping.headers().size(), charset);
    return mentions.read(column -> cell(row, index[column.ordinal()]));
  }

  private @Nullable String cell(Row row, int i) {
    if (i < 0 || i >= row.cells()) {
      return null;
    }
    boolean spilt = i == mapping.headers().size() - 1 && overfull(row, mapping.headers().size());
    return spilt ? row.rest(i, charset) : row.cell(i, charset);
  }

  /** Refuses a row that cannot be trusted to have its cells under their headers. */
  private void check(Row row, int columns, Charset in) {
    sound(row, in);
    if (overfull(row, columns) && !lastIsText()) {
      throw new InvalidMentionException(
          "",
          "a "
              + row.cells()
              + " cellules sous "
              + columns
              + " en-têtes ; mettez entre guillemets la cellule qui contient un séparateur ou un"
              + " guillemet",
          "has "
              + row.cells()
              + " cells under "
              + columns
              + " headers; put the cell that holds a separator or a quote in quotes");
    }
    if (row.unclosed && row.cells() != columns) {
      throw new InvalidMentionException(
          "",
          "a un guillemet qui ouvre une cellule et ne se ferme pas ; fermez-le ou retirez-le",
          "has a quote that opens a cell and is never closed; close it or take it away");
    }
  }

  /**
   * Refuses a row that is not text.
   *
   * @throws InvalidMentionException naming the byte and the remedy
   */
  static void sound(Row row, Charset in) {
    if (row.fault != null) {
      throw new InvalidMentionException("", row.fault);
    }
    if (in.equals(UTF_8)) {
      int broken = Utf8.firstBroken(row.bytes, row.from, row.to);
      if (broken >= 0) {
        throw new InvalidMentionException(
            "",
            String.format(
                "a l’octet 0x%02X, en position %d, qui n’est pas de l’UTF-8 ; corrigez la ligne, ou"
                    + " donnez l’encodage du fichier (--encoding windows-1252)",
                row.bytes[broken] & 0xff, broken - row.from + 1),
            String.format(
                "has the byte 0x%02X at %d, which is not UTF-8; mend the row, or give the file's"
                    + " encoding (--encoding windows-1252)",
                row.bytes[broken] & 0xff, broken - row.from + 1));
      }
    }
  }

  private boolean lastIsText() {
    return index[MentionColumn.TEXT.ordinal()] == mapping.headers().size() - 1;
  }

  /** Whether more cells hold something than there are headers. */
  static boolean overfull(Row row, int columns) {
    for (int i = columns; i < row.cells(); i++) {
      if (!row.blank(i)) {
        return true;
      }
    }
    return false;
  }
}
