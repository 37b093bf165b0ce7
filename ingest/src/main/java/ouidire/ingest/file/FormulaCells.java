package ouidire.ingest.file;

/** Cells that a spreadsheet would run, as careful tools write them: with an apostrophe before. */
final class FormulaCells {
  private FormulaCells() {}

  /** The cell without that apostrophe; others as they are. */
  static String plain(String cell) {
    return cell.length() > 1 && cell.charAt(0) == '\'' && "=+-@\t\r".indexOf(cell.charAt(1)) >= 0
        ? cell.substring(1)
        : cell;
  }
}
