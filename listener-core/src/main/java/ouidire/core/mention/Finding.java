package ouidire.core.mention;

import java.util.List;

/**
 * Something that analysis found a mention to be, or to call for: a kind of remark, or a question to
 * a moderator.
 *
 * @param name a kind ({@code question, complaint, praise, suggestion, insult, rumour, irony, press,
 *     spam, job, sponsored, promotion}) or a flag ({@code sexist, racist, insult, threat,
 *     defamation_candidate})
 * @param rule the rule that found it, or {@code learned}
 * @param confidence in [0, 1]; 1 for rules
 * @param evidence the words that decided, heaviest first
 */
public record Finding(String name, String rule, double confidence, List<Evidence> evidence) {
  /** The rule's name where a model decided. */
  public static final String LEARNED = "learned";

  public Finding {
    evidence = List.copyOf(evidence);
  }
}
