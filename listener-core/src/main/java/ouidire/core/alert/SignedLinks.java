package ouidire.core.alert;

import java.time.Instant;
import java.util.Optional;

/** Reads the links that messages carry. */
public interface SignedLinks {
  /**
   * What a link's token says; empty when it is forged, cut short or too old.
   *
   * @param token the last part of the address
   */
  Optional<Link> read(String token, Instant now);

  /**
   * What a link is for.
   *
   * @param incident id of the incident
   * @param recipient role or person it was sent to
   */
  record Link(String incident, String recipient) {}
}
