package ouidire.analysis.index;

import org.apache.lucene.index.ConcurrentMergeScheduler;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ouidire.analysis.text.MentionAnalyzer;

/** How Lucene writes mentions: for steady throughput in a small heap, read newest first. */
final class WriterSettings {
  private static final Logger LOG = LoggerFactory.getLogger(WriterSettings.class);

  /** Buffered documents before a segment is written; a 1 GiB heap has room for several. */
  private static final double RAM_BUFFER_MB = 64;

  private static final int MERGES_WAITING = 8;
  private static final int MERGE_THREADS = 1;

  private WriterSettings() {}

  static IndexWriterConfig forMentions() {
    IndexWriterConfig config = new IndexWriterConfig(new MentionAnalyzer());
    config.setRAMBufferSizeMB(RAM_BUFFER_MB);
    config.setIndexSort(new Sort(new SortField(Fields.PUBLISHED, SortField.Type.LONG, true)));
    TieredMergePolicy merges = new TieredMergePolicy();
    merges.setSegmentsPerTier(8);
    config.setMergePolicy(merges);
    config.setMergeScheduler(new QuietMerges());
    // What was not committed is written again from the stream.
    config.setCommitOnClose(false);
    return config;
  }

  /** Merges in the background; a failure shows at the next write, and here only in a line. */
  private static final class QuietMerges extends ConcurrentMergeScheduler {
    QuietMerges() {
      setMaxMergesAndThreads(MERGES_WAITING, MERGE_THREADS);
      disableAutoIOThrottle();
    }

    @Override
    protected void handleMergeException(Throwable error) {
      LOG.warn("a merge failed: {}", error.toString());
    }
  }
}
