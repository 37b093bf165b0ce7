package ouidire.deploy.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import ouidire.analysis.match.LiveMatcher;
import ouidire.analysis.match.Match;
import ouidire.analysis.pipeline.MentionAnalysis.BrandMatcher;
import ouidire.analysis.query.ParsedQuery;
import ouidire.core.mention.Mention;

/** The brands' queries, asked of each mention. */
final class BrandMatching implements BrandMatcher {
  private final LiveMatcher matcher = new LiveMatcher();

  /**
   * @param queries by brand id
   */
  BrandMatching(Map<String, ParsedQuery> queries) {
    matcher.putAll(queries);
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
