package ouidire.analysis.moderation;

import java.util.List;
import ouidire.core.mention.Evidence;

/**
 * A question to a moderator.
 *
 * @param name {@code sexist, racist, insult, threat} or {@code defamation_candidate}
 * @param rule the rule that raised it, or {@code learned}
 * @param evidence the words that decided
 */
public record Flag(String name, String rule, List<Evidence> evidence) {
  public Flag {
    evidence = List.copyOf(evidence);
  }
}
