package ouidire.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ouidire.api.problem.Language;
import ouidire.api.problem.Message;
import ouidire.api.problem.Problem;
import ouidire.api.problem.ProblemKind;

/** A page of a few words that needs no script: a title, what is to be said, and the way on. */
final class PlainPage {
  static final String TYPE = "text/html;charset=utf-8";

  private PlainPage() {}

  /**
   * @param body markup; whatever came from outside must be {@link #escaped}
   */
  static byte[] of(Language language, String title, String body) {
    return ("<!doctype html><html lang=\""
            + language.tag()
            + "\"><head><meta charset=\"utf-8\"><meta name=\"viewport\""
            + " content=\"width=device-width,initial-scale=1\"><title>"
            + escaped(title)
            + " · Ouïdire</title><link rel=\"icon\" href=\"/icon.svg\">"
            + "<link rel=\"stylesheet\" href=\"/docs.css\"></head><body><main><h1>"
            + escaped(title)
            + "</h1>"
            + body
            + "</main></body></html>")
        .getBytes(UTF_8);
  }

  /**
   * A problem, in the reader's words.
   *
   * @param id to find it by in the log
   */
  static byte[] of(Language language, Problem problem, UUID id) {
    return of(language, title(language, problem), words(language, problem) + named(id));
  }

  /** The same in French, then in English, where the reader's language is not known. */
  static byte[] inBoth(Problem problem, UUID id) {
    String english =
        "<section lang=\"en\"><h2>"
            + escaped(title(Language.EN, problem))
            + "</h2>"
            + words(Language.EN, problem)
            + "</section>";
    return of(
        Language.FR,
        title(Language.FR, problem),
        words(Language.FR, problem) + english + named(id));
  }

  /** What a person can do about a malformed request is look at its address. */
  private static boolean isAddress(Problem problem) {
    return problem.kind() == ProblemKind.BAD_REQUEST;
  }

  private static String title(Language language, Problem problem) {
    return language.say(isAddress(problem) ? Message.of("page.address") : problem.title());
  }

  private static String words(Language language, Problem problem) {
    Message said = isAddress(problem) ? Message.of("page.address.detail") : problem.detail();
    return "<p>"
        + escaped(language.say(said))
        + "</p><p><a href=\"/\">"
        + escaped(language.say(Message.of("page.home")))
        + "</a></p>";
  }

  private static String named(UUID id) {
    return "<p><small><code>" + id + "</code></small></p>";
  }

  /**
   * Whether a person in a browser asks for a page of the dashboard, rather than a program.
   *
   * @param accept the header {@code Accept}
   * @param path as it was asked for
   */
  static boolean isWanted(@Nullable String accept, @Nullable String path) {
    return accept != null
        && accept.contains("text/html")
        && path != null
        && !path.startsWith("/api/");
  }

  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
