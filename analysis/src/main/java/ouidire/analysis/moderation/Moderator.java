package ouidire.analysis.moderation;

import java.util.ArrayList;
import java.util.List;
import ouidire.analysis.tone.LinearModel;
import ouidire.analysis.tone.MentionReading;
import ouidire.core.mention.Evidence;
import ouidire.core.mention.Finding;
import ouidire.core.mention.Mention;

/** Raises flags for a moderator on French mentions. Thread-safe. */
public final class Moderator {
  static final List<String> NAMES =
      List.of("sexist", "racist", "insult", "threat", "defamation_candidate");
  private static final String CONDEMNING = "quoted_or_condemned";
  private static final String SOURCED = "sourced";
  private static final String DEFAMATION = "defamation_candidate";

  private static final class Holder {
    static final LinearModel MODEL = LinearModel.shipped(Moderator.class, "moderation-fr.model");
  }

  private final LinearModel model = Holder.MODEL;
  private final RuleBook rules = RuleBook.shipped();

  /** The flags of a mention, most serious first; empty for nearly all. */
  public List<Finding> flags(Mention mention) {
    return flags(MentionReading.of(mention.title(), mention.text()));
  }

  /** The flags of what was read already. */
  public List<Finding> flags(MentionReading reading) {
    List<Finding> flags = new ArrayList<>();
    boolean condemned = false;
    boolean sourced = false;
    for (ModerationRule rule : rules.thatMayHold(reading)) {
      List<Evidence> evidence = rule.match(reading);
      if (evidence == null) {
        continue;
      }
      switch (rule.flag()) {
        case CONDEMNING -> condemned = true;
        case SOURCED -> sourced = true;
        default -> {
          if (flags.stream().noneMatch(flag -> flag.name().equals(rule.flag()))) {
            flags.add(new Finding(rule.flag(), rule.name(), 1, evidence));
          }
        }
      }
    }
    learned(reading, flags);
    boolean reported = condemned;
    boolean withSource = sourced || condemned;
    flags.removeIf(flag -> flag.name().equals(DEFAMATION) ? withSource : reported);
    return flags;
  }

  private void learned(MentionReading reading, List<Finding> flags) {
    double[] probabilities = model.probabilities(reading);
    int likeliest = 0;
    for (int k = 0; k < NAMES.size(); k++) {
      likeliest = probabilities[k] > probabilities[likeliest] ? k : likeliest;
      if (probabilities[k] >= model.threshold(k)) {
        learned(reading, k, probabilities[k], flags);
      }
    }
    // Of few examples of each, that something is wrong is learned better than what.
    int any = NAMES.size();
    if (flags.isEmpty() && probabilities[any] >= model.threshold(any)) {
      learned(reading, likeliest, probabilities[any], flags);
    }
  }

  private void learned(MentionReading reading, int output, double sure, List<Finding> flags) {
    String name = model.labels().get(output);
    if (flags.stream().noneMatch(flag -> flag.name().equals(name))) {
      flags.add(new Finding(name, Finding.LEARNED, sure, model.evidence(reading, output, sure)));
    }
  }
}
