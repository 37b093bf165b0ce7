package ouidire.api.key;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Everything that is known of keys and sessions at one moment; hashes, never secrets. */
record KeyRing(List<KeptKey> keys, List<KeptSession> sessions) {
  static final KeyRing EMPTY = new KeyRing(List.of(), List.of());

  KeyRing {
    keys = List.copyOf(keys);
    sessions = List.copyOf(sessions);
  }

  /** A key and the hash of its secret. */
  record KeptKey(ApiKey key, String hash) {}

  /** A session: the hash of its token, whose it is, until when. */
  record KeptSession(String hash, String keyId, Instant expiresAt) {}

  Optional<ApiKey> find(String secret, Instant now) {
    String hash = Secret.hash(secret);
    ApiKey found = null;
    for (KeptKey kept : keys) {
      if (secret.startsWith(kept.key().prefix()) && Secret.same(kept.hash(), hash)) {
        found = kept.key();
      }
    }
    return Optional.ofNullable(found).filter(key -> !key.expired(now));
  }

  Optional<ApiKey> session(String token, Instant now) {
    String hash = Secret.hash(token);
    for (KeptSession kept : sessions) {
      if (Secret.same(kept.hash(), hash) && now.isBefore(kept.expiresAt())) {
        return keys.stream()
            .map(KeptKey::key)
            .filter(key -> key.id().equals(kept.keyId()) && !key.expired(now))
            .findFirst();
      }
    }
    return Optional.empty();
  }
}
