package ouidire.analysis.opinion;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the outputs of a classifier mean. Its {@code config.json} names them under {@code id2label},
 * as the models of the Hugging Face hub do; we read negative, neutral and positive in any case,
 * stars from one to five, and {@code LABEL_0} to {@code LABEL_2} as negative, neutral, positive.
 */
final class OutputLabels {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> USUAL = List.of("negative", "neutral", "positive");

  private final int[] tones;

  private OutputLabels(int[] tones) {
    this.tones = tones;
  }

  /**
   * @param given as the settings say; empty to read the model's own
   * @throws UnusableModelException when a label cannot be read as a tone
   */
  static OutputLabels of(List<String> given, Path model) throws UnusableModelException {
    List<String> labels = given;
    if (labels.isEmpty()) {
      Path config = model.resolveSibling("config.json");
      labels = Files.isReadable(config) ? named(config) : List.of();
    }
    if (labels.isEmpty()) {
      labels = USUAL;
    }
    int[] tones = new int[labels.size()];
    for (int i = 0; i < tones.length; i++) {
      tones[i] = tone(labels.get(i), tones.length);
      if (tones[i] < 0) {
        throw UnusableModelException.of("tone.labels", "model.label", labels.get(i));
      }
    }
    return new OutputLabels(tones);
  }

  /** How many outputs there are. */
  int size() {
    return tones.length;
  }

  /** The probabilities of negative, neutral and positive of what the model gave (logits). */
  double[] probabilities(float[] logits) {
    double most = Double.NEGATIVE_INFINITY;
    for (float logit : logits) {
      most = Math.max(most, logit);
    }
    double[] sums = new double[3];
    double all = 0;
    for (int i = 0; i < logits.length; i++) {
      double part = Math.exp(logits[i] - most);
      sums[tones[i]] += part;
      all += part;
    }
    double total = all;
    return Arrays.stream(sums).map(sum -> sum / total).toArray();
  }

  private static int tone(String label, int count) {
    String plain = label.toLowerCase(Locale.ROOT).strip();
    if (plain.startsWith("neg")) {
      return 0;
    }
    if (plain.startsWith("neu")) {
      return 1;
    }
    if (plain.startsWith("pos")) {
      return 2;
    }
    if (plain.matches("label_[0-2]") && count == 3) {
      return plain.charAt(6) - '0';
    }
    if (plain.matches("[1-5] stars?")) {
      return Integer.signum(plain.charAt(0) - '3') + 1;
    }
    return -1;
  }

  private static List<String> named(Path config) throws UnusableModelException {
    TreeMap<Integer, String> labels = new TreeMap<>();
    try {
      for (Map.Entry<String, JsonNode> label :
          JSON.readTree(config.toFile()).path("id2label").properties()) {
        labels.put(Integer.valueOf(label.getKey()), label.getValue().asText());
      }
    } catch (IOException | NumberFormatException e) {
      throw UnusableModelException.of(e, "tone.labels", "model.config", config, e.getMessage());
    }
    return List.copyOf(labels.values());
  }
}
