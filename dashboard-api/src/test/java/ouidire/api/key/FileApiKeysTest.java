package ouidire.api.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ouidire.api.MovableClock;

class FileApiKeysTest {
  private static final Set<Scope> READ = Set.of(Scope.READ);

  @TempDir Path folder;
  private final MovableClock clock = new MovableClock("2026-03-02T08:00:00Z");
  private Path file;
  private FileApiKeys keys;

  @BeforeEach
  void open() {
    file = folder.resolve("keys.json");
    keys = new FileApiKeys(file, clock);
  }

  @Test
  void theFirstStartMakesOneKeyThatMayDoEverything() {
    NewApiKey first = keys.createFirst().orElseThrow();
    assertThat(first.secret()).startsWith("oui_").hasSize(47);
    assertThat(first.key().scopes()).containsExactlyInAnyOrder(Scope.values());
    assertThat(keys.createFirst()).isEmpty();
    assertThat(reopened().createFirst()).isEmpty();
  }

  @Test
  void aSecretOpensAfterARestartAndIsNowhereOnDisk() throws IOException {
    NewApiKey made = keys.create("Veille", READ, null);
    NewSession session = keys.openSession(made.key());
    assertThat(reopened().authenticate(made.secret())).contains(made.key());
    assertThat(reopened().session(session.token())).contains(made.key());
    assertThat(Files.readString(file))
        .doesNotContain(made.secret().substring(Secret.PREFIX))
        .doesNotContain(session.token().substring(4));
    assertThat(made.toString() + session).doesNotContain(made.secret(), session.token());
  }

  @Test
  void onlyItsOwnerReadsTheFile() throws IOException {
    keys.create("Veille", READ, null);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void anotherSecretDoesNotOpen() {
    String secret = keys.create("Veille", READ, null).secret();
    char last = secret.charAt(secret.length() - 1);
    String near = secret.substring(0, secret.length() - 1) + (last == 'A' ? 'B' : 'A');
    assertThat(keys.authenticate(near)).isEmpty();
    assertThat(keys.authenticate(secret + "x")).isEmpty();
    assertThat(keys.authenticate("")).isEmpty();
    assertThat(keys.authenticate("oui_é")).isEmpty();
    assertThat(keys.session(secret)).isEmpty();
  }

  @Test
  void aKeyEndsWhenItSays() {
    String secret = keys.create("Essai", READ, clock.instant().plus(Duration.ofDays(1))).secret();
    clock.advance(Duration.ofDays(1).minusSeconds(1));
    assertThat(keys.authenticate(secret)).isPresent();
    clock.advance(Duration.ofSeconds(1));
    assertThat(keys.authenticate(secret)).isEmpty();
  }

  @Test
  void aRevokedKeyTakesItsSessionsWithIt() {
    NewApiKey made = keys.create("Veille", READ, null);
    String token = keys.openSession(made.key()).token();
    assertThat(keys.revoke(made.key().id())).isTrue();
    assertThat(keys.revoke(made.key().id())).isFalse();
    assertThat(keys.authenticate(made.secret())).isEmpty();
    assertThat(keys.session(token)).isEmpty();
    assertThat(reopened().session(token)).isEmpty();
  }

  @Test
  void aSessionEndsAfterAMonthOrWhenClosed() {
    ApiKey key = keys.create("Veille", READ, null).key();
    String token = keys.openSession(key).token();
    String other = keys.openSession(key).token();
    keys.closeSession(token);
    keys.closeSession("rien");
    assertThat(keys.session(token)).isEmpty();
    assertThat(keys.session(other)).isEqualTo(Optional.of(key));
    clock.advance(FileApiKeys.SESSION_LIFE);
    assertThat(keys.session(other)).isEmpty();
  }

  @Test
  void aBrokenFileIsNamedWithTheRemedy() throws IOException {
    Files.writeString(file, "{\"keys\":[{}]}");
    assertThatThrownBy(this::reopened)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("keys.json")
        .hasMessageContaining("move it away");
  }

  private FileApiKeys reopened() {
    return new FileApiKeys(file, clock);
  }
}
