package ouidire.analysis.opinion;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import ouidire.analysis.tone.MentionReading;
import ouidire.core.mention.Evidence;

/**
 * Finds which words moved a classifier by leaving each out (occlusion, Zeiler and Fergus 2014, of
 * words instead of image patches): a word's weight is how much less probable the label is without
 * it.
 */
final class Occlusion {
  /** Longer texts are looked at in stretches of several words. */
  private static final int MOST_TRIED = 24;

  private static final int MOST_CITED = 8;
  private static final double SHARE = 0.7;

  private final TextClassifier classifier;

  Occlusion(TextClassifier classifier) {
    this.classifier = classifier;
  }

  /**
   * The words, heaviest first, until they carry {@value #SHARE} of all that pulls toward the label;
   * empty when no word does.
   *
   * @param whole what the classifier said of the whole text
   * @param label which of its probabilities is explained
   * @param score that the weights shall sum to
   */
  List<Evidence> evidence(
      MentionText text, MentionReading reading, double[] whole, int label, double score) {
    List<Evidence> words = words(reading);
    if (words.isEmpty()) {
      return List.of();
    }
    List<String> without = new ArrayList<>();
    for (Evidence word : words) {
      without.add(text.without(List.of(word)).whole());
    }
    double[][] said = classifier.probabilities(without);
    List<Evidence> pulling = new ArrayList<>();
    double total = 0;
    for (int i = 0; i < said.length; i++) {
      double pull = whole[label] - said[i][label];
      if (pull > 0) {
        total += pull;
        pulling.add(weighing(words.get(i), pull));
      }
    }
    pulling.sort(Comparator.comparingDouble(part -> -part.weight()));
    List<Evidence> cited = new ArrayList<>();
    double carried = 0;
    for (Evidence part : pulling) {
      if (carried >= SHARE * total || cited.size() == MOST_CITED) {
        break;
      }
      cited.add(part);
      carried += part.weight();
    }
    double scale = carried == 0 ? 0 : score / carried;
    return cited.stream().map(part -> weighing(part, part.weight() * scale)).toList();
  }

  /** The words of a text; of a long one, stretches that are as many as may be tried. */
  private static List<Evidence> words(MentionReading reading) {
    List<Evidence> all = new ArrayList<>();
    int step = Math.ceilDiv(reading.size(), MOST_TRIED);
    for (int i = 0; i < reading.size(); i++) {
      int last = i;
      while (last + 1 < reading.size()
          && last + 1 - i < step
          && reading.field(last + 1).equals(reading.field(i))) {
        last++;
      }
      if (last > i || reading.isWord(i)) {
        all.add(
            new Evidence(
                reading.field(i), reading.start(i), reading.end(last), SecondOpinion.RULE, 0));
      }
      i = last;
    }
    return all;
  }

  private static Evidence weighing(Evidence word, double weight) {
    return new Evidence(word.field(), word.start(), word.end(), word.rule(), weight);
  }
}
