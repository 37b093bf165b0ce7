package ouidire.api;

import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import ouidire.api.problem.Message;
import ouidire.api.problem.Problem;
import ouidire.api.problem.ProblemKind;

/** Request bodies, never more of them than allowed. */
final class Bodies {
  private Bodies() {}

  /** The call's content type, without parameters, when it is among those read here. */
  static String requireType(Context call, String... types) {
    String header = call.contentType();
    String given = header == null ? "" : header.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    if (!List.of(types).contains(given)) {
      throw Problem.of(
              ProblemKind.UNSUPPORTED_TYPE, Message.shortened(given), String.join(", ", types))
          .exception();
    }
    return given;
  }

  static byte[] read(Context call, int maxBytes) throws IOException {
    byte[] body = call.req().getInputStream().readNBytes(maxBytes + 1);
    if (body.length > maxBytes) {
      throw Problem.of(ProblemKind.TOO_LARGE, Message.of("limit.bytes", String.valueOf(maxBytes)))
          .with("maxBytes", maxBytes)
          .exception();
    }
    return body;
  }
}
