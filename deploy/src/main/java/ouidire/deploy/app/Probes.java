package ouidire.deploy.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import ouidire.api.HealthCheck;
import ouidire.core.config.Settings;

/**
 * What a process without the API answers to those who watch over it: {@code /health/live}, {@code
 * /health/ready} and {@code /metrics}, without a key. Holds counts and states, nothing of anyone's.
 */
final class Probes implements AutoCloseable {
  private static final int BACKLOG = 16;

  private final HttpServer server;

  private Probes(HttpServer server) {
    this.server = server;
  }

  /**
   * Begins to answer.
   *
   * @param checks all must be well for the process to be ready
   * @param scrape the meters as Prometheus reads them
   * @throws IOException when the port cannot be had
   */
  static Probes start(Settings.Http where, List<HealthCheck> checks, Supplier<String> scrape)
      throws IOException {
    HttpServer server =
        HttpServer.create(
            new InetSocketAddress(InetAddress.getByName(where.bind()), where.port()), BACKLOG);
    server.createContext("/", call -> answer(call, checks, scrape));
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
    return new Probes(server);
  }

  URI address() {
    InetSocketAddress bound = server.getAddress();
    return URI.create("http://" + bound.getHostString() + ":" + bound.getPort());
  }

  private static void answer(HttpExchange call, List<HealthCheck> checks, Supplier<String> scrape)
      throws IOException {
    try (call) {
      switch (call.getRequestURI().getPath()) {
        case "/health/live" -> send(call, 200, "application/json", "{\"status\":\"ok\"}");
        case "/health/ready" -> {
          boolean well = checks.stream().allMatch(check -> check.problem().get().isEmpty());
          String status = well ? "ok" : "failing";
          send(call, well ? 200 : 503, "application/json", "{\"status\":\"" + status + "\"}");
        }
        case "/metrics" ->
            send(call, 200, "text/plain; version=0.0.4; charset=utf-8", scrape.get());
        default -> send(call, 404, "text/plain", "/health/live /health/ready /metrics\n");
      }
    }
  }

  private static void send(HttpExchange call, int status, String type, String body)
      throws IOException {
    byte[] bytes = body.getBytes(UTF_8);
    boolean head = call.getRequestMethod().equals("HEAD");
    call.getResponseHeaders().set("Content-Type", type);
    call.getResponseHeaders().set("Cache-Control", "no-store");
    call.sendResponseHeaders(status, head || bytes.length == 0 ? -1 : bytes.length);
    if (!head) {
      call.getResponseBody().write(bytes);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
