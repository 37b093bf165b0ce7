package ouidire.analysis.alert.suite;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import ouidire.core.alert.Campaign;
import ouidire.core.brand.Brand;
import ouidire.core.mention.AnalysedMention;

/**
 * One history: the quiet weather of its brands, and what happens in it.
 *
 * @param kind what happens, in a word
 * @param name kind and number
 * @param start when watching begins; the weeks before are learned from
 * @param end when it is over
 * @param brands that are watched
 * @param quiet the weather of each
 * @param extras what happens, in the order it arrives
 * @param outage what arrives late; empty for nothing
 * @param crises what has to be found
 * @param campaigns what was planned
 */
record Script(
    String kind,
    String name,
    Instant start,
    Instant end,
    List<Brand> brands,
    List<Quiet> quiet,
    List<AnalysedMention> extras,
    Optional<Outage> outage,
    List<Crisis> crises,
    List<Campaign> campaigns) {

  /**
   * Something that has to be found.
   *
   * @param from its first mention
   * @param to what is found later is found too late
   */
  record Crisis(String brand, Instant from, Instant to) {}

  /** Mentions of one kind of source published in this time arrive at its end. */
  record Outage(String sourceKind, Instant from, Instant to) {}
}
