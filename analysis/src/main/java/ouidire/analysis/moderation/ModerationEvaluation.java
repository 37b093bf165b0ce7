package ouidire.analysis.moderation;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import ouidire.analysis.tone.InvalidLabelsException;
import ouidire.analysis.tone.LabelledRows;
import ouidire.analysis.tone.MentionReading;
import ouidire.core.mention.Finding;

/** Measures the flags on labelled texts: {@code eval moderation FILE.tsv}. */
public final class ModerationEvaluation {
  private static final String NONE = "none";

  private final Moderator moderator = new Moderator();

  /**
   * Measures on rows {@code class<TAB>text}, one class each, {@code none} for most.
   *
   * @return one JSON object: {@code n}, per class {@code precision, recall, f1, n} in percent, and
   *     flagged against not flagged: {@code flag_precision, flag_recall}
   * @throws InvalidLabelsException when a row is wrong
   * @throws IOException when the file cannot be read
   */
  public String of(Path file) throws IOException {
    Set<String> classes = new HashSet<>(Moderator.NAMES);
    classes.add(NONE);
    List<String[]> rows = LabelledRows.read(file, List.of("class", "text"), classes);
    int kinds = Moderator.NAMES.size();
    int[] right = new int[kinds + 1];
    int[] said = new int[kinds + 1];
    int[] holding = new int[kinds + 1];
    for (String[] row : rows) {
      List<Finding> flags = moderator.flags(MentionReading.of(null, row[1]));
      int wanted = Moderator.NAMES.indexOf(row[0]);
      for (Finding flag : flags) {
        int answered = Moderator.NAMES.indexOf(flag.name());
        said[answered]++;
        right[answered] += answered == wanted ? 1 : 0;
      }
      boolean wants = wanted >= 0;
      if (wants) {
        holding[wanted]++;
      }
      holding[kinds] += wants ? 1 : 0;
      said[kinds] += flags.isEmpty() ? 0 : 1;
      right[kinds] += wants && !flags.isEmpty() ? 1 : 0;
    }
    return json(rows.size(), right, said, holding);
  }

  private static String json(int rows, int[] right, int[] said, int[] holding) throws IOException {
    int all = Moderator.NAMES.size();
    StringWriter out = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(out)) {
      json.writeStartObject();
      json.writeNumberField("n", rows);
      json.writeObjectFieldStart("per_class");
      for (int k = 0; k < all; k++) {
        json.writeObjectFieldStart(Moderator.NAMES.get(k));
        json.writeNumberField("precision", percent(right[k], said[k]));
        json.writeNumberField("recall", percent(right[k], holding[k]));
        json.writeNumberField("f1", percent(2 * right[k], said[k] + holding[k]));
        json.writeNumberField("n", holding[k]);
        json.writeEndObject();
      }
      json.writeEndObject();
      json.writeNumberField("flag_precision", percent(right[all], said[all]));
      json.writeNumberField("flag_recall", percent(right[all], holding[all]));
      json.writeEndObject();
    }
    return out.toString();
  }

  private static double percent(int part, int of) {
    return of == 0 ? 0 : Math.round(10_000.0 * part / of) / 100.0;
  }
}
