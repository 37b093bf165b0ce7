package ouidire.analysis.query;

import java.util.Set;

/**
 * Authors or sites that belong together.
 *
 * @param authors handles or display names
 * @param sites hosts
 */
public record MemberList(Set<String> authors, Set<String> sites) {
  public MemberList {
    authors = Set.copyOf(authors);
    sites = Set.copyOf(sites);
  }
}
