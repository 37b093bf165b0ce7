package ouidire.core.link;

import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ouidire.core.brand.Site;
import ouidire.core.history.MentionFilter;

/**
 * Which links are asked about.
 *
 * @param filter the mentions that carry them; its period bounds what is counted, and what was first
 *     seen before it is not new
 * @param sites only links to these; empty for all links
 * @param own the brand's own sites: what links from there is marked
 * @param visitsOf the brand whose visits are joined; null for none
 * @param zone where days of visits begin
 */
public record LinkQuestion(
    MentionFilter filter,
    List<Site> sites,
    List<Site> own,
    @Nullable String visitsOf,
    ZoneId zone) {
  public LinkQuestion {
    sites = List.copyOf(sites);
    own = List.copyOf(own);
  }
}
