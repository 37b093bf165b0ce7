package ouidire.api.key;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ouidire.api.key.KeyRing.KeptKey;
import ouidire.api.key.KeyRing.KeptSession;

/**
 * Keys and sessions in one file that only its owner may read (mode 600). Sessions outlive a
 * restart; the file holds hashes only, so whoever reads it can still not call.
 */
public final class FileApiKeys implements ApiKeys {
  /** A month: people sign in again now and then, not every Monday. */
  static final Duration SESSION_LIFE = Duration.ofDays(30);

  /** More than any team opens; beyond, the oldest ends. */
  static final int MAX_SESSIONS = 1_000;

  private final KeyFile file;
  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();
  private volatile KeyRing ring;

  /**
   * Opens the keys of a file; one that is not there has none.
   *
   * @throws IllegalStateException when it is there and is no key file
   */
  public FileApiKeys(Path file, InstantSource clock) {
    this.file = new KeyFile(file);
    this.clock = clock;
    this.ring = this.file.read();
  }

  /** A key that may do everything, when there is none at all yet: the first start's. */
  public synchronized Optional<NewApiKey> createFirst() {
    return ring.keys().isEmpty()
        ? Optional.of(create("Premier démarrage", Set.of(Scope.values()), null))
        : Optional.empty();
  }

  @Override
  public synchronized NewApiKey create(
      String name, Set<Scope> scopes, @Nullable Instant expiresAt) {
    if (name.isBlank() || name.length() > 100) {
      throw new IllegalArgumentException("name: give 1 to 100 characters");
    }
    if (scopes.isEmpty()) {
      throw new IllegalArgumentException("scopes: is empty; give at least one");
    }
    String secret = Secret.random(Secret.KEY, random);
    ApiKey key =
        new ApiKey(
            "k_" + HexFormat.of().toHexDigits(random.nextLong()),
            name,
            secret.substring(0, Secret.PREFIX),
            scopes,
            clock.instant(),
            expiresAt);
    List<KeptKey> keys = new ArrayList<>(ring.keys());
    keys.add(new KeptKey(key, Secret.hash(secret)));
    keep(new KeyRing(keys, ring.sessions()));
    return new NewApiKey(key, secret);
  }

  @Override
  public Optional<ApiKey> authenticate(String secret) {
    return Secret.wellFormed(secret, Secret.KEY)
        ? ring.find(secret, clock.instant())
        : Optional.empty();
  }

  @Override
  public List<ApiKey> list() {
    return ring.keys().stream().map(KeptKey::key).toList();
  }

  @Override
  public synchronized boolean revoke(String id) {
    List<KeptKey> keys = new ArrayList<>(ring.keys());
    if (!keys.removeIf(kept -> kept.key().id().equals(id))) {
      return false;
    }
    List<KeptSession> sessions = new ArrayList<>(ring.sessions());
    sessions.removeIf(session -> session.keyId().equals(id));
    keep(new KeyRing(keys, sessions));
    return true;
  }

  @Override
  public synchronized NewSession openSession(ApiKey key) {
    Instant now = clock.instant();
    List<KeptSession> sessions = new ArrayList<>(ring.sessions());
    sessions.removeIf(session -> !now.isBefore(session.expiresAt()));
    if (sessions.size() >= MAX_SESSIONS) {
      sessions.subList(0, sessions.size() - MAX_SESSIONS + 1).clear();
    }
    String token = Secret.random(Secret.SESSION, random);
    sessions.add(new KeptSession(Secret.hash(token), key.id(), now.plus(SESSION_LIFE)));
    keep(new KeyRing(ring.keys(), sessions));
    return new NewSession(token, SESSION_LIFE);
  }

  @Override
  public Optional<ApiKey> session(String token) {
    return Secret.wellFormed(token, Secret.SESSION)
        ? ring.session(token, clock.instant())
        : Optional.empty();
  }

  @Override
  public synchronized void closeSession(String token) {
    if (!Secret.wellFormed(token, Secret.SESSION)) {
      return;
    }
    String hash = Secret.hash(token);
    List<KeptSession> sessions = new ArrayList<>(ring.sessions());
    if (sessions.removeIf(session -> Secret.same(session.hash(), hash))) {
      keep(new KeyRing(ring.keys(), sessions));
    }
  }

  /** On disk first: what is answered is kept. */
  private void keep(KeyRing next) {
    file.write(next);
    ring = next;
  }
}
