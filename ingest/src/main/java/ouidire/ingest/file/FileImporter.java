package ouidire.ingest.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
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
      return new ImportRun(
              file,
              layout,
              options,
              new AckWindow(publisher, cursors, key, start),
              start,
              known,
              clock,
              progress)
          .all();
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
      return new PreviewReader(file, layout, options, clock.instant()).first(first);
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
}
