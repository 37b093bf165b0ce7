package ouidire.deploy.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import ouidire.analysis.index.LuceneMentionHistory;
import ouidire.analysis.index.LuceneMentionIndex;
import ouidire.analysis.pipeline.MentionIndexer;
import ouidire.analysis.query.KnownLists;
import ouidire.analysis.query.LuceneCompiler;
import ouidire.api.HealthCheck;
import ouidire.core.history.MentionHistory;

/** The index of this process: what fills it, what asks it, how far it is behind. */
record Past(
    LuceneMentionIndex index, MentionHistory history, MentionIndexer indexer, Backlog backlog) {

  /** Opens the index in a room of the process's folder and begins to fill it. */
  static Past open(Footing footing, KnownLists lists) {
    Path room = footing.folder().room("index");
    Teardown teardown = footing.teardown();
    try {
      LuceneMentionIndex index = teardown.add("index", new LuceneMentionIndex(room));
      MentionHistory history =
          new LuceneMentionHistory(index, new LuceneCompiler(footing.zone(), lists)::compile);
      MentionIndexer indexer =
          teardown.add(
              "indexer",
              new MentionIndexer(footing.kafka(), index, footing.metrics(), footing.clock()));
      footing.checks().add(new HealthCheck("index", indexer::trouble));
      indexer.start();
      return new Past(
          index, history, indexer, teardown.add("backlog", new Backlog(footing.kafka(), indexer)));
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
