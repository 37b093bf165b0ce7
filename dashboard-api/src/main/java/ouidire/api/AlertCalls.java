package ouidire.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.NoSuchElementException;
import java.util.function.Supplier;
import ouidire.api.problem.Message;
import ouidire.api.problem.Problem;
import ouidire.api.problem.ProblemKind;
import ouidire.core.alert.InvalidDocumentException;
import ouidire.core.alert.UnansweredException;
import ouidire.core.alert.UnkeptException;
import ouidire.core.history.InvalidQueryException;

/** What calls about alerts have in common: bodies in, trees out, refusals as problems. */
final class AlertCalls {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int MAX_BODY = 512 * 1024;

  private AlertCalls() {}

  /** The call's JSON object; an empty one for an empty body. */
  static ObjectNode body(Context call) throws IOException {
    byte[] bytes = Bodies.read(call, MAX_BODY);
    if (bytes.length == 0) {
      return JSON.createObjectNode();
    }
    Bodies.requireType(call, "application/json");
    try {
      if (JSON.readTree(bytes) instanceof ObjectNode object) {
        return object;
      }
    } catch (IOException e) {
      throw Problem.of(ProblemKind.INVALID_BODY, Message.of("body.object")).exception();
    }
    throw Problem.of(ProblemKind.INVALID_BODY, Message.of("body.object")).exception();
  }

  /** A key of the body whose value cannot be used; nothing stood there when it is missing. */
  static RuntimeException wrong(String key, JsonNode value, Message remedy) {
    return Problem.parameter(
            key, value.isContainerNode() ? value.toString() : value.asText(""), remedy)
        .exception();
  }

  static RuntimeException unreadable(String why) {
    return Problem.of(ProblemKind.INVALID_BODY, why).exception();
  }

  static ObjectNode object() {
    return JSON.createObjectNode();
  }

  static void answer(Context call, JsonNode json) {
    call.contentType(Json.TYPE).result(json.toString().getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Does what is asked for; what cannot be done is told as a problem, in the words of incidents.
   *
   * @param thing key of the words for what may be missing
   */
  static <T> T doing(String thing, String id, Supplier<T> action) {
    try {
      return action.get();
    } catch (NoSuchElementException e) {
      throw missing(thing, id);
    } catch (UnansweredException e) {
      throw Problem.of(ProblemKind.UNAVAILABLE, Message.of("busy.alerts")).exception();
    } catch (UnkeptException e) {
      throw Problem.of(ProblemKind.UNAVAILABLE, Message.of("busy.decision"), "10").exception();
    } catch (IllegalStateException e) {
      throw Problem.of(ProblemKind.CONFLICT, Message.of("conflict.incident")).exception();
    } catch (InvalidDocumentException e) {
      throw Problem.of(ProblemKind.INVALID_PARAMETER, e.field(), e.value(), e.remedy())
          .with("parameter", e.field())
          .exception();
    } catch (InvalidQueryException e) {
      // It knows its position and has its own problem.
      throw e;
    } catch (IllegalArgumentException e) {
      throw unreadable(String.valueOf(e.getMessage()));
    }
  }

  static RuntimeException missing(String thing, String id) {
    return Problem.of(ProblemKind.NOT_FOUND, Message.of(thing), Message.shortened(id)).exception();
  }

  /** Who calls, as the log of decisions names them. */
  static String by(Context call) {
    return Caller.of(call).key().name();
  }
}
