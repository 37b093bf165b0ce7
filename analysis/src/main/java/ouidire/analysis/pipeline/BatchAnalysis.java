package ouidire.analysis.pipeline;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import ouidire.analysis.pipeline.AnalysedBatch.Outcome;
import ouidire.analysis.pipeline.DeadLetter.Kind;
import ouidire.analysis.story.StoryGrouper;
import ouidire.analysis.story.StoryReader;
import ouidire.analysis.story.StorySketch;
import ouidire.core.mention.AnalysedMention;
import ouidire.core.mention.InvalidMentionException;
import ouidire.core.mention.Mention;
import ouidire.core.mention.MentionJson;
import ouidire.core.mention.MentionRules;
import ouidire.core.stream.MentionHeaders;
import ouidire.core.stream.Topics;

/**
 * What becomes of each record of a batch. Several threads work on it side by side, each mention
 * gets its story in the order of the stream. One batch at a time.
 */
final class BatchAnalysis {
  private static final int SLICE = 32;

  private final MentionAnalysis analysis;
  private final StoryGrouper stories;
  private final InstantSource clock;
  private final int threads;
  private final Turns turns = new Turns();

  /**
   * @param threads how many work at once, the caller's among them
   */
  BatchAnalysis(MentionAnalysis analysis, StoryGrouper stories, InstantSource clock, int threads) {
    this.analysis = analysis;
    this.stories = stories;
    this.clock = clock;
    this.threads = threads;
  }

  /** Slices are taken by whichever thread is free; outcomes keep the order of the records. */
  Outcome[] analyse(List<ConsumerRecord<String, byte[]>> records, ExecutorService pool)
      throws Exception {
    Outcome[] outcomes = new Outcome[records.size()];
    turns.begin();
    AtomicInteger next = new AtomicInteger();
    Runnable worker =
        () -> {
          StoryReader reader = new StoryReader();
          for (int from = next.getAndAdd(SLICE);
              from < outcomes.length;
              from = next.getAndAdd(SLICE)) {
            int end = Math.min(outcomes.length, from + SLICE);
            slice(records.subList(from, end), from, reader, outcomes);
          }
        };
    List<Future<?>> others = new ArrayList<>();
    for (int i = 1; i < Math.min(threads, (outcomes.length + SLICE - 1) / SLICE); i++) {
      others.add(pool.submit(worker));
    }
    worker.run();
    for (Future<?> other : others) {
      other.get();
    }
    return outcomes;
  }

  /**
   * Analyses some records and puts them into their stories. Stories are found in the order of the
   * stream, one slice after the other; all else is done side by side.
   */
  private void slice(
      List<ConsumerRecord<String, byte[]>> records,
      int from,
      StoryReader reader,
      Outcome[] outcomes) {
    try {
      Known[] known = new Known[records.size()];
      for (int i = 0; i < known.length; i++) {
        known[i] = analyse(records.get(i), reader);
      }
      turns.take(from / SLICE, () -> place(known));
      for (int i = 0; i < known.length; i++) {
        outcomes[from + i] = outcome(records.get(i), known[i]);
      }
    } catch (RuntimeException | Error e) {
      turns.fail();
      throw e;
    }
  }

  /** What is known of a record on its way: a mention to be placed, or what became of it. */
  private sealed interface Known {
    record Told(Outcome outcome) implements Known {}

    record Heard(AnalysedMention analysed, StorySketch sketch) implements Known {}
  }

  /** Only what is kept has a place: a story begins with a mention that can be looked at. */
  private void place(Known[] known) {
    for (int i = 0; i < known.length; i++) {
      if (known[i] instanceof Known.Heard(AnalysedMention analysed, StorySketch sketch)) {
        known[i] = new Known.Heard(analysed.withStory(stories.place(sketch)), sketch);
      }
    }
  }

  private Known analyse(ConsumerRecord<String, byte[]> record, StoryReader reader) {
    try {
      if (record.value() == null) {
        throw new InvalidMentionException(
            "", "est vide ; donnez une mention en JSON", "is empty; give a mention as JSON");
      }
      Mention mention = MentionJson.readMention(record.value());
      Optional<InvalidMentionException> broken = MentionRules.violation(mention, clock.instant());
      if (broken.isPresent()) {
        return new Known.Told(new Outcome.GivenUp(Kind.REJECTED, broken.get()));
      }
      AnalysedMention analysed = analysis.analyse(mention);
      if (analysed.matches().isEmpty() && MentionHeaders.isKeptOnlyIfMatched(record.headers())) {
        return new Known.Told(new Outcome.NotKept());
      }
      return new Known.Heard(analysed, reader.read(mention));
    } catch (RuntimeException | StackOverflowError e) {
      return new Known.Told(new Outcome.GivenUp(Kind.DEAD, e));
    }
  }

  private static Outcome outcome(ConsumerRecord<String, byte[]> record, Known known) {
    try {
      return switch (known) {
        case Known.Told(Outcome outcome) -> outcome;
        case Known.Heard(AnalysedMention analysed, StorySketch _) ->
            new Outcome.Analysed(
                new ProducerRecord<>(
                    Topics.ANALYSED.topicName(),
                    null,
                    record.timestamp(),
                    analysed.id(),
                    MentionJson.write(analysed)));
      };
    } catch (RuntimeException | StackOverflowError e) {
      return new Outcome.GivenUp(Kind.DEAD, e);
    }
  }
}
