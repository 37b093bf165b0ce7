package ouidire.analysis.story;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How well groups agree with the true ones, mention by mention (Bagga and Baldwin, "Entity-based
 * cross-document coreferencing using the vector space model", 1998).
 *
 * @param precision mean share of a mention's group that is truly with it
 * @param recall mean share of those truly with it that are in its group
 */
record BCubed(double precision, double recall) {
  double f1() {
    return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
  }

  /**
   * @param found the group of each mention
   * @param truth its true group, in the same order
   */
  static BCubed of(List<String> found, List<String> truth) {
    Map<String, Integer> foundSizes = new HashMap<>();
    Map<String, Integer> trueSizes = new HashMap<>();
    Map<List<String>, Integer> both = new HashMap<>();
    for (int i = 0; i < found.size(); i++) {
      foundSizes.merge(found.get(i), 1, Integer::sum);
      trueSizes.merge(truth.get(i), 1, Integer::sum);
      both.merge(List.of(found.get(i), truth.get(i)), 1, Integer::sum);
    }
    double precision = 0;
    double recall = 0;
    for (Map.Entry<List<String>, Integer> cell : both.entrySet()) {
      double square = (double) cell.getValue() * cell.getValue();
      precision += square / foundSizes.getOrDefault(cell.getKey().get(0), 1);
      recall += square / trueSizes.getOrDefault(cell.getKey().get(1), 1);
    }
    int n = Math.max(1, found.size());
    return new BCubed(precision / n, recall / n);
  }
}
