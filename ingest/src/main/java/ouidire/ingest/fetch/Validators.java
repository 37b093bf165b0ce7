package ouidire.ingest.fetch;

import org.jspecify.annotations.Nullable;

/**
 * What an answer said of its own version, to be sent with the next question (RFC 9110 section 8.8).
 *
 * @param etag as it came, quotes included
 * @param lastModified as it came
 */
public record Validators(@Nullable String etag, @Nullable String lastModified) {
  public static final Validators NONE = new Validators(null, null);
}
