package ouidire.analysis.query;

import java.util.List;
import ouidire.analysis.query.Query.Range;

/** Says what each part of a query asks, in words. */
final class QueryWords {
  private QueryWords() {}

  /** The part alone, without what it is made of. */
  static Message of(Query query) {
    return switch (query) {
      case Query.And _ -> new Message("tout ceci :", "all of these:");
      case Query.Or _ -> new Message("au moins un de ceux-ci :", "at least one of these:");
      case Query.Not _ -> new Message("sans ceci :", "without this:");
      case Query.Find(Scope scope, Place place) -> {
        Message what = place(place);
        yield new Message(
            what.fr() + " dans " + scope(scope).fr(), what.en() + " in " + scope(scope).en());
      }
      case Query.AtLeast(int times, Scope scope, Place place) -> {
        Message what = place(place);
        yield new Message(
            "au moins " + times + " fois dans " + scope(scope).fr() + " : " + what.fr(),
            "at least " + times + " times in " + scope(scope).en() + ": " + what.en());
      }
      case Query.Fact fact -> field(fact.written());
      case Query.FactLike like -> field(like.written());
      case Query.AddressBelow below -> field(below.written());
      case Range range -> field(range.written());
      case Query.Named named -> field(named.written());
    };
  }

  /** What a part is made of. */
  static List<Query> parts(Query query) {
    return switch (query) {
      case Query.And(List<Query> parts) -> parts;
      case Query.Or(List<Query> parts) -> parts;
      case Query.Not(Query part) -> List.of(part);
      case Query.Named named -> List.of(named.meaning());
      default -> List.of();
    };
  }

  private static Message field(String written) {
    return new Message("la condition " + written, "the condition " + written);
  }

  private static Message scope(Scope scope) {
    return switch (scope) {
      case TITLE -> new Message("le titre", "the title");
      case TEXT -> new Message("le texte", "the text");
      case BOTH -> new Message("le titre ou le texte", "the title or the text");
    };
  }

  private static Message place(Place place) {
    String written = QueryPrinter.print(place);
    return switch (place) {
      case Place.Term _ -> new Message("« " + written + " »", "\"" + written + "\"");
      case Place.Glob _ ->
          new Message("un mot de la forme " + written, "a word of the form " + written);
      case Place.Stem stem ->
          new Message("une forme de « " + stem.written() + " »", "a form of " + stem.written());
      case Place.Raw raw ->
          new Message("exactement « " + raw.text() + " »", "exactly \"" + raw.text() + "\"");
      case Place.Phrase phrase ->
          new Message(
              "l'expression « " + phrase.written() + " »",
              "the phrase \"" + phrase.written() + "\"");
      case Place.Within within ->
          new Message(
              "les mots de « " + within.written() + " » avec au plus " + within.words() + " autres",
              "the words of \""
                  + within.written()
                  + "\" with at most "
                  + within.words()
                  + " others");
      case Place.Near near -> near(near);
      case Place.SameSentence same ->
          new Message(
              place(same.left()).fr() + " et " + place(same.right()).fr() + " dans la même phrase",
              place(same.left()).en()
                  + " and "
                  + place(same.right()).en()
                  + " in the same sentence");
      case Place.Either(List<Place> options) ->
          new Message(
              "(" + String.join(" ou ", options.stream().map(o -> place(o).fr()).toList()) + ")",
              "(" + String.join(" or ", options.stream().map(o -> place(o).en()).toList()) + ")");
    };
  }

  private static Message near(Place.Near near) {
    Message left = place(near.left());
    Message right = place(near.right());
    return near.ordered()
        ? new Message(
            left.fr() + " suivi de " + right.fr() + ", au plus " + near.words() + " mots entre",
            left.en()
                + " followed by "
                + right.en()
                + ", at most "
                + near.words()
                + " words between")
        : new Message(
            left.fr() + " à au plus " + near.words() + " mots de " + right.fr(),
            left.en() + " at most " + near.words() + " words from " + right.en());
  }
}
