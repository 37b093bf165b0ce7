package ouidire.analysis.kind;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import ouidire.analysis.tone.InvalidLabelsException;
import ouidire.analysis.tone.LabelledRows;
import ouidire.analysis.tone.MentionReading;
import ouidire.core.mention.Finding;

/** Measures kinds on labelled texts: {@code eval kind FILE.tsv}. */
public final class KindEvaluation {
  private final KindScorer scorer = new KindScorer();

  /**
   * Measures on rows {@code kinds<TAB>text}, kinds parted by commas, {@code -} for none.
   *
   * @return one JSON object: {@code n}, per kind {@code precision, recall, f1, n} in percent,
   *     {@code micro_f1, macro_f1} (over the kinds that occur)
   * @throws InvalidLabelsException when a row is wrong
   * @throws IOException when the file cannot be read
   */
  public String of(Path file) throws IOException {
    List<String> names = scorer.names();
    List<String[]> rows = LabelledRows.read(file, List.of("kinds", "text"), Set.of());
    int[] right = new int[names.size()];
    int[] said = new int[names.size()];
    int[] holding = new int[names.size()];
    for (String[] row : rows) {
      List<String> wanted = wanted(file, row[0], names);
      List<String> answered =
          scorer.kinds(MentionReading.of(null, row[1])).stream().map(Finding::name).toList();
      for (int k = 0; k < right.length; k++) {
        boolean holds = wanted.contains(names.get(k));
        boolean says = answered.contains(names.get(k));
        holding[k] += holds ? 1 : 0;
        said[k] += says ? 1 : 0;
        right[k] += holds && says ? 1 : 0;
      }
    }
    return json(rows.size(), names, right, said, holding);
  }

  private static List<String> wanted(Path file, String cell, List<String> names) {
    if (cell.equals("-")) {
      return List.of();
    }
    List<String> wanted = Stream.of(cell.split(",")).map(String::strip).toList();
    for (String kind : wanted) {
      if (!names.contains(kind)) {
        throw new InvalidLabelsException(
            file + ": found kind \"" + kind + "\", expected some of " + names + " or -");
      }
    }
    return wanted;
  }

  private static String json(int rows, List<String> names, int[] right, int[] said, int[] holding)
      throws IOException {
    StringWriter out = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(out)) {
      json.writeStartObject();
      json.writeNumberField("n", rows);
      json.writeObjectFieldStart("per_kind");
      double sum = 0;
      int occurring = 0;
      int allRight = 0;
      int allSaidAndHolding = 0;
      for (int k = 0; k < right.length; k++) {
        double f1 = f1(right[k], said[k] + holding[k]);
        allRight += right[k];
        allSaidAndHolding += said[k] + holding[k];
        if (holding[k] > 0) {
          sum += f1;
          occurring++;
        }
        json.writeObjectFieldStart(names.get(k));
        json.writeNumberField("precision", percent(share(right[k], said[k])));
        json.writeNumberField("recall", percent(share(right[k], holding[k])));
        json.writeNumberField("f1", percent(f1));
        json.writeNumberField("n", holding[k]);
        json.writeEndObject();
      }
      json.writeEndObject();
      json.writeNumberField("micro_f1", percent(f1(allRight, allSaidAndHolding)));
      json.writeNumberField("macro_f1", percent(occurring == 0 ? 0 : sum / occurring));
      json.writeEndObject();
    }
    return out.toString();
  }

  private static double f1(int right, int saidAndHolding) {
    return saidAndHolding == 0 ? 0 : 2.0 * right / saidAndHolding;
  }

  private static double share(int part, int of) {
    return of == 0 ? 0 : (double) part / of;
  }

  private static double percent(double share) {
    return Math.round(share * 10_000) / 100.0;
  }
}
