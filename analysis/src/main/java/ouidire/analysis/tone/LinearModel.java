package ouidire.analysis.tone;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import ouidire.core.mention.Evidence;

/**
 * A linear model of a mention: one weight a feature and output. Small enough to explain itself:
 * each token's part of the answer is a sum of its features' weights. Immutable once made.
 */
public final class LinearModel {
  private static final String MAGIC = "OUIDIRE-LINEAR-1";
  private static final double CITED = 0.5;

  final List<String> labels;
  final boolean softmax;
  final HashedWeights words;
  final HashedWeights letters;
  final VectorWeights vectors;
  final float[] rules;
  final float[] bias;
  final Calibration calibration;

  LinearModel(
      List<String> labels,
      boolean softmax,
      HashedWeights words,
      HashedWeights letters,
      VectorWeights vectors,
      float[] rules,
      float[] bias,
      Calibration calibration) {
    this.labels = List.copyOf(labels);
    this.softmax = softmax;
    this.words = words;
    this.letters = letters;
    this.vectors = vectors;
    this.rules = rules;
    this.bias = bias;
    this.calibration = calibration;
  }

  /** The same model with another calibration. */
  LinearModel with(Calibration other) {
    return new LinearModel(labels, softmax, words, letters, vectors, rules, bias, other);
  }

  /** The outputs' names, in the order of {@link #probabilities}. */
  public List<String> labels() {
    return labels;
  }

  /** The probability of each output for a whole mention; they sum to one when they exclude. */
  public double[] probabilities(MentionReading reading) {
    return probabilities(reading.features);
  }

  double[] probabilities(Features features) {
    double[] scores = scores(features);
    for (int k = 0; k < scores.length; k++) {
      scores[k] /= calibration.temperature();
    }
    if (softmax) {
      Softmax.inPlace(scores);
    } else {
      for (int k = 0; k < scores.length; k++) {
        scores[k] = Softmax.sigmoid(scores[k]);
      }
    }
    return scores;
  }

  double[] scores(Features features) {
    int outputs = labels.size();
    double[] scores = new double[outputs];
    for (int k = 0; k < outputs; k++) {
      scores[k] = bias[k];
    }
    words.addTo(scores, features.word, features.words);
    lettersAndVectors(scores, features);
    for (int i = 0; i < features.rules.length; i++) {
      double value = features.rules[i];
      if (value != 0) {
        for (int k = 0; k < outputs; k++) {
          scores[k] += value * rules[i * outputs + k];
        }
      }
    }
    return scores;
  }

  private void lettersAndVectors(double[] scores, Features features) {
    int outputs = scores.length;
    long square = 0;
    int[] sums = new int[outputs];
    double[] mean = new double[outputs];
    int found = 0;
    for (int i = 0; i < features.forms.length; i++) {
      WordWeights word = features.forms[i].weights(this);
      square += word.square();
      int[] of = word.letters();
      for (int k = 0; k < outputs; k++) {
        sums[k] += of[k];
      }
      if (features.hasVector[i] && word.vector() >= 0) {
        found++;
        for (int k = 0; k < outputs; k++) {
          mean[k] += vectors.value(word.vector(), k);
        }
      }
    }
    double norm = square == 0 ? 0 : 1 / Math.sqrt(square);
    for (int k = 0; k < outputs; k++) {
      scores[k] += norm * sums[k] * letters.scale(k);
      scores[k] += found == 0 ? 0 : mean[k] / found;
    }
  }

  /** Works out what a word is worth. */
  WordWeights weigh(Word word) {
    int[] sums = new int[labels.size()];
    long square = letters.sum(LetterGroups.of(word.plain), sums);
    return new WordWeights(this, square, sums, vectors.find(word));
  }

  /** Writes the model: the same model gives the same bytes. */
  public void write(OutputStream out) throws IOException {
    try (DataOutputStream data =
        new DataOutputStream(new BufferedOutputStream(new GZIPOutputStream(out), 1 << 16))) {
      data.writeUTF(MAGIC);
      data.writeBoolean(softmax);
      data.writeInt(labels.size());
      for (String label : labels) {
        data.writeUTF(label);
      }
      for (float value : bias) {
        data.writeFloat(value);
      }
      data.writeInt(rules.length);
      for (float value : rules) {
        data.writeFloat(value);
      }
      calibration.write(data);
      vectors.write(data);
      words.write(data);
      letters.write(data);
    }
  }

  /**
   * Reads a model.
   *
   * @throws IOException when it is none, or was made by another version
   */
  public static LinearModel read(InputStream in) throws IOException {
    DataInputStream data =
        new DataInputStream(new BufferedInputStream(new GZIPInputStream(in), 1 << 16));
    String magic = data.readUTF();
    if (!magic.equals(MAGIC)) {
      throw new IOException(
          "not a model of this version: begins with "
              + magic
              + ", expected "
              + MAGIC
              + "; train it again");
    }
    boolean softmax = data.readBoolean();
    int outputs = data.readInt();
    String[] labels = new String[outputs];
    for (int k = 0; k < outputs; k++) {
      labels[k] = data.readUTF();
    }
    float[] bias = floats(data, outputs);
    int ruleCount = data.readInt();
    if (ruleCount != RuleFeatures.COUNT * outputs) {
      throw new IOException(
          "model with "
              + ruleCount / outputs
              + " rule features, expected "
              + RuleFeatures.COUNT
              + "; train it again");
    }
    float[] rules = floats(data, ruleCount);
    Calibration calibration = Calibration.read(data);
    VectorWeights vectors = VectorWeights.read(data, outputs);
    HashedWeights words = HashedWeights.read(data, outputs);
    HashedWeights letters = HashedWeights.read(data, outputs);
    return new LinearModel(
        List.of(labels), softmax, words, letters, vectors, rules, bias, calibration);
  }

  /** The probability from which an output holds, for outputs of which several may. */
  public double threshold(int output) {
    return calibration.curve()[output];
  }

  /** The words that speak for an output, heaviest first; their weights sum to {@code score}. */
  public List<Evidence> evidence(MentionReading reading, int output, double score) {
    double[] direction = new double[labels.size()];
    direction[output] = 1;
    double[] parts = Contributions.of(this, reading, direction);
    return Citation.evidence(
        reading,
        parts,
        Citation.choose(reading, parts, Citation.citable(reading, true), 1, CITED),
        score);
  }

  /** A model that ships beside a class. */
  public static LinearModel shipped(Class<?> beside, String resource) {
    try (InputStream in = beside.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("resource " + resource + " is missing from the jar");
      }
      return read(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static float[] floats(DataInputStream data, int count) throws IOException {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = data.readFloat();
    }
    return values;
  }
}
