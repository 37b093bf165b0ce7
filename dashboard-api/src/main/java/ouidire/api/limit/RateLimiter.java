package ouidire.api.limit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One token bucket for each caller. Callers that were not seen for longest are forgotten first once
 * there are very many; a forgotten caller starts with a full bucket.
 */
public final class RateLimiter {
  /** Bounds memory under a flood of addresses: about 10 MB. */
  static final int MAX_CALLERS = 50_000;

  private final RateLimit limit;
  private final InstantSource clock;
  private final Map<String, Bucket> buckets =
      new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
          return size() > MAX_CALLERS;
        }
      };

  public RateLimiter(RateLimit limit, InstantSource clock) {
    this.limit = limit;
    this.clock = clock;
  }

  /** Takes a token: zero when the caller may go on, else how long to wait for one. */
  public synchronized Duration take(String caller) {
    Instant now = clock.instant();
    Bucket bucket = buckets.computeIfAbsent(caller, key -> new Bucket(limit.burst(), now));
    double seconds = Math.max(0, Duration.between(bucket.at, now).toNanos() / 1e9);
    bucket.tokens = Math.min(limit.burst(), bucket.tokens + seconds * limit.perSecond());
    bucket.at = now;
    if (bucket.tokens >= 1) {
      bucket.tokens -= 1;
      return Duration.ZERO;
    }
    double wait = (1 - bucket.tokens) / limit.perSecond();
    return Duration.ofNanos(Math.max(1, (long) Math.ceil(wait * 1e9)));
  }

  private static final class Bucket {
    double tokens;
    Instant at;

    Bucket(double tokens, Instant at) {
      this.tokens = tokens;
      this.at = at;
    }
  }
}
