package ouidire.api;

import io.javalin.security.RouteRole;
import org.jspecify.annotations.Nullable;
import ouidire.api.key.Scope;

/** Who may call a route. */
enum Access implements RouteRole {
  /** Anyone: nothing of ours is told. */
  OPEN(null),
  /** Any key that works, or a session. */
  SIGNED_IN(null),
  /** A key that may read. */
  READ(Scope.READ),
  /** A key that may push mentions. */
  PUBLISH(Scope.PUBLISH),
  /** A key that may change brands, searches and lists; one that may make keys may as well. */
  EDIT(Scope.EDIT),
  /** A key that may make keys. */
  ADMIN(Scope.ADMIN),
  /** A key that may read, or a program on this machine. */
  READ_OR_LOCAL(Scope.READ);

  private final @Nullable Scope scope;

  Access(@Nullable Scope scope) {
    this.scope = scope;
  }

  /** The right that the key needs; null for none in particular. */
  @Nullable Scope scope() {
    return scope;
  }
}
