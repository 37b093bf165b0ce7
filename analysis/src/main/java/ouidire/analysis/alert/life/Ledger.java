package ouidire.analysis.alert.life;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import ouidire.core.alert.Dispatch;
import ouidire.core.alert.Incident;

/**
 * Incidents as they were decided, each kept before anybody sees it. What is changed together is
 * kept together, in one go, or not at all. The desk guards it; not thread-safe.
 */
final class Ledger {
  private final IncidentStore store;
  private final Board board;
  private final Map<String, Incident> known = new HashMap<>();
  private final Map<String, Incident> open = new LinkedHashMap<>();
  private final Map<String, Incident> owing = new LinkedHashMap<>();

  /** Decided and not kept yet. */
  private final Map<String, Incident> unkept = new LinkedHashMap<>();

  private boolean together;

  /** Opens it with what the store holds; those who follow the board hear what they missed. */
  Ledger(IncidentStore store, Board board) {
    this.store = store;
    this.board = board;
    for (Incident incident : store.read()) {
      board.catchUp(incident);
      file(incident);
    }
  }

  private void file(Incident incident) {
    known.put(incident.id(), incident);
    file(open, incident, incident.open());
    file(owing, incident, incident.outbox().stream().anyMatch(Dispatch::waiting));
  }

  private static void file(Map<String, Incident> where, Incident incident, boolean belongs) {
    if (belongs) {
      where.put(incident.id(), incident);
    } else {
      where.remove(incident.id());
    }
  }

  /**
   * Puts a change down; the same incident when there was none.
   *
   * @param before null for a new one
   */
  Incident put(@Nullable Incident before, Incident after) {
    if (after != before) {
      unkept.put(after.id(), after);
      file(after);
      if (!together) {
        keep();
      }
    }
    return after;
  }

  /**
   * Keeps all changes of some work in one go, when it is done. When it fails half-way, or they
   * could not be kept, all is as before.
   *
   * @throws IncidentStore.NotKeptException when they could not be kept
   */
  void together(Runnable work) {
    if (together) {
      work.run();
      return;
    }
    together = true;
    try {
      work.run();
    } catch (RuntimeException e) {
      List.copyOf(unkept.values()).forEach(this::takeBack);
      unkept.clear();
      throw e;
    } finally {
      together = false;
    }
    keep();
  }

  private void keep() {
    List<Incident> changed = new ArrayList<>(unkept.values());
    unkept.clear();
    if (changed.isEmpty()) {
      return;
    }
    try {
      store.save(changed);
    } catch (RuntimeException e) {
      changed.forEach(this::takeBack);
      throw e;
    }
    changed.forEach(board::put);
    changed.forEach(board::tell);
  }

  private void takeBack(Incident incident) {
    String id = incident.id();
    known.remove(id);
    open.remove(id);
    owing.remove(id);
    board.find(id).ifPresent(this::file);
  }

  /**
   * Keeps some again as they are.
   *
   * @throws IncidentStore.TakenOverException when another process keeps incidents now
   */
  void confirm(Collection<String> ids) {
    List<Incident> known = ids.stream().map(this::find).filter(Objects::nonNull).toList();
    if (!known.isEmpty()) {
      store.save(known);
    }
  }

  @Nullable Incident find(String id) {
    return known.get(id);
  }

  Map<String, Incident> byId() {
    return Collections.unmodifiableMap(known);
  }

  /** Those that go on. */
  List<Incident> open() {
    return List.copyOf(open.values());
  }

  /** Those with a message that waits. */
  Collection<Incident> owing() {
    return Collections.unmodifiableCollection(owing.values());
  }
}
