package ouidire.analysis.query;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Every error of a query, in both languages: what was found, what was expected, what to do. */
final class QueryErrors {
  private static final int SHOWN = 40;

  private QueryErrors() {}

  private static QueryException error(
      String code,
      int position,
      String foundFr,
      String foundEn,
      String expectedFr,
      String expectedEn,
      String remedyFr,
      String remedyEn) {
    return new QueryException(
        code,
        position,
        new Message(foundFr, foundEn),
        new Message(expectedFr, expectedEn),
        new Message(remedyFr, remedyEn));
  }

  /** A piece of the query as errors quote it: short, on one line. */
  static String shown(String text) {
    StringBuilder out = new StringBuilder("« ");
    int end = Math.min(text.length(), SHOWN);
    for (int i = 0; i < end; i++) {
      char c = text.charAt(i);
      out.append(Character.isISOControl(c) ? '\uFFFD' : c);
    }
    return out.append(text.length() > SHOWN ? "… »" : " »").toString();
  }

  static QueryException empty() {
    return error(
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
    return error(
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
    return error(
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
    return error(
        "too-deep",
        position,
        "plus de " + QueryLimits.MAX_DEPTH + " niveaux de parenthèses",
        "brackets more than " + QueryLimits.MAX_DEPTH + " deep",
        "au plus " + QueryLimits.MAX_DEPTH + " niveaux",
        "at most " + QueryLimits.MAX_DEPTH,
        "retirez les parenthèses inutiles",
        "remove brackets that are not needed");
  }

  static QueryException controlCharacter(int position, char c) {
    String name = String.format(Locale.ROOT, "U+%04X", (int) c);
    return error(
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
    return error(
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
    return error(
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
    return error(
        "unclosed-range", position, "[", "[", "]", "]", "écrivez [10 TO 50]", "write [10 TO 50]");
  }

  static QueryException unclosedBracket(int position) {
    return error(
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
    return error(
        "stray-bracket",
        position,
        "une parenthèse fermante de trop",
        "a closing bracket too many",
        "un mot ou la fin",
        "a word or the end",
        "retirez ) ou ajoutez ( plus tôt",
        "remove ) or add ( before it");
  }

  static QueryException missingOperand(Token token) {
    boolean end = token.is(Token.Kind.END);
    return error(
        "missing-operand",
        token.position(),
        end ? "la fin de la requête" : shown(token.text()),
        end ? "the end of the query" : shown(token.text()),
        "un mot, une « expression », un champ ou (",
        "a word, a phrase, a field or (",
        "complétez l'opérateur, ou mettez le mot entre guillemets si ce n'en est pas un",
        "complete the operator, or quote the word if it is none");
  }

  static QueryException doubleNegation(int position) {
    return error(
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
    return error(
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
    return error(
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
    return error(
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
    return error(
        "view-only",
        position,
        shown(written),
        shown(written),
        "ce que l'on sait à l'arrivée de la mention",
        "what is known when the mention arrives",
        "gardez cette condition pour une recherche enregistrée ou un filtre du tableau de bord",
        "keep this condition for a saved search or a filter of the dashboard");
  }

  static QueryException bareNear(int position, String word) {
    return error(
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
    return error(
        "words-between",
        position,
        shown(written),
        shown(written),
        "un nombre de mots de 0 à " + QueryLimits.MAX_WORDS_BETWEEN,
        "a number of words from 0 to " + QueryLimits.MAX_WORDS_BETWEEN,
        "écrivez par exemple NEAR/10, ou AND si la distance n'importe pas",
        "write for example NEAR/10, or AND if the distance does not matter");
  }

  static QueryException bareAtLeast(int position) {
    return error(
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
    return error(
        "times",
        position,
        shown("ATLEAST/" + digits),
        shown("ATLEAST/" + digits),
        "un nombre de 1 à " + QueryLimits.MAX_TIMES,
        "a number from 1 to " + QueryLimits.MAX_TIMES,
        "écrivez ATLEAST/2(nordika)",
        "write ATLEAST/2(nordika)");
  }

  static QueryException notAPlace(int position, String operator) {
    return error(
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

  static QueryException noWord(int position, String written) {
    return error(
        "no-word",
        position,
        shown(written),
        shown(written),
        "une lettre, un chiffre ou un emoji",
        "a letter, a digit or an emoji",
        "retirez ce signe; pour une adresse, écrivez links:exemple.ca",
        "remove this sign; for an address, write links:example.ca");
  }

  static QueryException addressAsWord(int position) {
    return error(
        "address-as-word",
        position,
        "une adresse",
        "an address",
        "links: ou url:",
        "links: or url:",
        "écrivez links:\"https://…\" (adresse citée) ou url: (sa propre adresse)",
        "write links:\"https://…\" (address cited) or url: (its own address)");
  }

  static QueryException unknownField(int position, String name) {
    String near = FieldNames.nearest(name);
    String remedyFr = near == null ? "" : "vouliez-vous " + near + ": ? Sinon ";
    String remedyEn = near == null ? "" : "did you mean " + near + ":? Otherwise ";
    return error(
        "unknown-field",
        position,
        "le champ inconnu " + shown(name + ":"),
        "the unknown field " + shown(name + ":"),
        "title: text: author: at: site: url: links: source: lang: region: type: has: …",
        "title: text: author: at: site: url: links: source: lang: region: type: has: …",
        remedyFr + "mettez le texte entre guillemets",
        remedyEn + "put the text in quotes");
  }

  static QueryException spaceAfterField(int position, String name) {
    return error(
        "space-after-field",
        position,
        "une espace après " + name + ":",
        "a space after " + name + ":",
        "la valeur collée au deux-points",
        "the value right after the colon",
        "retirez l'espace, ou le deux-points si ce n'est pas un champ",
        "remove the space, or the colon if it is no field");
  }

  static QueryException badValue(
      int position, String field, String value, String expectedFr, String expectedEn) {
    return badValue(position, field, value, expectedFr, expectedEn, null);
  }

  static QueryException badValue(
      int position,
      String field,
      String value,
      String expectedFr,
      String expectedEn,
      @Nullable String example) {
    String shown = shown(field + ":" + value);
    return error(
        "bad-value",
        position,
        shown,
        shown,
        expectedFr,
        expectedEn,
        "corrigez la valeur" + (example == null ? "" : ", par exemple " + example),
        "correct the value" + (example == null ? "" : ", for example " + example));
  }

  static QueryException shortPrefix(int position, String word) {
    return error(
        "short-prefix",
        position,
        shown(word),
        shown(word),
        "au moins " + QueryLimits.MIN_PREFIX + " lettres avant *",
        "at least " + QueryLimits.MIN_PREFIX + " letters before *",
        "écrivez plus de lettres, par exemple nor*",
        "write more letters, for example nor*");
  }

  static QueryException onlyWildcards(int position, String word) {
    return error(
        "only-wildcards",
        position,
        shown(word),
        shown(word),
        "au moins une lettre avec ? et au plus " + QueryLimits.MAX_WILDCARDS + " jokers",
        "at least one letter beside ? and at most " + QueryLimits.MAX_WILDCARDS + " wildcards",
        "écrivez la lettre que vous connaissez, par exemple t?m",
        "write the letter you know, for example t?m");
  }

  static QueryException longPhrase(int position) {
    return error(
        "long-phrase",
        position,
        "une expression trop longue",
        "a phrase that is too long",
        "au plus " + QueryLimits.MAX_PHRASE + " mots et " + QueryLimits.MAX_OPERAND + " caractères",
        "at most "
            + QueryLimits.MAX_PHRASE
            + " words and "
            + QueryLimits.MAX_OPERAND
            + " characters",
        "coupez-la",
        "cut it");
  }

  static QueryException unsupported(int position, String written, String fr, String en) {
    return error(
        "unsupported",
        position,
        shown(written),
        shown(written),
        "un mot exact, un préfixe* ou ?",
        "an exact word, a prefix* or ?",
        fr,
        en);
  }
}
