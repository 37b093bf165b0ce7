package ouidire.core.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Every meter of a mention's way through this process, in records. Prometheus sees {@code
 * ouidire.mentions.collected} as {@code ouidire_mentions_collected_total}.
 *
 * <p>What holds between them once nothing is under way:
 *
 * <pre>
 * collected = analysed + rejected + dead
 * analysed = written to ouidire.analysed + notKept
 * indexed + erased + unindexable = records read from ouidire.analysed
 * </pre>
 *
 * <p>Counters begin at zero with the process; a record that is worked on again after a crash counts
 * again. How many mentions there are is a question to the history, not to a counter.
 */
public final class PipelineMetrics {
  private final Counter collected;
  private final Counter analysed;
  private final Counter notKept;
  private final Counter rejected;
  private final Counter dead;
  private final Counter indexed;
  private final Counter erased;
  private final Counter unindexable;
  private final Counter indexTroubles;
  private final Timer searchable;
  private final Timer analysis;
  private final Timer commit;
  private final AtomicLong analyserLag;
  private final AtomicLong indexerLag;

  public PipelineMetrics(MeterRegistry registry) {
    collected =
        counter(
            registry,
            "mentions.collected",
            "Records read from ouidire.mentions, and items refused before they got there");
    analysed = counter(registry, "mentions.analysed", "Mentions analysed");
    notKept =
        counter(
            registry,
            "mentions.not.kept",
            "Of the analysed, those that match no brand, of a source that keeps only what does");
    rejected =
        counter(
            registry,
            "mentions.rejected",
            "Mentions that break a rule, such as a date in 2099, and items refused at the door");
    dead = counter(registry, "mentions.dead", "Records that could not be read or analysed");
    indexed = counter(registry, "mentions.indexed", "Mentions written to the index");
    erased = counter(registry, "mentions.erased", "Mentions erased from the index");
    unindexable = counter(registry, "mentions.unindexable", "Records that the index cannot hold");
    indexTroubles =
        counter(registry, "index.troubles", "Times that the index could not be written");
    searchable =
        timer(registry, "mentions.searchable", "From published on the stream to searchable");
    analysis = timer(registry, "analysis.batch", "Analysing one batch of mentions");
    commit = timer(registry, "index.commit", "Committing the index");
    analyserLag = registry.gauge("ouidire.analyser.lag", new AtomicLong());
    indexerLag = registry.gauge("ouidire.indexer.lag", new AtomicLong());
  }

  public void collected(int records) {
    collected.increment(records);
  }

  public void analysed() {
    analysed.increment();
  }

  /** A mention was analysed and not written, since its source keeps only what matches. */
  public void notKept() {
    analysed.increment();
    notKept.increment();
  }

  public void rejected() {
    rejected.increment();
  }

  /** So many items were refused by a file's import or a push, before they could be mentions. */
  public void refused(long items) {
    collected.increment(items);
    rejected.increment(items);
  }

  public void dead() {
    dead.increment();
  }

  public void indexed() {
    indexed.increment();
  }

  public void erased() {
    erased.increment();
  }

  public void unindexable() {
    unindexable.increment();
  }

  public void indexTrouble() {
    indexTroubles.increment();
  }

  /** A mention became searchable this long after it was published on the stream. */
  public void searchable(Duration since) {
    searchable.record(since);
  }

  public void analysedBatch(Duration took) {
    analysis.record(took);
  }

  public void committed(Duration took) {
    commit.record(took);
  }

  /** Records of {@code ouidire.mentions} not yet read, or read and still under way. */
  public void analyserLag(long records) {
    analyserLag.set(records);
  }

  /** Records of {@code ouidire.analysed} not yet read. */
  public void indexerLag(long records) {
    indexerLag.set(records);
  }

  /** The counters now. */
  public Counts counts() {
    return new Counts(
        (long) collected.count(),
        (long) analysed.count(),
        (long) notKept.count(),
        (long) rejected.count(),
        (long) dead.count(),
        (long) indexed.count(),
        analyserLag.get(),
        indexerLag.get());
  }

  /**
   * The counters at one moment, since this process began.
   *
   * @param notKept of the analysed, those that match no brand, of a source that keeps only what
   *     does
   * @param analyserLag records of {@code ouidire.mentions} not yet read
   * @param indexerLag records of {@code ouidire.analysed} not yet read
   */
  public record Counts(
      long collected,
      long analysed,
      long notKept,
      long rejected,
      long dead,
      long indexed,
      long analyserLag,
      long indexerLag) {}

  private static Counter counter(MeterRegistry registry, String name, String says) {
    return Counter.builder("ouidire." + name).description(says).register(registry);
  }

  private static Timer timer(MeterRegistry registry, String name, String says) {
    return Timer.builder("ouidire." + name)
        .description(says)
        .serviceLevelObjectives(
            Duration.ofMillis(50),
            Duration.ofMillis(100),
            Duration.ofMillis(250),
            Duration.ofMillis(500),
            Duration.ofSeconds(1),
            Duration.ofSeconds(5),
            Duration.ofSeconds(30))
        .publishPercentiles(0.5, 0.99)
        .register(registry);
  }
}
