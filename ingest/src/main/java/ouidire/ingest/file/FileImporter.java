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
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ouidire.core.mention.InvalidMentionException;
import ouidire.core.mention.Mention;
import ouidire.core.mention.MentionRules;
import ouidire.core.stream.CursorStore;
import ouidire.core.stream.MentionPublisher;
import ouidire.core.words.Wording;

/**
 * Imports files of mentions. Every row is accepted or kept in the rejected file beside its file
 * with the reason; one bad row never stops the rest. An import that was killed goes on where it was
 * when it is started again with the same file and options; rows it repeats have the same ids.
 * Memory does not grow with the file.
 */
public final class FileImporter {
  private static final Logger LOG = LoggerFactory.getLogger(FileImporter.class);
  private static final int BATCH_ROWS = 1_000;
  private static final long BATCH_BYTES = 4 << 20;
  private static final int REASON_LENGTH = 400;

  private final MentionPublisher publisher;
  private final CursorStore cursors;
  private final InstantSource clock;
  private final @Nullable KnownMentions known;

  /** An importer that does not say how many mentions were new. */
  public FileImporter(MentionPublisher publisher, CursorStore cursors, InstantSource clock) {
    this(publisher, cursors, clock, null);
  }

  /**
   * @param known asked before anything is published; null when nobody can tell
   */
  public FileImporter(
      MentionPublisher publisher,
      CursorStore cursors,
      InstantSource clock,
      @Nullable KnownMentions known) {
    this.publisher = publisher;
    this.cursors = cursors;
    this.clock = clock;
    this.known = known;
  }

  /**
   * Imports a file.
   *
   * @param progress told every thousand rows or so, on the calling thread
   * @throws ImportException when the file cannot be imported at all: it is not there, or no text or
   *     date is recognised in it. Nothing was published
   */
  public ImportSummary run(Path file, ImportOptions options, Consumer<ImportProgress> progress)
      throws ImportException {
    try {
      FileLayout layout = layout(file, options);
      String key = ImportCursor.key(file, options);
      Optional<ImportCursor> saved = cursors.read(key).flatMap(ImportCursor::parse);
      ImportCursor start =
          saved.orElse(new ImportCursor(layout.shape().offset(), layout.shape().line(), 0, 0, 0));
      return new Run(file, layout, options, key, start, progress).all();
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  /**
   * What became of the file when it was imported whole, as it is now and with these options; empty
   * when it was not. All of it was there already.
   *
   * @throws ImportException when it cannot be read
   */
  public Optional<ImportSummary> finished(Path file, ImportOptions options) throws ImportException {
    try {
      FileLayout layout = layout(file, options);
      return cursors
          .read(ImportCursor.key(file, options))
          .flatMap(ImportCursor::done)
          .map(
              done ->
                  new ImportSummary(
                      file,
                      layout.shape().charset(),
                      done.read(),
                      done.read() - done.rejected(),
                      done.rejected(),
                      0,
                      done.read(),
                      new ImportSummary.Arrivals(0, done.read() - done.rejected()),
                      done.rejected() == 0 ? null : RejectedRows.beside(file, layout),
                      layout.notes(),
                      null));
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  /**
   * Reads a file without publishing or writing anything.
   *
   * @param first how many mentions to show
   * @throws ImportException as {@link #run}
   */
  public static ImportPreview preview(
      Path file, ImportOptions options, int first, InstantSource clock) throws ImportException {
    try {
      FileLayout layout = layout(file, options);
      Instant now = clock.instant();
      RowReader reader = layout.reader(options, now);
      List<Mention> mentions = new ArrayList<>();
      List<String> refusals = new ArrayList<>();
      long read = 0;
      long rejected = 0;
      try (TextFile text = TextFile.open(file, options.encoding())) {
        text.skipTo(layout.shape().offset());
        Rows rows =
            layout.shape().rows(text.stream(), layout.shape().offset(), layout.shape().line());
        for (@Nullable Row row = rows.next(); row != null; row = rows.next()) {
          read++;
          try {
            Mention mention = mention(reader, row, now);
            if (mentions.size() < first) {
              mentions.add(mention);
            }
          } catch (InvalidMentionException e) {
            rejected++;
            if (refusals.size() < first) {
              refusals.add(
                  new Wording("ligne " + row.line + " : ", "line " + row.line + ": ")
                          .in(options.reader())
                      + reason(e, options.reader()));
            }
          }
        }
      }
      return new ImportPreview(
          file,
          layout.format(),
          layout.shape().charset(),
          layout.columns(),
          mentions,
          read,
          rejected,
          refusals,
          layout.notes());
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  private static FileLayout layout(Path file, ImportOptions options)
      throws ImportException, IOException {
    if (!Files.isRegularFile(file)) {
      throw absent(file);
    }
    return FileLayout.find(file, options);
  }

  private static ImportException absent(Path file) {
    return new ImportException(
        (Files.exists(file)
                ? new Wording(
                    " : ce n’est pas un fichier ; nommez un fichier", ": is no file; name a file")
                : new Wording(
                    " : ce fichier n’existe pas ; nommez un fichier",
                    ": no such file; name a file"))
            .after(file.toString()));
  }

  private static ImportException unreadable(Path file, IOException e) {
    String why = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    return new ImportException(
        new Wording(
                " : illisible (" + why + ") ; rendez-le lisible, ou donnez-en un autre",
                ": cannot be read (" + why + "); make it readable, or give another")
            .after(file.toString()),
        e);
  }

  private static Mention mention(RowReader reader, Row row, Instant now) {
    try {
      Mention mention = reader.read(row);
      Optional<InvalidMentionException> broken = MentionRules.violation(mention, now);
      if (broken.isPresent()) {
        throw broken.get();
      }
      return mention;
    } catch (InvalidMentionException e) {
      throw e;
    } catch (RuntimeException e) {
      // One row that finds a mistake of ours must not stop the rest; its row is kept with the name.
      LOG.warn("row at line {} failed: {}", row.line, e.getClass().getName());
      throw new InvalidMentionException(
          "",
          "n’a pas pu être lue (" + e.getClass().getName() + ")",
          "could not be read (" + e.getClass().getName() + ")");
    }
  }

  private static String reason(InvalidMentionException e, Locale reader) {
    String plain = e.textAbout(new Wording("la ligne", "the row")).in(reader);
    return plain.length() <= REASON_LENGTH ? plain : plain.substring(0, REASON_LENGTH);
  }

  /** One file's import, from where it was left. */
  private final class Run {
    private final Path file;
    private final FileLayout layout;
    private final ImportOptions options;
    private final ImportCursor start;
    private final Consumer<ImportProgress> progress;
    private final AckWindow window;
    private final RecentIds ids = new RecentIds();
    private final long size;
    private final Instant begun = clock.instant();
    private long read;
    private long rejected;
    private long repeated;
    private final List<Mention> batch = new ArrayList<>();
    private final Set<String> unseen = new HashSet<>();
    private long refusedInBatch;
    private long added;
    private long alreadyThere;
    private boolean told = known != null;

    Run(
        Path file,
        FileLayout layout,
        ImportOptions options,
        String key,
        ImportCursor start,
        Consumer<ImportProgress> progress)
        throws IOException {
      this.file = file;
      this.size = Files.size(file);
      this.layout = layout;
      this.options = options;
      this.start = start;
      this.progress = progress;
      this.window = new AckWindow(publisher, cursors, key, start);
      this.read = start.read();
      this.rejected = start.rejected();
    }

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
        Mention mention = mention(reader, row, begun);
        if (ids.repeats(mention.id())) {
          repeated++;
        } else if (told) {
          unseen.add(mention.id());
        }
        batch.add(mention);
      } catch (InvalidMentionException e) {
        rejected++;
        refusedInBatch++;
        refused.add(row, reason(e, options.reader()));
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
}
