package ouidire.ingest.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ouidire.core.mention.InvalidMentionException;
import ouidire.core.mention.Mention;
import ouidire.core.words.Wording;

/** One file's import, from where it was left, batch by batch. */
final class ImportRun {
  private static final Logger LOG = LoggerFactory.getLogger(ImportRun.class);
  private static final int BATCH_ROWS = 1_000;
  private static final long BATCH_BYTES = 4 << 20;

  private final Path file;
  private final FileLayout layout;
  private final ImportOptions options;
  private final ImportCursor start;
  private final Consumer<ImportProgress> progress;
  private final AckWindow window;
  private final @Nullable KnownMentions known;
  private final InstantSource clock;
  private final RecentIds ids = new RecentIds();
  private final long size;
  private final Instant begun;
  private long read;
  private long rejected;
  private long repeated;
  private final List<Mention> batch = new ArrayList<>();
  private final Set<String> unseen = new HashSet<>();
  private long refusedInBatch;
  private long added;
  private long alreadyThere;
  private boolean told;

  /**
   * @param window through which mentions go and cursors are kept
   * @param start where it was left
   * @param known asked before anything is published; null when nobody can tell
   * @param progress told after each batch
   */
  ImportRun(
      Path file,
      FileLayout layout,
      ImportOptions options,
      AckWindow window,
      ImportCursor start,
      @Nullable KnownMentions known,
      InstantSource clock,
      Consumer<ImportProgress> progress)
      throws IOException {
    this.file = file;
    this.size = Files.size(file);
    this.layout = layout;
    this.options = options;
    this.start = start;
    this.progress = progress;
    this.window = window;
    this.known = known;
    this.told = known != null;
    this.clock = clock;
    this.begun = clock.instant();
    this.read = start.read();
    this.rejected = start.rejected();
  }

  /**
   * Reads the file to its end.
   *
   * @throws IOException when it cannot be opened; what goes wrong later is told in the summary
   */
  ImportSummary all() throws IOException {
    Path beside = RejectedRows.beside(file, layout);
    try (TextFile text = TextFile.open(file, options.encoding());
        RejectedRows refused = RejectedRows.open(beside, layout, start.rejectedBytes())) {
      Wording failure = rows(text, refused);
      ImportCursor safe = window.safe();
      LOG.info(
          "import of {} rows: {} rejected, {} before, failure {}",
          safe.read(),
          safe.rejected(),
          start.read(),
          failure != null);
      return new ImportSummary(
          file,
          layout.shape().charset(),
          safe.read(),
          safe.read() - safe.rejected(),
          safe.rejected(),
          repeated,
          start.read(),
          told && failure == null ? new ImportSummary.Arrivals(added, alreadyThere) : null,
          safe.rejected() == 0 ? null : refused.file(),
          layout.notes(),
          failure);
    }
  }

  /** Null when all went well, else why not. */
  private @Nullable Wording rows(TextFile text, RejectedRows refused) {
    try {
      text.skipTo(start.offset());
      Rows rows = layout.shape().rows(text.stream(), start.offset(), start.line());
      String broken = null;
      try {
        publish(rows, text, refused);
      } catch (IOException e) {
        broken = e.getMessage();
      }
      mark(rows, refused, text);
      window.drain();
      if (broken != null) {
        return new Wording(
            "le fichier s’interrompt après la ligne "
                + read
                + " ("
                + broken
                + ") ; réparez-le et relancez la même commande",
            "the file breaks off after row "
                + read
                + " ("
                + broken
                + "); mend it and run the same command again");
      }
      window.done();
      return null;
    } catch (ExecutionException e) {
      LOG.debug("the stream did not take mentions", e);
      return new Wording(
              "le service ou son Kafka ne répond plus ; vérifiez qu’il tourne",
              "the service or its Kafka no longer answers; see that it runs")
          .then(goesOn());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Wording("interrompu", "interrupted").then(goesOn());
    } catch (IOException e) {
      return new Wording(
          "le fichier est plus court qu’avant ; donnez-le entier",
          "the file is shorter than it was; give it whole");
    } catch (UncheckedIOException e) {
      return new Wording(
              "les lignes refusées ne peuvent pas être écrites (" + e.getMessage() + ")",
              "rejected rows cannot be written (" + e.getMessage() + ")")
          .then(goesOn());
    }
  }

  private Wording goesOn() {
    long row = window.safe().read();
    return new Wording(
        " ; relancez la même commande, elle reprend après la ligne " + row,
        "; run the same command again, it goes on after row " + row);
  }

  private void publish(Rows rows, TextFile text, RejectedRows refused)
      throws IOException, ExecutionException, InterruptedException {
    RowReader reader = layout.reader(options, begun);
    long marked = start.offset();
    for (@Nullable Row row = rows.next(); row != null; row = rows.next()) {
      one(row, reader, refused);
      if (batch.size() + refusedInBatch >= BATCH_ROWS || rows.offset() - marked >= BATCH_BYTES) {
        mark(rows, refused, text);
        marked = rows.offset();
      }
    }
  }

  private void one(Row row, RowReader reader, RejectedRows refused) {
    read++;
    try {
      Mention mention = RowCheck.mention(reader, row, begun);
      if (ids.repeats(mention.id())) {
        repeated++;
      } else if (told) {
        unseen.add(mention.id());
      }
      batch.add(mention);
    } catch (InvalidMentionException e) {
      rejected++;
      refusedInBatch++;
      refused.add(row, RowCheck.reason(e, options.reader()));
    }
  }

  /** What is there already is asked before anything of the batch can have come there. */
  private void send() throws ExecutionException, InterruptedException {
    if (told && known != null && !unseen.isEmpty()) {
      try {
        int there = known.among(Set.copyOf(unseen)).size();
        alreadyThere += there;
        added += unseen.size() - there;
      } catch (RuntimeException e) {
        LOG.debug("what is new cannot be told", e);
        told = false;
      }
    }
    unseen.clear();
    for (Mention mention : batch) {
      window.publish(mention);
    }
    batch.clear();
    if (refusedInBatch > 0) {
      window.refuse(refusedInBatch);
      refusedInBatch = 0;
    }
  }

  private void mark(Rows rows, RejectedRows refused, TextFile text)
      throws ExecutionException, InterruptedException {
    send();
    window.mark(new ImportCursor(rows.offset(), rows.line(), read, rejected, refused.flush()));
    progress.accept(
        new ImportProgress(
            text.rawPosition(), size, read, rejected, Duration.between(begun, clock.instant())));
  }
}
