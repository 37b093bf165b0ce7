package ouidire.analysis.tone;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import ouidire.core.mention.Span;

/**
 * How many mentions a second get a tone, beside CoreNLP's tokenizer alone on the same texts in the
 * same run.
 */
public final class ToneBench {
  private static final int CHUNK = 64;
  private static final String RESOURCE = "bench-texts.txt";
  private static final List<Span> FIRST_WORD = List.of(new Span("text", 0, 1));

  private final List<String> texts;
  private final int threads;
  private final Duration each;

  /**
   * @param texts what to score, over and over
   * @param threads at once
   * @param each how long each of the three is measured, after as long a warm-up
   */
  public ToneBench(List<String> texts, int threads, Duration each) {
    this.texts = List.copyOf(texts);
    this.threads = threads;
    this.each = each;
  }

  /** 400 mentions of the project's corpus, to measure on when there is nothing else. */
  public static List<String> texts() throws IOException {
    try (InputStream in = ToneBench.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException("resource " + RESOURCE + " is missing from the jar");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }

  /**
   * Measures.
   *
   * @return one JSON object: mentions a second of the tokenizer alone, of the default path, and of
   *     the path toward a target; and the share of texts that hold several names, so that a brand
   *     among them is told by the second table
   */
  public String run() throws InterruptedException {
    ToneScorer scorer = new ToneScorer();
    LinearModel model = LinearModel.shipped(ToneScorer.class, "tone-fr.model");
    Map<String, List<Span>> names = new HashMap<>();
    for (String text : texts) {
      names.put(text, NearNames.in(model, MentionReading.of(null, text)));
    }
    double tokens = rate(text -> ToneTokenizer.count(text));
    double tone = rate(text -> scorer.score(null, text));
    double target =
        rate(
            text -> {
              MentionReading reading = MentionReading.of(null, text);
              scorer.score(reading);
              scorer.toward(reading, firstOf(names.getOrDefault(text, List.of())));
            });
    long amongOthers = names.values().stream().filter(all -> all.size() > 1).count();
    return String.format(
        Locale.ROOT,
        "{\"threads\":%d,\"texts\":%d,\"tokenizer_per_second\":%.0f,\"tone_per_second\":%.0f,"
            + "\"tone_and_target_per_second\":%.0f,\"tone_of_tokenizer\":%.2f,"
            + "\"among_other_names\":%.3f}",
        threads,
        texts.size(),
        tokens,
        tone,
        target,
        tone / tokens,
        amongOthers / (double) names.size());
  }

  /** The first name of a text stands for the brand; where there is none, its first word. */
  private static List<Span> firstOf(List<Span> names) {
    return names.isEmpty() ? FIRST_WORD : names.subList(0, 1);
  }

  private double rate(Consumer<String> work) throws InterruptedException {
    measure(work);
    return measure(work);
  }

  private double measure(Consumer<String> work) throws InterruptedException {
    AtomicLong done = new AtomicLong();
    long begun = System.nanoTime();
    long end = begun + each.toNanos();
    Thread[] running = new Thread[threads];
    for (int t = 0; t < threads; t++) {
      int offset = t * texts.size() / threads;
      running[t] =
          Thread.ofPlatform()
              .start(
                  () -> {
                    int at = offset;
                    while (System.nanoTime() < end) {
                      for (int i = 0; i < CHUNK; i++) {
                        work.accept(texts.get(at++ % texts.size()));
                      }
                      done.addAndGet(CHUNK);
                    }
                  });
    }
    for (Thread thread : running) {
      thread.join();
    }
    return done.get() * 1e9 / (System.nanoTime() - begun);
  }
}
