package ouidire.ingest.file;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * Rows that were refused, beside their file, each with its line and the reason. Of a CSV file the
 * row stands as it stood, behind two more cells, under the same header: once mended, the rejected
 * file can itself be imported. Of JSON Lines it is {@code {"line", "reason", "row"}}, with {@code
 * raw} (text) or {@code bytes} (base64) in place of {@code row} when it is no JSON object.
 */
final class RejectedRows implements Closeable {
  static final byte[] JSON_START = "{\"line\":".getBytes(UTF_8);

  private final Path path;
  private final FileLayout layout;
  private final ByteArrayOutputStream pending = new ByteArrayOutputStream();
  private @Nullable FileChannel out;
  private long kept;

  private RejectedRows(Path path, FileLayout layout) {
    this.path = path;
    this.layout = layout;
  }

  /** The path where the refused rows of a file go. */
  static Path beside(Path file, FileLayout layout) {
    String ending = layout.format() == ImportFormat.CSV ? ".rejected.csv" : ".rejected.jsonl";
    return file.resolveSibling(file.getFileName() + ending);
  }

  /**
   * Opens them for a run.
   *
   * @param keep bytes that an interrupted run wrote and that its cursor covers; what is behind them
   *     goes, and with 0 the whole file of an earlier run
   */
  static RejectedRows open(Path path, FileLayout layout, long keep) throws IOException {
    RejectedRows rows = new RejectedRows(path, layout);
    if (keep == 0) {
      Files.deleteIfExists(path);
    } else if (Files.exists(path)) {
      FileChannel out = FileChannel.open(path, StandardOpenOption.WRITE);
      out.truncate(keep);
      out.position(out.size());
      rows.out = out;
      rows.kept = out.size();
    }
    return rows;
  }

  /** Keeps a row; an {@link UncheckedIOException} names the file that cannot be written. */
  void add(Row row, String reason) {
    if (kept + pending.size() == 0) {
      layout.shape().rejectedHeader(pending);
    }
    if (layout.format() == ImportFormat.CSV) {
      csv(row, reason);
    } else {
      json(row, reason);
    }
    if (pending.size() > 1 << 16) {
      flush();
    }
  }

  /** Puts what was added on disk; returns the length of the file. */
  long flush() {
    try {
      if (pending.size() > 0) {
        FileChannel to = out;
        if (to == null) {
          to = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
          out = to;
        }
        ByteBuffer bytes = ByteBuffer.wrap(pending.toByteArray());
        while (bytes.hasRemaining()) {
          kept += to.write(bytes);
        }
        pending.reset();
      }
      return kept;
    } catch (IOException e) {
      throw new UncheckedIOException(
          path + ": " + (e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage()),
          e);
    }
  }

  /** The file, once something is in it. */
  @Nullable Path file() {
    return kept + pending.size() > 0 ? path : null;
  }

  /** Closes the file; what was added since {@link #flush} goes. */
  @Override
  public void close() throws IOException {
    if (out != null) {
      out.close();
    }
  }

  private void csv(Row row, String reason) {
    Charset charset = layout.shape().charset();
    byte separator = layout.shape().dialect().separator();
    pending.writeBytes(Long.toString(row.line).getBytes(charset));
    pending.write(separator);
    pending.writeBytes(
        ("\"" + inside(charset, reason).replace("\"", "\"\"") + "\"").getBytes(charset));
    pending.write(separator);
    pending.write(row.bytes, row.from, row.to - row.from);
    pending.write('\n');
  }

  /** The reason as far as the file's own encoding has its letters. */
  private static String inside(Charset charset, String reason) {
    return charset.newEncoder().canEncode(reason)
        ? reason
        : reason.replace('’', '\'').replace("…", "...");
  }

  private void json(Row row, String reason) {
    pending.writeBytes(JSON_START);
    pending.writeBytes((row.line + ",\"reason\":").getBytes(UTF_8));
    pending.writeBytes(JsonObjects.quoted(reason));
    byte[] raw = row.raw();
    if (!layout.shape().charset().equals(UTF_8)) {
      raw = new String(raw, layout.shape().charset()).getBytes(UTF_8);
    }
    if (Utf8.firstBroken(raw, 0, raw.length) >= 0) {
      pending.writeBytes(",\"bytes\":\"".getBytes(UTF_8));
      pending.writeBytes(Base64.getEncoder().encode(raw));
      pending.write('"');
    } else if (JsonObjects.readable(raw)) {
      pending.writeBytes(",\"row\":".getBytes(UTF_8));
      pending.writeBytes(raw);
    } else {
      pending.writeBytes(",\"raw\":".getBytes(UTF_8));
      pending.writeBytes(JsonObjects.quoted(new String(raw, UTF_8)));
    }
    pending.writeBytes("}\n".getBytes(UTF_8));
  }
}
