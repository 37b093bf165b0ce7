package ouidire.analysis.pipeline;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.Arrays;
import java.util.zip.CRC32;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;
import ouidire.core.stream.Topics;

/**
 * A record that could not be worked on, as it came, with the cause. On {@code ouidire.dead-letters}
 * its key is {@link #id}, its value the bytes as they came, and the rest are headers.
 *
 * @param id {@code topic-partition-offset} of the record
 * @param kind what became of it
 * @param reason what was found and the remedy; never the mention's text
 * @param exception class of the failure
 * @param stack a number that failures of one cause share, to group by
 * @param topic where the record was
 * @param time when it was given up
 * @param replayedAt when it was last published again; null when never
 * @param key the record's key; null when it had none
 * @param bytes the record's value; empty when it had none
 */
public record DeadLetter(
    String id,
    Kind kind,
    String reason,
    String exception,
    String stack,
    String topic,
    int partition,
    long offset,
    Instant time,
    @Nullable Instant replayedAt,
    @Nullable String key,
    byte[] bytes) {

  /** Why a record was given up. */
  public enum Kind {
    /** It can be read, and breaks a rule. */
    REJECTED,
    /** It cannot be read, or analysing it failed. */
    DEAD
  }

  static final String REPLAYED = "replayed";
  private static final int STACK_DEPTH = 8;

  /** The dead letter of a record that failed, to send. */
  static ProducerRecord<String, byte[]> record(
      ConsumerRecord<String, byte[]> failed, Kind kind, Throwable cause, Instant now) {
    String id = failed.topic() + "-" + failed.partition() + "-" + failed.offset();
    ProducerRecord<String, byte[]> letter =
        new ProducerRecord<>(
            Topics.DEAD_LETTERS.topicName(),
            null,
            id,
            failed.value() == null ? new byte[0] : failed.value());
    Headers headers = letter.headers();
    put(headers, "kind", kind.name());
    put(headers, "reason", reason(cause));
    put(headers, "exception", cause.getClass().getName());
    put(headers, "stack", stack(cause));
    put(headers, "topic", failed.topic());
    put(headers, "partition", Integer.toString(failed.partition()));
    put(headers, "offset", Long.toString(failed.offset()));
    put(headers, "time", now.toString());
    if (failed.key() != null) {
      put(headers, "key", failed.key());
    }
    return letter;
  }

  /** The mark that says a dead letter was published again. */
  static ProducerRecord<String, byte[]> replayedMark(DeadLetter letter, Instant now) {
    ProducerRecord<String, byte[]> mark =
        new ProducerRecord<>(Topics.DEAD_LETTERS.topicName(), null, letter.id, new byte[0]);
    put(mark.headers(), REPLAYED, now.toString());
    return mark;
  }

  static DeadLetter read(ConsumerRecord<String, byte[]> record, @Nullable Instant replayedAt) {
    Headers headers = record.headers();
    byte[] value = record.value();
    return new DeadLetter(
        record.key(),
        Kind.valueOf(get(headers, "kind", Kind.DEAD.name())),
        get(headers, "reason", ""),
        get(headers, "exception", ""),
        get(headers, "stack", ""),
        get(headers, "topic", ""),
        Integer.parseInt(get(headers, "partition", "-1")),
        Long.parseLong(get(headers, "offset", "-1")),
        Instant.parse(get(headers, "time", Instant.ofEpochMilli(record.timestamp()).toString())),
        replayedAt,
        headers.lastHeader("key") == null ? null : get(headers, "key", ""),
        value == null ? new byte[0] : value);
  }

  static String get(Headers headers, String name, String otherwise) {
    Header header = headers.lastHeader(name);
    return header == null ? otherwise : new String(header.value(), UTF_8);
  }

  private static void put(Headers headers, String name, String value) {
    headers.add(name, value.getBytes(UTF_8));
  }

  /** Our own exceptions speak for people; others may carry a part of the text in their message. */
  private static String reason(Throwable cause) {
    return cause.getClass().getName().startsWith("ouidire.") && cause.getMessage() != null
        ? cause.getMessage()
        : "analysis failed with " + cause.getClass().getSimpleName() + "; report it, then replay";
  }

  private static String stack(Throwable cause) {
    CRC32 crc = new CRC32();
    crc.update(cause.getClass().getName().getBytes(UTF_8));
    Arrays.stream(cause.getStackTrace())
        .limit(STACK_DEPTH)
        .forEach(frame -> crc.update(frame.toString().getBytes(UTF_8)));
    return String.format("%08x", crc.getValue());
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof DeadLetter letter && letter.id.equals(id);
  }

  @Override
  public int hashCode() {
    return id.hashCode();
  }

  @Override
  public String toString() {
    return "DeadLetter[" + id + ", " + kind + ", " + reason + "]";
  }
}
