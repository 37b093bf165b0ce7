package ouidire.analysis.alert.drill;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ouidire.core.brand.Brand;
import ouidire.core.mention.AnalysedMention;

/** What is said in an exercise, marked as one. */
interface Script {
  /**
   * All of it, oldest first.
   *
   * @param start when the first is said
   * @param speed minutes of the script in one of ours
   */
  List<AnalysedMention> mentions(Brand brand, Instant start, double speed, long seed);

  /** How long it takes at speed 1. */
  Duration length();

  /** Id of the playbook that is tried; null for the kind's. */
  @Nullable String playbook();
}
