package ouidire.api;

import java.nio.ByteBuffer;
import java.util.UUID;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import ouidire.api.problem.Language;
import ouidire.api.problem.Message;
import ouidire.api.problem.Problem;
import ouidire.api.problem.ProblemKind;

/** Problems of requests that HTTP itself refuses before any route sees them. */
final class HttpErrors extends ErrorHandler {
  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    int status = response.getStatus();
    Problem problem =
        status >= 500
            ? Problem.of(ProblemKind.INTERNAL)
            : Problem.of(
                ProblemKind.BAD_REQUEST,
                Message.of(status == 414 || status == 431 ? "http.headers" : "http.malformed"));
    Language language = Language.of(request.getHeaders().get(HttpHeader.ACCEPT_LANGUAGE));
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, Problems.TYPE);
    response.getHeaders().put("X-Content-Type-Options", "nosniff");
    byte[] body = Problems.json(problem, language, UUID.randomUUID(), status);
    response.write(true, ByteBuffer.wrap(body), callback);
    return true;
  }
}
