package ouidire.ingest.file;

import java.text.Normalizer;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import ouidire.core.words.Wording;

/**
 * Which column of a file holds what.
 *
 * @param headers as they stand in the file
 * @param index of the header, by what it holds
 */
record ColumnMapping(List<String> headers, Map<MentionColumn, Integer> index) {
  ColumnMapping {
    headers = List.copyOf(headers);
    index = Map.copyOf(index);
  }

  /**
   * Recognises headers.
   *
   * @param named headers or numbers, from 1, that the caller named
   * @throws ImportException when the caller names a column that is not there
   */
  static ColumnMapping of(List<String> headers, Map<MentionColumn, String> named)
      throws ImportException {
    Map<String, Integer> byHeader = new HashMap<>();
    for (int i = 0; i < headers.size(); i++) {
      byHeader.putIfAbsent(folded(headers.get(i)), i);
    }
    Map<MentionColumn, Integer> index = new EnumMap<>(MentionColumn.class);
    for (Map.Entry<MentionColumn, String> entry : named.entrySet()) {
      index.put(entry.getKey(), named(entry.getKey(), entry.getValue(), headers, byHeader));
    }
    for (MentionColumn column : MentionColumn.values()) {
      for (String known : column.headers()) {
        Integer found = byHeader.get(known);
        if (found != null && !index.containsKey(column) && !index.containsValue(found)) {
          index.put(column, found);
        }
      }
    }
    separateHandles(byHeader, named, index);
    if (!index.containsKey(MentionColumn.DATE) && index.containsKey(MentionColumn.TIME)) {
      index.put(MentionColumn.DATE, index.remove(MentionColumn.TIME));
    }
    return new ColumnMapping(headers, index);
  }

  /** Where an author stands beside a full name, the author is the account. */
  private static void separateHandles(
      Map<String, Integer> byHeader,
      Map<MentionColumn, String> named,
      Map<MentionColumn, Integer> index) {
    if (index.containsKey(MentionColumn.HANDLE) || named.containsKey(MentionColumn.AUTHOR)) {
      return;
    }
    Integer author = index.get(MentionColumn.AUTHOR);
    for (String full : List.of("fullname", "displayname", "nomaffiche", "nomcomplet", "nom")) {
      Integer name = byHeader.get(full);
      if (author != null && name != null && !name.equals(author)) {
        index.put(MentionColumn.HANDLE, author);
        index.put(MentionColumn.AUTHOR, name);
        return;
      }
    }
  }

  /** A header without case, accents and all but letters, digits and points within words. */
  static String folded(String header) {
    String plain = Normalizer.normalize(header, Normalizer.Form.NFKD);
    StringBuilder folded = new StringBuilder(plain.length());
    for (int i = 0; i < plain.length(); i++) {
      char c = plain.charAt(i);
      boolean within =
          c == '.'
              && i > 0
              && Character.isLetterOrDigit(plain.charAt(i - 1))
              && i + 1 < plain.length()
              && Character.isLetterOrDigit(plain.charAt(i + 1));
      if (within || Character.isLetterOrDigit(c)) {
        folded.append(c);
      }
    }
    return folded.toString().toLowerCase(Locale.ROOT);
  }

  /** Whether mentions can be made with it: a date, and a text or title. */
  boolean sufficient() {
    return index.containsKey(MentionColumn.DATE)
        && (index.containsKey(MentionColumn.TEXT) || index.containsKey(MentionColumn.TITLE));
  }

  /** Why it is not {@link #sufficient}, with the remedy. */
  Wording missing() {
    boolean date = index.containsKey(MentionColumn.DATE);
    boolean text = index.containsKey(MentionColumn.TEXT) || index.containsKey(MentionColumn.TITLE);
    Wording what =
        !date && !text
            ? new Wording(
                "ni texte ni date ne sont reconnus", "neither text nor date is recognised")
            : date
                ? new Wording("aucun texte n’est reconnu", "no text is recognised")
                : new Wording("aucune date n’est reconnue", "no date is recognised");
    String remedy = (text ? "" : " --map text=COLUMN") + (date ? "" : " --map date=COLUMN");
    String columns =
        String.join(", ", headers.stream().limit(60).map(ColumnMapping::shown).toList());
    return what.then(
        new Wording(
            " parmi les colonnes "
                + columns
                + " ; nommez-les avec"
                + remedy.replace("COLUMN", "COLONNE")
                + " (un en-tête ou un numéro, à partir de 1)",
            " among the columns "
                + columns
                + "; name it with"
                + remedy
                + " (a header or a number from 1)"));
  }

  @Nullable Integer of(MentionColumn column) {
    return index.get(column);
  }

  /** What each recognised header holds, in the order of {@link MentionColumn}. */
  Map<String, String> described() {
    Map<String, String> described = new LinkedHashMap<>();
    for (MentionColumn column : MentionColumn.values()) {
      Integer found = index.get(column);
      if (found != null) {
        described.put(column.word(), headers.get(found));
      }
    }
    return described;
  }

  private static int named(
      MentionColumn column, String value, List<String> headers, Map<String, Integer> byHeader)
      throws ImportException {
    int exact = headers.indexOf(value.strip());
    Integer found = exact >= 0 ? Integer.valueOf(exact) : byHeader.get(folded(value));
    if (found == null && value.strip().matches("[0-9]{1,4}")) {
      int number = Integer.parseInt(value.strip());
      found = number >= 1 && number <= headers.size() ? number - 1 : null;
    }
    if (found == null) {
      throw new ImportException(
          new Wording(" : pas de telle colonne ; il y a ", ": no such column; there are ")
              .after("--map " + column.word() + "=" + value)
              .then(
                  Wording.same(
                      String.join(
                          ", ", headers.stream().limit(60).map(ColumnMapping::shown).toList()))));
    }
    return found;
  }

  private static String shown(String header) {
    String line = header.replaceAll("\\p{Cntrl}+", " ").strip();
    return "\"" + (line.length() <= 40 ? line : line.substring(0, 40) + "…") + "\"";
  }
}
