package ouidire.analysis.tone;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import ouidire.analysis.tone.LexiconFile.Kind;
import ouidire.analysis.tone.ToneReading.Hit;
import ouidire.core.mention.Span;

/**
 * Which words of a text are about a brand and which about the other names in it. Each token's part
 * of the tone of the whole, and each polar word of the lexicon, goes to the name that stands
 * nearest; a full stop, a comma, a contrast or a conjunction between them counts as several words,
 * and what stands before a name as farther than what follows it. (What the dependencies of
 * CoreNLP's French parser say instead of these distances was measured and adds nothing, see
 * TONE.md.)
 */
final class NearNames {
  static final String[] NAMES = {
    "near.parts",
    "near.words",
    "mine.parts",
    "mine.words",
    "theirs.parts",
    "theirs.words",
    "until.next.parts",
    "until.next.words",
    "since.previous.parts",
    "since.previous.words",
    "around.parts",
    "around.words",
    "near.others.parts",
    "near.others.words",
    "first.name",
    "last.name",
    "first*mine.parts",
    "first*mine.words",
    "first*theirs.parts",
    "first*theirs.words",
    "first*until.next.parts",
    "first*until.next.words",
    "last*mine.parts",
    "last*mine.words",
    "last*theirs.parts",
    "last*theirs.words"
  };
  static final int COUNT = NAMES.length;

  private static final double[] MARGIN = {-1, 0, 1};

  /** How much farther a word is that stands before a name. */
  private static final double BEFORE = 1.3;

  private static final double NEAR = 4;
  private static final double AROUND = 10;
  private static final double NOWHERE = 60;

  private static final int STOP = 7;
  private static final int CONTRAST = 6;
  private static final int MARK = 4;
  private static final int JOINED = 3;
  private static final int SHORT_NAME = 3;

  private static final Set<String> PARTING =
      Set.of("alors", "tandis", "contrairement", "contre", "vs", "puis");
  private static final Set<String> JOINING =
      Set.of("et", "que", "qu'", "qu", "quand", "car", "donc", "pis");

  private final MentionReading reading;
  private final ToneTokens tokens;
  private final double[] place;
  private final double[] mine;
  private final double[] others;

  private NearNames(LinearModel model, MentionReading reading, List<Span> spans) {
    this.reading = reading;
    this.tokens = reading.tokens;
    this.place = places();
    boolean[] inside = inside(spans);
    this.mine = firstOf(inside);
    this.others = firstOf(otherNames(model, inside));
  }

  /** {@value #COUNT} numbers; none when the text has no other name, or not this one. */
  static double[] of(LinearModel model, MentionReading reading, List<Span> spans) {
    NearNames names = new NearNames(model, reading, spans);
    return names.mine.length == 0 || names.others.length == 0
        ? new double[0]
        : names.row(Contributions.of(model, reading, MARGIN));
  }

  /** The names that stand in a text, in order, each by its first token. */
  static List<Span> in(LinearModel model, MentionReading reading) {
    NearNames none = new NearNames(model, reading, List.of());
    boolean[] names = none.otherNames(model, new boolean[reading.size()]);
    List<Span> spans = new ArrayList<>(2);
    for (int i = 0; i < names.length; i++) {
      if (names[i] && (i == 0 || !names[i - 1])) {
        spans.add(new Span(reading.field(i), reading.start(i), reading.end(i)));
      }
    }
    return spans;
  }

  private double[] row(double[] parts) {
    double[] words = new double[tokens.size];
    for (Hit hit : reading.rules.hits) {
      for (int i = hit.from; i < hit.to; i++) {
        words[i] += hit.value / (hit.to - hit.from);
      }
    }
    double next = Double.POSITIVE_INFINITY;
    double previous = Double.NEGATIVE_INFINITY;
    for (double other : others) {
      next = other > mine[0] ? Math.min(next, other) : next;
      previous = other < mine[0] ? Math.max(previous, other) : previous;
    }
    double[] row = new double[COUNT];
    for (int i = 0; i < tokens.size; i++) {
      double at = place[i];
      double me = distance(at, mine);
      double them = distance(at, others);
      add(row, 0, parts[i], words[i], Math.exp(-me / NEAR));
      add(row, 2, parts[i], words[i], me < them ? 1 : 0);
      add(row, 4, parts[i], words[i], me > them ? 1 : 0);
      add(row, 6, parts[i], words[i], at >= mine[0] && at < next ? 1 : 0);
      add(row, 8, parts[i], words[i], at < mine[0] && at > previous ? 1 : 0);
      add(row, 10, parts[i], words[i], Math.exp(-me / AROUND));
      add(row, 12, parts[i], words[i], Math.exp(-them / NEAR));
    }
    for (int k = 0; k < 14; k++) {
      row[k] = Math.tanh(row[k] / 2);
    }
    row[14] = Double.isInfinite(previous) ? 1 : 0;
    row[15] = Double.isInfinite(next) ? 1 : 0;
    for (int k = 0; k < 6; k++) {
      row[16 + k] = row[14] * row[2 + k];
    }
    for (int k = 0; k < 4; k++) {
      row[22 + k] = row[15] * row[2 + k];
    }
    return row;
  }

  private static void add(double[] row, int at, double part, double word, double by) {
    row[at] += part * by;
    row[at + 1] += word * by;
  }

  private static double distance(double at, double[] names) {
    double least = NOWHERE;
    for (double name : names) {
      least = Math.min(least, at >= name ? at - name : BEFORE * (name - at));
    }
    return least;
  }

  /** Where each token stands on a line on which what parts words takes room. */
  private double[] places() {
    double[] all = new double[tokens.size];
    double at = 0;
    for (int i = 0; i < all.length; i++) {
      at += room(i) + (i > 0 && tokens.field[i] != tokens.field[i - 1] ? STOP : 0);
      all[i] = at;
    }
    return all;
  }

  private int room(int token) {
    if (tokens.kind[token] == ToneTokens.PUNCTUATION) {
      return ".!?;…".indexOf(tokens.form[token].charAt(0)) >= 0 ? STOP : MARK;
    }
    String plain = tokens.plain[token];
    if (reading.rules.modifierKind(token) == Kind.CONTRAST || PARTING.contains(plain)) {
      return CONTRAST;
    }
    return JOINING.contains(plain) ? JOINED : 1;
  }

  private boolean[] inside(List<Span> spans) {
    boolean[] inside = new boolean[tokens.size];
    for (Span span : spans) {
      for (int i = 0; i < inside.length; i++) {
        inside[i] |=
            span.field().equals(tokens.fieldName(i))
                && tokens.start[i] < span.end()
                && tokens.end[i] > span.start();
      }
    }
    return inside;
  }

  /**
   * Handles; capitalised words inside a sentence; and at its beginning those that the model has
   * never met.
   */
  private boolean[] otherNames(LinearModel model, boolean[] inside) {
    boolean[] names = new boolean[tokens.size];
    for (int i = 0; i < names.length; i++) {
      if (inside[i]) {
        continue;
      }
      boolean begins =
          i == 0
              || tokens.field[i] != tokens.field[i - 1]
              || tokens.kind[i - 1] == ToneTokens.PUNCTUATION && !tokens.is(i - 1, ",");
      names[i] =
          switch (tokens.kind[i]) {
            case ToneTokens.HANDLE -> true;
            case ToneTokens.WORD ->
                tokens.capitalised(i)
                    && !tokens.inCapitals(i)
                    && !tokens.word[i].function
                    && (!begins || isUnknown(model, i));
            default -> false;
          };
    }
    return names;
  }

  private boolean isUnknown(LinearModel model, int token) {
    return tokens.plain[token].length() > SHORT_NAME
        && model.vectors.find(tokens.word[token]) < 0
        && !KnownWords.get().contains(tokens.plain[token]);
  }

  /** The places of the first tokens of each run. */
  private double[] firstOf(boolean[] marked) {
    List<Double> firsts = new ArrayList<>(2);
    for (int i = 0; i < marked.length; i++) {
      if (marked[i] && (i == 0 || !marked[i - 1])) {
        firsts.add(place[i]);
      }
    }
    return firsts.stream().mapToDouble(Double::doubleValue).toArray();
  }

  /** All that is known of a brand among other names. */
  static double[] after(double[] first, double[] near) {
    double[] all = Arrays.copyOf(first, first.length + near.length);
    System.arraycopy(near, 0, all, first.length, near.length);
    return all;
  }
}
