package ouidire.api;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.net.URI;
import java.util.List;
import org.eclipse.jetty.http.UriCompliance;
import ouidire.api.live.LiveFeed;
import ouidire.core.alert.AlertJson;

/**
 * The API and the dashboard on one port. It listens from {@link #start} on; closing twice, or
 * before the start, is harmless.
 */
public final class ApiServer implements AutoCloseable {
  /** Long queries stand in addresses: 20,000 characters, accents as six bytes each. */
  private static final int MAX_REQUEST_HEADERS = 160 * 1024;

  /**
   * Ids of mentions are their collectors' own, addresses among them: {@code %2F} is part of one.
   */
  private static final UriCompliance SLASHES_IN_IDS =
      UriCompliance.DEFAULT.with(
          "ids",
          UriCompliance.Violation.AMBIGUOUS_PATH_SEPARATOR,
          UriCompliance.Violation.AMBIGUOUS_PATH_ENCODING);

  private final ApiSettings settings;
  private final LiveFeed feed;
  private final ApiRoutes routes;
  private final Guard guard;
  private final CallMeters meters;
  private final Javalin javalin;
  private boolean started;
  private boolean closed;

  public ApiServer(ApiPorts ports, ApiSettings settings) {
    this.settings = settings;
    this.guard = new Guard(ports, settings);
    this.feed =
        new LiveFeed(
            ports.live(),
            ports.alerts(),
            AlertJson::write,
            settings.streamBacklog(),
            settings.maxStreams());
    this.routes = new ApiRoutes(ports, settings, guard, feed);
    this.meters = new CallMeters(ports.meters());
    this.javalin = Javalin.create(this::configure);
  }

  /**
   * Listens.
   *
   * @throws IllegalStateException when the port is taken, with the remedy
   */
  public synchronized ApiServer start() {
    if (closed || started) {
      throw new IllegalStateException("the server was started already; make another");
    }
    try {
      javalin.start(settings.host(), settings.port());
      started = true;
      return this;
    } catch (RuntimeException e) {
      throw new IllegalStateException(
          "port "
              + settings.port()
              + " of "
              + settings.host()
              + ": cannot listen; choose another port or end what listens there",
          e);
    }
  }

  /** The port it listens on. */
  public int port() {
    return javalin.port();
  }

  /**
   * {@code http://host:port}, without a slash at the end; the local host's name when it listens on
   * every address.
   */
  public URI address() {
    String host =
        switch (settings.host()) {
          case "0.0.0.0", "::" -> "localhost";
          case String name when name.contains(":") -> "[" + name + "]";
          case String name -> name;
        };
    return URI.create("http://" + host + ":" + port());
  }

  /** The address that signs a browser in; a secret. */
  public URI signInLink(String secret) {
    return URI.create(address() + "/?key=" + secret);
  }

  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    // Streams first: the server waits for calls under way.
    feed.close();
    if (started) {
      javalin.stop();
    }
  }

  List<ApiRoutes.Route> routes() {
    return routes.all();
  }

  private void configure(JavalinConfig config) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.startup.startupWatcherEnabled = false;
    config.concurrency.useVirtualThreads = true;
    config.http.prefer405over404 = true;
    config.jetty.modifyHttpConfiguration(
        http -> {
          http.setSendServerVersion(false);
          http.setRequestHeaderSize(MAX_REQUEST_HEADERS);
          http.setUriCompliance(SLASHES_IN_IDS);
        });
    config.jetty.modifyServletContextHandler(
        servlets -> servlets.getServletHandler().setDecodeAmbiguousURIs(true));
    config.jetty.modifyServer(server -> server.setErrorHandler(new HttpErrors()));
    config.routes.before(this::before);
    config.routes.beforeMatched(guard::admit);
    config.routes.after(meters::record);
    Problems.in(config.routes);
    routes.in(config.routes);
  }

  private void before(Context call) {
    meters.begin(call);
    SecurityHeaders.add(call);
    guard.slowDown(call);
  }
}
