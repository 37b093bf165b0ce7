package lawless.analysis;

import java.time.Instant;
import lawless.core.HeavyCore;
import lawless.ingest.SourceHelper;

/** An analysis that sees its neighbour, turns in a circle with the core, and reads the clock. */
public final class NosyAnalysis {
  public static final String NAME = SourceHelper.name();

  private NosyAnalysis() {}

  public static String now() {
    return HeavyCore.term() + " at " + Instant.now();
  }
}
