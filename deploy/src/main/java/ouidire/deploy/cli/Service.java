package ouidire.deploy.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.jspecify.annotations.Nullable;
import ouidire.deploy.app.DataFolder.Running;

/** The API of a service that runs on this machine, for commands. */
final class Service implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Console console;
  private final String http;
  private final String key;
  private final HttpClient client = HttpClient.newHttpClient();

  Service(Console console, Running running) {
    this.console = console;
    @Nullable String address = running.http();
    @Nullable String secret = running.key();
    if (address == null || secret == null) {
      throw Failure.failed("export.noservice");
    }
    http = address;
    key = secret;
  }

  /** Calls, and gives the JSON of the answer; null when it has none. */
  JsonNode call(String method, String path, @Nullable JsonNode body)
      throws IOException, InterruptedException {
    HttpRequest.BodyPublisher sent =
        body == null
            ? HttpRequest.BodyPublishers.noBody()
            : HttpRequest.BodyPublishers.ofString(body.toString(), UTF_8);
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(http + path))
            .header("Authorization", "Bearer " + key)
            .header("Accept-Language", console.locale().getLanguage())
            .header("Content-Type", "application/json")
            .method(method, sent)
            .build();
    HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() >= 400) {
      String detail = JSON.readTree(answer.body()).path("detail").asText(answer.body());
      throw answer.statusCode() < 500
          ? Failure.usage("service.refused", detail)
          : Failure.failed("service.refused", detail);
    }
    return answer.body().isEmpty() ? JSON.createObjectNode() : JSON.readTree(answer.body());
  }

  @Override
  public void close() {
    client.close();
  }
}
