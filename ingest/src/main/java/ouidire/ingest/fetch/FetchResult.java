package ouidire.ingest.fetch;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import ouidire.core.words.Wording;

/** What came of a fetch. */
public sealed interface FetchResult {
  /**
   * A body, whole and unpacked.
   *
   * @param body its bytes; shared, not to be changed
   * @param contentType as it came
   * @param address where it came from, after redirects
   * @param movedTo where it will be from now on, when every redirect on the way was permanent
   * @param validators of this version
   * @param freshFor how long the server says that asking again is no use
   */
  @SuppressWarnings("ArrayRecordComponent")
  record Fetched(
      byte[] body,
      @Nullable String contentType,
      String address,
      @Nullable String movedTo,
      Validators validators,
      @Nullable Duration freshFor)
      implements FetchResult {}

  /** Nothing new since the validators that were sent. */
  record NotModified(@Nullable Duration freshFor) implements FetchResult {}

  /** It is gone for good and will not come back (410). */
  record Gone() implements FetchResult {}

  /**
   * No body this time.
   *
   * @param reason what happened, for people, with the remedy where there is one
   * @param retryAfter how long the server asks to be left alone; null when it does not
   * @param status of the answer; 0 without one
   */
  record Failed(Wording reason, @Nullable Duration retryAfter, int status) implements FetchResult {
    /** Without an answer. */
    public Failed(Wording reason, @Nullable Duration retryAfter) {
      this(reason, retryAfter, 0);
    }
  }
}
