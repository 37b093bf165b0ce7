package ouidire.analysis.query;

/** Every warning of a query, in both languages. */
final class QueryWarnings {
  private QueryWarnings() {}

  static QueryWarning spaceIsAnd(int position) {
    return warning(
        "space-is-and",
        position,
        "une espace entre deux mots vaut AND : les deux sont exigés; pour une expression, mettez"
            + " des guillemets",
        "a space between two words means AND: both are required; for a phrase, use quotes");
  }

  static QueryWarning mixedAndOr(int position) {
    return warning(
        "mixed-and-or",
        position,
        "AND et OR sont mêlés sans parenthèses : AND lie d'abord; ajoutez des parenthèses",
        "AND and OR are mixed without brackets: AND binds first; add brackets");
  }

  static QueryWarning lowerCaseOperator(int position, String word) {
    String also = word.equals("ou") ? " (« ou » trouve aussi « où »)" : "";
    return warning(
        "lower-case-operator",
        position,
        QueryErrors.shown(word)
            + " en minuscules est un mot comme un autre"
            + also
            + "; l'opérateur s'écrit en majuscules",
        QueryErrors.shown(word)
            + " in lower case is a plain word"
            + (also.isEmpty() ? "" : " (it also finds \"où\")")
            + "; operators are upper-case");
  }

  static QueryWarning elided(int position, String written, String word) {
    return warning(
        "elided",
        position,
        QueryErrors.shown(written)
            + " exige l'article; "
            + QueryErrors.shown(word)
            + " trouve la marque avec et sans article",
        QueryErrors.shown(written)
            + " asks for the article; "
            + QueryErrors.shown(word)
            + " finds the brand with and without it");
  }

  static QueryWarning trailingQuestion(int position, String written) {
    return warning(
        "trailing-question",
        position,
        "dans "
            + QueryErrors.shown(written)
            + ", ? est un caractère exactement; pour les questions,"
            + " écrivez has:question",
        "in "
            + QueryErrors.shown(written)
            + ", ? is exactly one character; for questions, write"
            + " has:question");
  }

  static QueryWarning wildcardNear(int position, String written) {
    return warning(
        "wildcard-near",
        position,
        "le joker " + QueryErrors.shown(written) + " dans un NEAR ou une expression coûte cher",
        "the wildcard " + QueryErrors.shown(written) + " inside NEAR or a phrase is expensive");
  }

  static QueryWarning reachIsFollowers(int position) {
    return warning(
        "reach-is-followers",
        position,
        "reach: est le nombre d'abonnés de l'auteur, la plus grande portée directe",
        "reach: is the author's followers, the largest direct reach");
  }

  static QueryWarning retweetsOf(int position, String handle) {
    return warning(
        "retweets-of",
        position,
        "retweets_of: devient type:repost AND at:" + handle,
        "retweets_of: becomes type:repost AND at:" + handle);
  }

  private static QueryWarning warning(String code, int position, String fr, String en) {
    return new QueryWarning(code, position, new Message(fr, en));
  }
}
