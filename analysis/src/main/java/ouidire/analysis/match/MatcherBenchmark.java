package ouidire.analysis.match;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.monitor.Monitor;
import org.apache.lucene.monitor.MonitorQuery;
import org.apache.lucene.monitor.MultiMatchingQueries;
import org.apache.lucene.monitor.QueryMatch;
import org.jspecify.annotations.Nullable;
import ouidire.analysis.index.MentionDocuments;
import ouidire.analysis.query.LuceneCompiler;
import ouidire.analysis.query.ParsedQuery;
import ouidire.analysis.query.QueryParser;
import ouidire.analysis.query.Stage;
import ouidire.analysis.text.MentionAnalyzer;
import ouidire.analysis.text.MentionFacts;
import ouidire.core.mention.AnalysedMention;

/**
 * The live matcher beside Lucene's Monitor, on the same queries and mentions in the same run, one
 * thread each, by that thread's processor time. Ours reads the words of each mention anew; the
 * Monitor's documents are made beforehand, its words read by its own index in memory.
 */
public final class MatcherBenchmark {
  private static final int BATCH = 100;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private MatcherBenchmark() {}

  /**
   * Runs it.
   *
   * @param queryCounts how many queries, each a run
   * @param mentionCount mentions for ours; the Monitor gets a fifth of them in batches and a
   *     twentieth one by one
   */
  public static ObjectNode run(int[] queryCounts, int mentionCount) throws IOException {
    ObjectNode out = JsonNodeFactory.instance.objectNode();
    ArrayNode runs = out.putArray("runs");
    for (int queries : queryCounts) {
      runs.add(run(queries, mentionCount));
    }
    return out;
  }

  private static ObjectNode run(int queryCount, int mentionCount) throws IOException {
    MatcherWorkload workload = new MatcherWorkload(42, queryCount);
    Map<String, String> texts = workload.queries(queryCount);
    List<AnalysedMention> mentions = workload.mentions(mentionCount);
    ObjectNode out = JsonNodeFactory.instance.objectNode();
    out.put("queries", queryCount);
    out.put("mentions", mentionCount);

    QueryParser parser = new QueryParser();
    long start = now();
    Map<String, ParsedQuery> parsed = new LinkedHashMap<>();
    texts.forEach((id, text) -> parsed.put(id, parser.parse(text, Stage.COLLECT)));
    double parsing = seconds(start);
    start = now();
    LiveMatcher matcher = new LiveMatcher();
    matcher.putAll(parsed);
    out.put("parse_seconds", round(parsing, 3));
    out.put("register_seconds", round(seconds(start), 3));

    List<Set<String>> found = new ArrayList<>();
    ObjectNode ours = out.putObject("ouidire");
    live(matcher, mentions, null);
    start = now();
    matcher.tune();
    ours.put("tune_seconds", round(seconds(start), 3));
    live(matcher, mentions, null);
    double oursPerSecond = live(matcher, mentions, found).report(ours);

    try (Monitor monitor = new Monitor(new MentionAnalyzer())) {
      start = now();
      List<MonitorQuery> queries = new ArrayList<>();
      parsed.forEach(
          (id, q) -> queries.add(new MonitorQuery(id, LuceneCompiler.compile(q.query()))));
      monitor.register(queries);
      ObjectNode theirs = out.putObject("lucene_monitor");
      theirs.put("register_seconds", round(seconds(start), 3));
      Document[] documents = documents(mentions.subList(0, mentionCount / 5));
      int single = mentionCount / 20;
      oneByOne(monitor, documents, single / 4, null);
      List<Set<String>> theirFound = new ArrayList<>();
      double one = oneByOne(monitor, documents, single, theirFound);
      theirs.put("one_by_one_per_second", round(one, 0));
      batches(monitor, Arrays.copyOf(documents, documents.length / 4), null);
      List<Set<String>> batchFound = new ArrayList<>();
      double batched = batches(monitor, documents, batchFound);
      theirs.put("batches_of_100_per_second", round(batched, 0));
      out.put("ratio_to_one_by_one", round(oursPerSecond / one, 1));
      out.put("ratio_to_batches", round(oursPerSecond / batched, 1));
      out.put("compared_pairs", (long) (theirFound.size() + batchFound.size()) * queryCount);
      out.put("matches", found.stream().mapToInt(Set::size).sum());
      out.put("differing_pairs", differing(found, theirFound) + differing(found, batchFound));
    }
    return out;
  }

  /** What a pass over the mentions took. */
  private record Pass(long[] nanos, double seconds) {
    double report(ObjectNode out) {
      long[] sorted = nanos.clone();
      Arrays.sort(sorted);
      double perSecond = nanos.length / seconds;
      out.put("per_second", round(perSecond, 0));
      out.put("p50_micros", round(sorted[sorted.length / 2] / 1e3, 1));
      out.put("p99_micros", round(sorted[(int) (sorted.length * 0.99)] / 1e3, 1));
      return perSecond;
    }
  }

  private static Pass live(
      LiveMatcher matcher, List<AnalysedMention> mentions, @Nullable List<Set<String>> found) {
    MentionFacts facts = new MentionFacts();
    long[] nanos = new long[mentions.size()];
    long all = now();
    for (int i = 0; i < nanos.length; i++) {
      AnalysedMention seen = mentions.get(i);
      long start = now();
      Matches matches = matcher.match(facts.read(seen.mention(), seen.language(), null));
      nanos[i] = now() - start;
      if (found != null) {
        Set<String> ids = new HashSet<>();
        matches.matches().forEach(match -> ids.add(match.query()));
        found.add(ids);
      }
    }
    return new Pass(nanos, seconds(all));
  }

  private static Document[] documents(List<AnalysedMention> mentions) {
    MentionDocuments documents = new MentionDocuments();
    return mentions.stream().map(m -> documents.of(m, new byte[0])).toArray(Document[]::new);
  }

  private static double oneByOne(
      Monitor monitor, Document[] documents, int count, @Nullable List<Set<String>> found)
      throws IOException {
    long start = now();
    for (int i = 0; i < count; i++) {
      var matching = monitor.match(documents[i], QueryMatch.SIMPLE_MATCHER);
      if (found != null) {
        Set<String> ids = new HashSet<>();
        matching.getMatches().forEach(match -> ids.add(match.getQueryId()));
        found.add(ids);
      }
    }
    return count / seconds(start);
  }

  private static double batches(
      Monitor monitor, Document[] documents, @Nullable List<Set<String>> found) throws IOException {
    long start = now();
    for (int from = 0; from < documents.length; from += BATCH) {
      Document[] batch =
          Arrays.copyOfRange(documents, from, Math.min(from + BATCH, documents.length));
      MultiMatchingQueries<QueryMatch> matching = monitor.match(batch, QueryMatch.SIMPLE_MATCHER);
      for (int i = 0; found != null && i < batch.length; i++) {
        Set<String> ids = new HashSet<>();
        matching.getMatches(i).forEach(match -> ids.add(match.getQueryId()));
        found.add(ids);
      }
    }
    return documents.length / seconds(start);
  }

  private static long differing(List<Set<String>> ours, List<Set<String>> theirs) {
    long pairs = 0;
    for (int i = 0; i < theirs.size(); i++) {
      Set<String> both = new HashSet<>(ours.get(i));
      both.retainAll(theirs.get(i));
      pairs += ours.get(i).size() + theirs.get(i).size() - 2L * both.size();
    }
    return pairs;
  }

  /** Processor time of this thread: what neighbours on the machine do is not measured. */
  private static long now() {
    return THREADS.getCurrentThreadCpuTime();
  }

  private static double seconds(long start) {
    return (now() - start) / 1e9;
  }

  private static double round(double value, int digits) {
    double factor = Math.pow(10, digits);
    return Math.round(value * factor) / factor;
  }
}
