package ouidire.analysis.index;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.IOUtils;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ouidire.core.mention.AnalysedMention;

/**
 * Mentions in Lucene, and how far they have come from the stream: one commit holds both, so that
 * after any crash the index equals the stream up to the committed position.
 *
 * <p>One thread writes ({@link #index}, {@link #erase}, {@link #refresh}, {@link #commit}, {@link
 * #reopen}); any number read. A write that fails leaves the index readable as it was last
 * refreshed; {@link #reopen} begins again from the last commit.
 */
public final class LuceneMentionIndex implements Closeable {
  private static final Logger LOG = LoggerFactory.getLogger(LuceneMentionIndex.class);

  private final IndexFolder folder;
  private final MentionDocuments documents = new MentionDocuments();
  private @Nullable Directory directory;
  private @Nullable IndexWriter writer;
  private KnownIds known = new KnownIds();
  private Processed committed = Processed.NOTHING;
  private volatile @Nullable SearcherManager searchers;
  private volatile boolean closed;

  /**
   * Opens the index in a folder, or begins one. An index that is damaged or of another schema is
   * moved aside and begun anew.
   *
   * @throws IOException when the folder cannot be used at all, or another process uses it
   */
  public LuceneMentionIndex(Path folder) throws IOException {
    this(new IndexFolder(folder));
  }

  LuceneMentionIndex(IndexFolder folder) throws IOException {
    this.folder = folder;
    openOrBegin(false);
  }

  /** The position of the last commit: where to go on after opening. */
  public Processed committed() {
    return committed;
  }

  /**
   * Adds a mention, in place of one with its id.
   *
   * @param json the mention in the form of {@code MentionJson}
   * @throws IllegalArgumentException when Lucene cannot hold the mention; the others are untouched
   */
  public void index(AnalysedMention mention, byte[] json) throws IOException {
    IndexWriter to = writer();
    BytesRef id = MentionDocuments.bytes(mention.id());
    var document = documents.of(mention, json);
    if (known.add(id)) {
      to.updateDocument(new Term(Fields.ID, id), document);
    } else {
      to.addDocument(document);
    }
  }

  /** Removes a mention; nothing happens when it is not there. */
  public void erase(String id) throws IOException {
    writer().deleteDocuments(new Term(Fields.ID, MentionDocuments.bytes(id)));
  }

  /** Makes what was written findable; whether anything was. */
  public boolean refresh() throws IOException {
    SearcherManager now = searchers;
    writer();
    return now != null && now.maybeRefresh();
  }

  /** Keeps what was written together with the position that it came from. */
  public void commit(Processed position) throws IOException {
    IndexWriter to = writer();
    Map<String, String> data = position.toCommit();
    to.setLiveCommitData(data.entrySet());
    to.commit();
    committed = position;
  }

  /**
   * Begins again from the last commit after a write failed; what was written since is to be written
   * again. Readers go on meanwhile.
   *
   * @param failure what failed; says whether the files can be trusted
   * @throws IOException when the trouble lasts; to be tried again
   */
  public void reopen(Throwable failure) throws IOException {
    dropWriter();
    if (IndexFolder.isDamage(failure)) {
      folder.setAside(failure);
    }
    openOrBegin(true);
  }

  /** Forgets everything: the stream is not the one that the index is a projection of. */
  public void beginAnew(String reason) throws IOException {
    dropWriter();
    folder.setAside(new IllegalStateException(reason));
    openOrBegin(true);
  }

  /** Answers a question from one moment's state. */
  <T> T read(Question<T> question) throws IOException {
    while (true) {
      SearcherManager now = searchers;
      if (now == null || closed) {
        throw new AlreadyClosedException("the index is closed");
      }
      IndexSearcher searcher;
      try {
        searcher = now.acquire();
      } catch (AlreadyClosedException e) {
        // Reopened in between: the new one is there at once, unless all is over.
        if (now == searchers) {
          throw e;
        }
        continue;
      }
      try {
        return question.ask(searcher);
      } finally {
        now.release(searcher);
      }
    }
  }

  /** Something asked of the index as it is at one moment. */
  interface Question<T> {
    T ask(IndexSearcher searcher) throws IOException;
  }

  @Override
  public void close() throws IOException {
    closed = true;
    IOUtils.close(searchers, writer, directory);
  }

  private void openOrBegin(boolean probe) throws IOException {
    try {
      open(probe);
    } catch (IOException | RuntimeException | Processed.OtherSchemaException e) {
      dropWriter();
      if (!IndexFolder.isDamage(e)) {
        throw e instanceof IOException io ? io : new IOException(e);
      }
      folder.setAside(e);
      try {
        open(probe);
      } catch (Processed.OtherSchemaException impossible) {
        throw new IllegalStateException(impossible);
      }
    }
  }

  /**
   * @param probe whether to write something first, so that readers are taken back to the last
   *     commit only once the disk is well again
   */
  private void open(boolean probe) throws IOException, Processed.OtherSchemaException {
    Directory opened = folder.open();
    directory = opened;
    IndexWriter started = new IndexWriter(opened, WriterSettings.forMentions());
    writer = started;
    Map<String, String> data = new HashMap<>();
    Iterable<Map.Entry<String, String>> live = started.getLiveCommitData();
    if (live != null) {
      live.forEach(entry -> data.put(entry.getKey(), entry.getValue()));
    }
    Processed position = Processed.fromCommit(data);
    if (data.isEmpty() && started.getDocStats().maxDoc > 0) {
      throw new IllegalArgumentException("documents without a position");
    }
    if (probe) {
      started.setLiveCommitData(position.toCommit().entrySet());
      started.commit();
    }
    SearcherManager fresh = new SearcherManager(started, null);
    KnownIds ids = new KnownIds();
    try {
      fillKnown(fresh, ids);
    } catch (IOException | RuntimeException e) {
      IOUtils.closeWhileHandlingException(fresh);
      throw e;
    }
    known = ids;
    committed = position;
    SearcherManager old = searchers;
    searchers = fresh;
    IOUtils.closeWhileHandlingException(old);
    LOG.info(
        "index in {} has {} mentions, processed up to {}",
        folder.path(),
        started.getDocStats().numDocs,
        position.next());
  }

  private static void fillKnown(SearcherManager from, KnownIds ids) throws IOException {
    IndexSearcher searcher = from.acquire();
    try {
      for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
        Terms terms = leaf.reader().terms(Fields.ID);
        if (terms != null) {
          TermsEnum each = terms.iterator();
          for (BytesRef id = each.next(); id != null; id = each.next()) {
            ids.add(id);
          }
        }
      }
    } finally {
      from.release(searcher);
    }
  }

  private IndexWriter writer() {
    IndexWriter current = writer;
    if (current == null) {
      throw new AlreadyClosedException("the index could not be opened for writing");
    }
    return current;
  }

  /** Gives up what was written since the last commit; readers keep what they have. */
  private void dropWriter() {
    IndexWriter old = writer;
    writer = null;
    if (old != null) {
      try {
        old.rollback();
      } catch (IOException | RuntimeException e) {
        LOG.debug("rollback of a failed writer", e);
      }
    }
    IOUtils.closeWhileHandlingException(directory);
    directory = null;
  }
}
