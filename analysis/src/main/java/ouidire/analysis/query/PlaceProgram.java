package ouidire.analysis.query;

import java.util.ArrayList;
import java.util.List;
import ouidire.analysis.text.MentionTokens;

/**
 * A place made ready to be looked for: its leaves numbered, so that whoever knows where they stand
 * can say where the whole does. Immutable; may be shared.
 *
 * <p>What it finds are all stretches, not only the shortest: in {@code a NEAR/2 b NEAR/2 c} the
 * farther {@code b} may be the one beside {@code c}.
 */
public final class PlaceProgram {
  private final List<Place> leaves;
  private final Step root;
  private final boolean sentences;

  private PlaceProgram(List<Place> leaves, Step root, boolean sentences) {
    this.leaves = List.copyOf(leaves);
    this.root = root;
    this.sentences = sentences;
  }

  public static PlaceProgram of(Place place) {
    List<Place> leaves = new ArrayList<>();
    Step root = step(place, leaves);
    return new PlaceProgram(leaves, root, asksSentences(place));
  }

  /** Terms, globs, stems and raw texts, each once. */
  public List<Place> leaves() {
    return leaves;
  }

  /** Whether it asks where sentences end. */
  public boolean asksSentences() {
    return sentences;
  }

  /** What to say of a place that costs more steps than allowed. */
  public interface Cut {
    void cut();
  }

  /** All stretches; none, and a call to {@code cut}, when that takes too many steps. */
  public SpanList find(Occurrences where, Steps steps, Cut cut) {
    if (!root.possible(where)) {
      return SpanList.EMPTY;
    }
    steps.start();
    try {
      return root.find(where, steps);
    } catch (Steps.Spent e) {
      cut.cut();
      return SpanList.EMPTY;
    }
  }

  private static boolean asksSentences(Place place) {
    return switch (place) {
      case Place.SameSentence _ -> true;
      case Place.Near near -> asksSentences(near.left()) || asksSentences(near.right());
      case Place.Either(List<Place> options) ->
          options.stream().anyMatch(PlaceProgram::asksSentences);
      default -> false;
    };
  }

  private static Step step(Place place, List<Place> leaves) {
    return switch (place) {
      case Place.Term _, Place.Glob _, Place.Stem _, Place.Raw _ -> leaf(place, leaves);
      case Place.Phrase phrase -> {
        Step whole = step(phrase.parts().getFirst(), leaves);
        for (Place part : phrase.parts().subList(1, phrase.parts().size())) {
          whole = new NearStep(whole, step(part, leaves), 0, true);
        }
        yield whole;
      }
      case Place.Within within ->
          new WithinStep(
              within.parts().stream().mapToInt(part -> leaf(part, leaves).leaf).toArray(),
              within.words());
      case Place.Near near ->
          new NearStep(
              step(near.left(), leaves), step(near.right(), leaves), near.words(), near.ordered());
      case Place.SameSentence same ->
          new SentenceStep(step(same.left(), leaves), step(same.right(), leaves));
      case Place.Either(List<Place> options) ->
          new EitherStep(options.stream().map(option -> step(option, leaves)).toList());
    };
  }

  private static Leaf leaf(Place place, List<Place> leaves) {
    int known = indexOf(place, leaves);
    if (known >= 0) {
      return new Leaf(known);
    }
    leaves.add(place);
    return new Leaf(leaves.size() - 1);
  }

  /** Two leaves written differently may be one term. */
  private static int indexOf(Place place, List<Place> leaves) {
    for (int i = 0; i < leaves.size(); i++) {
      boolean same =
          switch (place) {
            case Place.Term term ->
                leaves.get(i) instanceof Place.Term other && other.term().equals(term.term());
            case Place.Glob glob ->
                leaves.get(i) instanceof Place.Glob other && other.pattern().equals(glob.pattern());
            case Place.Stem stem ->
                leaves.get(i) instanceof Place.Stem other && other.stem().equals(stem.stem());
            default -> place.equals(leaves.get(i));
          };
      if (same) {
        return i;
      }
    }
    return -1;
  }

  /** One operation. */
  private sealed interface Step {
    SpanList find(Occurrences where, Steps steps);

    boolean possible(Occurrences where);
  }

  private record Leaf(int leaf) implements Step {
    @Override
    public SpanList find(Occurrences where, Steps steps) {
      return where.of(leaf);
    }

    @Override
    public boolean possible(Occurrences where) {
      return where.has(leaf);
    }
  }

  private record EitherStep(List<Step> options) implements Step {
    @Override
    public SpanList find(Occurrences where, Steps steps) {
      SpanList all = new SpanList();
      for (Step option : options) {
        all.addAll(option.find(where, steps));
      }
      return all.sort();
    }

    @Override
    public boolean possible(Occurrences where) {
      for (Step option : options) {
        if (option.possible(where)) {
          return true;
        }
      }
      return false;
    }
  }

  private record NearStep(Step left, Step right, int words, boolean ordered) implements Step {
    @Override
    public SpanList find(Occurrences where, Steps steps) {
      SpanList before = left.find(where, steps);
      if (before.isEmpty()) {
        return SpanList.EMPTY;
      }
      SpanList after = right.find(where, steps);
      if (after.isEmpty()) {
        return SpanList.EMPTY;
      }
      SpanList found = new SpanList();
      pairs(before, after, steps, found);
      if (!ordered) {
        pairs(after, before, steps, found);
      }
      return found.sort();
    }

    private void pairs(SpanList before, SpanList after, Steps steps, SpanList found) {
      for (int i = 0; i < before.size(); i++) {
        steps.spend(1);
        int end = before.last(i);
        for (int j = after.after(end); j < after.size(); j++) {
          if (MentionTokens.wordsBetween(end, after.first(j)) > words) {
            break;
          }
          steps.spend(1);
          found.add(before.first(i), after.last(j));
        }
      }
    }

    @Override
    public boolean possible(Occurrences where) {
      return left.possible(where) && right.possible(where);
    }
  }

  private record SentenceStep(Step left, Step right) implements Step {
    @Override
    public SpanList find(Occurrences where, Steps steps) {
      SpanList one = left.find(where, steps);
      SpanList other = one.isEmpty() ? one : right.find(where, steps);
      if (other.isEmpty()) {
        return SpanList.EMPTY;
      }
      SpanList found = new SpanList();
      SpanList ends = where.sentenceEnds();
      pairs(one, other, ends, steps, found);
      pairs(other, one, ends, steps, found);
      return found.sort();
    }

    private static void pairs(
        SpanList before, SpanList after, SpanList ends, Steps steps, SpanList found) {
      for (int i = 0; i < before.size(); i++) {
        steps.spend(1);
        int next = ends.after(before.first(i));
        int end = next == ends.size() ? Integer.MAX_VALUE : ends.first(next);
        if (before.last(i) > end) {
          continue;
        }
        for (int j = after.after(before.last(i)); j < after.size(); j++) {
          if (after.first(j) > end) {
            break;
          }
          steps.spend(1);
          if (after.last(j) < end) {
            found.add(before.first(i), after.last(j));
          }
        }
      }
    }

    @Override
    public boolean possible(Occurrences where) {
      return left.possible(where) && right.possible(where);
    }
  }

  /** In reading order, takes one occurrence of each leaf; a leaf asked for twice, two. */
  @SuppressWarnings("ArrayRecordComponent")
  private record WithinStep(int[] parts, int words) implements Step {
    @Override
    public SpanList find(Occurrences where, Steps steps) {
      int[] needed = new int[highest() + 1];
      for (int part : parts) {
        needed[part]++;
        if (where.of(part).isEmpty()) {
          return SpanList.EMPTY;
        }
      }
      SpanList found = new SpanList();
      for (int part = 0; part < needed.length; part++) {
        if (needed[part] == 0) {
          continue;
        }
        SpanList spans = where.of(part);
        needed[part]--;
        for (int i = 0; i < spans.size(); i++) {
          extend(
              spans.first(i), spans.last(i), words, parts.length - 1, needed, where, steps, found);
        }
        needed[part]++;
      }
      return found.sort();
    }

    private void extend(
        int first,
        int last,
        int wordsLeft,
        int partsLeft,
        int[] needed,
        Occurrences where,
        Steps steps,
        SpanList found) {
      steps.spend(1);
      if (partsLeft == 0) {
        found.add(first, last);
        return;
      }
      for (int part = 0; part < needed.length; part++) {
        if (needed[part] == 0) {
          continue;
        }
        needed[part]--;
        SpanList spans = where.of(part);
        for (int j = spans.after(last); j < spans.size(); j++) {
          int between = MentionTokens.wordsBetween(last, spans.first(j));
          if (between > wordsLeft) {
            break;
          }
          extend(
              first,
              spans.last(j),
              wordsLeft - between,
              partsLeft - 1,
              needed,
              where,
              steps,
              found);
        }
        needed[part]++;
      }
    }

    private int highest() {
      int highest = 0;
      for (int part : parts) {
        highest = Math.max(highest, part);
      }
      return highest;
    }

    @Override
    public boolean possible(Occurrences where) {
      for (int part : parts) {
        if (!where.has(part)) {
          return false;
        }
      }
      return true;
    }
  }
}
