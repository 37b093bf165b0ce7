package ouidire.analysis.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterContainer;
import ouidire.analysis.query.MemoryHistory;
import ouidire.analysis.query.ParsedQuery;
import ouidire.analysis.query.QueryEvaluator;
import ouidire.analysis.query.QueryException;
import ouidire.analysis.query.QueryParser;
import ouidire.analysis.query.Seen;
import ouidire.analysis.query.Stage;
import ouidire.analysis.text.MentionFacts;
import ouidire.core.mention.AnalysedMention;
import ouidire.core.mention.Author;
import ouidire.core.mention.Engagement;
import ouidire.core.mention.Mention;
import ouidire.core.mention.MentionType;
import ouidire.core.mention.SourceRef;
import ouidire.core.mention.Tone;
import ouidire.core.mention.ToneLabel;

/**
 * The law: on any mention and query, the live matcher, the history and the plain evaluation agree.
 * 10,000 pairs by default, 1,000,000 with {@code -Pfuzz}.
 */
class LiveEqualsHistoryTest {
  private static final boolean FUZZ = Boolean.getBoolean("ouidire.fuzz");
  private static final int TIMES = FUZZ ? 8 : 1;
  private static final AtomicLong PAIRS = new AtomicLong();
  private static final QueryParser PARSER = new QueryParser();

  @Property(tries = 120, shrinking = ShrinkingMode.BOUNDED)
  void liveEqualsHistory(
      @ForAll("queries") List<String> queries, @ForAll("mentions") List<AnalysedMention> mentions)
      throws IOException {
    Map<String, ParsedQuery> parsed = new LinkedHashMap<>();
    for (String query : queries) {
      try {
        parsed.put(query, PARSER.parse(query, Stage.VIEW));
      } catch (QueryException e) {
        // What is refused matches nothing anywhere; the parser's own tests say what is.
        assertThat(e.text().fr()).isNotBlank();
      }
    }
    PAIRS.addAndGet((long) parsed.size() * mentions.size());
    LiveMatcher live = new LiveMatcher();
    live.putAll(parsed);
    Map<String, BitSet> byLive = new LinkedHashMap<>();
    Map<String, BitSet> byEvaluator = new LinkedHashMap<>();
    parsed.keySet().forEach(query -> byLive.put(query, new BitSet()));
    parsed.keySet().forEach(query -> byEvaluator.put(query, new BitSet()));
    MentionFacts facts = new MentionFacts();
    for (int i = 0; i < mentions.size(); i++) {
      AnalysedMention seen = mentions.get(i);
      facts.read(seen);
      int at = i;
      Matches matches = live.match(facts);
      assertThat(matches.troubles()).isEmpty();
      matches
          .matches()
          .forEach(match -> byLive.computeIfAbsent(match.query(), name -> new BitSet()).set(at));
      parsed.forEach(
          (query, tree) -> {
            if (new QueryEvaluator().matches(tree.query(), facts)) {
              byEvaluator.computeIfAbsent(query, name -> new BitSet()).set(at);
            }
          });
    }
    try (MemoryHistory history = new MemoryHistory(mentions)) {
      for (Map.Entry<String, ParsedQuery> query : parsed.entrySet()) {
        assertThat(byLive.get(query.getKey()))
            .as(query.getKey())
            .isEqualTo(byEvaluator.get(query.getKey()))
            .isEqualTo(history.matching(query.getValue().query()));
      }
    }
  }

  @AfterContainer
  static void enoughPairs() {
    assertThat(PAIRS.get()).isGreaterThanOrEqualTo(FUZZ ? 1_000_000 : 10_000);
  }

  @Provide
  Arbitrary<List<String>> queries() {
    return query()
        .list()
        .ofMinSize(1)
        .ofMaxSize(24 * TIMES)
        .withSizeDistribution(RandomDistribution.uniform());
  }

  private static Arbitrary<String> query() {
    return or(2);
  }

  private static Arbitrary<String> or(int depth) {
    Arbitrary<String> one = and(depth);
    return Arbitraries.frequencyOf(
        Tuple.of(3, one),
        Tuple.of(1, Combinators.combine(one, one).as((a, b) -> "(" + a + ") OR (" + b + ")")));
  }

  private static Arbitrary<String> and(int depth) {
    Arbitrary<String> one = depth == 0 ? leaf() : Arbitraries.lazy(() -> operand(depth - 1));
    return Arbitraries.frequencyOf(
        Tuple.of(3, one),
        Tuple.of(
            2,
            Combinators.combine(one, Arbitraries.of(" AND ", " ", " NOT ", " -"), one)
                .as((a, joint, b) -> a + joint + b)));
  }

  private static Arbitrary<String> operand(int depth) {
    return Arbitraries.frequencyOf(
        Tuple.of(4, leaf()),
        Tuple.of(4, near(1)),
        Tuple.of(1, or(depth).map(inner -> "(" + inner + ")")),
        Tuple.of(
            1,
            Combinators.combine(Arbitraries.of("title:(", "text:("), near(1))
                .as((field, inner) -> field + inner + ")")),
        Tuple.of(
            1,
            Combinators.combine(Arbitraries.integers().between(1, 3), near(1))
                .as((n, inner) -> "ATLEAST/" + n + "(" + inner + ")")));
  }

  private static Arbitrary<String> near(int depth) {
    Arbitrary<String> side =
        depth == 0
            ? place()
            : Arbitraries.oneOf(
                place(),
                Combinators.combine(place(), place()).as((a, b) -> "(" + a + " OR " + b + ")"),
                Arbitraries.lazy(() -> near(depth - 1)).map(inner -> "(" + inner + ")"));
    Arbitrary<String> operator =
        Arbitraries.oneOf(
            Arbitraries.of(" SENTENCE "),
            Combinators.combine(
                    Arbitraries.of(" NEAR/", " ONEAR/"), Arbitraries.integers().between(0, 3))
                .as((name, n) -> name + n + " "));
    return Arbitraries.oneOf(
        side,
        Combinators.combine(side, operator, side).as((a, o, b) -> a + o + b),
        Combinators.combine(side, operator, side, operator, side)
            .as((a, o, b, p, c) -> a + o + b + p + c));
  }

  private static Arbitrary<String> place() {
    Arbitrary<String> word = Arbitraries.of(Vocabulary.WORDS);
    return Arbitraries.frequencyOf(
        Tuple.of(6, word),
        Tuple.of(2, Arbitraries.of(Vocabulary.PLACES)),
        Tuple.of(
            1, word.list().ofMinSize(1).ofMaxSize(3).map(w -> "\"" + String.join(" ", w) + "\"")),
        Tuple.of(
            1,
            Combinators.combine(
                    word.list().ofMinSize(2).ofMaxSize(3), Arbitraries.integers().between(0, 4))
                .as((w, n) -> "\"" + String.join(" ", w) + "\"~" + n)));
  }

  private static Arbitrary<String> leaf() {
    return Arbitraries.frequencyOf(
        Tuple.of(3, place()), Tuple.of(1, Arbitraries.of(Vocabulary.FIELDS)));
  }

  @Provide
  Arbitrary<List<AnalysedMention>> mentions() {
    return mention()
        .list()
        .ofMinSize(1)
        .ofMaxSize(40 * TIMES)
        .withSizeDistribution(RandomDistribution.uniform());
  }

  private static Arbitrary<String> text(int max) {
    return Combinators.combine(Arbitraries.of(Vocabulary.PIECES), Arbitraries.of(Vocabulary.JOINTS))
        .as((piece, joint) -> piece + joint)
        .list()
        .ofMaxSize(max)
        .map(pieces -> String.join("", pieces));
  }

  private static Arbitrary<AnalysedMention> mention() {
    Arbitrary<Mention> mention =
        Combinators.combine(
                text(4).injectNull(0.5),
                text(14),
                Arbitraries.of(Vocabulary.AUTHORS),
                Arbitraries.of(Vocabulary.ADDRESSES).injectNull(0.4),
                Arbitraries.of(MentionType.class),
                Arbitraries.of(0L, 5L, 10L).injectNull(0.3),
                Arbitraries.of("nordika", "Été", "oreal").list().ofMaxSize(1))
            .as(
                (title, text, author, address, type, number, tags) ->
                    new Mention(
                        "m",
                        new SourceRef("rss", "Le Quotidien"),
                        address,
                        author,
                        Seen.NOON.plusSeconds(number == null ? 0 : 20_000 * number),
                        Seen.NOON,
                        null,
                        number == null ? null : "fr-CA",
                        type,
                        title,
                        text,
                        address == null ? List.of() : List.of(address),
                        tags,
                        new Engagement(number, null, 1L),
                        null,
                        null));
    Arbitrary<Tone> tone =
        Combinators.combine(Arbitraries.of(ToneLabel.class), Arbitraries.of(-0.5, 0.0, 0.5))
            .as((label, score) -> new Tone(label, score, 0.9, List.of()));
    return Combinators.combine(mention, Arbitraries.of("fr", "en"), tone)
        .as((m, language, t) -> new AnalysedMention(m, language, t, List.of(), Seen.NOON));
  }

  /** Words that trap: elision, hyphens, ligatures, tags, emoji, addresses. */
  private static final class Vocabulary {
    static final List<String> WORDS =
        List.of("nordika", "oréal", "l'Oréal", "félix", "saint-félix", "cœur", "été", "gate", "a");
    static final List<String> PLACES =
        List.of(
            "#nordika",
            "#NordikaGate",
            "@nordika",
            "🔥",
            "nord*",
            "?ordika",
            "cœ*",
            "l'oré*",
            "stem:rappel",
            "raw:Nordika",
            "raw:\"l'Oréal\"",
            "raw:\"saint félix\"",
            "#nor*",
            "t?m");
    static final List<String> FIELDS =
        List.of(
            "lang:fr",
            "author:marie",
            "author:mar*",
            "site:nordika.ca",
            "url:nordika.ca/a",
            "links:nordika.ca",
            "links:exemple.ca/a",
            "type:(post OR article)",
            "has:question",
            "has:link",
            "has:image",
            "likes:>5",
            "likes:[0 TO 5]",
            "shares:1",
            "engagement:>=6",
            "followers:<=100",
            "tone:neg",
            "tone:<0",
            "after:2026-03-02",
            "before:2026-03-03",
            "region:fr-CA",
            "country:CA",
            "source:rss",
            "thread:m",
            "#été",
            "title:nordika");
    static final List<String> PIECES =
        List.of(
            "Nordika",
            "nordika",
            "L’Oréal",
            "l'Oréal",
            "Oréal",
            "d'Oréal",
            "Saint-Félix",
            "saint\u2011félix",
            "Saint félix",
            "FÉLIX",
            "cœur",
            "COEUR",
            "e\u0301te\u0301",
            "été",
            "#Nordika",
            "#NordikaGate",
            "#nordikagate",
            "@nordika",
            "@nordika@exemple.ca",
            "🔥",
            "🔥🔥",
            "https://www.nordika.ca/a/b",
            "exemple.ca/a",
            "rappels",
            "rappelle",
            "gate",
            "a",
            "tom",
            "l'« Oréal »",
            "Nordika's");
    static final List<String> JOINTS =
        List.of(" ", " ", " ", "\u00A0", ", ", ". ", "? ", "! ", "\n", "… ", " - ", "🔥");
    static final List<Author> AUTHORS =
        List.of(
            Author.UNKNOWN,
            new Author("Marie", "Marie Côté", 100L),
            new Author("@mario", null, 101L));
    static final List<String> ADDRESSES =
        List.of("https://actu.nordika.ca/a/b.png?x", "http://www.exemple.ca/a");
  }
}
