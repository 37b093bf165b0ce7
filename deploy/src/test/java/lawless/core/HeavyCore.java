package lawless.core;

import org.apache.lucene.index.Term;

/** A core that knows Lucene, and the module above it. */
public final class HeavyCore {
  private HeavyCore() {}

  public static Term term() {
    return new Term(lawless.analysis.NosyAnalysis.NAME);
  }
}
