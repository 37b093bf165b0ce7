package ouidire.core.story;

import java.time.Instant;
import java.util.Map;
import ouidire.core.mention.AnalysedMention;

/**
 * A story in a list.
 *
 * @param id of its first mention
 * @param first the first mention that can be shown: the story's own where it is there
 * @param mentions under the filter, in all its time
 * @param texts of them, those that say it in words of their own
 * @param sources distinct ones
 * @param recent mentions in the last {@code windowSeconds}
 * @param before mentions in as long a time before that
 * @param windowSeconds what is called recent
 * @param speedPerHour recent mentions an hour
 * @param accelerationPerHour how much that speed changed over one window, mentions an hour
 * @param tones how many mentions have each tone
 * @param at the moment that is told
 */
public record StorySummary(
    String id,
    AnalysedMention first,
    long mentions,
    long texts,
    long sources,
    long recent,
    long before,
    long windowSeconds,
    double speedPerHour,
    double accelerationPerHour,
    Map<String, Long> tones,
    Instant at) {
  public StorySummary {
    tones = Map.copyOf(tones);
  }
}
