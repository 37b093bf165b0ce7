package ouidire.analysis.query;

import java.io.Closeable;
import java.io.IOException;
import java.util.BitSet;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import org.apache.lucene.store.ByteBuffersDirectory;
import ouidire.analysis.index.MentionDocuments;
import ouidire.analysis.text.MentionAnalyzer;
import ouidire.core.mention.AnalysedMention;
import ouidire.core.mention.MentionJson;

/** Some mentions indexed in memory as the history's are, to ask queries of them. */
public final class MemoryHistory implements Closeable {
  private final ByteBuffersDirectory directory = new ByteBuffersDirectory();
  private final DirectoryReader reader;
  private final IndexSearcher searcher;

  public MemoryHistory(Iterable<AnalysedMention> mentions) throws IOException {
    MentionDocuments documents = new MentionDocuments();
    // One segment after the other, never merged: documents keep the order of the mentions.
    IndexWriterConfig config = new IndexWriterConfig(new MentionAnalyzer());
    config.setMergePolicy(NoMergePolicy.INSTANCE);
    try (IndexWriter writer = new IndexWriter(directory, config)) {
      for (AnalysedMention mention : mentions) {
        writer.addDocument(documents.of(mention, MentionJson.write(mention)));
      }
    }
    reader = DirectoryReader.open(directory);
    searcher = new IndexSearcher(reader);
    searcher.setQueryCache(null);
  }

  /** Which of the mentions match, by their index in the order they were given. */
  public BitSet matching(Query query) throws IOException {
    return matching(LuceneCompiler.compile(query));
  }

  BitSet matching(org.apache.lucene.search.Query query) throws IOException {
    BitSet found = new BitSet();
    searcher.search(query, new Into(found));
    return found;
  }

  @Override
  public void close() throws IOException {
    reader.close();
    directory.close();
  }

  /** Collects documents into a set. */
  private static final class Into extends SimpleCollector {
    private final BitSet found;
    private int base;

    Into(BitSet found) {
      this.found = found;
    }

    @Override
    protected void doSetNextReader(LeafReaderContext context) {
      base = context.docBase;
    }

    @Override
    public void collect(int document) {
      found.set(base + document);
    }

    @Override
    public ScoreMode scoreMode() {
      return ScoreMode.COMPLETE_NO_SCORES;
    }
  }
}
