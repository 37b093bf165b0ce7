package ouidire.core.brand;

import java.time.ZoneId;
import java.util.List;

/**
 * A brand that is watched, ours or a competitor's.
 *
 * @param id lower-case letters, digits and hyphens, at most 64; stable, in links and alert keys
 * @param name as people read it
 * @param query in the query language
 * @param competitor whether it is somebody else's, there for comparison
 * @param accounts handles of its official accounts, without {@code @}
 * @param sites its own places on the web, which backlinks are links to
 * @param zone the time zone its days are counted in
 */
public record Brand(
    String id,
    String name,
    String query,
    boolean competitor,
    List<String> accounts,
    List<Site> sites,
    ZoneId zone) {
  public Brand {
    accounts = List.copyOf(accounts);
    sites = List.copyOf(sites);
  }

  /** A brand that declares no site. */
  public Brand(
      String id,
      String name,
      String query,
      boolean competitor,
      List<String> accounts,
      ZoneId zone) {
    this(id, name, query, competitor, accounts, List.of(), zone);
  }

  public Brand withSites(List<Site> value) {
    return new Brand(id, name, query, competitor, accounts, value, zone);
  }
}
