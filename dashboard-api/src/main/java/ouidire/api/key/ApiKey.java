package ouidire.api.key;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A key, without its secret.
 *
 * @param id stable, not secret; in logs and lists
 * @param name what people call it
 * @param prefix the secret's first characters, to recognise it by
 * @param scopes what it may do
 * @param createdAt when it was made
 * @param expiresAt when it stops working; null for never
 */
public record ApiKey(
    String id,
    String name,
    String prefix,
    Set<Scope> scopes,
    Instant createdAt,
    @Nullable Instant expiresAt) {
  public ApiKey {
    scopes = Set.copyOf(scopes);
  }

  boolean expired(Instant now) {
    return expiresAt != null && !now.isBefore(expiresAt);
  }
}
