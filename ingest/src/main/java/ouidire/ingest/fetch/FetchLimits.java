package ouidire.ingest.fetch;

import java.time.Duration;

/**
 * What a fetch may cost.
 *
 * @param bytes longest body, unpacked
 * @param ratio how many times longer than it came a body may grow when unpacked, once it has passed
 *     a megabyte
 * @param redirects most redirects followed
 * @param connect longest wait for a connection
 * @param idle longest silence
 * @param total longest time for everything, redirects included
 */
public record FetchLimits(
    int bytes, int ratio, int redirects, Duration connect, Duration idle, Duration total) {
  public static final FetchLimits DEFAULT =
      new FetchLimits(
          20 * 1024 * 1024,
          100,
          3,
          Duration.ofSeconds(10),
          Duration.ofSeconds(15),
          Duration.ofSeconds(60));
}
