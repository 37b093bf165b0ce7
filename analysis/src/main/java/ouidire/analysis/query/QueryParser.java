package ouidire.analysis.query;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import ouidire.analysis.query.Token.Kind;

/**
 * Reads queries. By recursive descent, from what binds least to what binds most:
 *
 * <pre>
 * or      := and (OR and)*
 * and     := unary (AND? unary)*
 * unary   := (NOT | -)? prox
 * prox    := operand ((NEAR/n | ONEAR/n | SENTENCE) operand)*
 * operand := word | "phrase" | "words"~n | ( or ) | field | ATLEAST/n( prox )
 * </pre>
 *
 * <p>French aliases: {@code ET OU SAUF PROCHE/n SUIVI/n}. Immutable; may be shared.
 */
public final class QueryParser {
  private final ZoneId zone;
  private final KnownLists lists;

  /** Days are counted in UTC, no lists are known. */
  public QueryParser() {
    this(ZoneOffset.UTC, KnownLists.NONE);
  }

  /**
   * @param zone whose days {@code after:} and {@code before:} mean
   * @param lists what {@code list:} and {@code author_class:} know
   */
  public QueryParser(ZoneId zone, KnownLists lists) {
    this.zone = zone;
    this.lists = lists;
  }

  /**
   * A query for this stage.
   *
   * @throws QueryException when it does not parse, is too large, or may not be asked at this stage
   */
  public ParsedQuery parse(String text, Stage stage) {
    if (text.length() > QueryLimits.MAX_LENGTH) {
      throw SizeErrors.tooLong(text.length());
    }
    List<QueryWarning> warnings = new ArrayList<>();
    List<Token> tokens = Lexer.read(text, warnings);
    if (tokens.size() == 1) {
      throw SizeErrors.empty();
    }
    Reading reading = new Reading(tokens, warnings, zone, lists);
    Query query = reading.whole();
    if (stage == Stage.COLLECT) {
      reading.checkCollect(query);
    }
    warnings.sort(Comparator.comparingInt(QueryWarning::position));
    Stage earliest = Stages.isCollect(query) ? Stage.COLLECT : Stage.VIEW;
    return new ParsedQuery(text, query, warnings, earliest, Cost.of(query));
  }

  /** One query being read. */
  private static final class Reading {
    private final List<Token> tokens;
    private final List<QueryWarning> warnings;
    private final Operands operands;
    private final Positions positions = new Positions();
    private int next;
    private int depth;
    private int clauses;
    private boolean saidSpaceIsAnd;

    Reading(List<Token> tokens, List<QueryWarning> warnings, ZoneId zone, KnownLists lists) {
      this.tokens = tokens;
      this.warnings = warnings;
      this.operands = new Operands(warnings, new FieldValues(zone, lists, warnings));
    }

    Query whole() {
      Query query = or();
      if (peek().is(Kind.CLOSE)) {
        throw WritingErrors.strayBracket(peek().position());
      }
      if (!peek().is(Kind.END)) {
        throw OperatorErrors.missingOperand(peek());
      }
      if (Stages.isNegative(query)) {
        throw OperatorErrors.nothingToFind(0);
      }
      return query;
    }

    void checkCollect(Query query) {
      Stages.firstViewOnly(query)
          .ifPresent(
              part -> {
                throw OperatorErrors.viewOnly(positions.of(part), QueryPrinter.print(part));
              });
      Stages.firstUnanchored(query)
          .ifPresent(
              part -> {
                throw OperatorErrors.noPositiveTerm(positions.of(part));
              });
    }

    private Query or() {
      int start = peek().position();
      List<Query> parts = new ArrayList<>();
      List<Integer> starts = new ArrayList<>();
      boolean mixed = false;
      do {
        starts.add(peek().position());
        boolean[] joined = new boolean[1];
        parts.add(and(joined));
        mixed |= joined[0];
      } while (accept(Kind.OR));
      if (parts.size() == 1) {
        return parts.getFirst();
      }
      for (int i = 0; i < parts.size(); i++) {
        if (Stages.isNegative(parts.get(i))) {
          throw OperatorErrors.negativeAlternative(starts.get(i));
        }
      }
      if (mixed) {
        warnings.add(QueryWarnings.mixedAndOr(start));
      }
      return positions.put(new Query.Or(flat(parts, false)), start);
    }

    private Query and(boolean[] joined) {
      int start = peek().position();
      List<Query> parts = new ArrayList<>();
      parts.add(unary());
      while (true) {
        Token token = peek();
        if (accept(Kind.AND)) {
          parts.add(unary());
        } else if (beginsOperand(token)) {
          if (!token.is(Kind.NOT) && !token.is(Kind.MINUS) && !saidSpaceIsAnd) {
            warnings.add(QueryWarnings.spaceIsAnd(token.position()));
            saidSpaceIsAnd = true;
          }
          parts.add(unary());
        } else {
          break;
        }
      }
      if (parts.size() == 1) {
        return parts.getFirst();
      }
      joined[0] = true;
      return positions.put(new Query.And(flat(parts, true)), start);
    }

    private static boolean beginsOperand(Token token) {
      return switch (token.kind()) {
        case OPEN, WORD, PHRASE, FIELD, RANGE, NOT, MINUS, ATLEAST -> true;
        default -> false;
      };
    }

    private static List<Query> flat(List<Query> parts, boolean and) {
      List<Query> all = new ArrayList<>();
      for (Query part : parts) {
        if (and && part instanceof Query.And(List<Query> inner)) {
          all.addAll(inner);
        } else if (!and && part instanceof Query.Or(List<Query> inner)) {
          all.addAll(inner);
        } else {
          all.add(part);
        }
      }
      return all;
    }

    private Query unary() {
      Token token = peek();
      if (!accept(Kind.NOT) && !accept(Kind.MINUS)) {
        return prox();
      }
      if (peek().is(Kind.NOT) || peek().is(Kind.MINUS)) {
        throw OperatorErrors.doubleNegation(token.position());
      }
      Query part = prox();
      if (Stages.isNegative(part)) {
        throw OperatorErrors.doubleNegation(token.position());
      }
      return positions.put(new Query.Not(part), token.position());
    }

    private Query prox() {
      int start = peek().position();
      Query left = operand();
      while (peek().is(Kind.NEAR) || peek().is(Kind.ONEAR) || peek().is(Kind.SENTENCE)) {
        Token operator = take();
        int rightStart = peek().position();
        Query right = operand();
        Place before = Places.of(left, start, operator.text(), warnings);
        Place after = Places.of(right, rightStart, operator.text(), warnings);
        Place both =
            operator.is(Kind.SENTENCE)
                ? new Place.SameSentence(before, after)
                : new Place.Near(before, after, operator.number(), operator.is(Kind.ONEAR));
        left = positions.put(new Query.Find(Scope.BOTH, both), start);
      }
      return left;
    }

    private Query operand() {
      Token token = take();
      switch (token.kind()) {
        case OPEN -> {
          return group(token);
        }
        case WORD, PHRASE -> {
          count(token);
          return positions.put(operands.bare(token), token.position());
        }
        case FIELD -> {
          return field(token);
        }
        case ATLEAST -> {
          return atLeast(token);
        }
        default -> throw OperatorErrors.missingOperand(token);
      }
    }

    private Query group(Token open) {
      enter(open);
      Query inside = or();
      if (!accept(Kind.CLOSE)) {
        if (peek().is(Kind.END)) {
          throw WritingErrors.unclosedBracket(open.position());
        }
        throw OperatorErrors.missingOperand(peek());
      }
      depth--;
      return inside;
    }

    private Query atLeast(Token token) {
      if (!peek().is(Kind.OPEN)) {
        throw OperatorErrors.bareAtLeast(token.position());
      }
      int start = peek().position();
      Place place = Places.of(group(take()), start, "ATLEAST", warnings);
      return positions.put(new Query.AtLeast(token.number(), Scope.BOTH, place), start);
    }

    private Query field(Token field) {
      Scope scope =
          switch (field.text()) {
            case "title" -> Scope.TITLE;
            case "text" -> Scope.TEXT;
            default -> Scope.BOTH;
          };
      Token value = take();
      if (scope != Scope.BOTH) {
        Query inside;
        if (value.is(Kind.OPEN)) {
          inside = group(value);
        } else if (value.is(Kind.WORD) || value.is(Kind.PHRASE)) {
          count(value);
          inside = operands.bare(value);
        } else {
          throw OperatorErrors.missingOperand(value);
        }
        return positions.put(Scopes.narrow(inside, scope, field, positions), field.position());
      }
      if (!value.is(Kind.OPEN)) {
        count(value);
        return positions.put(operands.field(field, value), field.position());
      }
      return alternatives(field, value);
    }

    /** {@code lang:(fr OR en)}. */
    private Query alternatives(Token field, Token open) {
      enter(open);
      List<Query> parts = new ArrayList<>();
      do {
        Token value = take();
        count(value);
        parts.add(positions.put(operands.field(field, value), value.position()));
      } while (accept(Kind.OR));
      if (!accept(Kind.CLOSE)) {
        throw peek().is(Kind.END)
            ? WritingErrors.unclosedBracket(open.position())
            : TermErrors.badValue(
                peek().position(),
                field.text(),
                peek().text(),
                "des valeurs reliées par OR",
                "values joined by OR",
                field.text() + ":(a OR b)");
      }
      depth--;
      Query all = parts.size() == 1 ? parts.getFirst() : new Query.Or(flat(parts, false));
      return positions.put(all, field.position());
    }

    private void enter(Token open) {
      if (++depth > QueryLimits.MAX_DEPTH) {
        throw SizeErrors.tooDeep(open.position());
      }
    }

    private void count(Token token) {
      if (++clauses > QueryLimits.MAX_CLAUSES) {
        throw SizeErrors.tooManyClauses(token.position());
      }
    }

    private Token peek() {
      return tokens.get(next);
    }

    private Token take() {
      Token token = tokens.get(next);
      if (!token.is(Kind.END)) {
        next++;
      }
      return token;
    }

    private boolean accept(Kind kind) {
      if (!peek().is(kind)) {
        return false;
      }
      next++;
      return true;
    }
  }
}
