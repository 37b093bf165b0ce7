package ouidire.analysis.pipeline;

import java.time.Duration;

/**
 * How often the indexer does things.
 *
 * @param refreshIdle between two refreshes when all that there is was read
 * @param refreshBusy between two refreshes while there is more to read
 * @param commitIdle between two commits when all that there is was read
 * @param commitBusy between two commits while there is more to read; what a crash makes it read
 *     again
 * @param commitRecords records after which a commit is due earlier
 */
record IndexerCadence(
    Duration refreshIdle,
    Duration refreshBusy,
    Duration commitIdle,
    Duration commitBusy,
    int commitRecords) {
  static final IndexerCadence USUAL =
      new IndexerCadence(
          Duration.ofMillis(100),
          Duration.ofSeconds(3),
          Duration.ofSeconds(2),
          Duration.ofSeconds(15),
          200_000);
}
