package ouidire.deploy.app;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ouidire.api.key.ApiKey;
import ouidire.api.key.FileApiKeys;
import ouidire.api.key.NewApiKey;
import ouidire.api.key.Scope;

/**
 * The keys of a folder, with the two that a start may make: the first ever, told once, and one for
 * commands on this machine, which lives as long as the process.
 */
record LocalKeys(FileApiKeys keys, @Nullable String firstSecret, String local) {
  /** Name of the key that commands on this machine use while the service runs. */
  private static final String LOCAL_KEY = "local commands";

  static LocalKeys open(Path file, InstantSource clock, Teardown teardown) {
    FileApiKeys keys = new FileApiKeys(file, clock);
    String first = keys.createFirst().map(NewApiKey::secret).orElse(null);
    for (ApiKey left : keys.list()) {
      if (left.name().equals(LOCAL_KEY)) {
        keys.revoke(left.id());
      }
    }
    NewApiKey local = keys.create(LOCAL_KEY, Set.of(Scope.READ, Scope.EDIT), null);
    teardown.add("local key", () -> keys.revoke(local.key().id()));
    return new LocalKeys(keys, first, local.secret());
  }

  /** The key that this start made, the only time it can be known; empty after the first start. */
  Optional<String> first() {
    return Optional.ofNullable(firstSecret);
  }
}
