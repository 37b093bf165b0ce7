package ouidire.core.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What every {@link CursorStore} holds to. */
public abstract class CursorStoreContract {
  /** An empty store at the first call; later calls open what the earlier ones saved. */
  protected abstract CursorStore open() throws Exception;

  @Test
  void knowsNothingOfASourceNeverRead() throws Exception {
    assertThat(open().read("rss:jamais-lu")).isEmpty();
  }

  @Test
  void readsTheLastCursorSaved() throws Exception {
    CursorStore store = open();
    save(store, "rss:a", "etag \"é\" 1");
    save(store, "rss:b", "autre");
    save(store, "rss:a", "etag \"é\" 2");
    assertThat(store.read("rss:a")).contains("etag \"é\" 2");
    assertThat(store.read("rss:b")).contains("autre");
  }

  @Test
  void findsThemAgainWhenOpenedAgain() throws Exception {
    CursorStore before = open();
    for (int i = 0; i < 100; i++) {
      save(before, "rss:" + i % 10, "curseur " + i);
    }
    CursorStore after = open();
    for (int i = 0; i < 10; i++) {
      assertThat(after.read("rss:" + i)).contains("curseur " + (90 + i));
    }
    assertThat(after.read("rss:10")).isEmpty();
  }

  private static void save(CursorStore store, String source, String cursor) throws Exception {
    store.save(source, cursor).get(30, TimeUnit.SECONDS);
  }
}
