package ouidire.deploy.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import ouidire.deploy.app.DataFolder.Running;

/** The API of the service that runs on the data folder, as its own commands call it. */
final class ServiceCalls implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration ANSWER = Duration.ofSeconds(20);

  private final HttpClient client = HttpClient.newBuilder().connectTimeout(CONNECT).build();
  private final String http;
  private final String key;
  private final Locale reader;

  private ServiceCalls(String http, String key, Locale reader) {
    this.http = http;
    this.key = key;
    this.reader = reader;
  }

  /** Empty when the service answers no calls. */
  static Optional<ServiceCalls> to(Running service, Locale reader) {
    String http = service.http();
    String key = service.key();
    return http == null || key == null
        ? Optional.empty()
        : Optional.of(new ServiceCalls(http, key, reader));
  }

  /** Those of the ids that are in its history. */
  Set<String> existing(Set<String> ids) {
    ObjectNode question = JSON.createObjectNode();
    ids.forEach(question.putArray("ids")::add);
    JsonNode answer =
        answer(
            request("/api/v1/mentions/existing")
                .timeout(ANSWER)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(question.toString(), UTF_8)));
    Set<String> there = new HashSet<>();
    answer.path("existing").forEach(id -> there.add(id.asText()));
    return there;
  }

  /** Records on its streams that are not yet searchable. */
  long lag() {
    return answer(request("/api/v1/status").timeout(ANSWER)).path("pipeline").path("lag").asLong();
  }

  /** Asks for something long; the caller reads the answer and closes it. */
  HttpResponse<InputStream> get(String path) throws IOException, InterruptedException {
    return client.send(request(path).build(), HttpResponse.BodyHandlers.ofInputStream());
  }

  /** What a problem says in words; its status when it is none. */
  static String words(HttpResponse<InputStream> problem) throws IOException {
    byte[] body = problem.body().readNBytes(1 << 16);
    try {
      String detail = JSON.readTree(body).path("detail").asText("");
      return detail.isEmpty() ? Integer.toString(problem.statusCode()) : detail;
    } catch (IOException e) {
      return Integer.toString(problem.statusCode());
    }
  }

  private JsonNode answer(HttpRequest.Builder request) {
    try {
      HttpResponse<byte[]> answer =
          client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
      if (answer.statusCode() != 200) {
        throw new IOException("status " + answer.statusCode());
      }
      return JSON.readTree(answer.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(http + path))
        .header("Authorization", "Bearer " + key)
        .header("Accept-Language", reader.getLanguage());
  }

  @Override
  public void close() {
    client.shutdownNow();
    client.close();
  }
}
