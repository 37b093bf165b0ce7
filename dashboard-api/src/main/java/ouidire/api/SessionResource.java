package ouidire.api;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ouidire.api.key.ApiKey;
import ouidire.api.key.ApiKeys;
import ouidire.api.problem.Message;
import ouidire.api.problem.Problem;
import ouidire.api.problem.ProblemException;
import ouidire.api.problem.ProblemKind;

/** {@code /api/v1/session}: signing in and out with a browser, and who is signed in. */
final class SessionResource {
  private static final Logger AUDIT = LoggerFactory.getLogger("ouidire.api.audit");
  private static final int MAX_BODY = 1_000;

  private final ApiKeys keys;
  private final Guard guard;

  SessionResource(ApiKeys keys, Guard guard) {
    this.keys = keys;
    this.guard = guard;
  }

  void show(Context call) {
    Parameters.none(call);
    ApiKey key = Caller.of(call).key();
    Json.object(
        call,
        json -> {
          json.writeObjectFieldStart("key");
          KeyJson.fields(json, key);
          json.writeEndObject();
        });
  }

  /** JSON only: a form of another site cannot send it without asking the browser first. */
  void signIn(Context call) throws IOException {
    Bodies.requireType(call, "application/json");
    String secret = key(Bodies.read(call, MAX_BODY));
    if (secret == null) {
      throw Problem.of(ProblemKind.INVALID_BODY, Message.of("body.key")).exception();
    }
    open(call, secret);
    call.status(HttpStatus.NO_CONTENT);
  }

  void signOut(Context call) {
    String token = SessionCookie.read(call);
    if (token != null) {
      keys.closeSession(token);
      AUDIT.info("session closed from {}", call.ip());
    }
    SessionCookie.remove(call);
    call.status(HttpStatus.NO_CONTENT);
  }

  /**
   * The sign-in link: opens a session and goes on to the same address without the key; with a
   * fragment that the page reads when the key does not work.
   */
  void signInByLink(Context call, String secret) {
    boolean known = true;
    try {
      open(call, secret);
    } catch (ProblemException e) {
      if (e.problem().kind() != ProblemKind.SIGN_IN_NEEDED) {
        throw e;
      }
      known = false;
    }
    call.header("Cache-Control", "no-store");
    call.redirect(addressWithoutKey(call) + (known ? "" : "#key-refused"), HttpStatus.SEE_OTHER);
  }

  private void open(Context call, String secret) {
    ApiKey key = guard.verified(call, secret);
    SessionCookie.write(call, keys.openSession(key));
    AUDIT.info("session opened with key {} from {}", key.id(), call.ip());
  }

  private static String addressWithoutKey(Context call) {
    String rest =
        call.queryParamMap().entrySet().stream()
            .filter(parameter -> !parameter.getKey().equals("key"))
            .flatMap(SessionResource::pairs)
            .collect(Collectors.joining("&"));
    // A path of two slashes would be another host.
    String path = call.path().replaceFirst("^/+", "/");
    return rest.isEmpty() ? path : path + "?" + rest;
  }

  private static Stream<String> pairs(Map.Entry<String, List<String>> parameter) {
    return parameter.getValue().stream()
        .map(value -> encoded(parameter.getKey()) + "=" + encoded(value));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static @Nullable String key(byte[] body) {
    try (JsonParser json = Json.FACTORY.createParser(body)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        return null;
      }
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String field = json.currentName();
        JsonToken value = json.nextToken();
        if (field.equals("key") && value == JsonToken.VALUE_STRING) {
          return json.getText();
        }
        json.skipChildren();
      }
      return null;
    } catch (IOException e) {
      return null;
    }
  }
}
