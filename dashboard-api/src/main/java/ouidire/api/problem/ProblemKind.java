package ouidire.api.problem;

import java.util.Locale;

/** Every way a call can fail, and its HTTP status (RFC 9110). */
public enum ProblemKind {
  /** A parameter that the endpoint does not have. */
  UNKNOWN_PARAMETER(400),
  /** A parameter whose value cannot be used. */
  INVALID_PARAMETER(400),
  /** A query that does not parse. */
  INVALID_QUERY(400),
  /** A body that cannot be read. */
  INVALID_BODY(400),
  /** No key and no session, or not one that works. */
  SIGN_IN_NEEDED(401),
  /** The key may not do this. */
  NOT_ALLOWED(403),
  /** A change asked for by cookie without the header that other sites cannot set. */
  HEADER_MISSING(403),
  /** The thing asked for is not there. */
  NOT_FOUND(404),
  /** No endpoint has this address. */
  NO_SUCH_ADDRESS(404),
  /** The address has no such method. */
  NO_SUCH_METHOD(405),
  /** A change of something that is not as its author saw it, or may not be changed so. */
  CONFLICT(409),
  /** A body over a limit. */
  TOO_LARGE(413),
  /** A body of a type that is not read here. */
  UNSUPPORTED_TYPE(415),
  /** Too many calls. */
  TOO_MANY_CALLS(429),
  /** A request that HTTP itself cannot use: malformed, headers too long. */
  BAD_REQUEST(400),
  /** Our fault. */
  INTERNAL(500),
  /** Something that we rely on does not answer now. */
  UNAVAILABLE(503);

  private final int status;

  ProblemKind(int status) {
    this.status = status;
  }

  public int status() {
    return status;
  }

  /** As in addresses and message keys: {@code unknown-parameter}. */
  public String slug() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
