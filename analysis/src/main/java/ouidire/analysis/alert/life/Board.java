package ouidire.analysis.alert.life;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ouidire.core.alert.Alert;
import ouidire.core.alert.AlertDirectory;
import ouidire.core.alert.Incident;
import ouidire.core.alert.Incidents;
import ouidire.core.history.LiveMentions.Subscription;

/**
 * All incidents, to look at; whoever changes one puts the changed one here once it is kept. A
 * process has one for as long as it lives, whether it alerts at the time or follows the one that
 * does, so that who follows it notices nothing of the change.
 */
public final class Board implements Incidents, AlertDirectory {
  private static final Logger LOG = LoggerFactory.getLogger(Board.class);

  private final Map<String, Incident> incidents = new ConcurrentHashMap<>();
  private final List<Consumer<Incident>> followers = new CopyOnWriteArrayList<>();

  /** Puts one here without telling anybody. */
  void put(Incident incident) {
    incidents.put(incident.id(), incident);
  }

  /** Puts one here and tells those who follow, unless it is here as it is. */
  void catchUp(Incident incident) {
    if (!incident.equals(incidents.put(incident.id(), incident))) {
      tell(incident);
    }
  }

  void remove(String id) {
    incidents.remove(id);
  }

  void tell(Incident incident) {
    for (Consumer<Incident> follower : followers) {
      try {
        follower.accept(incident);
      } catch (RuntimeException e) {
        LOG.error("a follower cannot hear of incident {}; the others do", incident.id(), e);
      }
    }
  }

  Map<String, Incident> incidents() {
    return incidents;
  }

  @Override
  public List<Incident> all(int limit) {
    return incidents.values().stream()
        .filter(Incident::fired)
        .sorted(Comparator.comparing(Incident::startedAt).reversed().thenComparing(Incident::id))
        .limit(limit)
        .toList();
  }

  @Override
  public Optional<Incident> find(String id) {
    return Optional.ofNullable(incidents.get(id));
  }

  @Override
  public Subscription follow(Consumer<Incident> listener) {
    followers.add(listener);
    return () -> followers.remove(listener);
  }

  @Override
  public List<Alert> latest(int limit) {
    return incidents.values().stream()
        .flatMap(incident -> incident.alert().stream())
        .sorted(Comparator.comparing(Alert::startedAt).reversed().thenComparing(Alert::id))
        .limit(limit)
        .toList();
  }

  /** Hears of an alert when it begins, becomes worse or ends: not of every line of its log. */
  @Override
  public Subscription subscribe(Consumer<Alert> listener) {
    Map<String, Alert> last = new ConcurrentHashMap<>();
    return follow(
        incident ->
            incident
                .alert()
                .filter(alert -> !alert.equals(last.put(alert.id(), alert)))
                .ifPresent(listener));
  }
}
