package ouidire.analysis.kind;

import java.util.ArrayList;
import java.util.List;
import ouidire.analysis.moderation.Moderator;
import ouidire.analysis.tone.LinearModel;
import ouidire.analysis.tone.MentionReading;
import ouidire.core.mention.Finding;
import ouidire.core.mention.Mention;

/** Tells the kinds of remark of French mentions. Thread-safe. */
public final class KindScorer {
  private static final class Holder {
    static final LinearModel MODEL = LinearModel.shipped(KindScorer.class, "kind-fr.model");
  }

  private static final String INSULT = "insult";

  private final LinearModel model = Holder.MODEL;
  private final Moderator moderator = new Moderator();

  /** Every kind that a mention may be of. */
  public List<String> names() {
    return model.labels();
  }

  /** The kinds that hold for a mention, none for most announcements. */
  public List<Finding> kinds(Mention mention) {
    return kinds(MentionReading.of(mention.title(), mention.text()));
  }

  /** The kinds that hold for what was read already. */
  public List<Finding> kinds(MentionReading reading) {
    return kinds(reading, moderator.flags(reading));
  }

  /**
   * The kinds that hold for what was read already.
   *
   * @param flags what a moderator should look at: an insult among them is of that kind
   */
  public List<Finding> kinds(MentionReading reading, List<Finding> flags) {
    double[] probabilities = model.probabilities(reading);
    List<Finding> kinds = new ArrayList<>();
    for (int k = 0; k < probabilities.length; k++) {
      if (probabilities[k] >= model.threshold(k)) {
        kinds.add(
            new Finding(
                model.labels().get(k),
                Finding.LEARNED,
                probabilities[k],
                model.evidence(reading, k, probabilities[k])));
      }
    }
    boolean told = kinds.stream().anyMatch(kind -> kind.name().equals(INSULT));
    flags.stream().filter(flag -> !told && flag.name().equals(INSULT)).forEach(kinds::add);
    return kinds;
  }
}
