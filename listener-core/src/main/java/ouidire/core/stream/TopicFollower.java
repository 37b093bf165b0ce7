package ouidire.core.stream;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads a topic of one partition from its beginning to its end, then goes on reading what is added,
 * on a thread of its own. A stream that fails is asked again from where reading stands.
 */
public final class TopicFollower implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(TopicFollower.class);
  private static final Duration POLL = Duration.ofMillis(500);
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final Duration CLOSE_WITHIN = Duration.ofSeconds(10);

  private final KafkaConsumer<String, byte[]> consumer;
  private final Topics topic;
  private final CompactedTopic.Reader reader;
  private final Thread thread;
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Object seen = new Object();
  private long read = -1;
  private boolean begun;

  /**
   * @param consumer its settings
   * @param reader called for one record after the other; must not throw
   * @param name of the thread, without {@code -follower}
   */
  public TopicFollower(
      Map<String, Object> consumer, Topics topic, CompactedTopic.Reader reader, String name) {
    this.consumer = new KafkaConsumer<>(consumer);
    this.topic = topic;
    this.reader = reader;
    this.thread = Thread.ofPlatform().daemon().name(name + "-follower").unstarted(this::follow);
  }

  /** Returns once everything that was there has been read. */
  public void start() {
    CompactedTopic.readToEnd(consumer, topic, this::read);
    begun = true;
    thread.start();
  }

  private void follow() {
    try (consumer) {
      while (closing.getCount() > 0) {
        try {
          consumer.poll(POLL).forEach(this::read);
        } catch (WakeupException e) {
          LOG.debug("woken to stop", e);
        } catch (RuntimeException e) {
          LOG.warn("{} does not answer; asking again: {}", topic.topicName(), e.toString());
          if (closing.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
            return;
          }
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void read(ConsumerRecord<String, byte[]> record) {
    reader.read(record);
    synchronized (seen) {
      read = record.offset();
      seen.notifyAll();
    }
  }

  /** Returns once the record at this offset was read. */
  public void awaitRead(long offset, Duration patience)
      throws InterruptedException, TimeoutException {
    long end = System.nanoTime() + patience.toNanos();
    synchronized (seen) {
      while (read < offset) {
        long left = end - System.nanoTime();
        if (left <= 0) {
          throw new TimeoutException(
              "kept, but not read back within " + patience.toSeconds() + " s");
        }
        TimeUnit.NANOSECONDS.timedWait(seen, left);
      }
    }
  }

  @Override
  public void close() {
    closing.countDown();
    if (!begun) {
      consumer.close();
      return;
    }
    consumer.wakeup();
    try {
      thread.join(CLOSE_WITHIN);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
