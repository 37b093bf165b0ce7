package ouidire.analysis.tone;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import ouidire.core.mention.Span;
import ouidire.core.mention.Tone;

/**
 * The tone toward one brand: the tone of the whole, of the brand's own clause and of what stands
 * near its name, weighed by a small learned table (see {@link TargetFeatures}); comparisons turn
 * around. A brand among other names has a table of its own, with what stands nearer to it than to
 * them (see {@link NearNames}).
 */
final class TargetTone {
  static final String RESOURCE = "target-fr.tsv";
  static final int OUTPUTS = 3;

  private static final class Holder {
    static final TargetTone SHIPPED = load();
  }

  private static final int ALONE = TargetFeatures.COUNT;
  private static final int AMONG = TargetFeatures.COUNT + NearNames.COUNT;

  private final double[] alone;
  private final double[] among;
  private final Calibration calibration;

  /**
   * @param alone weights for a brand that is the only name, {@code feature * 3 + output}, biases
   *     last
   * @param among the same for one among others
   */
  TargetTone(double[] alone, double[] among, Calibration calibration) {
    this.alone = alone.clone();
    this.among = among.clone();
    this.calibration = calibration;
  }

  static TargetTone shipped() {
    return Holder.SHIPPED;
  }

  Tone toward(ToneScorer scorer, LinearModel model, MentionReading reading, List<Span> spans) {
    double[] probabilities = probabilities(TargetFeatures.of(model, reading, spans));
    double[] whole = model.probabilities(reading.features);
    double shift = probabilities[2] - probabilities[0] - (whole[2] - whole[0]);
    return scorer.tone(reading, probabilities, calibration, shift);
  }

  double[] probabilities(double[] features) {
    return probabilities(features, features.length == ALONE ? alone : among);
  }

  static double[] probabilities(double[] features, double[] weights) {
    double[] scores = new double[OUTPUTS];
    for (int k = 0; k < OUTPUTS; k++) {
      scores[k] = weights[features.length * OUTPUTS + k];
      for (int i = 0; i < features.length; i++) {
        scores[k] += features[i] * weights[i * OUTPUTS + k];
      }
    }
    Softmax.inPlace(scores);
    return scores;
  }

  /** The table as text: one line a feature, and the curve of confidence. */
  String text() {
    StringBuilder out =
        new StringBuilder("# weights of the tone toward a brand: negative, neutral, positive\n");
    table(out, "alone.", alone);
    table(out, "among.", among);
    out.append("confidence");
    for (float value : calibration.curve()) {
      out.append(String.format(Locale.ROOT, "\t%.4f", value));
    }
    return out.append('\n').toString();
  }

  private static void table(StringBuilder out, String which, double[] weights) {
    for (int i = 0; i < weights.length; i += OUTPUTS) {
      out.append(
          String.format(
              Locale.ROOT,
              "%s%s\t%.5f\t%.5f\t%.5f%n",
              which,
              i + OUTPUTS < weights.length ? name(i / OUTPUTS) : "bias",
              weights[i],
              weights[i + 1],
              weights[i + 2]));
    }
  }

  private static String name(int feature) {
    return feature < ALONE ? TargetFeatures.NAMES[feature] : NearNames.NAMES[feature - ALONE];
  }

  private static TargetTone load() {
    try (InputStream in = TargetTone.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException("resource " + RESOURCE + " is missing from the jar");
      }
      return read(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static TargetTone read(BufferedReader reader) throws IOException {
    double[] weights = new double[(ALONE + 1 + AMONG + 1) * OUTPUTS];
    float[] curve = new float[0];
    int row = 0;
    for (String line = reader.readLine(); line != null; line = reader.readLine()) {
      if (line.startsWith("#")) {
        continue;
      }
      String[] columns = line.split("\t");
      if (columns[0].equals("confidence")) {
        curve = new float[columns.length - 1];
        for (int i = 0; i < curve.length; i++) {
          curve[i] = Float.parseFloat(columns[i + 1]);
        }
        continue;
      }
      for (int k = 0; k < OUTPUTS; k++) {
        weights[row * OUTPUTS + k] = Double.parseDouble(columns[k + 1]);
      }
      row++;
    }
    int second = (ALONE + 1) * OUTPUTS;
    return new TargetTone(
        Arrays.copyOf(weights, second),
        Arrays.copyOfRange(weights, second, weights.length),
        new Calibration(1, curve));
  }
}
