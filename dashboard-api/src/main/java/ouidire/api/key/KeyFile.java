package ouidire.api.key;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** A {@link KeyRing} on disk: JSON that its owner alone may read, replaced as a whole. */
final class KeyFile {
  private static final ObjectMapper JSON = new ObjectMapper();
  private final Path file;

  KeyFile(Path file) {
    this.file = file;
  }

  KeyRing read() {
    if (!Files.exists(file)) {
      return KeyRing.EMPTY;
    }
    try {
      JsonNode root = JSON.readTree(file.toFile());
      List<KeyRing.KeptKey> keys = new ArrayList<>();
      for (JsonNode node : root.path("keys")) {
        keys.add(key(node));
      }
      List<KeyRing.KeptSession> sessions = new ArrayList<>();
      for (JsonNode node : root.path("sessions")) {
        sessions.add(
            new KeyRing.KeptSession(
                node.required("sha256").asText(),
                node.required("key").asText(),
                Instant.parse(node.required("expiresAt").asText())));
      }
      return new KeyRing(keys, sessions);
    } catch (JacksonException | DateTimeException | IllegalArgumentException e) {
      throw new IllegalStateException(
          file + ": is not a key file; move it away and start again to have a new key", e);
    } catch (IOException e) {
      throw new UncheckedIOException(file + ": cannot be read; check who owns it", e);
    }
  }

  void write(KeyRing ring) {
    ObjectNode root = JSON.createObjectNode();
    ArrayNode keys = root.putArray("keys");
    ring.keys().forEach(kept -> write(kept, keys.addObject()));
    ArrayNode sessions = root.putArray("sessions");
    for (KeyRing.KeptSession kept : ring.sessions()) {
      sessions
          .addObject()
          .put("sha256", kept.hash())
          .put("key", kept.keyId())
          .put("expiresAt", kept.expiresAt().toString());
    }
    try {
      replace(JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(root));
    } catch (IOException e) {
      throw new UncheckedIOException(
          file + ": cannot be written; check its folder's owner and the free space", e);
    }
  }

  private static KeyRing.KeptKey key(JsonNode node) {
    Set<Scope> scopes = EnumSet.noneOf(Scope.class);
    node.required("scopes").forEach(scope -> scopes.add(Scope.valueOf(scope.asText())));
    JsonNode expires = node.path("expiresAt");
    return new KeyRing.KeptKey(
        new ApiKey(
            node.required("id").asText(),
            node.required("name").asText(),
            node.required("prefix").asText(),
            scopes,
            Instant.parse(node.required("createdAt").asText()),
            expires.isTextual() ? Instant.parse(expires.asText()) : null),
        node.required("sha256").asText());
  }

  private static void write(KeyRing.KeptKey kept, ObjectNode node) {
    ApiKey key = kept.key();
    node.put("id", key.id()).put("name", key.name()).put("prefix", key.prefix());
    node.put("sha256", kept.hash());
    ArrayNode scopes = node.putArray("scopes");
    key.scopes().stream().sorted().forEach(scope -> scopes.add(scope.name()));
    node.put("createdAt", key.createdAt().toString());
    if (key.expiresAt() != null) {
      node.put("expiresAt", key.expiresAt().toString());
    }
  }

  /** Whole or not at all: written and forced beside, then moved over. */
  private void replace(byte[] bytes) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    Files.createDirectories(folder);
    Path fresh = Files.createTempFile(folder, ".keys", ".new", ownerOnly());
    try {
      Files.write(fresh, bytes);
      try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
        channel.force(true);
      }
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(fresh);
    }
  }

  /** Where the file system knows no such rights, the folder's own apply. */
  private static FileAttribute<?>[] ownerOnly() {
    return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }
}
