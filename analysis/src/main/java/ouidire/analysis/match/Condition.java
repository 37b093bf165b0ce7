package ouidire.analysis.match;

import java.util.List;
import ouidire.analysis.query.FactTests;
import ouidire.analysis.query.Place;
import ouidire.analysis.query.PlaceProgram;
import ouidire.analysis.query.Query;
import ouidire.analysis.query.Scope;
import ouidire.analysis.query.SpanList;
import ouidire.analysis.text.Measure;

/** A query made ready: its leaves and facts are numbers, its parts in order of what they cost. */
sealed interface Condition {
  /** A place with no leaf, where none was given yet. */
  Placed NOTHING =
      new Placed(
          PlaceProgram.of(new Place.Either(List.of())), new int[0], new int[0][], 1, Scope.BOTH);

  boolean holds(Sighting seen);

  /** Cheaper ones are asked first. */
  int cost();

  record All(List<Condition> parts) implements Condition {
    @Override
    public boolean holds(Sighting seen) {
      for (int i = 0; i < parts.size(); i++) {
        if (!parts.get(i).holds(seen)) {
          return false;
        }
      }
      return true;
    }

    @Override
    public int cost() {
      return parts.getLast().cost();
    }
  }

  record Any(List<Condition> parts) implements Condition {
    @Override
    public boolean holds(Sighting seen) {
      for (int i = 0; i < parts.size(); i++) {
        if (parts.get(i).holds(seen)) {
          return true;
        }
      }
      return false;
    }

    @Override
    public int cost() {
      return parts.getLast().cost() + parts.size() / 4;
    }
  }

  record None(Condition part) implements Condition {
    @Override
    public boolean holds(Sighting seen) {
      return !part.holds(seen);
    }

    @Override
    public int cost() {
      return part.cost() + 1;
    }
  }

  /** A leaf anywhere in the scope. */
  record There(int leaf, Scope scope) implements Condition {
    @Override
    public boolean holds(Sighting seen) {
      return (scope != Scope.TITLE && seen.has(leaf, false))
          || (scope != Scope.TEXT && seen.has(leaf, true));
    }

    @Override
    public int cost() {
      return 1;
    }
  }

  /** A place, so many times. */
  @SuppressWarnings("ArrayRecordComponent")
  record Placed(PlaceProgram program, int[] leaves, int[][] rawTerms, int times, Scope scope)
      implements Condition {
    @Override
    public boolean holds(Sighting seen) {
      int found = scope == Scope.TEXT ? 0 : count(seen, true);
      if (found < times && scope != Scope.TITLE) {
        found += count(seen, false);
      }
      return found >= times;
    }

    private int count(Sighting seen, boolean inTitle) {
      if (seen.isEmpty(inTitle)) {
        return 0;
      }
      SpanList spans = program.find(seen.occurrences(this, inTitle), seen.steps(), seen::cut);
      return times == 1 ? spans.size() : spans.withoutOverlap();
    }

    @Override
    public int cost() {
      return 10 + leaves.length;
    }
  }

  record Stated(int fact) implements Condition {
    @Override
    public boolean holds(Sighting seen) {
      return seen.states(fact);
    }

    @Override
    public int cost() {
      return 1;
    }
  }

  record StatedLike(Query.FactLike like) implements Condition {
    @Override
    public boolean holds(Sighting seen) {
      return FactTests.hasLike(seen.facts().facts(), like);
    }

    @Override
    public int cost() {
      return 20;
    }
  }

  record Below(Query.AddressBelow below) implements Condition {
    @Override
    public boolean holds(Sighting seen) {
      return FactTests.hasAddress(seen.facts().facts(), below);
    }

    @Override
    public int cost() {
      return 30;
    }
  }

  record Between(Measure measure, long low, long high) implements Condition {
    @Override
    public boolean holds(Sighting seen) {
      Long value = seen.facts().measure(measure);
      return value != null && value >= low && value <= high;
    }

    @Override
    public int cost() {
      return 2;
    }
  }
}
