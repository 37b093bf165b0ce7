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
  /** What the server calls the address of a request whose first line it cannot read. */
  private static final String UNREAD = "/badMessage";

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
    SecurityHeaders.ALL.forEach(response.getHeaders()::put);
    response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
    response.getHeaders().put(HttpHeader.CONTENT_LANGUAGE, language.tag());
    response.getHeaders().put(HttpHeader.VARY, "Accept, Accept-Language");
    UUID id = UUID.randomUUID();
    String path = request.getHttpURI().getPath();
    // An address with a percent sign that begins no byte is refused before the headers are read:
    // who asks is not known, and such an address is typed by people.
    boolean unread = status == 400 && request.getHeaders().size() == 0 && UNREAD.equals(path);
    boolean page = PlainPage.isWanted(request.getHeaders().get(HttpHeader.ACCEPT), path);
    response
        .getHeaders()
        .put(HttpHeader.CONTENT_TYPE, page || unread ? PlainPage.TYPE : Problems.TYPE);
    byte[] body;
    if (unread) {
      body = PlainPage.inBoth(problem, id);
    } else {
      body =
          page ? PlainPage.of(language, problem, id) : Problems.json(problem, language, id, status);
    }
    response.write(true, ByteBuffer.wrap(body), callback);
    return true;
  }
}
