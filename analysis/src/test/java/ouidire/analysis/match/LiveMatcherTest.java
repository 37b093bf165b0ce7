package ouidire.analysis.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import ouidire.analysis.query.ParsedQuery;
import ouidire.analysis.query.QueryParser;
import ouidire.analysis.query.Seen;
import ouidire.analysis.query.Stage;
import ouidire.analysis.text.MentionFacts;
import ouidire.core.mention.AnalysedMention;
import ouidire.core.mention.Span;

class LiveMatcherTest {
  private static final QueryParser PARSER = new QueryParser();
  private final LiveMatcher matcher = new LiveMatcher();

  @Test
  void citesWhatWasAskedForAndNoMore() {
    put("article", "l'Oréal");
    put("marque", "Oréal");
    put("proche", "oréal NEAR/2 rappel");
    put("tag", "gate");
    put("exclu", "rappel NOT absent");
    String text = "Chez L’Oréal, un rappel #NordikaGate";
    List<Match> matches = match(Seen.of("m", "Rappel", text)).matches();
    assertThat(matches)
        .containsExactly(
            new Match("article", List.of(new Span("text", 5, 12))),
            new Match("marque", List.of(new Span("text", 7, 12))),
            new Match("proche", List.of(new Span("text", 7, 23))),
            new Match("tag", List.of(new Span("text", 32, 36))),
            new Match("exclu", List.of(new Span("title", 0, 6), new Span("text", 17, 23))));
  }

  @Test
  void changesCountFromTheNextMention() {
    put("a", "nordika");
    assertThat(ids("nordika rappel")).containsExactly("a");
    put("a", "rappel");
    put("b", "nordika");
    assertThat(ids("nordika")).containsExactly("b");
    assertThat(ids("nordika rappel")).containsExactly("a", "b");
    matcher.remove("b");
    assertThat(ids("nordika rappel")).containsExactly("a");
    matcher.replaceAll(Map.of("c", parse("nordika"), "a", parse("rappel")));
    assertThat(ids("nordika rappel")).containsExactly("a", "c");
    matcher.replaceAll(Map.of());
    assertThat(ids("nordika rappel")).isEmpty();
    assertThat(matcher.size()).isZero();
  }

  @Test
  void anyOrderOfChangesGivesTheSameAsAllAtOnce() {
    Random random = new Random(7);
    Map<String, ParsedQuery> expected = new HashMap<>();
    for (int i = 0; i < 6_000; i++) {
      String id = "q" + random.nextInt(2_500);
      if (random.nextInt(4) == 0) {
        matcher.remove(id);
        expected.remove(id);
      } else {
        ParsedQuery query = parse("mot" + random.nextInt(20));
        matcher.put(id, query);
        expected.put(id, query);
      }
    }
    LiveMatcher fresh = new LiveMatcher();
    fresh.putAll(new TreeMap<>(expected));
    assertThat(matcher.size()).isEqualTo(expected.size());
    for (int word = 0; word < 20; word++) {
      AnalysedMention seen = Seen.text("mot" + word);
      assertThat(ids(match(seen)))
          .containsExactlyInAnyOrderElementsOf(ids(fresh.match(facts(seen))));
    }
  }

  @Test
  void aQueryOfDeathIsCutOffAndTheOthersGoOn() {
    put("mort", "\"a a b b c c d d e e\"~50");
    put("vie", "nordika");
    Matches matches = match(Seen.text("nordika " + "a b c d e a b c d ".repeat(400)));
    assertThat(matches.matches()).extracting(Match::query).containsExactly("vie");
    assertThat(matches.troubles()).hasSize(1);
    assertThat(matches.troubles().getFirst().query()).isEqualTo("mort");
    assertThat(matches.troubles().getFirst().cause()).contains("cut off");
  }

  @Test
  void manyThreadsSeeOldOrNewAndNothingElse() throws Exception {
    put("toujours", "nordika");
    AnalysedMention seen = Seen.text("nordika rappel");
    try (ExecutorService threads = Executors.newFixedThreadPool(3)) {
      List<Future<Boolean>> readers = new ArrayList<>();
      for (int reader = 0; reader < 2; reader++) {
        readers.add(
            threads.submit(
                () -> {
                  MentionFacts facts = facts(seen);
                  for (int i = 0; i < 5_000; i++) {
                    List<String> found = ids(matcher.match(facts));
                    if (!found.getFirst().equals("toujours") || found.size() > 2) {
                      return false;
                    }
                  }
                  return true;
                }));
      }
      for (int i = 0; i < 500; i++) {
        put("parfois", i % 2 == 0 ? "rappel" : "absent");
      }
      for (Future<Boolean> reader : readers) {
        assertThat(reader.get()).isTrue();
      }
    }
  }

  private void put(String id, String query) {
    matcher.put(id, parse(query));
  }

  private static ParsedQuery parse(String query) {
    return PARSER.parse(query, Stage.VIEW);
  }

  private List<String> ids(String text) {
    return ids(match(Seen.text(text)));
  }

  private static List<String> ids(Matches matches) {
    return matches.matches().stream().map(Match::query).toList();
  }

  private Matches match(AnalysedMention seen) {
    return matcher.match(facts(seen));
  }

  private static MentionFacts facts(AnalysedMention seen) {
    return new MentionFacts().read(seen);
  }

  @Test
  void tuningToTheTrafficChangesNoAnswer() {
    MatcherWorkload workload = new MatcherWorkload(7, 300);
    Map<String, ParsedQuery> queries = new LinkedHashMap<>();
    workload
        .queries(300)
        .forEach((id, text) -> queries.put(id, new QueryParser().parse(text, Stage.COLLECT)));
    LiveMatcher tuned = new LiveMatcher();
    tuned.putAll(queries);
    List<AnalysedMention> mentions = workload.mentions(1_500);
    mentions.forEach(seen -> tuned.match(seen.mention(), "fr"));
    tuned.tune();
    tuned.remove("q3");
    tuned.tune();
    queries.remove("q3");
    LiveMatcher fresh = new LiveMatcher();
    fresh.putAll(queries);
    int matches = 0;
    for (AnalysedMention seen : mentions) {
      List<Match> expected = fresh.match(seen.mention(), "fr");
      assertThat(tuned.match(seen.mention(), "fr")).isEqualTo(expected);
      matches += expected.size();
    }
    assertThat(matches).isGreaterThan(100);
  }
}
