package ouidire.api;

import java.time.Duration;
import ouidire.api.limit.RateLimit;

/**
 * How the API serves.
 *
 * @param host address to listen on; loopback unless people say otherwise
 * @param port 0 for any free one
 * @param version as {@code /status} says it
 * @param perKey how often one key may call
 * @param perAddress how often one address may call, static files included
 * @param maxBody bytes of a pushed body
 * @param maxPushed mentions of one push
 * @param publishTimeout how long a push waits for its mentions to be kept
 * @param maxStreams pages that may follow the live stream at once
 * @param streamBacklog mentions that wait for a slow page before it is told to load again
 * @param heartbeat silence after which a live stream says that it lives
 */
public record ApiSettings(
    String host,
    int port,
    String version,
    RateLimit perKey,
    RateLimit perAddress,
    int maxBody,
    int maxPushed,
    Duration publishTimeout,
    int maxStreams,
    int streamBacklog,
    Duration heartbeat) {

  /** What suits one team on one machine. */
  public static final ApiSettings DEFAULTS =
      new ApiSettings(
          "127.0.0.1",
          0,
          "dev",
          new RateLimit(300, 50),
          new RateLimit(600, 100),
          10 * 1024 * 1024,
          10_000,
          Duration.ofSeconds(30),
          200,
          1_000,
          Duration.ofSeconds(15));

  public ApiSettings withAddress(String toHost, int toPort) {
    return new ApiSettings(
        toHost,
        toPort,
        version,
        perKey,
        perAddress,
        maxBody,
        maxPushed,
        publishTimeout,
        maxStreams,
        streamBacklog,
        heartbeat);
  }

  public ApiSettings withVersion(String value) {
    return new ApiSettings(
        host,
        port,
        value,
        perKey,
        perAddress,
        maxBody,
        maxPushed,
        publishTimeout,
        maxStreams,
        streamBacklog,
        heartbeat);
  }

  public ApiSettings withLimits(RateLimit key, RateLimit address) {
    return new ApiSettings(
        host,
        port,
        version,
        key,
        address,
        maxBody,
        maxPushed,
        publishTimeout,
        maxStreams,
        streamBacklog,
        heartbeat);
  }

  public ApiSettings withPush(int bytes, int mentions, Duration timeout) {
    return new ApiSettings(
        host,
        port,
        version,
        perKey,
        perAddress,
        bytes,
        mentions,
        timeout,
        maxStreams,
        streamBacklog,
        heartbeat);
  }

  public ApiSettings withStreams(int max, int backlog, Duration silence) {
    return new ApiSettings(
        host,
        port,
        version,
        perKey,
        perAddress,
        maxBody,
        maxPushed,
        publishTimeout,
        max,
        backlog,
        silence);
  }
}
