package ouidire.ingest.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hc.client5.http.ClientProtocolException;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpHead;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.jspecify.annotations.Nullable;
import ouidire.core.net.AddressGuard;
import ouidire.core.net.ForbiddenAddressException;
import ouidire.core.net.GuardedHttp;
import ouidire.core.net.WebAddress;
import ouidire.core.words.Wording;

/**
 * Gets what is at an address, within {@linkplain FetchLimits limits}: conditional requests, gzip
 * and deflate, every redirect checked by the guard before it is followed. Never throws: what goes
 * wrong is a {@link FetchResult.Failed} that says so. Safe for any number of threads; waits block
 * the calling thread, which may be virtual.
 */
public final class SafeFetcher implements AutoCloseable {
  /** Who asks, when nothing else is said. */
  public static final String USER_AGENT = "Ouidire/0.1 (+feed reader)";

  private static final String ACCEPT =
      "application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9,"
          + " text/xml;q=0.9, application/json;q=0.8, */*;q=0.1";
  private static final Pattern MAX_AGE = Pattern.compile("(?i)\\bmax-age\\s*=\\s*\"?(\\d{1,9})");
  private static final int HIDDEN_AFTER = 300;

  private final AddressGuard guard;
  private final FetchLimits limits;
  private final InstantSource clock;
  private final CloseableHttpClient client;
  private final ScheduledThreadPoolExecutor watch;

  /**
   * @param clock what dates in {@code Retry-After} are compared with
   */
  public SafeFetcher(
      AddressGuard guard, FetchLimits limits, String userAgent, InstantSource clock) {
    this.guard = guard;
    this.limits = limits;
    this.clock = clock;
    this.client = GuardedHttp.client(guard, userAgent, limits.connect(), limits.idle());
    this.watch =
        new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("ouidire-fetch-watch").factory());
    watch.setRemoveOnCancelPolicy(true);
  }

  /** Gets a feed; {@code known} are the validators of the version that the caller has. */
  public FetchResult fetch(String url, Validators known) {
    return fetch(url, known, ACCEPT);
  }

  /**
   * Gets what is at an address.
   *
   * @param known validators of the version that the caller has
   * @param accept which types are wanted, as the header {@code Accept} says it
   */
  public FetchResult fetch(String url, Validators known, String accept) {
    Deadline deadline = new Deadline(limits.total());
    try {
      WebAddress address = guard.check(url);
      boolean permanent = true;
      for (int followed = 0; ; followed++) {
        Step step = ask(address, known, accept, deadline, followed > 0 && permanent);
        if (step instanceof Step.Done(FetchResult result)) {
          return result;
        }
        if (!(step instanceof Step.Moved(String location, boolean forGood))) {
          throw new IllegalStateException("a step is done or moved");
        }
        if (followed == limits.redirects()) {
          return failed(
              new Wording(
                  "plus de " + limits.redirects() + " redirections",
                  "more than " + limits.redirects() + " redirects"));
        }
        permanent &= forGood;
        address = guard.check(address.resolve(location));
      }
    } catch (IOException | UncheckedIOException e) {
      return failed(deadline.isOver() ? deadline.words() : words(e));
    }
  }

  private sealed interface Step {
    record Done(FetchResult result) implements Step {}

    record Moved(String location, boolean forGood) implements Step {}
  }

  /**
   * Where an address leads in the end, however its last page answers, without reading it. Empty
   * when it leads nowhere else, further than redirects are followed, or to where it may not.
   */
  public Optional<String> destination(String url) {
    Deadline deadline = new Deadline(limits.total());
    try {
      WebAddress address = guard.check(url);
      for (int followed = 0; followed <= limits.redirects(); followed++) {
        String next = next(address, deadline);
        if (next == null) {
          return followed == 0 ? Optional.empty() : Optional.of(address.toString());
        }
        address = guard.check(address.resolve(next));
      }
      return Optional.empty();
    } catch (IOException | UncheckedIOException e) {
      return Optional.empty();
    }
  }

  /** The address that the one asked sends us to; null when it does not. */
  private @Nullable String next(WebAddress address, Deadline deadline) throws IOException {
    String target = address.target();
    for (HttpUriRequestBase request : List.of(new HttpHead(target), new HttpGet(target))) {
      ScheduledFuture<?> end =
          watch.schedule(request::cancel, deadline.leftMillis(), TimeUnit.MILLISECONDS);
      try (ClassicHttpResponse response =
          client.executeOpen(GuardedHttp.host(address), request, null)) {
        int status = response.getCode();
        // Whatever body there is stays unread.
        request.cancel();
        boolean moved = status >= 301 && status <= 308 && status != 304;
        if (moved) {
          return header(response, "Location");
        }
        if (status != 405 && status != 501) {
          return null;
        }
      } finally {
        end.cancel(false);
      }
    }
    return null;
  }

  private Step ask(
      WebAddress address, Validators known, String accept, Deadline deadline, boolean movedForGood)
      throws IOException {
    HttpGet get = new HttpGet(address.target());
    get.setHeader("Accept", accept);
    get.setHeader("Accept-Encoding", "gzip, deflate");
    if (known.etag() != null) {
      get.setHeader("If-None-Match", known.etag());
    }
    if (known.lastModified() != null) {
      get.setHeader("If-Modified-Since", known.lastModified());
    }
    // Timeouts of the socket bound each silence; this bounds a server that drips.
    ScheduledFuture<?> end =
        watch.schedule(get::cancel, deadline.leftMillis(), TimeUnit.MILLISECONDS);
    try (ClassicHttpResponse response = client.executeOpen(GuardedHttp.host(address), get, null)) {
      Step step = read(address, response, deadline, movedForGood);
      if (step instanceof Step.Done(FetchResult.Failed ignored)) {
        get.cancel();
      }
      return step;
    } catch (BoundedBody.TooLargeException e) {
      // Closing would read the rest to its end; a bomb has a long one.
      get.cancel();
      throw e;
    } finally {
      end.cancel(false);
    }
  }

  private Step read(
      WebAddress address, ClassicHttpResponse response, Deadline deadline, boolean movedForGood)
      throws IOException {
    int status = response.getCode();
    String location = header(response, "Location");
    if (location != null && (status == 301 || status == 308)) {
      return new Step.Moved(location, true);
    }
    if (location != null && (status == 302 || status == 303 || status == 307)) {
      return new Step.Moved(location, false);
    }
    return switch (status) {
      case 304 -> new Step.Done(new FetchResult.NotModified(freshFor(response)));
      case 410 -> new Step.Done(new FetchResult.Gone());
      case 200, 203, 226 ->
          new Step.Done(
              new FetchResult.Fetched(
                  body(response, deadline),
                  header(response, "Content-Type"),
                  address.toString(),
                  movedForGood ? address.toString() : null,
                  new Validators(header(response, "ETag"), header(response, "Last-Modified")),
                  freshFor(response)));
      default ->
          new Step.Done(
              new FetchResult.Failed(
                  new Wording("le serveur a répondu ", "the server answered ")
                      .then(Wording.same(Integer.toString(status))),
                  RetryAfter.parse(header(response, "Retry-After"), clock.instant()).orElse(null),
                  status));
    };
  }

  private byte[] body(ClassicHttpResponse response, Deadline deadline) throws IOException {
    HttpEntity entity = response.getEntity();
    if (entity == null) {
      return new byte[0];
    }
    InputStream in = entity.getContent();
    return BoundedBody.read(in, header(response, "Content-Encoding"), limits, deadline::check);
  }

  private static @Nullable Duration freshFor(ClassicHttpResponse response) {
    String control = header(response, "Cache-Control");
    Matcher age = MAX_AGE.matcher(control == null ? "" : control);
    return age.find() ? Duration.ofSeconds(Long.parseLong(age.group(1))) : null;
  }

  private static @Nullable String header(ClassicHttpResponse response, String name) {
    Header header = response.getFirstHeader(name);
    return header == null ? null : header.getValue();
  }

  private static FetchResult failed(Wording reason) {
    return new FetchResult.Failed(reason, null);
  }

  private static Wording words(Exception e) {
    return switch (e) {
      case ForbiddenAddressException forbidden -> forbidden.words();
      case BoundedBody.TooLargeException large ->
          new Wording("la réponse ", "the answer ").then(large.words());
      case InterruptedIOException slow ->
          new Wording("pas de réponse à temps", "no answer in time");
      case ClientProtocolException protocol ->
          new Wording("la réponse n’est pas du HTTP", "the answer is no HTTP");
      default ->
          new Wording("pas de réponse (", "no answer (")
              .then(
                  Wording.same(
                      shortened(
                          Optional.ofNullable(e.getMessage())
                              .orElse(e.getClass().getSimpleName()))))
              .then(Wording.same(")"));
    };
  }

  private static String shortened(String text) {
    return text.length() <= HIDDEN_AFTER ? text : text.substring(0, HIDDEN_AFTER) + "…";
  }

  @Override
  public void close() {
    watch.shutdownNow();
    try {
      client.close();
    } catch (IOException e) {
      throw new UncheckedIOException("closing the HTTP client", e);
    }
  }

  /** When a fetch must be over, whatever the server does. Elapsed time, not the time of day. */
  private static final class Deadline {
    private final Duration within;
    private final long endNanos;

    Deadline(Duration within) {
      this.within = within;
      this.endNanos = System.nanoTime() + within.toNanos();
    }

    long leftMillis() {
      // Rounded up: what is cut at that time finds the deadline over.
      return Math.max(1, (endNanos - System.nanoTime()) / 1_000_000 + 1);
    }

    boolean isOver() {
      return System.nanoTime() - endNanos >= 0;
    }

    void check() throws IOException {
      if (isOver()) {
        throw new IOException(words().english());
      }
    }

    Wording words() {
      return new Wording(
          "pas de réponse complète en " + within.toSeconds() + " s",
          "no complete answer in " + within.toSeconds() + " s");
    }
  }
}
