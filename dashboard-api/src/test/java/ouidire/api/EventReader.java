package ouidire.api;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Reads server-sent events one by one, as a browser does. */
final class EventReader implements AutoCloseable {
  /** One event; {@code name} is {@code comment} for a heartbeat. */
  record Event(String name, String id, String data) {}

  final HttpResponse<InputStream> answer;
  private final BufferedReader lines;

  EventReader(ApiFixture api, HttpRequest.Builder request) {
    try {
      answer = api.client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
    lines = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8));
  }

  /** Waits for the next event, comments left out; fails when the stream ends. */
  Event next() {
    while (true) {
      Event event = any();
      if (event == null) {
        throw new AssertionError("the stream ended");
      }
      if (!event.name().equals("comment")) {
        return event;
      }
    }
  }

  /** The next event or comment; null at the end. */
  @Nullable Event any() {
    String name = "message";
    String id = "";
    String data = null;
    try {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.equals(":")) {
          name = "comment";
          data = "";
        } else if (line.startsWith("event: ")) {
          name = line.substring(7);
        } else if (line.startsWith("id: ")) {
          id = line.substring(4);
        } else if (line.startsWith("data: ")) {
          data = line.substring(6);
        } else if (line.isEmpty() && data != null) {
          return new Event(name, id, data);
        }
      }
      return null;
    } catch (IOException e) {
      return null;
    }
  }

  @Override
  public void close() {
    try {
      lines.close();
    } catch (IOException e) {
      // Closed is closed.
    }
  }
}
