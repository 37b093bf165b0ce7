package ouidire.analysis.query;

/** Errors of a query: queries that are empty, too long, or of too many parts. */
final class SizeErrors {
  private SizeErrors() {}

  static QueryException empty() {
    return QueryErrors.error(
        "empty",
        0,
        "une requête vide",
        "an empty query",
        "au moins un mot",
        "at least one word",
        "écrivez un mot, par exemple nordika",
        "write a word, for example nordika");
  }

  static QueryException tooLong(int length) {
    return QueryErrors.error(
        "too-long",
        QueryLimits.MAX_LENGTH,
        length + " caractères",
        length + " characters",
        "au plus " + QueryLimits.MAX_LENGTH,
        "at most " + QueryLimits.MAX_LENGTH,
        "partagez-la en plusieurs requêtes ou mettez les auteurs dans une liste (list:nom)",
        "split it into several queries, or put authors in a list (list:name)");
  }

  static QueryException tooManyClauses(int position) {
    return QueryErrors.error(
        "too-many-clauses",
        position,
        "plus de " + QueryLimits.MAX_CLAUSES + " conditions",
        "more than " + QueryLimits.MAX_CLAUSES + " clauses",
        "au plus " + QueryLimits.MAX_CLAUSES,
        "at most " + QueryLimits.MAX_CLAUSES,
        "partagez-la en plusieurs requêtes",
        "split it into several queries");
  }

  static QueryException tooDeep(int position) {
    return QueryErrors.error(
        "too-deep",
        position,
        "plus de " + QueryLimits.MAX_DEPTH + " niveaux de parenthèses",
        "brackets more than " + QueryLimits.MAX_DEPTH + " deep",
        "au plus " + QueryLimits.MAX_DEPTH + " niveaux",
        "at most " + QueryLimits.MAX_DEPTH,
        "retirez les parenthèses inutiles",
        "remove brackets that are not needed");
  }
}
