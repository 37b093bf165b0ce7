package ouidire.analysis.query;

import java.util.List;
import ouidire.analysis.query.Token.Kind;
import ouidire.analysis.text.MentionFacts;

/** Makes conditions of single words, phrases and fields. */
final class Operands {
  private final TermReader terms;
  private final FieldValues values;
  private final List<QueryWarning> warnings;

  Operands(List<QueryWarning> warnings, FieldValues values) {
    this.terms = new TermReader(warnings);
    this.values = values;
    this.warnings = warnings;
  }

  /** A word or a phrase without a field. */
  Query bare(Token token) {
    String text = token.text();
    if (token.is(Kind.PHRASE)) {
      return new Query.Find(
          Scope.BOTH,
          token.number() < 0
              ? terms.phrase(text, token.position())
              : terms.within(text, token.number(), token.position()));
    }
    Place place = terms.word(text, token.position());
    return switch (place) {
      case Place.Term(String term, String written) when isTag(term, written, text) ->
          new Query.Fact("tag", MentionFacts.tagTerm(term), "#" + term.substring(1));
      case Place.Glob(String pattern, String written) when isTag(pattern, written, text) ->
          new Query.FactLike("tag", pattern.substring(1), pattern);
      default -> new Query.Find(Scope.BOTH, place);
    };
  }

  private static boolean isTag(String term, String written, String text) {
    return term.startsWith("#") && written.length() == text.length();
  }

  /** A field other than title and text. */
  Query field(Token field, Token value) {
    boolean word = value.is(Kind.WORD);
    boolean quoted = value.is(Kind.PHRASE) && value.number() < 0;
    boolean range = value.is(Kind.RANGE);
    if (!word && !quoted && !range) {
      throw OperatorErrors.missingOperand(value);
    }
    String text = value.text();
    return switch (field.text()) {
      case "raw" -> new Query.Find(Scope.BOTH, terms.raw(text, value.position()));
      case "stem" -> new Query.Find(Scope.BOTH, terms.stem(text, value.position()));
      case "at" -> at(text, value.position());
      case "tag" -> bare(new Token(Kind.WORD, sign('#', text), value.position()));
      case "retweets_of" -> retweetsOf(text, field, value);
      default -> values.condition(field, text, value.position());
    };
  }

  private Query at(String text, int position) {
    Place place = terms.word(sign('@', text), position);
    if (place instanceof Place.Phrase) {
      throw TermErrors.badValue(
          position, "at", text, "un seul compte", "one account", "at:@nordika");
    }
    return new Query.Find(Scope.BOTH, place);
  }

  private Query retweetsOf(String text, Token field, Token value) {
    String handle = sign('@', text);
    warnings.add(QueryWarnings.retweetsOf(field.position(), handle));
    Query meaning =
        new Query.And(
            List.of(new Query.Fact("type", "repost", "type:repost"), at(text, value.position())));
    return new Query.Named("retweets_of:" + handle, meaning);
  }

  private static String sign(char sign, String text) {
    return !text.isEmpty() && text.charAt(0) == sign ? text : sign + text;
  }
}
