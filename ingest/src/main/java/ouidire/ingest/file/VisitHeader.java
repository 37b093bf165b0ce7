package ouidire.ingest.file;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import ouidire.core.words.Wording;

/**
 * The header of a file of visits.
 *
 * @param names as the file writes them
 * @param index which column holds what
 */
record VisitHeader(List<String> names, Map<VisitColumn, Integer> index) {
  VisitHeader {
    names = List.copyOf(names);
    index = Map.copyOf(index);
  }

  /** Reads a row as a header, whatever it holds. */
  static VisitHeader of(Row row, Charset charset) {
    List<String> names = new ArrayList<>();
    List<String> folded = new ArrayList<>();
    for (int i = 0; i < row.cells(); i++) {
      String cell = row.cell(i, charset);
      names.add(cell == null ? "" : cell.strip());
      folded.add(cell == null ? "" : ColumnMapping.folded(cell));
    }
    Map<VisitColumn, Integer> index = new EnumMap<>(VisitColumn.class);
    for (VisitColumn column : VisitColumn.values()) {
      for (String known : column.headers()) {
        int at = folded.indexOf(known);
        if (at >= 0 && !index.containsValue(at)) {
          index.putIfAbsent(column, at);
        }
      }
    }
    return new VisitHeader(names, index);
  }

  /** Whether visits can be made of rows under it. */
  boolean sufficient() {
    return index.containsKey(VisitColumn.DATE)
        && index.containsKey(VisitColumn.VISITS)
        && (index.containsKey(VisitColumn.PAGE) || index.containsKey(VisitColumn.REFERRER));
  }

  /** A cell without the blanks around it; null when the column or the cell is not there. */
  @Nullable String cell(Row row, VisitColumn column, Charset charset) {
    Integer at = index.get(column);
    String cell = at == null || at >= row.cells() ? null : row.cell(at, charset);
    return cell == null || cell.isBlank() ? null : cell.strip();
  }

  /** The column's header as the file writes it; null when there is none. */
  @Nullable String name(VisitColumn column) {
    Integer at = index.get(column);
    return at == null ? null : names.get(at);
  }

  /** What each recognised column is called. */
  Map<String, String> described() {
    Map<String, String> all = new LinkedHashMap<>();
    for (VisitColumn column : VisitColumn.values()) {
      Integer at = index.get(column);
      if (at != null) {
        all.put(column.word(), names.get(at));
      }
    }
    return all;
  }

  /** Which columns are missing, and what to do. */
  Wording missing() {
    List<String> french = new ArrayList<>();
    List<String> english = new ArrayList<>();
    if (!index.containsKey(VisitColumn.DATE)) {
      french.add("une colonne « date »");
      english.add("a column \"date\"");
    }
    if (!index.containsKey(VisitColumn.VISITS)) {
      french.add("une colonne « visites »");
      english.add("a column \"visits\"");
    }
    if (!index.containsKey(VisitColumn.PAGE) && !index.containsKey(VisitColumn.REFERRER)) {
      french.add("une colonne « page » ou « site référent »");
      english.add("a column \"page\" or \"referrer\"");
    }
    return new Wording(
        "il manque "
            + String.join(", ", french)
            + " ; l’en-tête doit nommer date, visites, et page ou site référent",
        String.join(", ", english)
            + " is missing; the header must name date, visits, and page or referrer");
  }
}
