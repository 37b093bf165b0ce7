package ouidire.deploy.app;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Random;
import ouidire.core.brand.BrandCatalogue;
import ouidire.core.config.Settings;
import ouidire.core.history.MentionHistory;
import ouidire.core.link.LinkBook;
import ouidire.core.link.LinkPorts;
import ouidire.core.link.VisitBook;
import ouidire.core.link.Webmentions;
import ouidire.core.net.AddressGuard;
import ouidire.core.settings.SettingsStore;
import ouidire.core.stream.MentionPublisher;
import ouidire.ingest.fetch.SafeFetcher;
import ouidire.ingest.file.VisitFileReader;
import ouidire.ingest.link.ClosedWebmentions;
import ouidire.ingest.link.LinkPatrol;
import ouidire.ingest.link.PageReader;
import ouidire.ingest.link.WebmentionReceiver;

/** Everything about links in this process, begun; its fetcher is its own, stricter than feeds'. */
final class Linking implements AutoCloseable {
  private static final Duration END_PATIENCE = Duration.ofSeconds(10);

  /** Between two requests to one host. */
  private static final Duration PAUSE = Duration.ofSeconds(2);

  private final Teardown teardown = new Teardown(END_PATIENCE);
  private final LinkPorts ports;

  Linking(
      Settings.Links settings,
      SettingsStore store,
      BrandCatalogue brands,
      MentionHistory history,
      MentionPublisher publisher,
      AddressGuard guard,
      InstantSource clock) {
    LinkBook book = teardown.add("link book", new LinkBook(store));
    VisitBook visits = teardown.add("visits", new VisitBook(store));
    SafeFetcher fetcher =
        teardown.add(
            "link fetcher",
            new SafeFetcher(guard, PageReader.LIMITS, PageReader.USER_AGENT, clock));
    LinkPatrol patrol =
        teardown.add(
            "link checks",
            new LinkPatrol(
                    history,
                    brands,
                    book,
                    fetcher,
                    settings,
                    LinkPatrol.Rhythm.usual(new Random()),
                    PAUSE,
                    clock)
                .start());
    Webmentions webmentions =
        settings.webmentions()
            ? teardown.add(
                "webmentions",
                new WebmentionReceiver(
                        store,
                        brands,
                        book,
                        new PageReader(fetcher),
                        guard,
                        publisher,
                        PAUSE,
                        clock)
                    .start())
            : new ClosedWebmentions();
    ports = new LinkPorts(book, visits, new VisitFileReader(clock), patrol, webmentions);
  }

  LinkPorts ports() {
    return ports;
  }

  @Override
  public void close() {
    teardown.close();
  }
}
