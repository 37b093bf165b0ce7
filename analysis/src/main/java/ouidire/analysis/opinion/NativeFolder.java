package ouidire.analysis.opinion;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where the tokenizer's library unpacks its native part. It loads what it finds there, so that the
 * folder must be one that nobody else could have filled: the one given, or a fresh one with a name
 * that cannot be foreseen, removed when the process ends. Chosen once for a process, since a native
 * library is loaded once; {@code DJL_CACHE_DIR} in the environment goes before it.
 */
final class NativeFolder {
  private static final Logger LOG = LoggerFactory.getLogger(NativeFolder.class);
  private static final String KEY = "DJL_CACHE_DIR";

  private NativeFolder() {}

  /**
   * Chooses it, unless it is chosen.
   *
   * @param own a folder that only its owner can use; null for a fresh one
   */
  static synchronized void choose(@Nullable Path own) {
    if (System.getProperty(KEY) != null || System.getenv(KEY) != null) {
      return;
    }
    System.setProperty(KEY, (own == null ? fresh() : own).toString());
  }

  /** Only its owner can use it: that is how temporary folders are made. */
  private static Path fresh() {
    try {
      Path made = Files.createTempDirectory("ouidire-tokenizers-");
      Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(made)));
      return made;
    } catch (IOException e) {
      throw new UncheckedIOException(
          "no folder for the tokenizer's library can be made in "
              + System.getProperty("java.io.tmpdir")
              + "; make room there, or give one with DJL_CACHE_DIR",
          e);
    }
  }

  private static void remove(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(each);
      }
    } catch (IOException e) {
      LOG.debug("{} stays", folder, e);
    }
  }
}
