package ouidire.analysis.tone;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * The weights of one hashed block: per bucket its inverse document frequency and one byte an
 * output. A bucket never seen in training has frequency 0 and counts for nothing.
 */
final class HashedWeights {
  private static final float IDF_SCALE = 16f;

  final int outputs;
  private final byte[] idf;
  private final byte[] weights;
  private final float[] scale;

  HashedWeights(int outputs) {
    this.outputs = outputs;
    idf = new byte[Features.BUCKETS];
    weights = new byte[Features.BUCKETS * outputs];
    scale = new float[outputs];
  }

  /** Inverse document frequency of a bucket, 0 when unseen. */
  float idf(int bucket) {
    return (idf[bucket] & 0xFF) / IDF_SCALE;
  }

  void idf(int bucket, double value) {
    idf[bucket] = (byte) Math.max(1, Math.min(255, Math.round(value * IDF_SCALE)));
  }

  float weight(int bucket, int output) {
    return weights[bucket * outputs + output] * scale[output];
  }

  /** Keeps an output's weights, {@code NaN} for none, in bytes of a common scale. */
  void keep(int output, int[] buckets, double[] values) {
    double most = 1e-9;
    for (double value : values) {
      most = Math.max(most, Math.abs(value));
    }
    scale[output] = (float) (most / 127);
    for (int i = 0; i < buckets.length; i++) {
      weights[buckets[i] * outputs + output] = (byte) Math.round(values[i] / scale[output]);
    }
  }

  /** The factor that gives the occurrences of a block unit length. */
  double norm(int[] buckets, int count) {
    double square = 0;
    for (int i = 0; i < count; i++) {
      float value = idf(buckets[i]);
      square += value * value;
    }
    return square == 0 ? 0 : 1 / Math.sqrt(square);
  }

  /** Adds the block's part of every output. */
  void addTo(double[] scores, int[] buckets, int count) {
    double norm = norm(buckets, count);
    for (int i = 0; i < count; i++) {
      int bucket = buckets[i];
      if (idf[bucket] != 0) {
        double value = norm * idf(bucket);
        int base = bucket * outputs;
        for (int k = 0; k < outputs; k++) {
          scores[k] += value * weights[base + k] * scale[k];
        }
      }
    }
  }

  void write(DataOutputStream out) throws IOException {
    for (float value : scale) {
      out.writeFloat(value);
    }
    out.write(idf);
    out.write(weights);
  }

  static HashedWeights read(DataInputStream in, int outputs) throws IOException {
    HashedWeights read = new HashedWeights(outputs);
    for (int k = 0; k < outputs; k++) {
      read.scale[k] = in.readFloat();
    }
    in.readFully(read.idf);
    in.readFully(read.weights);
    return read;
  }
}
