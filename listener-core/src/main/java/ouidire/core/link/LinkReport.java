package ouidire.core.link;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who links where, within a period. A <i>backlink</i> is one linking page and one page linked to,
 * however many mentions carry it; a mention without an address of its own counts by its source.
 *
 * @param looked mentions that were looked at, the newest first
 * @param of mentions that there are; more than {@code looked} when there are too many
 * @param opens the filter that has exactly the mentions of the total
 * @param total of everything below
 * @param domains most mentions first, then most visits
 * @param pages most mentions first, then most visits
 * @param fresh backlinks first seen in the period, newest first
 * @param lost backlinks found lost in the period, newest first
 */
public record LinkReport(
    long looked,
    long of,
    Opens opens,
    Total total,
    List<Domain> domains,
    List<Page> pages,
    List<Backlink> fresh,
    List<Backlink> lost) {
  /** The report where nothing can be linked to. */
  public static final LinkReport NOTHING =
      new LinkReport(
          0,
          0,
          new Opens(Set.of(), Set.of()),
          new Total(new Sums(0, 0, 0, 0, 0, 0, 0, 0), 0, 0, 0),
          List.of(),
          List.of(),
          List.of(),
          List.of());

  public LinkReport {
    domains = List.copyOf(domains);
    pages = List.copyOf(pages);
    fresh = List.copyOf(fresh);
    lost = List.copyOf(lost);
  }

  /**
   * What to add to the filter asked about to have exactly the mentions that carry the links; both
   * empty when no filter can say it.
   *
   * @param domains hosts linked to
   * @param links addresses linked to, as written
   */
  public record Opens(Set<String> domains, Set<String> links) {
    public Opens {
      domains = Set.copyOf(domains);
      links = Set.copyOf(links);
    }
  }

  /**
   * What a row sums up.
   *
   * @param mentions in the period that carry such a link
   * @param backlinks those of these mentions
   * @param fresh of them, first seen in the period; 0 when the period has no beginning
   * @param lost backlinks found lost in the period
   * @param reach potential: the most followers known of each author, once each
   * @param authors of these mentions
   * @param reachKnown authors whose followers the source tells
   * @param visits imported ones in the period
   */
  public record Sums(
      long mentions,
      long backlinks,
      long fresh,
      long lost,
      long reach,
      long authors,
      long reachKnown,
      long visits) {}

  /**
   * The whole.
   *
   * @param domains that link, the brand's own left out
   * @param pages linked to
   * @param visitsAll imported visits in the period, whether or not anyone links to their page
   */
  public record Total(Sums sums, long domains, long pages, long visitsAll) {}

  /**
   * Who links: a host, or a source where mentions have no address.
   *
   * @param domain without {@code www.}; of mentions, those of hosts below it count as well; null
   *     for a source
   * @param source {@code kind:name}; null for a host
   * @param own whether it is one of the brand's own sites
   * @param firstSeen publication of the first mention of it that links, ever
   * @param lastSeen of the last, up to the period's end
   */
  public record Domain(
      @Nullable String domain,
      @Nullable String source,
      boolean own,
      Sums sums,
      @Nullable Instant firstSeen,
      @Nullable Instant lastSeen) {}

  /**
   * What is linked to.
   *
   * @param url canonical
   * @param written every way in which mentions write it; what a filter by link takes. Empty when
   *     there are too many for one
   */
  public record Page(
      String url,
      Set<String> written,
      long domains,
      Sums sums,
      @Nullable Instant firstSeen,
      @Nullable Instant lastSeen) {
    public Page {
      written = Set.copyOf(written);
    }
  }

  /**
   * One linking page and one page linked to.
   *
   * @param from the linking page, canonical; null when the mention has no address
   * @param by its domain, or its source where it has none
   * @param to canonical
   * @param mention id of its last mention
   * @param lost when it was found lost; null while nothing says so
   */
  public record Backlink(
      @Nullable String from,
      String by,
      String to,
      String mention,
      long mentions,
      Instant firstSeen,
      Instant lastSeen,
      @Nullable Instant lost) {}
}
