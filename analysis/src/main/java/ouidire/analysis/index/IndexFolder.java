package ouidire.analysis.index;

import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexNotFoundException;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The folder that the index lives in, and what becomes of an index that cannot be used. */
class IndexFolder {
  private static final Logger LOG = LoggerFactory.getLogger(IndexFolder.class);
  private static final String ASIDE = ".unusable";

  private final Path path;

  IndexFolder(Path path) {
    this.path = path;
  }

  Path path() {
    return path;
  }

  Directory open() throws IOException {
    return FSDirectory.open(path);
  }

  /**
   * Moves the index out of the way, in place of one moved before; the next {@link #open} is empty
   * and the history is rebuilt from the stream.
   */
  void setAside(Throwable reason) throws IOException {
    Path aside = path.resolveSibling(path.getFileName() + ASIDE);
    if (!Files.exists(path)) {
      return;
    }
    delete(aside);
    Files.move(path, aside);
    LOG.warn(
        "the index in {} cannot be used ({}); moved to {}, which may be deleted; rebuilding it from"
            + " the stream",
        path,
        reason.toString(),
        aside);
  }

  /** Whether an error says that the files themselves are wrong, not that the disk is in trouble. */
  static boolean isDamage(@Nullable Throwable error) {
    for (Throwable e = error; e != null; e = e.getCause()) {
      if (e instanceof CorruptIndexException
          || e instanceof IndexFormatTooOldException
          || e instanceof IndexFormatTooNewException
          || e instanceof IndexNotFoundException
          || e instanceof Processed.OtherSchemaException
          || e instanceof NoSuchFileException
          || e instanceof FileNotFoundException
          || e instanceof EOFException
          || e instanceof IllegalArgumentException
          || e instanceof IndexOutOfBoundsException) {
        return true;
      }
    }
    return false;
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    List<Path> all;
    try (Stream<Path> inside = Files.walk(folder)) {
      all = inside.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path one : all) {
      Files.delete(one);
    }
  }
}
