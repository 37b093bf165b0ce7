package ouidire.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.net.URLDecoder;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import ouidire.api.limit.RateLimit;
import ouidire.api.limit.RateLimiter;
import ouidire.api.problem.Message;
import ouidire.api.problem.Problem;
import ouidire.api.problem.ProblemKind;
import ouidire.core.link.Webmentions;
import ouidire.core.link.Webmentions.Answer;
import ouidire.core.link.Webmentions.Receipt;

/**
 * {@code /webmention}: anyone says that a page links to a brand's site (W3C Recommendation
 * Webmention, section 3.2). Since its source is read later, the answer is 201 with the address
 * where to see what became of it.
 */
final class WebmentionResource {
  private static final int MAX_BODY = 20_000;

  /** A site that was linked to in a newsletter hears of it all at once; nobody says more. */
  private static final RateLimit PER_ADDRESS = new RateLimit(30, 0.5);

  private final Webmentions webmentions;
  private final RateLimiter addresses;

  WebmentionResource(Webmentions webmentions, InstantSource clock) {
    this.webmentions = webmentions;
    this.addresses = new RateLimiter(PER_ADDRESS, clock);
  }

  void receive(Context call) throws IOException {
    Duration wait = addresses.take(call.ip());
    if (!wait.isZero()) {
      long seconds = Math.max(1, wait.plusNanos(999_999_999).toSeconds());
      throw Problem.of(ProblemKind.TOO_MANY_CALLS, seconds).with("retryAfter", seconds).exception();
    }
    Bodies.requireType(call, "application/x-www-form-urlencoded");
    Map<String, String> form = form(new String(Bodies.read(call, MAX_BODY), UTF_8));
    switch (webmentions.receive(field(form, "source"), field(form, "target"))) {
      case Answer.Taken(Receipt receipt) -> {
        call.status(HttpStatus.CREATED);
        call.header("Location", "/webmention/" + receipt.id());
        answer(call, receipt);
      }
      case Answer.Invalid invalid ->
          throw Problem.parameter(
                  invalid.field(),
                  form.getOrDefault(invalid.field(), ""),
                  Message.of("said", invalid.reason()))
              .exception();
      case Answer.Busy busy ->
          throw Problem.of(ProblemKind.UNAVAILABLE, busy.reason(), "600")
              .with("retryAfter", 600)
              .exception();
    }
  }

  void status(Context call) {
    Parameters.none(call);
    String id = call.pathParam("id");
    answer(
        call,
        webmentions
            .find(id)
            .orElseThrow(
                () ->
                    Problem.of(
                            ProblemKind.NOT_FOUND,
                            Message.of("thing.webmention"),
                            Message.shortened(id))
                        .exception()));
  }

  private static void answer(Context call, Receipt receipt) {
    Locale reader = AnswerLanguage.of(call);
    Json.object(
        call,
        json -> {
          json.writeStringField("id", receipt.id());
          json.writeStringField("source", receipt.source());
          json.writeStringField("target", receipt.target());
          Json.word(json, "state", receipt.state());
          Json.time(json, "at", receipt.at());
          Json.text(json, "reason", receipt.reason() == null ? null : receipt.reason().in(reader));
        });
  }

  private static String field(Map<String, String> form, String name) {
    String value = form.get(name);
    if (value == null || value.isBlank()) {
      throw Problem.parameter(name, "", Message.of("remedy.webmention")).exception();
    }
    return value.strip();
  }

  /** The first value of each field. */
  private static Map<String, String> form(String body) {
    Map<String, String> form = new HashMap<>();
    for (String pair : body.split("&")) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        try {
          form.putIfAbsent(
              URLDecoder.decode(pair.substring(0, equals), UTF_8),
              URLDecoder.decode(pair.substring(equals + 1), UTF_8));
        } catch (IllegalArgumentException e) {
          throw Problem.of(ProblemKind.BAD_REQUEST, Message.of("http.malformed")).exception();
        }
      }
    }
    return form;
  }
}
