package ouidire.analysis.kind;

import java.util.List;
import ouidire.core.mention.Evidence;

/**
 * A kind of remark that holds for a mention.
 *
 * @param name {@code question, complaint, praise, suggestion, insult, rumour, irony, press, spam}
 *     or {@code job}
 * @param confidence in [0, 1]
 * @param evidence the words that decided, heaviest first; weights are parts of the confidence
 */
public record Kind(String name, double confidence, List<Evidence> evidence) {
  public Kind {
    evidence = List.copyOf(evidence);
  }
}
