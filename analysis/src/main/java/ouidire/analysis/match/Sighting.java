package ouidire.analysis.match;

import java.util.Arrays;
import ouidire.analysis.query.Occurrences;
import ouidire.analysis.query.Place;
import ouidire.analysis.query.QueryEvaluator;
import ouidire.analysis.query.SpanList;
import ouidire.analysis.query.Steps;
import ouidire.analysis.text.MentionFacts;
import ouidire.analysis.text.MentionTokens;
import ouidire.analysis.text.RawText;
import ouidire.analysis.text.TokenKind;

/**
 * What one mention has of what the queries of a {@link QuerySet} ask for: the leaves that stand in
 * it, with their positions, and its facts. Used again for the next mention; for one thread.
 */
final class Sighting {
  private final QuerySet set;
  private final int[] stamps;
  private final int[] timesSeen;
  private final SpanList[] positions;
  private final int[] factStamps;
  private final int[] queryStamps;
  private final int[] found;
  private final SpanList titleEnds = new SpanList();
  private final SpanList textEnds = new SpanList();
  private final TermView view = new TermView();
  private final Steps steps = new Steps();
  private final QueryEvaluator evaluator = new QueryEvaluator();
  private final In title = new In(true);
  private final In text = new In(false);
  private MentionFacts facts = new MentionFacts();
  private int foundCount;
  private int epoch;
  private int looked;
  private boolean cut;

  Sighting(QuerySet set) {
    this.set = set;
    stamps = new int[2 * set.leafCount()];
    timesSeen = new int[set.leafCount()];
    positions = new SpanList[2 * set.leafCount()];
    factStamps = new int[set.factCount()];
    queryStamps = new int[set.size()];
    found = new int[set.size()];
  }

  /** Looks at a mention, in place of the one before. */
  void look(MentionFacts seen) {
    facts = seen;
    foundCount = 0;
    looked++;
    if (++epoch == 0) {
      Arrays.fill(stamps, 0);
      Arrays.fill(factStamps, 0);
      Arrays.fill(queryStamps, 0);
      epoch = 1;
    }
    look(seen.title(), 0);
    look(seen.text(), 1);
    for (int i = 0; i < seen.facts().size(); i++) {
      int fact = set.fact(seen.facts().get(i));
      if (fact >= 0) {
        factStamps[fact] = epoch;
        candidates(set.queriesOfFact(fact));
      }
    }
    candidates(set.always());
  }

  private void look(MentionTokens tokens, int field) {
    SpanList ends = field == 0 ? titleEnds : textEnds;
    ends.clear();
    for (int token = 0; token < tokens.size(); token++) {
      int position = tokens.position(token);
      if (tokens.kind(token) == TokenKind.SENTENCE_END) {
        ends.add(position, position);
        continue;
      }
      int leaf = set.terms().leaf(tokens, token);
      if (leaf >= 0) {
        saw(leaf, field, position);
      }
      if (set.hasPatterns()) {
        set.patterns().find(view.at(tokens, token), like -> saw(like, field, position));
      }
    }
  }

  private void saw(int leaf, int field, int position) {
    int at = 2 * leaf + field;
    SpanList spans = positions[at];
    if (spans == null) {
      spans = new SpanList();
      positions[at] = spans;
    }
    if (stamps[at] != epoch) {
      stamps[at] = epoch;
      timesSeen[leaf]++;
      spans.clear();
      candidates(set.queriesOfLeaf(leaf));
    }
    spans.add(position, position);
  }

  private void candidates(int[] queries) {
    for (int query : queries) {
      if (queryStamps[query] != epoch) {
        queryStamps[query] = epoch;
        found[foundCount++] = query;
      }
    }
  }

  /** Mentions looked at so far. */
  int looked() {
    return looked;
  }

  /** Titles and texts that had the leaf so far. */
  int timesSeen(int leaf) {
    return timesSeen[leaf];
  }

  /** Queries that may match, by their number in the set. */
  int candidateCount() {
    return foundCount;
  }

  int candidate(int index) {
    return found[index];
  }

  boolean has(int leaf, boolean inTitle) {
    return stamps[2 * leaf + (inTitle ? 0 : 1)] == epoch;
  }

  boolean states(int fact) {
    return factStamps[fact] == epoch;
  }

  boolean isEmpty(boolean inTitle) {
    return (inTitle ? facts.title() : facts.text()).size() == 0;
  }

  MentionFacts facts() {
    return facts;
  }

  /** Cites what matched; keeps what it worked out of the set's queries. */
  QueryEvaluator evaluator() {
    return evaluator;
  }

  Steps steps() {
    return steps;
  }

  /** A place took too many steps. */
  void cut() {
    cut = true;
  }

  /** Whether that happened since this was asked last. */
  boolean wasCut() {
    boolean was = cut;
    cut = false;
    return was;
  }

  Occurrences occurrences(Condition.Placed placed, boolean inTitle) {
    In in = inTitle ? title : text;
    in.placed = placed;
    return in;
  }

  /** Leaves of one place in title or text. */
  private final class In implements Occurrences {
    private final boolean inTitle;
    private Condition.Placed placed = Condition.NOTHING;

    In(boolean inTitle) {
      this.inTitle = inTitle;
    }

    @Override
    public boolean has(int leaf) {
      int number = placed.leaves()[leaf];
      if (number >= 0) {
        return Sighting.this.has(number, inTitle);
      }
      for (int term : placed.rawTerms()[leaf]) {
        if (!Sighting.this.has(term, inTitle)) {
          return false;
        }
      }
      return true;
    }

    @Override
    public SpanList of(int leaf) {
      if (!has(leaf)) {
        return SpanList.EMPTY;
      }
      int number = placed.leaves()[leaf];
      return number >= 0
          ? Sighting.this.positions[2 * number + (inTitle ? 0 : 1)]
          : raw((Place.Raw) placed.program().leaves().get(leaf));
    }

    private SpanList raw(Place.Raw raw) {
      SpanList spans = new SpanList();
      String written = facts.mention().title();
      String from = inTitle ? written == null ? "" : written : facts.mention().text();
      RawText.find(raw.text(), from, inTitle ? facts.title() : facts.text(), spans::add);
      return spans.sort();
    }

    @Override
    public SpanList sentenceEnds() {
      return inTitle ? titleEnds : textEnds;
    }
  }
}
