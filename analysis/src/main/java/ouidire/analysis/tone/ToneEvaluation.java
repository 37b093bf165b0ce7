package ouidire.analysis.tone;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import ouidire.core.mention.Tone;
import ouidire.core.mention.ToneLabel;

/**
 * Measures a scorer on labelled texts: {@code eval tone FILE.tsv} and {@code eval tone --target
 * FILE.tsv}. An abstention counts as neutral.
 */
public final class ToneEvaluation {
  private static final int RESAMPLES = 1000;
  private static final long SEED = 20_261_122;
  private static final int TENTHS = 10;

  private final ToneScorer scorer;
  private final ToneReview review;

  public ToneEvaluation(ToneScorer scorer) {
    this(scorer, ToneReview.NONE);
  }

  /** Measures a scorer whose answers on whole texts are looked at again. */
  public ToneEvaluation(ToneScorer scorer, ToneReview review) {
    this.scorer = scorer;
    this.review = review;
  }

  /**
   * Measures on rows {@code label<TAB>text}.
   *
   * @return one JSON object: {@code n, accuracy, macro_f1, macro_f1_ci95, per_class, confusion,
   *     abstained, texts_per_second, calibration}; shares and F1 in percent
   * @throws InvalidLabelsException when a row is wrong
   * @throws IOException when the file cannot be read
   */
  public String ofTexts(Path file) throws IOException {
    List<String[]> rows =
        LabelledRows.read(file, List.of("label", "text"), Set.copyOf(ToneTraining.LABELS));
    long begun = System.nanoTime();
    List<Tone> tones = new ArrayList<>(rows.size());
    for (String[] row : rows) {
      MentionReading reading = MentionReading.of(null, row[1]);
      tones.add(review.on(null, row[1], reading, scorer.score(null, row[1])));
    }
    return json(rows, tones, System.nanoTime() - begun);
  }

  /** Measures the tone toward a target on rows {@code label<TAB>target<TAB>text}. */
  public String ofTargets(Path file) throws IOException {
    List<String[]> rows =
        LabelledRows.read(
            file, List.of("label", "target", "text"), Set.copyOf(ToneTraining.LABELS));
    long begun = System.nanoTime();
    List<Tone> tones = new ArrayList<>(rows.size());
    for (String[] row : rows) {
      tones.add(scorer.toward(MentionReading.of(null, row[2]), TargetSpans.find(row[1], row[2])));
    }
    return json(rows, tones, System.nanoTime() - begun);
  }

  private static String json(List<String[]> rows, List<Tone> tones, long nanos) throws IOException {
    int[] wanted = new int[rows.size()];
    int[] answered = new int[rows.size()];
    Confusion confusion = new Confusion(ToneTraining.LABELS.size());
    int abstained = 0;
    for (int i = 0; i < wanted.length; i++) {
      ToneLabel label = tones.get(i).label();
      abstained += label == ToneLabel.UNKNOWN ? 1 : 0;
      wanted[i] = ToneTraining.LABELS.indexOf(rows.get(i)[0]);
      answered[i] = label == ToneLabel.UNKNOWN ? 1 : label.ordinal();
      confusion.add(wanted[i], answered[i]);
    }
    StringWriter out = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(out)) {
      json.writeStartObject();
      json.writeNumberField("n", wanted.length);
      json.writeNumberField("accuracy", percent(confusion.accuracy()));
      json.writeNumberField("macro_f1", percent(confusion.macroF1()));
      double[] interval = interval(wanted, answered);
      json.writeArrayFieldStart("macro_f1_ci95");
      json.writeNumber(percent(interval[0]));
      json.writeNumber(percent(interval[1]));
      json.writeEndArray();
      classes(json, confusion);
      json.writeNumberField("abstained", abstained);
      json.writeNumberField("texts_per_second", Math.round(wanted.length * 1e9 / nanos));
      calibration(json, wanted, tones);
      json.writeEndObject();
    }
    return out.toString();
  }

  private static void classes(JsonGenerator json, Confusion confusion) throws IOException {
    json.writeObjectFieldStart("per_class");
    for (int k = 0; k < confusion.counts.length; k++) {
      json.writeObjectFieldStart(ToneTraining.LABELS.get(k));
      json.writeNumberField("precision", percent(confusion.precision(k)));
      json.writeNumberField("recall", percent(confusion.recall(k)));
      json.writeNumberField("f1", percent(confusion.f1(k)));
      json.writeEndObject();
    }
    json.writeEndObject();
    json.writeObjectFieldStart("confusion");
    for (int k = 0; k < confusion.counts.length; k++) {
      json.writeObjectFieldStart(ToneTraining.LABELS.get(k));
      for (int j = 0; j < confusion.counts.length; j++) {
        json.writeNumberField(ToneTraining.LABELS.get(j), confusion.counts[k][j]);
      }
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  /**
   * For each tenth of confidence that occurs: how many, the mean stated, and how many were right.
   */
  private static void calibration(JsonGenerator json, int[] wanted, List<Tone> tones)
      throws IOException {
    int[] count = new int[TENTHS];
    int[] right = new int[TENTHS];
    double[] stated = new double[TENTHS];
    for (int i = 0; i < wanted.length; i++) {
      Tone tone = tones.get(i);
      if (tone.label() == ToneLabel.UNKNOWN) {
        continue;
      }
      int tenth = Math.min(TENTHS - 1, (int) (tone.confidence() * TENTHS));
      count[tenth]++;
      stated[tenth] += tone.confidence();
      right[tenth] += tone.label().ordinal() == wanted[i] ? 1 : 0;
    }
    json.writeArrayFieldStart("calibration");
    for (int tenth = 0; tenth < TENTHS; tenth++) {
      if (count[tenth] > 0) {
        json.writeStartObject();
        json.writeNumberField("from", tenth / (double) TENTHS);
        json.writeNumberField("n", count[tenth]);
        json.writeNumberField("stated", percent(stated[tenth] / count[tenth]));
        json.writeNumberField("observed", percent((double) right[tenth] / count[tenth]));
        json.writeEndObject();
      }
    }
    json.writeEndArray();
  }

  /** The middle 95 % of the macro-F1 of resampled rows, with a fixed seed. */
  private static double[] interval(int[] wanted, int[] answered) {
    Random random = new Random(SEED);
    double[] values = new double[RESAMPLES];
    for (int round = 0; round < RESAMPLES; round++) {
      Confusion confusion = new Confusion(ToneTraining.LABELS.size());
      for (int i = 0; i < wanted.length; i++) {
        int row = random.nextInt(wanted.length);
        confusion.add(wanted[row], answered[row]);
      }
      values[round] = confusion.macroF1();
    }
    java.util.Arrays.sort(values);
    return new double[] {values[(int) (RESAMPLES * 0.025)], values[(int) (RESAMPLES * 0.975) - 1]};
  }

  private static double percent(double share) {
    return Math.round(share * 10_000) / 100.0;
  }
}
