package ouidire.deploy.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.apache.lucene.search.Query;
import ouidire.analysis.index.LuceneMentionHistory;
import ouidire.analysis.index.LuceneMentionIndex;
import ouidire.analysis.pipeline.MentionIndexer;
import ouidire.api.HealthCheck;
import ouidire.core.history.MentionHistory;
import ouidire.core.metrics.PipelineMetrics;
import ouidire.core.stream.KafkaSettings;

/** The index of this process: what fills it, what asks it, how far it is behind. */
record Past(
    LuceneMentionIndex index, MentionHistory history, MentionIndexer indexer, Backlog backlog) {

  /** Opens the index in {@code room} and begins to fill it. */
  static Past open(
      Path room,
      KafkaSettings kafka,
      Function<String, Query> queries,
      PipelineMetrics metrics,
      InstantSource clock,
      List<HealthCheck> checks,
      Teardown teardown) {
    try {
      LuceneMentionIndex index = teardown.add("index", new LuceneMentionIndex(room));
      MentionHistory history = new LuceneMentionHistory(index, queries);
      MentionIndexer indexer =
          teardown.add("indexer", new MentionIndexer(kafka, index, metrics, clock));
      checks.add(new HealthCheck("index", indexer::trouble));
      indexer.start();
      return new Past(
          index, history, indexer, teardown.add("backlog", new Backlog(kafka, indexer)));
    } catch (IOException e) {
      throw new UncheckedIOException("the index in " + room + " cannot be opened", e);
    }
  }

  /** Records that were published and cannot be found yet. */
  long lag() {
    return backlog.records();
  }

  /** Waits until all that was published before can be found, or {@code failed} completes. */
  void settle(CompletableFuture<Void> failed) throws InterruptedException {
    backlog.awaitEmpty(index, failed);
  }
}
