package ouidire.core.settings;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import ouidire.core.history.LiveMentions.Subscription;

/** Settings in memory: one list of changes, from which everything is told. */
public final class InMemorySettingsStore implements SettingsStore {
  private final InstantSource clock;
  private final List<SettingChange> changes = new ArrayList<>();
  private final List<Consumer<SettingChange>> listeners = new CopyOnWriteArrayList<>();

  private int refusals;

  public InMemorySettingsStore(InstantSource clock) {
    this.clock = clock;
  }

  /** The next so many changes fail, as when the stream does not answer. */
  public synchronized void refuse(int changes) {
    refusals = changes;
  }

  @Override
  public synchronized Optional<Setting> get(String kind, String id) {
    return all(kind, id).stream().reduce((_, last) -> last).map(this::entry);
  }

  private @Nullable Setting entry(SettingChange last) {
    JsonNode value = last.after();
    return value == null
        ? null
        : new Setting(last.kind(), last.id(), value, last.version(), last.at(), last.author());
  }

  private List<SettingChange> all(String kind, String id) {
    return changes.stream().filter(c -> c.kind().equals(kind) && c.id().equals(id)).toList();
  }

  @Override
  public synchronized List<Setting> list(String kind) {
    Map<String, Setting> found = new TreeMap<>();
    for (SettingChange change : changes) {
      if (change.kind().equals(kind)) {
        get(kind, change.id()).ifPresent(setting -> found.put(setting.id(), setting));
      }
    }
    return List.copyOf(found.values());
  }

  @Override
  public synchronized Setting put(
      String kind, String id, JsonNode value, String author, long expected) {
    requireWritable(kind, id, value);
    Optional<Setting> present = get(kind, id);
    require(kind, id, expected, present);
    if (present.isPresent() && present.get().value().equals(value)) {
      return present.get();
    }
    append(kind, id, author, present.map(Setting::value).orElse(null), value);
    return get(kind, id).orElseThrow();
  }

  private void requireWritable(String kind, String id, JsonNode value) {
    SettingsStore.requireName(kind, id);
    if (refusals > 0) {
      refusals--;
      throw new SettingNotKeptException(kind, id, new IllegalStateException("the stream is down"));
    }
    int bytes = value.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8).length;
    if (bytes > MAX_VALUE_BYTES) {
      throw new IllegalArgumentException(kind + "/" + id + " is too large: " + bytes);
    }
  }

  @Override
  public synchronized Setting replace(String kind, String id, JsonNode value, String author) {
    requireWritable(kind, id, value);
    Optional<Setting> present = get(kind, id);
    List<SettingChange> past = all(kind, id);
    if (past.size() != 1 || present.isEmpty() || !present.get().value().equals(value)) {
      append(kind, id, author, present.map(Setting::value).orElse(null), value);
      changes.removeAll(past);
      SettingChange last = changes.removeLast();
      changes.add(
          new SettingChange(kind, id, last.version(), last.at(), author, null, last.after()));
    }
    return get(kind, id).orElseThrow();
  }

  @Override
  public synchronized boolean delete(String kind, String id, String author, long expected) {
    Optional<Setting> present = get(kind, id);
    require(kind, id, expected, present);
    present.ifPresent(setting -> append(kind, id, author, setting.value(), null));
    return present.isPresent();
  }

  @Override
  public synchronized void forget(String kind, String id) {
    delete(kind, id, "", ANY_VERSION);
    changes.removeIf(change -> change.kind().equals(kind) && change.id().equals(id));
  }

  private static void require(String kind, String id, long expected, Optional<Setting> present) {
    long version = present.map(Setting::version).orElse(ABSENT);
    if (expected != ANY_VERSION && expected != version) {
      throw new SettingConflictException(kind, id, expected, version);
    }
  }

  private void append(
      String kind, String id, String author, @Nullable JsonNode before, @Nullable JsonNode after) {
    List<SettingChange> past = all(kind, id);
    long version = past.isEmpty() ? 1 : past.getLast().version() + 1;
    SettingChange change =
        new SettingChange(kind, id, version, clock.instant(), author, before, after);
    changes.add(change);
    listeners.forEach(listener -> listener.accept(change));
  }

  @Override
  public synchronized List<SettingChange> history(String kind, String id) {
    return all(kind, id).reversed().stream().limit(CHANGES_KEPT).toList();
  }

  @Override
  public Subscription subscribe(Consumer<SettingChange> listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }
}
