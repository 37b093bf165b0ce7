package ouidire.analysis.tone;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Trains a {@link LinearModel} from labelled texts. The same rows in the same order give the same
 * model on any machine.
 */
final class ModelTrainer {
  private static final double VECTOR_SCALE = 3;

  /**
   * How freely readings of the rules may be weighed beside letters: they name few things, and would
   * else be believed too much.
   */
  private static final double RULE_SCALE = 0.5;

  /** What occurs in one text alone can only be learned by heart. */
  private static final int TEXTS_AT_LEAST = 2;

  private final List<Features> rows;
  private final float[][] targets;
  private final List<String> labels;
  private final boolean softmax;
  private final double strength;
  private final float[] rowWeights;
  private final double[] prior;
  private final double wordScale;
  private final WordVectors source = WordVectors.shipped();
  private final double[][] means;

  /**
   * @param texts what to learn from
   * @param targets wanted probability of each label for each text
   * @param softmax true when the labels exclude each other
   * @param rowWeights how often each text counts
   * @param strength inverse of the penalty on weights; 2 suits a few thousand texts
   * @param prior what the sum of the lexicon adds to each output in public talk, whatever the texts
   *     say; empty for nothing
   * @param wordScale how freely words and their pairs may be weighed beside letters; 1 as freely
   */
  ModelTrainer(
      List<MentionReading> texts,
      float[][] targets,
      List<String> labels,
      boolean softmax,
      float[] rowWeights,
      double strength,
      double[] prior,
      double wordScale) {
    this.rows = texts.stream().map(text -> text.features).toList();
    this.targets = targets;
    this.labels = labels;
    this.softmax = softmax;
    this.strength = strength;
    this.rowWeights = rowWeights;
    this.prior = prior;
    this.wordScale = wordScale;
    this.means = texts.stream().map(this::mean).toArray(double[][]::new);
  }

  /** A model of all rows. */
  LinearModel train() {
    return train(everyRow());
  }

  int[] everyRow() {
    int[] all = new int[rows.size()];
    Arrays.setAll(all, i -> i);
    return all;
  }

  /** One model a fold, trained on the rows outside it. */
  LinearModel[] foldModels(int folds) {
    LinearModel[] models = new LinearModel[folds];
    IntStream.range(0, folds)
        .parallel()
        .forEach(
            held ->
                models[held] =
                    train(Arrays.stream(everyRow()).filter(i -> fold(i, folds) != held).toArray()));
    return models;
  }

  /** The scores that the models give to the rows that they have not seen. */
  double[][] outOfFold(LinearModel[] models) {
    double[][] answers = new double[rows.size()][];
    for (int i = 0; i < answers.length; i++) {
      answers[i] = models[fold(i, models.length)].scores(rows.get(i));
    }
    return answers;
  }

  /** Rows are dealt by a fixed shuffle, so that neighbours in the file part. */
  static int fold(int row, int folds) {
    int mixed = (row + 1) * 0x9E3779B1;
    mixed ^= mixed >>> 15;
    return Math.floorMod(mixed * 0x85EBCA6B >>> 8, folds);
  }

  LinearModel train(int[] chosen) {
    int outputs = labels.size();
    HashedWeights words = new HashedWeights(outputs);
    HashedWeights letters = new HashedWeights(outputs);
    int[] wordBuckets = frequencies(chosen, words, true);
    int[] letterBuckets = frequencies(chosen, letters, false);
    int[] wordColumn = columns(wordBuckets);
    int[] letterColumn = columns(letterBuckets);
    int lettersAt = wordBuckets.length;
    int vectorsAt = lettersAt + letterBuckets.length;
    int rulesAt = vectorsAt + WordVectors.DIMENSIONS;
    int features = rulesAt + RuleFeatures.COUNT;

    int[][] index = new int[chosen.length][];
    float[][] value = new float[chosen.length][];
    float[][] wanted = new float[chosen.length][];
    float[] weight = new float[chosen.length];
    for (int i = 0; i < chosen.length; i++) {
      Features row = rows.get(chosen[i]);
      SparseRow sparse = new SparseRow();
      hashed(words, row.word, row.words, wordColumn, 0, wordScale, sparse);
      int[] groups = row.letters();
      hashed(letters, groups, groups.length, letterColumn, lettersAt, 1, sparse);
      double[] mean = means[chosen[i]];
      for (int d = 0; d < mean.length; d++) {
        sparse.add(vectorsAt + d, mean[d]);
      }
      for (int d = 0; d < row.rules.length; d++) {
        sparse.add(rulesAt + d, RULE_SCALE * row.rules[d]);
      }
      sparse.merge();
      index[i] = sparse.index();
      value[i] = sparse.value();
      wanted[i] = targets[chosen[i]];
      weight[i] = rowWeights[chosen[i]];
    }
    double[] weights =
        new LogisticRegression(index, value, wanted, weight, softmax, features, strength).fit();
    for (int k = 0; k < outputs; k++) {
      words.keep(k, wordBuckets, column(weights, 0, wordBuckets.length, k, outputs, wordScale));
      letters.keep(
          k, letterBuckets, column(weights, lettersAt, letterBuckets.length, k, outputs, 1));
    }
    float[] rules = new float[RuleFeatures.COUNT * outputs];
    for (int i = 0; i < rules.length; i++) {
      rules[i] = (float) (RULE_SCALE * weights[rulesAt * outputs + i]);
    }
    for (int k = 0; k < prior.length; k++) {
      rules[RuleFeatures.PUBLIC_SUM * outputs + k] += (float) prior[k];
    }
    float[] bias = new float[outputs];
    for (int k = 0; k < outputs; k++) {
      bias[k] = (float) weights[features * outputs + k];
    }
    return new LinearModel(
        labels,
        softmax,
        words,
        letters,
        bake(weights, vectorsAt, outputs),
        rules,
        bias,
        Calibration.NONE);
  }

  private VectorWeights bake(double[] weights, int at, int outputs) {
    List<String> words = new ArrayList<>();
    source.words().forEach(words::add);
    words.sort(null);
    int[] keys = new int[words.size()];
    float[] values = new float[words.size() * outputs];
    double[] vector = new double[WordVectors.DIMENSIONS];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = Features.hash(words.get(i));
      Arrays.fill(vector, 0);
      source.addTo(words.get(i), VECTOR_SCALE, vector);
      for (int k = 0; k < outputs; k++) {
        double sum = 0;
        for (int d = 0; d < vector.length; d++) {
          sum += vector[d] * weights[(at + d) * outputs + k];
        }
        values[i * outputs + k] = (float) sum;
      }
    }
    return new VectorWeights(outputs, keys, values);
  }

  private double[] mean(MentionReading text) {
    double[] sum = new double[WordVectors.DIMENSIONS];
    ToneTokens tokens = text.tokens;
    int found = 0;
    for (int i = 0; i < tokens.size; i++) {
      if (tokens.kind[i] == ToneTokens.LINK || tokens.kind[i] == ToneTokens.NUMBER) {
        continue;
      }
      if (source.addTo(tokens.form[i], VECTOR_SCALE, sum)
          || source.addTo(tokens.plain[i], VECTOR_SCALE, sum)) {
        found++;
      }
    }
    for (int d = 0; d < sum.length && found > 0; d++) {
      sum[d] /= found;
    }
    return sum;
  }

  private static void hashed(
      HashedWeights block,
      int[] buckets,
      int count,
      int[] column,
      int at,
      double scale,
      SparseRow into) {
    double norm = scale * block.norm(buckets, count);
    for (int i = 0; i < count; i++) {
      int place = column[buckets[i]];
      if (place >= 0) {
        into.add(at + place, norm * block.idf(buckets[i]));
      }
    }
  }

  /** Counts documents per bucket, keeps their inverse frequency, and returns the buckets kept. */
  private int[] frequencies(int[] chosen, HashedWeights into, boolean words) {
    int[] documents = new int[Features.BUCKETS];
    BitSet seen = new BitSet(Features.BUCKETS);
    for (int row : chosen) {
      Features features = rows.get(row);
      int[] buckets = words ? features.word : features.letters();
      int count = words ? features.words : buckets.length;
      seen.clear();
      for (int i = 0; i < count; i++) {
        if (!seen.get(buckets[i])) {
          seen.set(buckets[i]);
          documents[buckets[i]]++;
        }
      }
    }
    int[] kept = new int[Features.BUCKETS];
    int count = 0;
    for (int bucket = 0; bucket < documents.length; bucket++) {
      if (documents[bucket] >= TEXTS_AT_LEAST) {
        kept[count++] = bucket;
        into.idf(bucket, Math.log((1.0 + chosen.length) / (1 + documents[bucket])) + 1);
      }
    }
    return Arrays.copyOf(kept, count);
  }

  private static int[] columns(int[] buckets) {
    int[] columns = new int[Features.BUCKETS];
    Arrays.fill(columns, -1);
    for (int i = 0; i < buckets.length; i++) {
      columns[buckets[i]] = i;
    }
    return columns;
  }

  private static double[] column(
      double[] weights, int at, int count, int output, int outputs, double scale) {
    double[] column = new double[count];
    for (int i = 0; i < count; i++) {
      column[i] = scale * weights[(at + i) * outputs + output];
    }
    return column;
  }
}
