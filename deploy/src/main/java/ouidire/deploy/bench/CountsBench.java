package ouidire.deploy.bench;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import org.apache.lucene.store.FSDirectory;
import ouidire.analysis.index.Fields;
import ouidire.analysis.index.LuceneMentionHistory;
import ouidire.analysis.index.LuceneMentionIndex;
import ouidire.analysis.index.Processed;
import ouidire.analysis.query.KnownLists;
import ouidire.analysis.query.LuceneCompiler;
import ouidire.analysis.query.ParsedQuery;
import ouidire.analysis.query.QueryParser;
import ouidire.analysis.query.Stage;
import ouidire.core.history.BucketSize;
import ouidire.core.history.Dimension;
import ouidire.core.history.MentionFilter;
import ouidire.core.history.TimeBucket;
import ouidire.core.mention.AnalysedMention;
import ouidire.core.mention.Author;
import ouidire.core.mention.Engagement;
import ouidire.core.mention.Mention;
import ouidire.core.mention.MentionJson;
import ouidire.core.mention.MentionType;
import ouidire.core.mention.SourceRef;
import ouidire.core.mention.Tone;
import ouidire.core.mention.ToneLabel;

/**
 * How long the history takes to count a query over a month, day by day and by tone, beside a plain
 * Lucene collector that does the same on the same index in the same run. Both are compared.
 */
public final class CountsBench {
  private static final Instant END = Instant.parse("2026-03-31T00:00:00Z");
  private static final Instant START = END.minus(Duration.ofDays(30));
  private static final ZoneId ZONE = ZoneId.of("UTC");
  private static final List<String> QUERIES =
      List.of(
          "mot1",
          "mot3 OR mot4",
          "mot2 AND mot7",
          "\"mot1 mot2\"",
          "mot5 NEAR/5 mot6",
          "mot9 NOT mot1",
          "mot30",
          "mot400",
          "mot1* AND mot8",
          "(mot10 OR mot11) AND NOT mot2");

  private CountsBench() {}

  /**
   * Runs it.
   *
   * @param folder for the index, empty
   * @param mentions spread over sixty days, of which the last thirty are counted
   * @param rounds how often each query is counted
   */
  public static ObjectNode run(Path folder, int mentions, int rounds) throws IOException {
    ObjectNode out = JsonNodeFactory.instance.objectNode();
    try (LuceneMentionIndex index = new LuceneMentionIndex(folder)) {
      long begun = System.nanoTime();
      fill(index, mentions);
      out.put("mentions", mentions);
      out.put("index_seconds", Math.round((System.nanoTime() - begun) / 1e8) / 10.0);
      LuceneCompiler compiler = new LuceneCompiler(ZONE, KnownLists.NONE);
      LuceneMentionHistory history = new LuceneMentionHistory(index, compiler::compile);
      measure(history, folder, rounds, out);
    }
    return out;
  }

  private static void measure(LuceneMentionHistory history, Path folder, int rounds, ObjectNode out)
      throws IOException {
    try (FSDirectory directory = FSDirectory.open(folder);
        DirectoryReader reader = DirectoryReader.open(directory)) {
      IndexSearcher searcher = new IndexSearcher(reader);
      List<Long> ours = new ArrayList<>();
      List<Long> plain = new ArrayList<>();
      long counted = 0;
      long differing = 0;
      for (int round = 0; round < rounds + 2; round++) {
        for (String query : QUERIES) {
          MentionFilter filter = MentionFilter.ALL.withQuery(query).withPeriod(START, END);
          long start = System.nanoTime();
          List<TimeBucket> buckets =
              history.histogram(filter, BucketSize.DAY, ZONE, Dimension.TONE);
          long middle = System.nanoTime();
          long[][] byHand = plain(searcher, query);
          long end = System.nanoTime();
          if (round >= 2) {
            ours.add(middle - start);
            plain.add(end - middle);
          }
          long total = buckets.stream().mapToLong(TimeBucket::count).sum();
          counted += total;
          differing += differing(buckets, byHand);
        }
      }
      report(out.putObject("ouidire"), ours);
      report(out.putObject("plain_collector"), plain);
      out.put("counted_per_query", counted / ((long) QUERIES.size() * (rounds + 2)));
      out.put("differing_buckets", differing);
    }
  }

  private static void fill(LuceneMentionIndex index, int count) throws IOException {
    Random random = new Random(42);
    ToneLabel[] labels = ToneLabel.values();
    for (int i = 0; i < count; i++) {
      StringBuilder text = new StringBuilder();
      for (int k = 0; k < 20; k++) {
        text.append("mot").append((int) Math.exp(random.nextDouble() * 9)).append(' ');
      }
      Instant at = END.minusSeconds(1 + random.nextInt(60 * 86_400));
      Mention mention =
          new Mention(
              "m" + i,
              new SourceRef("import", "essai"),
              null,
              new Author("a" + i % 5_000, null, null),
              at,
              at,
              "fr",
              null,
              MentionType.POST,
              null,
              text.toString(),
              List.of(),
              List.of(),
              Engagement.NONE,
              null,
              null);
      Tone tone = new Tone(labels[random.nextInt(labels.length)], 0, 1, List.of());
      AnalysedMention analysed = new AnalysedMention(mention, "fr", tone, List.of(), at);
      index.index(analysed, MentionJson.write(analysed));
    }
    index.commit(new Processed("bench", Map.of()));
    index.refresh();
  }

  /** Counts by day and tone, as one writes it with Lucene alone. */
  private static long[][] plain(IndexSearcher searcher, String text) throws IOException {
    ParsedQuery parsed = new QueryParser().parse(text, Stage.VIEW);
    Query query = LuceneCompiler.compile(parsed.query());
    long[][] counts = new long[30][ToneLabel.values().length];
    searcher.search(query, new ByDay(counts));
    return counts;
  }

  private static final class ByDay extends SimpleCollector {
    private static final long DAY = Duration.ofDays(1).toNanos();
    private final long[][] counts;
    private final long first = Fields.time(START);
    private final long end = Fields.time(END);
    private NumericDocValues times = DocValues.emptyNumeric();
    private SortedDocValues tones = DocValues.emptySorted();

    ByDay(long[][] counts) {
      this.counts = counts;
    }

    @Override
    protected void doSetNextReader(LeafReaderContext leaf) throws IOException {
      times = DocValues.getNumeric(leaf.reader(), Fields.PUBLISHED);
      tones = DocValues.getSorted(leaf.reader(), Fields.TONE);
    }

    @Override
    public void collect(int doc) throws IOException {
      times.advanceExact(doc);
      long time = times.longValue();
      if (time >= first && time < end) {
        tones.advanceExact(doc);
        counts[(int) ((time - first) / DAY)][tones.ordValue()]++;
      }
    }

    @Override
    public ScoreMode scoreMode() {
      return ScoreMode.COMPLETE_NO_SCORES;
    }
  }

  private static long differing(List<TimeBucket> buckets, long[][] byHand) {
    long differing = 0;
    for (int day = 0; day < byHand.length; day++) {
      long expected = Arrays.stream(byHand[day]).sum();
      long[] ours = buckets.get(day).split().values().stream().mapToLong(n -> n).sorted().toArray();
      long[] theirs = Arrays.stream(byHand[day]).filter(n -> n > 0).sorted().toArray();
      differing += buckets.get(day).count() != expected || !Arrays.equals(ours, theirs) ? 1 : 0;
    }
    return differing;
  }

  private static void report(ObjectNode out, List<Long> nanos) {
    long[] sorted = nanos.stream().mapToLong(n -> n).sorted().toArray();
    out.put("p50_ms", Math.round(sorted[sorted.length / 2] / 1e4) / 100.0);
    out.put("p95_ms", Math.round(sorted[(int) (sorted.length * 0.95)] / 1e4) / 100.0);
    out.put("max_ms", Math.round(sorted[sorted.length - 1] / 1e4) / 100.0);
  }
}
