package ouidire.api;

import io.javalin.http.Context;
import java.util.Locale;
import ouidire.api.problem.Language;

/** The language of an answer that holds words for people. */
final class AnswerLanguage {
  private AnswerLanguage() {}

  /** The one that the call asks for by {@code Accept-Language}; the answer says which it is. */
  static Locale of(Context call) {
    Language language = Language.of(call.header("Accept-Language"));
    call.header("Content-Language", language.tag());
    call.header("Vary", "Accept-Language");
    return Locale.forLanguageTag(language.tag());
  }
}
