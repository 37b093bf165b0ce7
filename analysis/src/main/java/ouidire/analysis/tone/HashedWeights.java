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
  private final int stride;

  /** Frequency and weights of a bucket lie side by side: one line of the cache a look-up. */
  private final byte[] cells;

  private final float[] scale;

  HashedWeights(int outputs) {
    this.outputs = outputs;
    stride = outputs + 1;
    cells = new byte[Features.BUCKETS * stride];
    scale = new float[outputs];
  }

  /** Inverse document frequency of a bucket, 0 when unseen. */
  float idf(int bucket) {
    return (cells[bucket * stride] & 0xFF) / IDF_SCALE;
  }

  void idf(int bucket, double value) {
    cells[bucket * stride] = (byte) Math.max(1, Math.min(255, Math.round(value * IDF_SCALE)));
  }

  /** Keeps an output's weights in bytes of a common scale. */
  void keep(int output, int[] buckets, double[] values) {
    double most = 1e-9;
    for (double value : values) {
      most = Math.max(most, Math.abs(value));
    }
    scale[output] = (float) (most / 127);
    for (int i = 0; i < buckets.length; i++) {
      cells[buckets[i] * stride + 1 + output] = (byte) Math.round(values[i] / scale[output]);
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

  /** What turns an output's weights into numbers. */
  float scale(int output) {
    return scale[output];
  }

  /**
   * Adds up the occurrences of one word's letter groups.
   *
   * @param sums what they add to each output is added here
   * @return the square of their length
   */
  long sum(int[] buckets, int[] sums) {
    long square = 0;
    for (int bucket : buckets) {
      int cell = bucket * stride;
      int frequency = cells[cell] & 0xFF;
      square += frequency * frequency;
      for (int k = 0; k < outputs && frequency != 0; k++) {
        sums[k] += frequency * cells[cell + 1 + k];
      }
    }
    return square;
  }

  /** Adds the block's part of every output. */
  void addTo(double[] scores, int[] buckets, int count) {
    long square = 0;
    int[] sums = new int[outputs];
    for (int i = 0; i < count; i++) {
      int cell = buckets[i] * stride;
      int frequency = cells[cell] & 0xFF;
      if (frequency != 0) {
        square += frequency * frequency;
        for (int k = 0; k < outputs; k++) {
          sums[k] += frequency * cells[cell + 1 + k];
        }
      }
    }
    if (square > 0) {
      double norm = 1 / Math.sqrt(square);
      for (int k = 0; k < outputs; k++) {
        scores[k] += norm * sums[k] * scale[k];
      }
    }
  }

  /**
   * Adds each token's part along a direction of the outputs.
   *
   * @param pair where true, the part is shared with the next token
   */
  void partsTo(
      double[] parts, double[] direction, int[] buckets, int[] token, boolean[] pair, int count) {
    double norm = norm(buckets, count) / IDF_SCALE;
    double[] along = new double[outputs];
    for (int k = 0; k < outputs; k++) {
      along[k] = norm * direction[k] * scale[k];
    }
    for (int i = 0; i < count; i++) {
      int cell = buckets[i] * stride;
      int frequency = cells[cell] & 0xFF;
      if (frequency == 0) {
        continue;
      }
      double part = 0;
      for (int k = 0; k < outputs; k++) {
        part += along[k] * cells[cell + 1 + k];
      }
      part *= frequency;
      if (pair[i] && token[i] + 1 < parts.length) {
        parts[token[i]] += part / 2;
        parts[token[i] + 1] += part / 2;
      } else {
        parts[token[i]] += part;
      }
    }
  }

  void write(DataOutputStream out) throws IOException {
    for (float value : scale) {
      out.writeFloat(value);
    }
    byte[] frequencies = new byte[Features.BUCKETS];
    byte[] weights = new byte[Features.BUCKETS * outputs];
    for (int bucket = 0; bucket < Features.BUCKETS; bucket++) {
      frequencies[bucket] = cells[bucket * stride];
      System.arraycopy(cells, bucket * stride + 1, weights, bucket * outputs, outputs);
    }
    out.write(frequencies);
    out.write(weights);
  }

  static HashedWeights read(DataInputStream in, int outputs) throws IOException {
    HashedWeights read = new HashedWeights(outputs);
    for (int k = 0; k < outputs; k++) {
      read.scale[k] = in.readFloat();
    }
    byte[] column = new byte[Features.BUCKETS];
    in.readFully(column);
    read.fill(column, 0, 1);
    byte[] weights = new byte[Features.BUCKETS * outputs];
    in.readFully(weights);
    read.fill(weights, 1, outputs);
    return read;
  }

  private void fill(byte[] from, int at, int each) {
    for (int bucket = 0; bucket < Features.BUCKETS; bucket++) {
      System.arraycopy(from, bucket * each, cells, bucket * stride + at, each);
    }
  }
}
