package ouidire.analysis.query;

/** Errors of a query: operators that lack what they join, or join what cannot be joined. */
final class OperatorErrors {
  private OperatorErrors() {}

  static QueryException missingOperand(Token token) {
    boolean end = token.is(Token.Kind.END);
    return QueryErrors.error(
        "missing-operand",
        token.position(),
        end ? "la fin de la requête" : QueryErrors.shown(token.text()),
        end ? "the end of the query" : QueryErrors.shown(token.text()),
        "un mot, une « expression », un champ ou (",
        "a word, a phrase, a field or (",
        "complétez l'opérateur, ou mettez le mot entre guillemets si ce n'en est pas un",
        "complete the operator, or quote the word if it is none");
  }

  static QueryException doubleNegation(int position) {
    return QueryErrors.error(
        "double-negation",
        position,
        "NOT NOT",
        "NOT NOT",
        "un seul NOT",
        "one NOT",
        "retirez les deux",
        "remove both");
  }

  static QueryException negativeAlternative(int position) {
    return QueryErrors.error(
        "negative-alternative",
        position,
        "NOT d'un côté de OR",
        "NOT on one side of OR",
        "un terme à trouver de chaque côté de OR",
        "something to find on each side of OR",
        "écrivez (a OR b) NOT c",
        "write (a OR b) NOT c");
  }

  static QueryException nothingToFind(int position) {
    return QueryErrors.error(
        "nothing-to-find",
        position,
        "seulement des exclusions",
        "nothing but exclusions",
        "un terme à trouver",
        "something to find",
        "ajoutez un mot avant NOT",
        "add a word before NOT");
  }

  static QueryException noPositiveTerm(int position) {
    return QueryErrors.error(
        "no-positive-term",
        position,
        "seulement des filtres ou des exclusions",
        "nothing but filters or exclusions",
        "un mot, un auteur, un compte, un #mot-clic, un site ou un lien à trouver",
        "a word, author, account, #tag, site or link to find",
        "ajoutez par exemple le nom de la marque; les filtres seuls conviennent à une recherche",
        "add for example the brand's name; filters alone are fine in a search");
  }

  static QueryException viewOnly(int position, String written) {
    return QueryErrors.error(
        "view-only",
        position,
        QueryErrors.shown(written),
        QueryErrors.shown(written),
        "ce que l'on sait à l'arrivée de la mention",
        "what is known when the mention arrives",
        "gardez cette condition pour une recherche enregistrée ou un filtre du tableau de bord",
        "keep this condition for a saved search or a filter of the dashboard");
  }

  static QueryException bareNear(int position, String word) {
    return QueryErrors.error(
        "bare-near",
        position,
        word + " sans nombre",
        word + " without a number",
        word + "/n",
        word + "/n",
        "écrivez " + word + "/5 : au plus 5 mots entre les deux",
        "write " + word + "/5: at most 5 words between");
  }

  static QueryException wordsBetween(int position, String written) {
    return QueryErrors.error(
        "words-between",
        position,
        QueryErrors.shown(written),
        QueryErrors.shown(written),
        "un nombre de mots de 0 à " + QueryLimits.MAX_WORDS_BETWEEN,
        "a number of words from 0 to " + QueryLimits.MAX_WORDS_BETWEEN,
        "écrivez par exemple NEAR/10, ou AND si la distance n'importe pas",
        "write for example NEAR/10, or AND if the distance does not matter");
  }

  static QueryException bareAtLeast(int position) {
    return QueryErrors.error(
        "bare-atleast",
        position,
        "ATLEAST",
        "ATLEAST",
        "ATLEAST/n(terme)",
        "ATLEAST/n(term)",
        "écrivez ATLEAST/2(nordika)",
        "write ATLEAST/2(nordika)");
  }

  static QueryException times(int position, String digits) {
    return QueryErrors.error(
        "times",
        position,
        QueryErrors.shown("ATLEAST/" + digits),
        QueryErrors.shown("ATLEAST/" + digits),
        "un nombre de 1 à " + QueryLimits.MAX_TIMES,
        "a number from 1 to " + QueryLimits.MAX_TIMES,
        "écrivez ATLEAST/2(nordika)",
        "write ATLEAST/2(nordika)");
  }

  static QueryException notAPlace(int position, String operator) {
    return QueryErrors.error(
        "not-a-place",
        position,
        "AND, NOT ou un champ dans un opérande de " + operator,
        "AND, NOT or a field in an operand of " + operator,
        "un mot, une expression, #, @, raw: ou stem:, ou plusieurs reliés par OR",
        "a word, a phrase, #, @, raw: or stem:, or several joined by OR",
        "mettez cette condition hors de "
            + operator
            + ", l'expression entre guillemets, ou écrivez title:(a NEAR/3 b)",
        "put this condition outside of "
            + operator
            + ", quote the phrase, or write title:(a NEAR/3 b)");
  }
}
