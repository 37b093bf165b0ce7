package ouidire.analysis.tone;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * Turns a model's scores into honest numbers: a temperature for the probabilities, and a rising
 * curve from the winner's probability to the share of such answers that were right, both fitted on
 * predictions for rows that the model had not seen.
 *
 * @param temperature the scores are divided by it; above 0
 * @param curve stated accuracy at the winner's probabilities {@code 0, 1/n, ... 1}; empty for none
 */
record Calibration(double temperature, float[] curve) {
  static final Calibration NONE = new Calibration(1, new float[0]);

  /** The confidence to state for a winner of this probability. */
  double confidence(double probability) {
    if (curve.length < 2) {
      return probability;
    }
    double place = Math.max(0, Math.min(1, probability)) * (curve.length - 1);
    int below = Math.min(curve.length - 2, (int) place);
    double share = place - below;
    return curve[below] * (1 - share) + curve[below + 1] * share;
  }

  void write(DataOutputStream out) throws IOException {
    out.writeDouble(temperature);
    out.writeInt(curve.length);
    for (float value : curve) {
      out.writeFloat(value);
    }
  }

  static Calibration read(DataInputStream in) throws IOException {
    double temperature = in.readDouble();
    float[] curve = new float[in.readInt()];
    for (int i = 0; i < curve.length; i++) {
      curve[i] = in.readFloat();
    }
    return new Calibration(temperature, curve);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Calibration that
        && temperature == that.temperature
        && java.util.Arrays.equals(curve, that.curve);
  }

  @Override
  public int hashCode() {
    return java.util.Arrays.hashCode(curve) * 31 + Double.hashCode(temperature);
  }
}
