package ouidire.analysis.query;

import org.jspecify.annotations.Nullable;

/** Errors of a query: words, phrases, fields and values that cannot be looked for. */
final class TermErrors {
  private TermErrors() {}

  static QueryException noWord(int position, String written) {
    return QueryErrors.error(
        "no-word",
        position,
        QueryErrors.shown(written),
        QueryErrors.shown(written),
        "une lettre, un chiffre ou un emoji",
        "a letter, a digit or an emoji",
        "retirez ce signe; pour une adresse, écrivez links:exemple.ca",
        "remove this sign; for an address, write links:example.ca");
  }

  static QueryException addressAsWord(int position) {
    return QueryErrors.error(
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
    return QueryErrors.error(
        "unknown-field",
        position,
        "le champ inconnu " + QueryErrors.shown(name + ":"),
        "the unknown field " + QueryErrors.shown(name + ":"),
        "title: text: author: at: site: url: links: source: lang: region: type: has: …",
        "title: text: author: at: site: url: links: source: lang: region: type: has: …",
        remedyFr + "mettez le texte entre guillemets",
        remedyEn + "put the text in quotes");
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
    String shown = QueryErrors.shown(field + ":" + value);
    return QueryErrors.error(
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
    return QueryErrors.error(
        "short-prefix",
        position,
        QueryErrors.shown(word),
        QueryErrors.shown(word),
        "au moins " + QueryLimits.MIN_PREFIX + " lettres avant *",
        "at least " + QueryLimits.MIN_PREFIX + " letters before *",
        "écrivez plus de lettres, par exemple nor*",
        "write more letters, for example nor*");
  }

  static QueryException onlyWildcards(int position, String word) {
    return QueryErrors.error(
        "only-wildcards",
        position,
        QueryErrors.shown(word),
        QueryErrors.shown(word),
        "au moins une lettre avec ? et au plus " + QueryLimits.MAX_WILDCARDS + " jokers",
        "at least one letter beside ? and at most " + QueryLimits.MAX_WILDCARDS + " wildcards",
        "écrivez la lettre que vous connaissez, par exemple t?m",
        "write the letter you know, for example t?m");
  }

  static QueryException longPhrase(int position) {
    return QueryErrors.error(
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
    return QueryErrors.error(
        "unsupported",
        position,
        QueryErrors.shown(written),
        QueryErrors.shown(written),
        "un mot exact, un préfixe* ou ?",
        "an exact word, a prefix* or ?",
        fr,
        en);
  }
}
