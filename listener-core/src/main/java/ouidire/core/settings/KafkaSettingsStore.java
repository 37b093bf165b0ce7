package ouidire.core.settings;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ouidire.core.history.LiveMentions.Subscription;
import ouidire.core.settings.SettingRecord.Step;
import ouidire.core.stream.KafkaSettings;
import ouidire.core.stream.TopicFollower;
import ouidire.core.stream.Topics;

/**
 * Keeps settings in the compacted topic {@code ouidire.settings}, of one partition, keyed {@code
 * kind/id}. The topic is read at opening and followed from then on, so that every process of a
 * cluster has every change. The topic must exist.
 *
 * <p>The order of the topic decides between two processes that change one entry at the same moment:
 * a record whose version is not above the one before it is passed over by all, and the process that
 * wrote it says so to its caller and writes the winner again, so that compaction keeps the winner.
 */
public final class KafkaSettingsStore implements SettingsStore, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(KafkaSettingsStore.class);
  private static final Duration CLOSE_WITHIN = Duration.ofSeconds(10);
  private static final Duration SEEN_WITHIN = Duration.ofSeconds(30);
  private static final String TOPIC = Topics.SETTINGS.topicName();

  private final KafkaProducer<String, byte[]> producer;
  private final InstantSource clock;
  private final Map<String, SettingRecord> records = new ConcurrentHashMap<>();
  private final List<Consumer<SettingChange>> listeners = new CopyOnWriteArrayList<>();
  private final TopicFollower follower;
  private final Object writing = new Object();

  private KafkaSettingsStore(KafkaSettings kafka, InstantSource clock) {
    this.clock = clock;
    this.producer = new KafkaProducer<>(kafka.producer("ouidire-settings"));
    this.follower =
        new TopicFollower(
            kafka.consumer("ouidire-settings"), Topics.SETTINGS, this::apply, "settings");
  }

  /**
   * Opens the store and reads what was kept before.
   *
   * @param clock for the time of a change
   */
  public static KafkaSettingsStore open(KafkaSettings kafka, InstantSource clock) {
    KafkaSettingsStore store = new KafkaSettingsStore(kafka, clock);
    try {
      store.follower.start();
      return store;
    } catch (RuntimeException e) {
      store.close();
      throw e;
    }
  }

  @Override
  public Optional<Setting> get(String kind, String id) {
    SettingRecord record = records.get(key(kind, id));
    return Optional.ofNullable(record == null ? null : record.setting(kind, id));
  }

  @Override
  public List<Setting> list(String kind) {
    String prefix = kind + "/";
    return records.entrySet().stream()
        .filter(entry -> entry.getKey().startsWith(prefix))
        .map(entry -> entry.getValue().setting(kind, entry.getKey().substring(prefix.length())))
        .filter(Objects::nonNull)
        .sorted(Comparator.comparing(Setting::id))
        .toList();
  }

  @Override
  public List<SettingChange> history(String kind, String id) {
    SettingRecord record = records.get(key(kind, id));
    return record == null ? List.of() : record.history(kind, id);
  }

  @Override
  public Setting put(String kind, String id, JsonNode value, String author, long expected) {
    requireWritable(kind, id, value);
    synchronized (writing) {
      Optional<Setting> present = get(kind, id);
      require(kind, id, expected, present);
      if (present.isPresent() && present.get().value().equals(value)) {
        return present.get();
      }
      write(kind, id, value.deepCopy(), author, expected, true);
      return get(kind, id).orElseThrow(() -> new SettingConflictException(kind, id, expected, 0));
    }
  }

  @Override
  public Setting replace(String kind, String id, JsonNode value, String author) {
    requireWritable(kind, id, value);
    synchronized (writing) {
      SettingRecord present = records.get(key(kind, id));
      if (present == null
          || present.changes().size() > 1
          || !value.equals(present.last().value())) {
        write(kind, id, value.deepCopy(), author, ANY_VERSION, false);
      }
      return get(kind, id)
          .orElseThrow(() -> new SettingConflictException(kind, id, ANY_VERSION, 0));
    }
  }

  private static void requireWritable(String kind, String id, JsonNode value) {
    SettingsStore.requireName(kind, id);
    int bytes = SettingRecord.bytes(value).length;
    if (bytes > MAX_VALUE_BYTES) {
      throw new IllegalArgumentException(
          kind + "/" + id + " has " + bytes + " bytes; give at most " + MAX_VALUE_BYTES);
    }
  }

  @Override
  public boolean delete(String kind, String id, String author, long expected) {
    SettingsStore.requireName(kind, id);
    synchronized (writing) {
      Optional<Setting> present = get(kind, id);
      require(kind, id, expected, present);
      if (present.isEmpty()) {
        return false;
      }
      write(kind, id, null, author, expected, true);
      return true;
    }
  }

  @Override
  public void forget(String kind, String id) {
    SettingsStore.requireName(kind, id);
    synchronized (writing) {
      if (records.containsKey(key(kind, id))) {
        send(kind, id, null);
      }
    }
  }

  private static void require(String kind, String id, long expected, Optional<Setting> present) {
    long version = present.map(Setting::version).orElse(ABSENT);
    if (expected != ANY_VERSION && expected != version) {
      throw new SettingConflictException(kind, id, expected, version);
    }
  }

  private void write(
      String kind,
      String id,
      @Nullable JsonNode value,
      String author,
      long expected,
      boolean remembering) {
    SettingRecord before = records.get(key(kind, id));
    String name = UUID.randomUUID().toString();
    Step step =
        new Step(before == null ? 1 : before.last().version() + 1, clock.instant(), author, value);
    send(
        kind,
        id,
        before == null || !remembering ? SettingRecord.first(name, step) : before.with(name, step));
    SettingRecord after = records.get(key(kind, id));
    if (after != null && !after.write().equals(name) && after.last().version() == step.version()) {
      confirm(kind, id, after);
      throw new SettingConflictException(kind, id, expected, after.last().version());
    }
  }

  /** Writes the winner again until it is the last of its key, whatever others write meanwhile. */
  private void confirm(String kind, String id, SettingRecord winner) {
    @Nullable SettingRecord last = winner;
    SettingRecord sent;
    do {
      sent = last;
      send(kind, id, sent);
      last = records.get(key(kind, id));
    } while (last != null && !last.write().equals(sent.write()));
  }

  /** Returns once the record is on the topic and was read back. */
  private void send(String kind, String id, @Nullable SettingRecord record) {
    try {
      byte[] bytes = record == null ? null : record.json();
      long offset = producer.send(new ProducerRecord<>(TOPIC, key(kind, id), bytes)).get().offset();
      follower.awaitRead(offset, SEEN_WITHIN);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SettingNotKeptException(kind, id, e);
    } catch (ExecutionException | TimeoutException | RuntimeException e) {
      throw new SettingNotKeptException(kind, id, e);
    }
  }

  /** On the follower's thread: the one place where what is known changes. */
  private void apply(ConsumerRecord<String, byte[]> read) {
    String key = read.key();
    int slash = key == null ? -1 : key.indexOf('/');
    if (key == null || slash < 1) {
      LOG.warn("a record of {} at {} has no key kind/id and is passed over", TOPIC, read.offset());
      return;
    }
    String kind = key.substring(0, slash);
    String id = key.substring(slash + 1);
    SettingRecord before = records.get(key);
    if (read.value() == null) {
      records.remove(key);
      if (before != null && before.last().value() != null) {
        tell(
            new SettingChange(
                kind,
                id,
                before.last().version() + 1,
                clock.instant(),
                before.last().by(),
                before.last().value(),
                null));
      }
      return;
    }
    try {
      SettingRecord after = SettingRecord.read(read.value());
      if (before == null || after.last().version() > before.last().version()) {
        records.put(key, after);
        JsonNode replaced = before == null ? null : before.last().value();
        tell(after.lastChange(kind, id, replaced));
      }
    } catch (IllegalArgumentException e) {
      LOG.warn("setting {} of {} cannot be read and is passed over", key, TOPIC);
    }
  }

  private void tell(SettingChange change) {
    for (Consumer<SettingChange> listener : listeners) {
      try {
        listener.accept(change);
      } catch (RuntimeException e) {
        LOG.warn("a listener failed at setting {}/{}", change.kind(), change.id(), e);
      }
    }
  }

  @Override
  public Subscription subscribe(Consumer<SettingChange> listener) {
    Consumer<SettingChange> mine = listener::accept;
    listeners.add(mine);
    return () -> listeners.remove(mine);
  }

  private static String key(String kind, String id) {
    return kind + "/" + id;
  }

  /** Sends what still waits, for at most ten seconds. */
  @Override
  public void close() {
    follower.close();
    producer.close(CLOSE_WITHIN);
  }
}
