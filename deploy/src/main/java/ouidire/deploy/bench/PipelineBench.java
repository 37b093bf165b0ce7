package ouidire.deploy.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.management.OperatingSystemMXBean;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.distribution.ValueAtPercentile;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.FSDirectory;
import ouidire.core.config.Settings;
import ouidire.core.mention.Mention;
import ouidire.deploy.app.App;

/**
 * From published to searchable: how many mentions a second through the whole pipeline, and how long
 * one takes when they come steadily; beside a bare Lucene index writer on the same texts.
 */
public final class PipelineBench {
  /** Until then much of the work is the virtual machine's, compiling: 5,000 are not enough. */
  private static final int WARM_UP = 50_000;

  private final Settings settings;
  private final int mentions;
  private final BenchTexts texts = new BenchTexts();

  /**
   * @param settings their data folder is used and filled
   */
  public PipelineBench(Settings settings, int mentions) {
    this.settings = settings;
    this.mentions = mentions;
  }

  /** These settings with so many brands. */
  public static Settings settings(Settings given, int brands) {
    return new Settings(
        given.data(),
        given.roles(),
        BenchTexts.brands(brands),
        List.of(),
        List.of(),
        given.http(),
        given.kafka(),
        given.fetch(),
        given.links(),
        given.alerts(),
        given.secondOpinion(),
        given.retention(),
        given.log(),
        Map.of());
  }

  /** Runs it all; times in the unit of their names. */
  public ObjectNode run(int perSecond, int seconds) throws IOException, InterruptedException {
    ObjectNode json = new ObjectMapper().createObjectNode();
    json.put("mentions", mentions);
    json.put("warm_up_mentions", WARM_UP);
    json.put("brand_queries", settings.brands().size());
    json.put("processors", Runtime.getRuntime().availableProcessors());
    json.put("heap_max_mib", Runtime.getRuntime().maxMemory() >> 20);
    long began = System.nanoTime();
    try (App app = App.startForCommand(settings, "bench")) {
      json.put("start_ms", millis(began));
      publish(app, "warm", WARM_UP);
      app.settle();
      double analysedBefore = total(app, "ouidire.analysis.batch");
      double committedBefore = total(app, "ouidire.index.commit");
      long cpuBefore = cpuNanos();
      long start = System.nanoTime();
      publish(app, "load", mentions);
      json.put("published_ms", millis(start));
      app.settle();
      double pipeline = rate(start);
      json.put("searchable_ms", millis(start));
      json.put("cpu_us_per_mention", (cpuNanos() - cpuBefore) / 1_000 / mentions);
      json.put("analysis_ms", Math.round(total(app, "ouidire.analysis.batch") - analysedBefore));
      json.put("commit_ms", Math.round(total(app, "ouidire.index.commit") - committedBefore));
      json.put("pipeline_per_second", Math.round(pipeline));
      double bare = bareWriter(settings.data().resolve("bare"));
      json.put("bare_index_writer_per_second", Math.round(bare));
      json.put("ratio", Math.round(pipeline / bare * 1000) / 1000.0);
    }
    steady(json, perSecond, seconds);
    return json;
  }

  private void publish(App app, String run, int count) {
    List<CompletableFuture<Void>> kept = new ArrayList<>(count);
    Instant now = Clock.systemUTC().instant();
    for (int i = 0; i < count; i++) {
      kept.add(app.publisher().publish(texts.mention(run, i, now)));
    }
    kept.forEach(CompletableFuture::join);
  }

  /** The index writer alone: no stream, no analysis of ours, one commit at the end. */
  private double bareWriter(Path folder) throws IOException {
    Instant now = Clock.systemUTC().instant();
    long start = System.nanoTime();
    try (StandardAnalyzer analyzer = new StandardAnalyzer();
        FSDirectory directory = FSDirectory.open(folder);
        IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(analyzer))) {
      for (int i = 0; i < mentions; i++) {
        Mention mention = texts.mention("bare", i, now);
        Document document = new Document();
        document.add(new StringField("id", mention.id(), Field.Store.YES));
        document.add(new TextField("text", mention.fullText(), Field.Store.YES));
        document.add(new LongPoint("time", mention.publishedAt().toEpochMilli()));
        writer.addDocument(document);
      }
      writer.commit();
    }
    return rate(start);
  }

  /**
   * Mentions that come at an even pace; percentiles are those of a service that did nothing else.
   */
  private void steady(ObjectNode json, int perSecond, int seconds) throws InterruptedException {
    try (App app = App.startForCommand(settings, "bench")) {
      // Stories of before are recalled first, some seconds after a restart: the pace is even only
      // then.
      app.publisher().publish(texts.mention("first", 0, Clock.systemUTC().instant())).join();
      app.settle();
      long start = System.nanoTime();
      int count = perSecond * seconds;
      List<CompletableFuture<Void>> kept = new ArrayList<>(count);
      for (int i = 0; i < count; i++) {
        long due = start + TimeUnit.SECONDS.toNanos(1) * i / perSecond;
        for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
          LockSupport.parkNanos(left);
        }
        kept.add(app.publisher().publish(texts.mention("steady", i, Clock.systemUTC().instant())));
      }
      kept.forEach(CompletableFuture::join);
      app.settle();
      json.put("steady_per_second", perSecond);
      Timer searchable = app.meters().get("ouidire.mentions.searchable").timer();
      for (ValueAtPercentile value : searchable.takeSnapshot().percentileValues()) {
        json.put(
            "searchable_p" + Math.round(value.percentile() * 100) + "_ms",
            Math.round(value.value(TimeUnit.MILLISECONDS)));
      }
    }
  }

  /** Of all threads of the process: what neighbours on the machine do not change much. */
  private static long cpuNanos() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
  }

  private static double total(App app, String timer) {
    return app.meters().get(timer).timer().totalTime(TimeUnit.MILLISECONDS);
  }

  private double rate(long start) {
    return mentions / (Math.max(1, System.nanoTime() - start) / 1e9);
  }

  private static long millis(long start) {
    return Duration.ofNanos(System.nanoTime() - start).toMillis();
  }
}
