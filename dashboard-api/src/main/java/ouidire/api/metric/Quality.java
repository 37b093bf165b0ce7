package ouidire.api.metric;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ouidire.core.mention.AnalysedMention;
import ouidire.core.mention.Finding;
import ouidire.core.mention.Mention;
import ouidire.core.mention.MentionType;
import ouidire.core.mention.StoryRelation;

/**
 * What a contribution brings, in parts that people can look at: each in [0, 1], with its weight.
 * The value is their weighted mean over the parts that are known, in [0, 1].
 */
public record Quality(double value, List<Part> parts) {
  /** Words from which on a text is as long as it need be. */
  public static final int WORDS = 40;

  public Quality {
    parts = List.copyOf(parts);
  }

  /** What is looked at, and how much it weighs. */
  public enum Kind {
    /** Words over 40, at most 1. */
    LENGTH(0.20),
    /** 0 for a relay or the copy of another text, else 1. */
    ORIGINALITY(0.20),
    /** 1 when it points at a source. */
    SOURCE_LINK(0.15),
    /** 1 for a question or an answer. */
    DIALOGUE(0.15),
    /** Reactions against the habit: {@code 1 / (1 + exp(-interest))}; unknown without counters. */
    REACTIONS(0.15),
    /** 0 for spam and insults, else 1. */
    CIVILITY(0.15);

    private final double weight;

    Kind(double weight) {
      this.weight = weight;
    }

    public double weight() {
      return weight;
    }
  }

  /**
   * One part.
   *
   * @param value in [0, 1]; null where it cannot be known, and then it weighs nothing
   */
  public record Part(Kind kind, @Nullable Double value) {}

  /**
   * @param interest of the mention; null where it is not known
   */
  public static Quality of(AnalysedMention seen, @Nullable Interest interest) {
    Mention mention = seen.mention();
    List<Part> parts = new ArrayList<>();
    parts.add(new Part(Kind.LENGTH, Math.min(1, words(mention.fullText()) / (double) WORDS)));
    parts.add(new Part(Kind.ORIGINALITY, isCopy(seen) ? 0.0 : 1.0));
    parts.add(new Part(Kind.SOURCE_LINK, mention.links().isEmpty() ? 0.0 : 1.0));
    boolean talks =
        mention.type() == MentionType.COMMENT
            || (mention.parent() != null && mention.type() != MentionType.REPOST)
            || has(seen.kinds(), "question");
    parts.add(new Part(Kind.DIALOGUE, talks ? 1.0 : 0.0));
    parts.add(
        new Part(Kind.REACTIONS, interest == null ? null : 1 / (1 + Math.exp(-interest.value()))));
    boolean rude = has(seen.kinds(), "spam") || has(seen.kinds(), "insult");
    parts.add(new Part(Kind.CIVILITY, rude ? 0.0 : 1.0));
    double sum = 0;
    double weights = 0;
    for (Part part : parts) {
      if (part.value() != null) {
        sum += part.kind().weight() * part.value();
        weights += part.kind().weight();
      }
    }
    return new Quality(sum / weights, parts);
  }

  private static boolean isCopy(AnalysedMention seen) {
    return seen.mention().type() == MentionType.REPOST
        || (seen.story() != null && seen.story().relation() == StoryRelation.COPY);
  }

  private static boolean has(List<Finding> kinds, String name) {
    return kinds.stream().anyMatch(kind -> kind.name().equals(name));
  }

  /** Runs of letters and digits. */
  private static int words(String text) {
    int count = 0;
    boolean inside = false;
    for (int i = 0; i < text.length(); i++) {
      boolean letter = Character.isLetterOrDigit(text.charAt(i));
      count += letter && !inside ? 1 : 0;
      inside = letter;
    }
    return count;
  }
}
