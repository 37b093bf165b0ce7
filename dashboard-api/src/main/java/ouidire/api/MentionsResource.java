package ouidire.api;

import io.javalin.http.Context;
import ouidire.api.FilterParameters.Asked;
import ouidire.api.problem.Message;
import ouidire.api.problem.Problem;
import ouidire.api.problem.ProblemKind;
import ouidire.core.history.InvalidQueryException;
import ouidire.core.history.MentionHistory;
import ouidire.core.history.MentionOrder;
import ouidire.core.history.MentionPage;
import ouidire.core.mention.AnalysedMention;
import ouidire.core.mention.MentionJson;

/** {@code GET /api/v1/mentions} page by page, and one with all that is known of it. */
final class MentionsResource {
  static final int MAX_LIMIT = 1_000;

  private final MentionHistory history;
  private final FilterParameters filters;

  MentionsResource(MentionHistory history, FilterParameters filters) {
    this.history = history;
    this.filters = filters;
  }

  void search(Context call) {
    Asked asked = filters.read(call, "order", "limit", "cursor");
    MentionOrder order = asked.more().word("order", MentionOrder.class).orElse(MentionOrder.NEWEST);
    int limit = asked.more().number("limit", 50, 1, MAX_LIMIT);
    MentionPage page = page(asked, order, limit);
    Json.object(
        call,
        json -> {
          json.writeArrayFieldStart("mentions");
          for (AnalysedMention mention : page.mentions()) {
            MentionJson.write(json, mention);
          }
          json.writeEndArray();
          json.writeNumberField("total", page.total());
          Json.text(json, "next", page.next());
        });
  }

  void one(Context call) {
    Parameters.none(call);
    String id = call.pathParam("id");
    AnalysedMention found =
        history
            .find(id)
            .orElseThrow(
                () ->
                    Problem.of(
                            ProblemKind.NOT_FOUND,
                            Message.of("thing.mention"),
                            Message.shortened(id))
                        .exception());
    call.contentType(Json.TYPE).result(MentionJson.write(found));
  }

  private MentionPage page(Asked asked, MentionOrder order, int limit) {
    String cursor = asked.more().one("cursor").orElse(null);
    try {
      return history.search(asked.filter(), order, limit, cursor);
    } catch (InvalidQueryException e) {
      throw e;
    } catch (IllegalArgumentException e) {
      if (cursor == null) {
        throw e;
      }
      throw Problem.parameter("cursor", cursor, Message.of("remedy.cursor")).exception();
    }
  }
}
