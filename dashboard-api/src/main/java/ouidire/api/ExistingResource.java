package ouidire.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import ouidire.api.problem.Message;
import ouidire.api.problem.Problem;
import ouidire.api.problem.ProblemKind;
import ouidire.core.history.MentionHistory;

/**
 * {@code POST /api/v1/mentions/existing}: which of the ids sent are there; for those who import and
 * want to say how much was new. A question too long for an address.
 */
final class ExistingResource {
  private static final int MAX_BODY = 1 << 20;
  private static final int MAX_IDS = 1_000;
  private static final ObjectMapper JSON = new ObjectMapper(Json.FACTORY);

  private final MentionHistory history;

  ExistingResource(MentionHistory history) {
    this.history = history;
  }

  void tell(Context call) throws IOException {
    Parameters.none(call);
    Bodies.requireType(call, "application/json");
    Set<String> ids = ids(Bodies.read(call, MAX_BODY));
    Set<String> there = new TreeSet<>(history.existing(ids));
    Json.object(
        call,
        json -> {
          json.writeArrayFieldStart("existing");
          for (String id : there) {
            json.writeString(id);
          }
          json.writeEndArray();
        });
  }

  private static Set<String> ids(byte[] body) {
    JsonNode said;
    try {
      said = JSON.readTree(body).path("ids");
    } catch (IOException e) {
      throw Problem.of(ProblemKind.INVALID_BODY, Message.of("body.not-utf8-json")).exception();
    }
    if (!said.isArray()) {
      throw Problem.of(ProblemKind.INVALID_BODY, Message.of("body.ids")).exception();
    }
    Set<String> ids = new TreeSet<>();
    for (JsonNode id : said) {
      if (!id.isTextual() || ids.size() == MAX_IDS) {
        throw Problem.of(ProblemKind.INVALID_BODY, Message.of("body.ids")).exception();
      }
      ids.add(id.textValue());
    }
    return ids;
  }
}
