package ouidire.api.key;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The keys and the sessions opened with them. Safe for many threads. */
public interface ApiKeys {
  /**
   * Makes a key.
   *
   * @param name 1 to 100 characters
   * @param scopes at least one
   * @param expiresAt when it stops working; null for never
   */
  NewApiKey create(String name, Set<Scope> scopes, @Nullable Instant expiresAt);

  /** The key of this secret, unless unknown, revoked or expired. Takes the same time for each. */
  Optional<ApiKey> authenticate(String secret);

  /** In the order they were made, expired ones included. */
  List<ApiKey> list();

  /** Ends a key and its sessions; false when there is none of that id. */
  boolean revoke(String id);

  /** Opens a session for a browser. */
  NewSession openSession(ApiKey key);

  /** The key whose session this is, unless unknown, closed, expired, or its key is. */
  Optional<ApiKey> session(String token);

  /** Ends a session; one that is not there is fine. */
  void closeSession(String token);
}
