package ouidire.deploy.app;

import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import ouidire.core.config.Settings;
import ouidire.core.net.AddressGuard;
import ouidire.core.source.SourceStatus;
import ouidire.core.stream.CursorStore;
import ouidire.core.stream.KafkaSettings;
import ouidire.ingest.feed.FeedPoller;
import ouidire.ingest.fetch.FetchLimits;
import ouidire.ingest.fetch.SafeFetcher;
import ouidire.ingest.file.FileImporter;
import ouidire.ingest.file.FileSources;
import ouidire.ingest.publish.KafkaCursorStore;
import ouidire.ingest.publish.KafkaMentionPublisher;

/**
 * What takes mentions in: the stream they go to, how far each source was read, and the sources
 * themselves.
 */
final class Collecting {
  private final InstantSource clock;
  private final Teardown teardown;
  private final KafkaMentionPublisher stream;
  private final PushedSources publisher;
  private final CursorStore cursors;
  private @Nullable FeedPoller feeds;
  private @Nullable FileSources files;

  Collecting(KafkaSettings kafka, InstantSource clock, Teardown teardown) {
    this.clock = clock;
    this.teardown = teardown;
    stream = teardown.add("publisher", new KafkaMentionPublisher(kafka));
    publisher = new PushedSources(stream, clock);
    cursors = teardown.add("cursors", KafkaCursorStore.open(kafka));
  }

  /** Begins to read feeds, which the guard allows to be reached. */
  void readFeeds(List<Settings.Feed> from, AddressGuard guard) {
    SafeFetcher fetcher =
        teardown.add(
            "fetcher", new SafeFetcher(guard, FetchLimits.DEFAULT, SafeFetcher.USER_AGENT, clock));
    FeedPoller poller =
        teardown.add("feeds", new FeedPoller(from, fetcher, stream, cursors, clock, new Random()));
    poller.start();
    feeds = poller;
  }

  /** Begins to read files; days without a zone are those of {@code zone}. */
  void readFiles(List<Settings.InputFile> from, ZoneId zone) {
    FileImporter importer = new FileImporter(stream, cursors, clock);
    FileSources reading =
        teardown.add("files", new FileSources(importer, from, zone, Locale.getDefault(), clock));
    reading.start();
    files = reading;
  }

  /** Every source, those that we read before those that hand over by themselves. */
  List<SourceStatus> sources() {
    List<SourceStatus> all = new ArrayList<>(feeds == null ? List.of() : feeds.sources());
    all.addAll(files == null ? List.of() : files.sources());
    all.addAll(publisher.sources());
    return all;
  }

  /** Where mentions are handed over. */
  PushedSources publisher() {
    return publisher;
  }

  /** How far sources were read. */
  CursorStore cursors() {
    return cursors;
  }
}
