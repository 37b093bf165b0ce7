package ouidire.deploy.app;

import java.util.ArrayList;
import java.util.List;
import ouidire.analysis.match.LiveMatcher;
import ouidire.analysis.match.Match;
import ouidire.analysis.pipeline.MentionAnalysis.BrandMatcher;
import ouidire.core.mention.Mention;

/** The queries of a matcher, each a brand's, asked of each mention. */
final class BrandMatching implements BrandMatcher {
  private final LiveMatcher matcher;

  BrandMatching(LiveMatcher matcher) {
    this.matcher = matcher;
  }

  @Override
  public List<Found> match(Mention mention, String language) {
    List<Found> found = new ArrayList<>(2);
    for (Match match : matcher.match(mention, language)) {
      found.add(new Found(match.query(), match.spans()));
    }
    return found;
  }
}
