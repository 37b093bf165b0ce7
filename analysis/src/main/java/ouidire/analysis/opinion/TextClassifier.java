package ouidire.analysis.opinion;

import java.util.List;

/** Tells the tone of texts. Safe for any number of threads. */
public interface TextClassifier extends AutoCloseable {
  /**
   * The probabilities of negative, neutral and positive, in this order, for each text.
   *
   * @throws IllegalStateException when the model fails on them
   */
  double[][] probabilities(List<String> texts);

  @Override
  void close();
}
