package ouidire.api;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.util.Map;
import java.util.UUID;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ouidire.api.problem.Language;
import ouidire.api.problem.Message;
import ouidire.api.problem.Problem;
import ouidire.api.problem.ProblemException;
import ouidire.api.problem.ProblemKind;
import ouidire.core.history.InvalidQueryException;

/**
 * Turns whatever a call throws into a problem (RFC 9457), in one place; into a page where a browser
 * asked for one.
 */
final class Problems {
  static final String TYPE = "application/problem+json;charset=utf-8";
  private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

  private Problems() {}

  static void in(RoutesConfig routes) {
    routes.exception(ProblemException.class, (e, call) -> answer(call, e.problem()));
    routes.exception(
        InvalidQueryException.class,
        (e, call) ->
            answer(
                call,
                Problem.of(ProblemKind.INVALID_QUERY, e.position(), e.words())
                    .with("parameter", "q")
                    .with("position", e.position())));
    routes.exception(HttpResponseException.class, (e, call) -> answer(call, ofHttp(e, call)));
    routes.exception(Exception.class, Problems::failed);
  }

  static void answer(Context call, Problem problem) {
    answer(call, problem, UUID.randomUUID());
  }

  /** The problem as JSON; {@code instance} is the id to find it by in the log. */
  static byte[] json(Problem problem, Language language, UUID id, int status) {
    return Json.bytes(
        json -> {
          json.writeStringField("type", "/docs#" + problem.kind().slug());
          json.writeStringField("title", language.say(problem.title()));
          json.writeNumberField("status", status);
          json.writeStringField("detail", language.say(problem.detail()));
          json.writeStringField("instance", "urn:uuid:" + id);
          for (Map.Entry<String, Object> member : problem.members().entrySet()) {
            if (member.getValue() instanceof Number number) {
              json.writeNumberField(member.getKey(), number.longValue());
            } else {
              json.writeStringField(member.getKey(), member.getValue().toString());
            }
          }
        });
  }

  private static void answer(Context call, Problem problem, UUID id) {
    if (call.res().isCommitted()) {
      return;
    }
    Language language = Language.of(call.header("Accept-Language"));
    call.removeHeader("Content-Disposition");
    call.removeHeader("Content-Encoding");
    call.header("Cache-Control", "no-store");
    call.header("Content-Language", language.tag());
    call.header("Vary", "Accept, Accept-Language");
    if (problem.kind() == ProblemKind.SIGN_IN_NEEDED) {
      call.header("WWW-Authenticate", "Bearer realm=\"ouidire\"");
    }
    Object retryAfter = problem.members().get("retryAfter");
    if (retryAfter != null) {
      call.header("Retry-After", retryAfter.toString());
    }
    call.status(problem.kind().status());
    if (PlainPage.isWanted(call.header("Accept"), call.path())) {
      call.contentType(PlainPage.TYPE).result(PlainPage.of(language, problem, id));
    } else {
      call.contentType(TYPE).result(json(problem, language, id, problem.kind().status()));
    }
  }

  /** The router's own answers: no such route, no such method. */
  private static Problem ofHttp(HttpResponseException e, Context call) {
    String path = Message.shortened(call.path());
    return switch (e.getStatus()) {
      case 404 -> Problem.of(ProblemKind.NO_SUCH_ADDRESS, path);
      case 405 -> Problem.of(ProblemKind.NO_SUCH_METHOD, path, call.method().name());
      default ->
          e.getStatus() < 500
              ? Problem.of(ProblemKind.BAD_REQUEST, Message.of("http.malformed"))
              : Problem.of(ProblemKind.INTERNAL);
    };
  }

  private static void failed(Exception e, Context call) {
    UUID id = UUID.randomUUID();
    if (call.res().isCommitted()) {
      LOG.debug("problem {}: {} {} broke off", id, call.method(), call.path(), e);
      breakOff(call);
      return;
    }
    LOG.error("problem {}: {} {} failed", id, call.method(), call.path(), e);
    answer(call, Problem.of(ProblemKind.INTERNAL), id);
  }

  /** Half an answer must not look like a whole one: the line is cut instead of ended. */
  private static void breakOff(Context call) {
    ServletContextRequest.getServletContextRequest(call.req())
        .getConnectionMetaData()
        .getConnection()
        .getEndPoint()
        .close();
  }
}
