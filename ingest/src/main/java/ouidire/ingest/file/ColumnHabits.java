package ouidire.ingest.file;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import ouidire.core.mention.InvalidMentionException;
import ouidire.core.words.Wording;
import ouidire.ingest.feed.HtmlText;

/**
 * What only a whole column tells: which of day and month comes first, whether addresses repeat,
 * whether texts are HTML.
 */
final class ColumnHabits {
  private final Path file;
  private final ImportOptions options;
  private final FileLayout draft;

  ColumnHabits(Path file, ImportOptions options, FileLayout draft) {
    this.file = file;
    this.options = options;
    this.draft = draft;
  }

  /** Reads the whole file when its beginning has dates that could be either, and none that tell. */
  boolean dayFirst(TextFile.Sample sample, List<Wording> notes) throws IOException {
    if (options.dates() != DateOrder.AUTO) {
      return options.dates() == DateOrder.DMY;
    }
    if (draft.mapping() == null) {
      return true;
    }
    Dates dates = new Dates();
    read(sample, dates);
    if (dates.ambiguous > 0 && dates.days == dates.months && !sample.whole()) {
      dates = new Dates();
      try (TextFile text = TextFile.open(file, options.encoding())) {
        text.skipTo(draft.shape().offset());
        read(draft.shape().rows(text.stream(), 0, 0), dates);
      }
    }
    boolean dayFirst = dates.days >= dates.months;
    if (dates.ambiguous > 0 && dates.days == 0 && dates.months == 0) {
      notes.add(
          new Wording(
              "les dates comme 02/03/2026 sont lues jour en premier, rien dans la colonne ne le dit ;"
                  + " donnez --dates mdy pour le mois en premier",
              "dates such as 02/03/2026 are read day first, nothing in the column tells;"
                  + " give --dates mdy for month first"));
    } else if (dates.days > 0 && dates.months > 0) {
      notes.add(
          new Wording(
              "les dates sont écrites tantôt jour, tantôt mois en premier ; les ambiguës sont lues "
                  + (dayFirst ? "jour" : "mois")
                  + " en premier (--dates "
                  + (dayFirst ? "mdy" : "dmy")
                  + " pour l’inverse)",
              "dates are written both day first and month first; those that could be either are read "
                  + (dayFirst ? "day" : "month")
                  + " first (--dates "
                  + (dayFirst ? "mdy" : "dmy")
                  + " for the other)"));
    }
    return dayFirst;
  }

  /** Whether no address of the sample stands beside two texts. */
  boolean addressesIdentify(TextFile.Sample sample) throws IOException {
    ColumnMapping mapping = draft.mapping();
    if (mapping == null || mapping.of(MentionColumn.URL) == null) {
      return true;
    }
    Map<String, Integer> textByAddress = new HashMap<>();
    boolean[] repeated = new boolean[1];
    read(
        sample,
        cells -> {
          String url = cells.get(MentionColumn.URL);
          if (url != null) {
            String text = cells.get(MentionColumn.TEXT) + "\n" + cells.get(MentionColumn.TITLE);
            Integer before = textByAddress.putIfAbsent(url, text.hashCode());
            repeated[0] |= before != null && before != text.hashCode();
          }
        });
    return !repeated[0];
  }

  /** Whether at least half of the sample's texts are set in HTML. */
  boolean html(TextFile.Sample sample) throws IOException {
    if (draft.mapping() == null) {
      return false;
    }
    int[] counts = new int[2];
    read(
        sample,
        cells -> {
          String text = cells.get(MentionColumn.TEXT);
          if (text != null && !text.isBlank()) {
            counts[0]++;
            counts[1] += HtmlText.isClear(text) ? 1 : 0;
          }
        });
    return counts[1] > 0 && 2 * counts[1] >= counts[0];
  }

  private void read(TextFile.Sample sample, Visitor visitor) throws IOException {
    ByteArrayInputStream in = new ByteArrayInputStream(sample.bytes());
    in.skipNBytes(Math.min(draft.shape().offset(), sample.bytes().length));
    read(draft.shape().rows(in, 0, 0), visitor);
  }

  private void read(Rows rows, Visitor visitor) throws IOException {
    for (@Nullable Row row = rows.next(); row != null; row = rows.next()) {
      try {
        visitor.see(cells(row));
      } catch (InvalidMentionException e) {
        // Refused with its reason when the rows are read.
      }
    }
  }

  private Cells cells(Row row) {
    ColumnMapping mapping = draft.mapping();
    if (mapping == null) {
      return column -> null;
    }
    if (draft.format() == ImportFormat.CSV) {
      return column -> {
        Integer i = mapping.of(column);
        return i == null || i >= row.cells() ? null : row.cell(i, draft.shape().charset());
      };
    }
    Map<String, String> values =
        JsonObjects.flat(JsonObjects.unwrapped(JsonReader.utf8(row, draft.shape().charset())));
    return column -> JsonReader.value(values, column, mapping);
  }

  private interface Visitor {
    void see(Cells cells);
  }

  /** Counts what dates say of the order of day and month. */
  private static final class Dates implements Visitor {
    private long days;
    private long months;
    private long ambiguous;

    @Override
    public void see(Cells cells) {
      String date = cells.get(MentionColumn.DATE);
      if (date == null || date.length() > 60) {
        return;
      }
      DateTokens tokens = new DateTokens(date.strip());
      if (!tokens.understood()) {
        return;
      }
      Boolean says = tokens.saysDayFirst();
      if (says != null) {
        days += says ? 1 : 0;
        months += says ? 0 : 1;
      } else if (tokens.ambiguous()) {
        ambiguous++;
      }
    }
  }
}
