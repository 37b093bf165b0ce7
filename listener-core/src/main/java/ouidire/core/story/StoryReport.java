package ouidire.core.story;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import ouidire.core.mention.AnalysedMention;

/**
 * All that is known of a story at a moment.
 *
 * @param id of its first mention
 * @param first the first mention that is there
 * @param at the moment; nothing published later is looked at
 * @param tones how many mentions have each tone
 * @param timeline mentions and reach over its life, without gaps
 * @param sources most mentions first, at most 20
 * @param amplifiers most reach brought first, at most 15
 * @param variants how its words changed, most copied first, at most 20
 * @param forecast how far it will go; null before thirty mentions and five minutes: the model was
 *     learned from large cascades
 * @param forecasts what would have been forecast at earlier moments of its life
 * @param signals that accounts may act as one, strongest first; never a verdict
 * @param against mentions of negative tone that most people met, at most 3
 * @param inFavour mentions of positive tone that most people met, at most 3
 */
public record StoryReport(
    String id,
    AnalysedMention first,
    Instant at,
    Size size,
    Speed speed,
    Milestones milestones,
    Tree tree,
    Map<String, Long> tones,
    List<Moment> timeline,
    List<SourcePart> sources,
    List<Amplifier> amplifiers,
    List<Variant> variants,
    @Nullable Forecast forecast,
    List<Forecast> forecasts,
    List<Signal> signals,
    List<AnalysedMention> against,
    List<AnalysedMention> inFavour) {
  public StoryReport {
    tones = Map.copyOf(tones);
    timeline = List.copyOf(timeline);
    sources = List.copyOf(sources);
    amplifiers = List.copyOf(amplifiers);
    variants = List.copyOf(variants);
    forecasts = List.copyOf(forecasts);
    signals = List.copyOf(signals);
    against = List.copyOf(against);
    inFavour = List.copyOf(inFavour);
  }

  /**
   * How large it is.
   *
   * @param texts groups of copies
   * @param authors distinct ones that are known
   * @param reach potential: the followers of each author once; those of whom nothing is known count
   *     for none
   * @param reachKnown authors whose followers the source tells
   */
  public record Size(
      long mentions, long texts, long sources, long authors, long reach, long reachKnown) {}

  /**
   * How fast it spreads.
   *
   * @param windowSeconds over which speed is told: an hour, or half of a younger story's life
   * @param perHour mentions in the last window, by the hour
   * @param reachPerHour followers of those mentions' authors, by the hour
   * @param accelerationPerHour speed now less speed a window ago, mentions an hour
   * @param doublingSeconds how long ago it was half as large; null for a mention alone
   */
  public record Speed(
      long windowSeconds,
      double perHour,
      double reachPerHour,
      double accelerationPerHour,
      @Nullable Long doublingSeconds) {}

  /**
   * What it reached when, in seconds after its first mention.
   *
   * @param half half of its mentions so far; null for a mention alone
   * @param sources by number of distinct sources (2, 5, 10, 25, 50, 100, ...), those reached
   * @param press its first press article; null when there is none
   * @param pressId that article
   */
  public record Milestones(
      @Nullable Long half,
      Map<Integer, Long> sources,
      @Nullable Long press,
      @Nullable String pressId) {
    public Milestones {
      sources = Map.copyOf(sources);
    }
  }

  /**
   * From whom each has it.
   *
   * @param depth relays one after the other, at most
   * @param breadth mentions at one depth, at most
   * @param virality structural virality: the mean distance of two mentions in the tree (Goel et
   *     al., "The structural virality of online diffusion", 2016); 0 for a mention alone
   * @param origins by how we know it, how many
   */
  public record Tree(int depth, int breadth, double virality, Map<RelayOrigin, Integer> origins) {
    public Tree {
      origins = Map.copyOf(origins);
    }
  }

  /** Mentions published in [start, start of the next), and their authors' followers. */
  public record Moment(Instant start, long mentions, long reach) {}

  /**
   * A sign that accounts may act as one.
   *
   * @param count accounts, or mentions where their intervals are regular
   * @param seconds within which they said it, or the mean interval
   * @param young accounts among them that were opened less than 30 days before
   * @param ageKnown accounts among them whose age the source tells
   * @param evidence ids of mentions, at most 10
   */
  public record Signal(
      Kind kind, int count, long seconds, int young, int ageKnown, List<String> evidence) {
    public Signal {
      evidence = List.copyOf(evidence);
    }

    /** What was seen. */
    public enum Kind {
      /** The same words from many accounts within a minute. */
      SAME_TEXT,
      /** The same address from many accounts within a minute. */
      SAME_LINK,
      /** The same words again and again, as by the clock. */
      REGULAR
    }
  }

  /** One source's part, and when it joined. */
  public record SourcePart(String source, long mentions, Instant since) {}

  /**
   * One who carried it far.
   *
   * @param author account or name
   * @param id of the mention that brought most
   * @param followers the author's own, where known
   * @param relays mentions that have it from that one, directly or not
   * @param brought followers of the author and of all those
   * @param inferred whether any of those links is inferred
   */
  public record Amplifier(
      String author,
      String id,
      Instant at,
      @Nullable Long followers,
      int relays,
      long brought,
      boolean inferred) {}

  /**
   * One wording.
   *
   * @param id of the mention that first had it
   * @param author of that mention, who changed it
   * @param copies mentions with exactly these words
   * @param of id of the mention whose words are compared with; its own for a first wording
   * @param changes its text, word by word against that one's
   */
  public record Variant(
      String id, @Nullable String author, Instant at, int copies, String of, List<Change> changes) {
    public Variant {
      changes = List.copyOf(changes);
    }
  }

  /** A run of words that both have, or that only one has. */
  public record Change(Kind kind, String text) {
    /** Which of the two texts has it. */
    public enum Kind {
      SAME,
      ADDED,
      REMOVED
    }
  }

  /**
   * How many mentions it will have in the end.
   *
   * @param at the moment of the forecast
   * @param observed mentions by then
   * @param supercritical each mention brings more than one: no forecast would be honest
   * @param expected mentions in the end; null when supercritical
   * @param low the end lies between low and high in four cases of five
   * @param high see low
   * @param reachExpected followers of all authors in the end, by the mean of those so far
   */
  public record Forecast(
      Instant at,
      int observed,
      boolean supercritical,
      @Nullable Long expected,
      @Nullable Long low,
      @Nullable Long high,
      @Nullable Long reachExpected) {}
}
