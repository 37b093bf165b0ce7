package ouidire.ingest.file;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How far a file was imported: everything before it is on the stream or in the rejected file.
 *
 * @param offset in the text of {@link TextFile}
 * @param line lines before it
 * @param read rows before it
 * @param rejected of them
 * @param rejectedBytes length of the rejected file
 */
record ImportCursor(long offset, long line, long read, long rejected, long rejectedBytes) {
  /** How much of the beginning, and of the end, tells files apart. */
  private static final int PART = 1 << 16;

  private static final String VERSION = "1";

  /** What a finished import's cursor begins with. */
  private static final String DONE = VERSION + " done";

  /** Its form in a {@link ouidire.core.stream.CursorStore}. */
  String text() {
    return String.join(
        " ",
        VERSION,
        Long.toString(offset),
        Long.toString(line),
        Long.toString(read),
        Long.toString(rejected),
        Long.toString(rejectedBytes));
  }

  /**
   * Its form once the file is imported whole, so that importing it again begins at its beginning.
   */
  String doneText() {
    return DONE + " " + read + " " + rejected;
  }

  /** What became of a file that was imported whole; empty when it was not. */
  static Optional<ImportCursor> done(String text) {
    String[] parts = text.split(" ");
    if (!text.startsWith(DONE) || parts.length != 4) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new ImportCursor(0, 0, Long.parseLong(parts[2]), Long.parseLong(parts[3]), 0));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** Empty when the file was imported whole, or by another version of us. */
  static Optional<ImportCursor> parse(String text) {
    String[] parts = text.split(" ");
    if (parts.length != 6 || !parts[0].equals(VERSION)) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new ImportCursor(
              Long.parseLong(parts[1]),
              Long.parseLong(parts[2]),
              Long.parseLong(parts[3]),
              Long.parseLong(parts[4]),
              Long.parseLong(parts[5])));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /**
   * The key of a file's cursor: its beginning and end, its size and what it is read as, and not its
   * name.
   */
  static String key(Path file, ImportOptions options) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      long size = Files.size(file);
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      sha.update(in.readNBytes(PART));
      in.skipNBytes(Math.max(0, size - 2 * PART));
      sha.update(in.readNBytes(PART));
      Map<MentionColumn, String> columns = new TreeMap<>(options.columns());
      String rest =
          String.join(
              "\n",
              Long.toString(size),
              String.valueOf(options.source()),
              options.format().name(),
              columns.toString(),
              options.zone().getId(),
              options.dates().name(),
              String.valueOf(options.encoding()));
      sha.update(rest.getBytes(UTF_8));
      return "import:" + HexFormat.of().formatHex(sha.digest(), 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
