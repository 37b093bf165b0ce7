package ouidire.analysis.alert.delivery;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.IntSupplier;

/** A server that a channel posts to. */
public final class Receiver implements AutoCloseable {
  /** One post. */
  public record Post(String path, Headers headers, byte[] body) {
    public String text() {
      return new String(body, StandardCharsets.UTF_8);
    }
  }

  private final HttpServer server;
  private final java.util.concurrent.ExecutorService answering =
      Executors.newVirtualThreadPerTaskExecutor();
  public final List<Post> posts = new CopyOnWriteArrayList<>();
  private volatile IntSupplier status = () -> 200;
  private volatile String retryAfter = "";

  public Receiver() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(answering);
    server.createContext("/", this::answer);
    server.start();
  }

  private void answer(HttpExchange exchange) throws IOException {
    posts.add(
        new Post(
            exchange.getRequestURI().getPath(),
            exchange.getRequestHeaders(),
            exchange.getRequestBody().readAllBytes()));
    if (!retryAfter.isEmpty()) {
      exchange.getResponseHeaders().set("Retry-After", retryAfter);
    }
    exchange.sendResponseHeaders(status.getAsInt(), -1);
    exchange.close();
  }

  public Receiver answering(IntSupplier next) {
    status = next;
    return this;
  }

  Receiver asking(String wait) {
    retryAfter = wait;
    return this;
  }

  public String host() {
    return "127.0.0.1:" + server.getAddress().getPort();
  }

  public String url(String path) {
    return "http://" + host() + path;
  }

  @Override
  public void close() {
    server.stop(0);
    answering.shutdownNow();
  }
}
