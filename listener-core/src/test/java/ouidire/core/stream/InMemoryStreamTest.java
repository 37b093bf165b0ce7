package ouidire.core.stream;

import java.util.List;
import org.junit.jupiter.api.Nested;
import ouidire.core.mention.Mention;

class InMemoryStreamTest {
  @Nested
  class Publisher extends MentionPublisherContract {
    private final InMemoryMentionPublisher publisher = new InMemoryMentionPublisher();

    @Override
    protected MentionPublisher publisher() {
      return publisher;
    }

    @Override
    protected List<Mention> kept() {
      return publisher.kept();
    }
  }

  @Nested
  class Cursors extends CursorStoreContract {
    private final InMemoryCursorStore store = new InMemoryCursorStore();

    @Override
    protected CursorStore open() {
      return store;
    }
  }
}
