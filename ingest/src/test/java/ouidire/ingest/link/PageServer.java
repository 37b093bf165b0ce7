package ouidire.ingest.link;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** A site on a free port of this machine, whose pages a test writes. */
final class PageServer implements AutoCloseable {
  private final HttpServer server;
  private final Map<String, Page> pages = new ConcurrentHashMap<>();
  private final Map<String, CountDownLatch> held = new ConcurrentHashMap<>();
  private final List<String> asked = new CopyOnWriteArrayList<>();

  private record Page(int status, Map<String, String> headers, byte[] body) {}

  PageServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::answer);
    server.start();
  }

  /** {@code 127.0.0.1:PORT}. */
  String host() {
    return "127.0.0.1:" + server.getAddress().getPort();
  }

  String at(String path) {
    return "http://" + host() + path;
  }

  /** The same site under another name. */
  String otherHost() {
    return "localhost:" + server.getAddress().getPort();
  }

  String atOther(String path) {
    return "http://" + otherHost() + path;
  }

  void html(String path, String body) {
    page(path, 200, Map.of("Content-Type", "text/html; charset=utf-8"), body.getBytes(UTF_8));
  }

  void typed(String path, String type, String body) {
    page(path, 200, Map.of("Content-Type", type), body.getBytes(UTF_8));
  }

  void status(String path, int status) {
    page(path, status, Map.of(), new byte[0]);
  }

  void moved(String path, String to) {
    page(path, 302, Map.of("Location", to), new byte[0]);
  }

  void page(String path, int status, Map<String, String> headers, byte[] body) {
    pages.put(path, new Page(status, headers, body));
  }

  /** From now on requests for a path are answered once {@code open} is. */
  void hold(String path, CountDownLatch open) {
    held.put(path, open);
  }

  /** Method and path of every request, in order. */
  List<String> asked() {
    return List.copyOf(asked);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      asked.add(exchange.getRequestMethod() + " " + path);
      await(held.get(path));
      Page page = pages.getOrDefault(path, new Page(404, Map.of(), new byte[0]));
      page.headers().forEach(exchange.getResponseHeaders()::set);
      boolean body = !exchange.getRequestMethod().equals("HEAD") && page.body().length > 0;
      exchange.sendResponseHeaders(page.status(), body ? page.body().length : -1);
      if (body) {
        try (OutputStream out = exchange.getResponseBody()) {
          out.write(page.body());
        }
      }
    }
  }

  private static void await(@Nullable CountDownLatch open) {
    try {
      if (open != null) {
        open.await();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
