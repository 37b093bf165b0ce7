package ouidire.analysis.query;

import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import ouidire.analysis.text.MentionFacts;
import ouidire.analysis.text.MentionTokens;
import ouidire.core.mention.Span;

/**
 * Asks one query of one mention, part by part: slow and plain, for explanations and where the index
 * cannot answer alone. The live matcher gives the same answers faster. For one thread.
 */
public final class QueryEvaluator {
  /** Most spans of one match. */
  public static final int MAX_SPANS = 32;

  private final Map<Place, PlaceProgram> programs = new IdentityHashMap<>();
  private final Steps steps = new Steps();
  private boolean cut;

  /** Whether the mention read last matches. */
  public boolean matches(Query query, MentionFacts facts) {
    return switch (query) {
      case Query.And(List<Query> parts) -> {
        for (Query part : parts) {
          if (!matches(part, facts)) {
            yield false;
          }
        }
        yield true;
      }
      case Query.Or(List<Query> parts) -> {
        for (Query part : parts) {
          if (matches(part, facts)) {
            yield true;
          }
        }
        yield false;
      }
      case Query.Not(Query part) -> !matches(part, facts);
      case Query.Find(Scope scope, Place place) ->
          (scope != Scope.TEXT && !find(place, facts, true).isEmpty())
              || (scope != Scope.TITLE && !find(place, facts, false).isEmpty());
      case Query.AtLeast(int times, Scope scope, Place place) -> {
        int title = scope == Scope.TEXT ? 0 : find(place, facts, true).withoutOverlap();
        int text = scope == Scope.TITLE ? 0 : find(place, facts, false).withoutOverlap();
        yield title + text >= times;
      }
      case Query.Fact fact -> facts.facts().contains(fact.key());
      case Query.FactLike like -> FactTests.hasLike(facts.facts(), like);
      case Query.AddressBelow below -> FactTests.hasAddress(facts.facts(), below);
      case Query.Range range -> {
        Long value = facts.measure(range.measure());
        yield value != null && value >= range.low() && value <= range.high();
      }
      case Query.Named named -> matches(named.meaning(), facts);
    };
  }

  /** Whether a place of the last evaluation took more steps than allowed, and was given up. */
  public boolean wasCut() {
    return cut;
  }

  /** Where what matched stands: of parts that are not excluded, in order, at most 32. */
  public List<Span> spans(Query query, MentionFacts facts) {
    TreeSet<Span> spans =
        new TreeSet<>(
            Comparator.comparing((Span span) -> span.field().equals("title") ? 0 : 1)
                .thenComparing(Span::start)
                .thenComparing(Span::end));
    collect(query, facts, spans);
    return spans.stream().limit(MAX_SPANS).toList();
  }

  private void collect(Query query, MentionFacts facts, TreeSet<Span> spans) {
    switch (query) {
      case Query.And(List<Query> parts) -> parts.forEach(part -> collect(part, facts, spans));
      case Query.Or(List<Query> parts) -> {
        for (Query part : parts) {
          if (matches(part, facts)) {
            collect(part, facts, spans);
          }
        }
      }
      case Query.Find(Scope scope, Place place) -> collect(scope, place, facts, spans);
      case Query.AtLeast(int _, Scope scope, Place place) -> collect(scope, place, facts, spans);
      case Query.Fact fact when fact.name().equals("tag") ->
          collect(Scope.BOTH, new Place.Term("#" + fact.value(), fact.written()), facts, spans);
      case Query.FactLike like when like.name().equals("tag") ->
          collect(Scope.BOTH, new Place.Glob("#" + like.pattern(), like.written()), facts, spans);
      case Query.Named named -> collect(named.meaning(), facts, spans);
      default -> {
        // Nothing to point at.
      }
    }
  }

  private void collect(Scope scope, Place place, MentionFacts facts, TreeSet<Span> spans) {
    if (scope != Scope.TEXT) {
      collect("title", place, facts, spans);
    }
    if (scope != Scope.TITLE) {
      collect("text", place, facts, spans);
    }
  }

  private void collect(String field, Place place, MentionFacts facts, TreeSet<Span> spans) {
    boolean inTitle = field.equals("title");
    SpanList found = find(place, facts, inTitle);
    if (!found.isEmpty()) {
      TokenOccurrences where = occurrences(program(place), facts, inTitle);
      Highlights.add(field, found, where.tokens(), where::cited, spans);
    }
  }

  private PlaceProgram program(Place place) {
    return programs.computeIfAbsent(place, PlaceProgram::of);
  }

  private static TokenOccurrences occurrences(
      PlaceProgram program, MentionFacts facts, boolean inTitle) {
    String title = facts.mention().title();
    String text = inTitle ? title == null ? "" : title : facts.mention().text();
    MentionTokens tokens = inTitle ? facts.title() : facts.text();
    return new TokenOccurrences(tokens, text, program.leaves());
  }

  private SpanList find(Place place, MentionFacts facts, boolean inTitle) {
    MentionTokens tokens = inTitle ? facts.title() : facts.text();
    if (tokens.size() == 0) {
      return SpanList.EMPTY;
    }
    PlaceProgram program = program(place);
    return program.find(occurrences(program, facts, inTitle), steps, () -> cut = true);
  }
}
