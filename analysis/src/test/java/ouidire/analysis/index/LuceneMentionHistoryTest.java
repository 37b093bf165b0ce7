package ouidire.analysis.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import ouidire.core.history.MentionHistory;
import ouidire.core.history.MentionHistoryContract;
import ouidire.core.mention.AnalysedMention;
import ouidire.core.mention.MentionJson;

class LuceneMentionHistoryTest extends MentionHistoryContract {
  @TempDir Path folder;
  private LuceneMentionIndex index;
  private MentionHistory history;

  @BeforeEach
  void open() throws IOException {
    index = new LuceneMentionIndex(folder.resolve("index"));
    history = new LuceneMentionHistory(index, PlainLuceneQueries::compile);
  }

  @AfterEach
  void close() throws IOException {
    index.close();
  }

  @Override
  protected MentionHistory history() {
    return history;
  }

  @Override
  protected void index(AnalysedMention... mentions) {
    try {
      for (AnalysedMention mention : mentions) {
        index.index(mention, MentionJson.write(mention));
      }
      index.refresh();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  protected void erase(String id) {
    try {
      index.erase(id);
      index.refresh();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
