package ouidire.analysis.query;

import java.util.Locale;

/**
 * Errors of a query: what is written wrong before it means anything: characters, quotes and
 * brackets.
 */
final class WritingErrors {
  private WritingErrors() {}

  static QueryException controlCharacter(int position, char c) {
    String name = String.format(Locale.ROOT, "U+%04X", (int) c);
    return QueryErrors.error(
        "control-character",
        position,
        "le caractère de contrôle " + name,
        "the control character " + name,
        "du texte",
        "text",
        "effacez ce caractère invisible",
        "delete this invisible character");
  }

  static QueryException unclosedComment(int position) {
    return QueryErrors.error(
        "unclosed-comment",
        position,
        "/*",
        "/*",
        "*/ plus loin",
        "*/ further on",
        "fermez le commentaire par */",
        "close the comment with */");
  }

  static QueryException unclosedQuote(int position, char quote) {
    return QueryErrors.error(
        "unclosed-quote",
        position,
        "un guillemet " + quote + " seul",
        "a lone quote " + quote,
        "un guillemet fermant",
        "a closing quote",
        "fermez l'expression",
        "close the phrase");
  }

  static QueryException unclosedRange(int position) {
    return QueryErrors.error(
        "unclosed-range", position, "[", "[", "]", "]", "écrivez [10 TO 50]", "write [10 TO 50]");
  }

  static QueryException unclosedBracket(int position) {
    return QueryErrors.error(
        "unclosed-bracket",
        position,
        "une parenthèse ouverte jamais fermée",
        "a bracket that is never closed",
        ")",
        ")",
        "ajoutez ) ou retirez (",
        "add ) or remove (");
  }

  static QueryException strayBracket(int position) {
    return QueryErrors.error(
        "stray-bracket",
        position,
        "une parenthèse fermante de trop",
        "a closing bracket too many",
        "un mot ou la fin",
        "a word or the end",
        "retirez ) ou ajoutez ( plus tôt",
        "remove ) or add ( before it");
  }

  static QueryException spaceAfterField(int position, String name) {
    return QueryErrors.error(
        "space-after-field",
        position,
        "une espace après " + name + ":",
        "a space after " + name + ":",
        "la valeur collée au deux-points",
        "the value right after the colon",
        "retirez l'espace, ou le deux-points si ce n'est pas un champ",
        "remove the space, or the colon if it is no field");
  }
}
