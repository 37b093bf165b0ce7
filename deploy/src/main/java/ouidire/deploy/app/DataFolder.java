package ouidire.deploy.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ouidire.core.words.Wording;

/**
 * The folder that holds everything we write, taken by one process at a time. A lock of the
 * operating system guards it, so a killed process leaves nothing to clean up.
 */
public final class DataFolder implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Less than this, bytes, and the first merge of the index or roll of the log would fail. */
  private static final long LEAST_ROOM = 64L << 20;

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

  /** The folder cannot be used: why, and what to do. */
  public static final class UnusableException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Wording words;

    UnusableException(Path folder, Wording why, @Nullable IOException cause) {
      this(
          new Wording("le dossier de données ", "the data folder ")
              .then(Wording.same(folder.toString()))
              .then(why)
              .then(
                  new Wording(
                      ", ou donnez un autre dossier avec --data",
                      ", or give another folder with --data")),
          cause);
    }

    private UnusableException(Wording words, @Nullable IOException cause) {
      super(words.english(), cause);
      this.words = words;
    }

    public Wording words() {
      return words;
    }
  }

  /**
   * Takes the folder, made when missing; what is made in it can be read by its owner alone.
   *
   * @throws TakenException when another process has it
   * @throws UnusableException when it cannot be used
   */
  public static DataFolder take(Path path) {
    if (Files.exists(path) && !Files.isDirectory(path)) {
      throw new UnusableException(
          path, new Wording(" est un fichier ; déplacez-le", " is a file; move it away"), null);
    }
    try {
      if (!Files.exists(path)) {
        Files.createDirectories(path);
        ownerOnly(path, "rwx------");
      }
      FileChannel channel =
          FileChannel.open(
              path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      ownerOnly(path.resolve("lock"), "rw-------");
      if (!tryLock(channel)) {
        channel.close();
        throw new TakenException(path);
      }
      requireRoom(path, channel);
      return new DataFolder(path, channel);
    } catch (IOException e) {
      throw unusable(path, e);
    }
  }

  /** Whether a folder has been one of ours. */
  public static boolean exists(Path path) {
    return Files.exists(path.resolve("lock"));
  }

  private static void requireRoom(Path path, FileChannel channel) throws IOException {
    long free = Files.getFileStore(path).getUsableSpace();
    if (free < LEAST_ROOM) {
      channel.close();
      throw new UnusableException(
          path,
          new Wording(
              " n’a que "
                  + (free >> 20)
                  + " Mio de libres, il en faut "
                  + (LEAST_ROOM >> 20)
                  + " ; faites de la place",
              " has only "
                  + (free >> 20)
                  + " MiB free, and needs "
                  + (LEAST_ROOM >> 20)
                  + "; make room"),
          null);
    }
  }

  private static UnusableException unusable(Path path, IOException e) {
    String said = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
    if (e instanceof AccessDeniedException || said.contains("permission denied")) {
      return new UnusableException(
          path,
          new Wording(
              " ne peut pas être écrit par vous ; donnez-vous-en le droit",
              " cannot be written by you; give yourself the right to"),
          e);
    }
    if (said.contains("read-only")) {
      return new UnusableException(
          path,
          new Wording(
              " est sur un disque en lecture seule ; rendez-le inscriptible",
              " is on a read-only disk; make it writable"),
          e);
    }
    if (said.contains("no space") || said.contains("quota")) {
      return new UnusableException(
          path, new Wording(" n’a plus de place ; faites-en", " has no space left; make room"), e);
    }
    if (e instanceof FileAlreadyExistsException || said.contains("not a directory")) {
      return new UnusableException(
          path,
          new Wording(
              " a un fichier sur son chemin ; déplacez-le",
              " has a file in its path; move it away"),
          e);
    }
    String why = e.getClass().getSimpleName();
    return new UnusableException(
        path,
        new Wording(
            " ne peut pas être utilisé (" + why + ") ; vérifiez le disque",
            " cannot be used (" + why + "); check the disk"),
        e);
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
      throw unusable(path, e);
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

  /** A folder in it for one purpose, made when missing, which its owner alone can enter. */
  public Path room(String name) {
    Path room = path.resolve(name);
    try {
      Files.createDirectories(room);
      ownerOnly(room, "rwx------");
      return room;
    } catch (IOException e) {
      throw unusable(path, e);
    }
  }

  /** Names this folder for good among those of a cluster: 16 hexadecimal digits, made once. */
  public String id() {
    Path file = path.resolve("id");
    try {
      if (!Files.exists(file)) {
        Path whole = path.resolve("id.new");
        Files.writeString(whole, HexFormat.of().toHexDigits(new SecureRandom().nextLong()));
        ownerOnly(whole, "rw-------");
        Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE);
      }
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw unusable(path, e);
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
      throw unusable(path, e);
    }
  }

  @Override
  public void close() throws IOException {
    Files.deleteIfExists(path.resolve("instance.json"));
    channel.close();
  }
}
