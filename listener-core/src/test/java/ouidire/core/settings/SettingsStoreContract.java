package ouidire.core.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static ouidire.core.settings.SettingsStore.ABSENT;
import static ouidire.core.settings.SettingsStore.ANY_VERSION;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import ouidire.core.history.LiveMentions.Subscription;
import ouidire.core.waiting.Await;

/** What every {@link SettingsStore} holds to. */
public abstract class SettingsStoreContract {
  /** The time at which everything happens. */
  protected static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-03-01T12:00:00Z"));

  /** An empty store at the first call; later calls open the same settings, as another process. */
  protected abstract SettingsStore open() throws Exception;

  private static ObjectNode value(String query) {
    return JsonNodeFactory.instance.objectNode().put("query", query);
  }

  @Test
  void keepsWhatWasPutWithWhoAndWhen() throws Exception {
    SettingsStore store = open();
    assertThat(store.get("brand", "nordika")).isEmpty();
    Setting kept = store.put("brand", "nordika", value("a"), "Claire", ABSENT);
    assertThat(kept)
        .isEqualTo(new Setting("brand", "nordika", value("a"), 1, CLOCK.instant(), "Claire"));
    assertThat(store.get("brand", "nordika")).contains(kept);
    assertThat(store.get("search", "nordika")).isEmpty();
  }

  @Test
  void listsAKindByIdAndNoOther() throws Exception {
    SettingsStore store = open();
    store.put("list", "b", value("b"), "x", ABSENT);
    store.put("list", "a/é", value("a"), "x", ABSENT);
    store.put("list-x", "c", value("c"), "x", ABSENT);
    assertThat(store.list("list")).extracting(Setting::id).containsExactly("a/é", "b");
    assertThat(store.list("nothing")).isEmpty();
  }

  @Test
  void refusesAChangeOfAVersionThatIsGone() throws Exception {
    SettingsStore store = open();
    store.put("brand", "a", value("1"), "x", ABSENT);
    store.put("brand", "a", value("2"), "y", 1);
    assertThatThrownBy(() -> store.put("brand", "a", value("3"), "x", 1))
        .isInstanceOfSatisfying(
            SettingConflictException.class, e -> assertThat(e.version()).isEqualTo(2));
    assertThatThrownBy(() -> store.put("brand", "a", value("3"), "x", ABSENT))
        .isInstanceOf(SettingConflictException.class);
    assertThatThrownBy(() -> store.delete("brand", "a", "x", 1))
        .isInstanceOf(SettingConflictException.class);
    assertThatThrownBy(() -> store.put("brand", "new", value("3"), "x", 4))
        .isInstanceOf(SettingConflictException.class);
    assertThat(store.put("brand", "a", value("3"), "x", ANY_VERSION).version()).isEqualTo(3);
  }

  @Test
  void theSameValueAgainIsNoChange() throws Exception {
    SettingsStore store = open();
    store.put("brand", "a", value("1"), "x", ABSENT);
    assertThat(store.put("brand", "a", value("1"), "y", 1).version()).isEqualTo(1);
    assertThat(store.history("brand", "a")).hasSize(1);
  }

  @Test
  void remembersWhoChangedWhat() throws Exception {
    SettingsStore store = open();
    store.put("rule", "r", value("1"), "x", ABSENT);
    store.put("rule", "r", value("2"), "y", 1);
    assertThat(store.delete("rule", "r", "z", 2)).isTrue();
    assertThat(store.get("rule", "r")).isEmpty();
    assertThat(store.list("rule")).isEmpty();
    Instant at = CLOCK.instant();
    assertThat(store.history("rule", "r"))
        .containsExactly(
            new SettingChange("rule", "r", 3, at, "z", value("2"), null),
            new SettingChange("rule", "r", 2, at, "y", value("1"), value("2")),
            new SettingChange("rule", "r", 1, at, "x", null, value("1")));
    assertThat(store.delete("rule", "r", "z", ABSENT)).isFalse();
    assertThat(store.put("rule", "r", value("2"), "z", ABSENT).version()).isEqualTo(4);
  }

  @Test
  void remembersTheLastFiftyChanges() throws Exception {
    SettingsStore store = open();
    for (int i = 1; i <= 60; i++) {
      store.put("rule", "r", value("v" + i), "x", i - 1);
    }
    List<SettingChange> history = store.history("rule", "r");
    assertThat(history).hasSize(50);
    assertThat(history.getFirst().version()).isEqualTo(60);
    assertThat(history.getLast().version()).isEqualTo(11);
    assertThat(history.getLast().before()).isEqualTo(value("v10"));
  }

  @Test
  void whatReplacesAnEntryLeavesNothingOfItAndIsToldWithWhatItReplaced() throws Exception {
    SettingsStore store = open();
    store.put("link-check", "p", value("1"), "x", ABSENT);
    store.put("link-check", "p", value("2"), "x", ANY_VERSION);
    List<SettingChange> heard = Collections.synchronizedList(new ArrayList<>());
    try (Subscription following = store.subscribe(heard::add)) {
      assertThat(following).isNotNull();
      Setting kept = store.replace("link-check", "p", value("3"), "y");
      assertThat(kept.version()).as("the version goes on").isEqualTo(3);
      assertThat(store.get("link-check", "p")).contains(kept);
      assertThat(store.replace("link-check", "p", value("3"), "y").version()).isEqualTo(3);
    }
    Instant at = CLOCK.instant();
    assertThat(heard)
        .as("never gone in between")
        .containsExactly(new SettingChange("link-check", "p", 3, at, "y", value("2"), value("3")));
    assertThat(store.history("link-check", "p"))
        .containsExactly(new SettingChange("link-check", "p", 3, at, "y", null, value("3")));
    assertThat(open().history("link-check", "p")).hasSize(1);
    assertThat(store.put("link-check", "p", value("4"), "z", 3).version()).isEqualTo(4);
    assertThat(store.replace("link-check", "new", value("1"), "y").version()).isEqualTo(1);
    store.put("link-check", "same", value("1"), "x", ABSENT);
    store.put("link-check", "same", value("2"), "x", ABSENT + 1);
    store.replace("link-check", "same", value("2"), "x");
    assertThat(store.history("link-check", "same")).as("the same, without its past").hasSize(1);
  }

  @Test
  void forgetsWithoutATrace() throws Exception {
    SettingsStore store = open();
    store.put("correction", "m", value("1"), "x", ABSENT);
    store.forget("correction", "m");
    store.forget("correction", "never");
    assertThat(store.get("correction", "m")).isEmpty();
    assertThat(store.history("correction", "m")).isEmpty();
  }

  @Test
  void findsEverythingAgainWhenOpenedAgain() throws Exception {
    SettingsStore before = open();
    before.put("brand", "a", value("é 1"), "x", ABSENT);
    before.put("brand", "a", value("é 2"), "y", 1);
    before.put("brand", "b", value("b"), "y", ABSENT);
    before.delete("brand", "b", "y", 1);
    SettingsStore after = open();
    assertThat(after.list("brand")).isEqualTo(before.list("brand")).hasSize(1);
    assertThat(after.history("brand", "a")).isEqualTo(before.history("brand", "a"));
    assertThat(after.history("brand", "b")).isEqualTo(before.history("brand", "b")).hasSize(2);
  }

  @Test
  void tellsOfEveryChangeAlsoOfAnotherProcess() throws Exception {
    SettingsStore here = open();
    SettingsStore there = open();
    List<String> heard = Collections.synchronizedList(new ArrayList<>());
    try (Subscription subscription =
        here.subscribe(c -> heard.add(c.id() + (c.after() == null ? " gone" : " set")))) {
      there.put("brand", "a", value("1"), "x", ABSENT);
      Await.until("the change is known here", () -> here.get("brand", "a").isPresent());
      here.put("brand", "b", value("1"), "x", ABSENT);
      there.delete("brand", "a", "x", ANY_VERSION);
      Await.until("three were heard", () -> heard.size() == 3);
      assertThat(heard).containsExactly("a set", "b set", "a gone");
      assertThat(subscription).isNotNull();
    }
    here.put("brand", "c", value("1"), "x", ABSENT);
    assertThat(heard).hasSize(3);
  }

  @Test
  void ofTwoProcessesThatChangeOneVersionOneWins() throws Exception {
    List<SettingsStore> processes = List.of(open(), open());
    try (ExecutorService pool = Executors.newFixedThreadPool(2)) {
      long version = 0;
      for (int round = 0; round < 20; round++) {
        long seen = version;
        List<Callable<Boolean>> both = new ArrayList<>();
        for (int p = 0; p < 2; p++) {
          JsonNode value = value(round + " of " + p);
          SettingsStore store = processes.get(p);
          Await.until(
              "both know version " + seen,
              () -> store.get("brand", "a").map(Setting::version).orElse(0L) == seen);
          both.add(() -> wins(store, value, seen));
        }
        int won = 0;
        for (Future<Boolean> one : pool.invokeAll(both)) {
          won += one.get() ? 1 : 0;
        }
        assertThat(won).isEqualTo(1);
        version++;
      }
    }
    assertThat(open().get("brand", "a")).isEqualTo(processes.getFirst().get("brand", "a"));
  }

  private static boolean wins(SettingsStore store, JsonNode value, long seen) {
    try {
      store.put("brand", "a", value, "x", seen);
      return true;
    } catch (SettingConflictException e) {
      return false;
    }
  }

  @Test
  void aValueHandedOutIsACopy() throws Exception {
    SettingsStore store = open();
    ObjectNode mine = value("1");
    store.put("brand", "a", mine, "x", ABSENT);
    mine.put("query", "changed");
    ((ObjectNode) store.get("brand", "a").orElseThrow().value()).put("query", "changed");
    assertThat(store.get("brand", "a").orElseThrow().value()).isEqualTo(value("1"));
  }

  @Test
  void refusesNamesAndValuesThatCannotBeKept() throws Exception {
    SettingsStore store = open();
    assertThatThrownBy(() -> store.put("Brand", "a", value("1"), "x", ABSENT))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("kind Brand");
    assertThatThrownBy(() -> store.put("brand", " ", value("1"), "x", ABSENT))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("id of brand");
    String large = "x".repeat(SettingsStore.MAX_VALUE_BYTES);
    assertThatThrownBy(() -> store.put("brand", "a", value(large), "x", ABSENT))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(store.list("brand")).isEmpty();
  }

  @Test
  void largeValuesShortenTheHistoryOnly() throws Exception {
    SettingsStore store = open();
    for (int i = 0; i < 12; i++) {
      store.put("list", "l", value(i + "x".repeat(500_000)), "x", ANY_VERSION);
    }
    assertThat(store.get("list", "l").orElseThrow().version()).isEqualTo(12);
    assertThat(store.history("list", "l")).hasSizeGreaterThan(5);
  }
}
