package ouidire.analysis.moderation;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ouidire.analysis.tone.MentionReading;
import ouidire.core.mention.Evidence;

/**
 * A rule: terms that must all stand within a number of tokens.
 *
 * @param flag what it raises
 * @param name shown to people
 * @param window most tokens from the first term's begin to the last one's begin
 * @param parts one term of each, in any order
 */
record ModerationRule(String flag, String name, int window, List<TermSet> parts) {

  /** The words that satisfy the rule; null when they do not stand there. */
  @Nullable List<Evidence> match(MentionReading reading) {
    TermSet first = parts.getFirst();
    for (int i = 0; i < reading.size(); i++) {
      int end = first.endAt(reading, i);
      if (end > 0) {
        List<Evidence> evidence = around(reading, i, end);
        if (evidence != null) {
          return evidence;
        }
      }
    }
    return null;
  }

  private @Nullable List<Evidence> around(MentionReading reading, int at, int end) {
    List<Evidence> evidence = new ArrayList<>();
    evidence.add(evidence(reading, at, end));
    for (TermSet part : parts.subList(1, parts.size())) {
      Evidence found = near(reading, part, at, end);
      if (found == null) {
        return null;
      }
      evidence.add(found);
    }
    return evidence;
  }

  private @Nullable Evidence near(MentionReading reading, TermSet part, int at, int end) {
    for (int i = Math.max(0, at - window); i < Math.min(reading.size(), at + window); i++) {
      boolean apart = i < at || i >= end;
      int stop = apart ? part.endAt(reading, i) : -1;
      if (stop > 0) {
        return evidence(reading, i, stop);
      }
    }
    return null;
  }

  private Evidence evidence(MentionReading reading, int at, int end) {
    return new Evidence(
        reading.field(at), reading.start(at), reading.end(end - 1), name, -1.0 / parts.size());
  }
}
