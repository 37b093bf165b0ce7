package ouidire.deploy.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The folder that holds everything we write, taken by one process at a time. A lock of the
 * operating system guards it, so a killed process leaves nothing to clean up.
 */
public final class DataFolder implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private final Path path;
  private final FileChannel channel;

  private DataFolder(Path path, FileChannel channel) {
    this.path = path;
    this.channel = channel;
  }

  /**
   * What a running process says of itself in the folder, for other commands.
   *
   * @param pid its process
   * @param bootstrap where its Kafka is
   * @param http where its API is; null when it serves none
   * @param key a key that reads, for commands on this machine; ends with the process
   */
  public record Running(long pid, String bootstrap, @Nullable String http, @Nullable String key) {
    /** Without the key. */
    @Override
    public String toString() {
      return "Running[pid=" + pid + ", bootstrap=" + bootstrap + ", http=" + http + "]";
    }
  }

  /** The folder is taken by another process. */
  public static final class TakenException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Path folder;

    TakenException(Path folder) {
      super("the data folder " + folder + " is used by another process");
      this.folder = folder;
    }

    public Path folder() {
      return folder;
    }
  }

  /**
   * Takes the folder, made when missing, readable by its owner alone.
   *
   * @throws TakenException when another process has it
   * @throws UncheckedIOException when it cannot be used
   */
  public static DataFolder take(Path path) {
    try {
      if (!Files.exists(path)) {
        Files.createDirectories(path);
        ownerOnly(path, "rwx------");
      }
      FileChannel channel =
          FileChannel.open(
              path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (!tryLock(channel)) {
        channel.close();
        throw new TakenException(path);
      }
      return new DataFolder(path, channel);
    } catch (IOException e) {
      throw new UncheckedIOException("the data folder " + path + " cannot be used: " + e, e);
    }
  }

  /** What runs on the folder, when something does and has said where. */
  public static Optional<Running> running(Path path) {
    Path lock = path.resolve("lock");
    if (!Files.exists(lock)) {
      return Optional.empty();
    }
    try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE)) {
      if (tryLock(channel)) {
        return Optional.empty();
      }
      return read(path.resolve("instance.json"));
    } catch (IOException e) {
      throw new UncheckedIOException("the data folder " + path + " cannot be used: " + e, e);
    }
  }

  private static Optional<Running> read(Path file) throws IOException {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    ObjectNode json = JSON.readValue(Files.readString(file), ObjectNode.class);
    return Optional.of(
        new Running(
            json.path("pid").asLong(),
            json.path("bootstrap").asText(),
            json.hasNonNull("http") ? json.get("http").asText() : null,
            json.hasNonNull("key") ? json.get("key").asText() : null));
  }

  private static boolean tryLock(FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  private static void ownerOnly(Path path, String permissions) throws IOException {
    if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
    }
  }

  public Path path() {
    return path;
  }

  /** Names this folder for good among those of a cluster: 16 hexadecimal digits, made once. */
  public String id() {
    Path file = path.resolve("id");
    try {
      if (!Files.exists(file)) {
        Path whole = path.resolve("id.new");
        Files.writeString(whole, HexFormat.of().toHexDigits(new SecureRandom().nextLong()));
        Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE);
      }
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new UncheckedIOException("the data folder " + path + " cannot be used: " + e, e);
    }
  }

  /** Tells other commands where we are. */
  public void announce(Running running) {
    ObjectNode json = JSON.createObjectNode();
    json.put("pid", running.pid());
    json.put("bootstrap", running.bootstrap());
    if (running.http() != null) {
      json.put("http", running.http());
    }
    if (running.key() != null) {
      json.put("key", running.key());
    }
    try {
      Path whole = path.resolve("instance.json.new");
      Files.deleteIfExists(whole);
      Files.createFile(whole);
      ownerOnly(whole, "rw-------");
      Files.writeString(whole, json.toString(), UTF_8);
      Files.move(whole, path.resolve("instance.json"), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException("the data folder " + path + " cannot be written: " + e, e);
    }
  }

  @Override
  public void close() throws IOException {
    Files.deleteIfExists(path.resolve("instance.json"));
    channel.close();
  }
}
