package ouidire.ingest.file;

import java.util.Set;

/** Who knows which mentions are there already, so that an import can say how many were new. */
public interface KnownMentions {
  /**
   * Those of the ids that are there.
   *
   * @param ids at most 1,000
   * @throws RuntimeException when it cannot be told now; the import goes on and says nothing of it
   */
  Set<String> among(Set<String> ids);
}
