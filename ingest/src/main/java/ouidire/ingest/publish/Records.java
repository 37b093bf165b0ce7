package ouidire.ingest.publish;

import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.InterruptException;

/** Sends one record and turns its acknowledgement into a future. */
final class Records {
  private Records() {}

  static CompletableFuture<Void> send(
      Producer<String, byte[]> producer, ProducerRecord<String, byte[]> record) {
    CompletableFuture<Void> kept = new CompletableFuture<>();
    try {
      var unused =
          producer.send(
              record,
              (at, failure) -> {
                if (failure == null) {
                  kept.complete(null);
                } else {
                  kept.completeExceptionally(failure);
                }
              });
    } catch (InterruptException e) {
      Thread.currentThread().interrupt();
      kept.completeExceptionally(e);
    } catch (RuntimeException e) {
      // A closed or fenced producer throws instead of calling back; callers see one way of failing.
      kept.completeExceptionally(e);
    }
    return kept;
  }
}
