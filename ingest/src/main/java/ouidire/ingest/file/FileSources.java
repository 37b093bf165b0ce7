package ouidire.ingest.file;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ouidire.core.config.Settings;
import ouidire.core.source.SourceDirectory;
import ouidire.core.source.SourceStatus;
import ouidire.core.words.Wording;

/**
 * The files that the configuration names: imported one after the other when the service starts,
 * each from where it was left; one that was imported whole and is the same is passed over. One that
 * fails is reported and the others go on.
 */
public final class FileSources implements SourceDirectory, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(FileSources.class);
  private static final long END_MILLIS = 10_000;

  private final FileImporter importer;
  private final InstantSource clock;
  private final ZoneId zone;
  private final Locale reader;
  private final List<Input> inputs = new ArrayList<>();
  private final Thread worker = Thread.ofVirtual().name("ouidire-files").unstarted(this::importAll);

  /**
   * @param zone what dates without an offset are in
   * @param reader whose language the reasons of refused rows are in
   */
  public FileSources(
      FileImporter importer,
      List<Settings.InputFile> files,
      ZoneId zone,
      Locale reader,
      InstantSource clock) {
    this.importer = importer;
    this.clock = clock;
    this.zone = zone;
    this.reader = reader;
    files.forEach(file -> inputs.add(new Input(file)));
  }

  /** Begins, once; returns at once. */
  public void start() {
    worker.start();
  }

  /** Waits until every file was tried. */
  public void await() throws InterruptedException {
    worker.join();
  }

  @Override
  public List<SourceStatus> sources() {
    return inputs.stream().map(Input::status).toList();
  }

  /** Stops; what was under way goes on at the next start. */
  @Override
  public void close() throws InterruptedException {
    worker.interrupt();
    worker.join(END_MILLIS);
  }

  private void importAll() {
    for (Input input : inputs) {
      if (Thread.currentThread().isInterrupted()) {
        return;
      }
      input.read();
    }
  }

  /** One file and what became of it. */
  private final class Input {
    private final Settings.InputFile file;
    private volatile SourceStatus.State state = SourceStatus.State.WAITING;
    private volatile @Nullable Instant tried;
    private volatile @Nullable Instant kept;
    private volatile @Nullable Wording error;
    private volatile long mentions;

    Input(Settings.InputFile file) {
      this.file = file;
    }

    void read() {
      ImportOptions options = ImportOptions.in(zone).withSource(file.source()).withReader(reader);
      tried = clock.instant();
      try {
        if (importer.finished(file.path(), options).isPresent()) {
          kept = tried;
          state = SourceStatus.State.OK;
          return;
        }
        ImportSummary summary =
            importer.run(file.path(), options, now -> mentions = now.read() - now.rejected());
        mentions = summary.accepted();
        error = summary.failure();
        kept = error == null ? clock.instant() : null;
        state = error == null ? SourceStatus.State.OK : SourceStatus.State.FAILING;
      } catch (ImportException e) {
        fail(e.words());
      } catch (RuntimeException e) {
        LOG.debug("an import failed", e);
        fail(
            new Wording(" : l’import a échoué (", ": the import failed (")
                .after(file.path().toString())
                .then(Wording.same(e.getClass().getSimpleName() + ")")));
      }
    }

    private void fail(Wording why) {
      error = why;
      state = SourceStatus.State.FAILING;
      LOG.warn("a file of the configuration cannot be imported: {}", why.english());
    }

    SourceStatus status() {
      String name =
          file.source() == null ? String.valueOf(file.path().getFileName()) : file.source();
      return new SourceStatus(
          "import:" + file.path(),
          "import",
          name,
          null,
          state,
          kept,
          tried,
          null,
          state == SourceStatus.State.FAILING ? 1 : 0,
          error,
          mentions);
    }
  }
}
