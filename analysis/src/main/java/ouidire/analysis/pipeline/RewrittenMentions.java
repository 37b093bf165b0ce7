package ouidire.analysis.pipeline;

import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import ouidire.core.mention.AnalysedMention;
import ouidire.core.mention.MentionJson;
import ouidire.core.stream.KafkaSettings;
import ouidire.core.stream.Topics;

/** Writes what is now known of older mentions to {@code ouidire.analysed}. */
public final class RewrittenMentions implements PastMatches.Rewriter, AutoCloseable {
  private static final byte[] YES = {1};
  private final KafkaProducer<String, byte[]> producer;

  public RewrittenMentions(KafkaSettings kafka) {
    producer = new KafkaProducer<>(kafka.producer("ouidire-past"));
  }

  @Override
  public CompletableFuture<Void> replace(AnalysedMention mention) {
    CompletableFuture<Void> kept = new CompletableFuture<>();
    ProducerRecord<String, byte[]> record =
        new ProducerRecord<>(Topics.ANALYSED.topicName(), mention.id(), MentionJson.write(mention));
    record.headers().add(PastMatches.SAID_AGAIN, YES);
    var unused =
        producer.send(
            record,
            (_, failure) -> {
              if (failure == null) {
                kept.complete(null);
              } else {
                kept.completeExceptionally(failure);
              }
            });
    return kept;
  }

  @Override
  public void close() {
    producer.close();
  }
}
