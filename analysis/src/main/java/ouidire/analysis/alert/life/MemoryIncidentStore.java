package ouidire.analysis.alert.life;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import ouidire.core.alert.Incident;

/** Keeps incidents as long as the process lives: for back-tests. */
public final class MemoryIncidentStore implements IncidentStore {
  private final Map<String, Incident> kept = new LinkedHashMap<>();

  @Override
  public synchronized void save(Collection<Incident> incidents) {
    incidents.forEach(incident -> kept.put(incident.id(), incident));
  }

  @Override
  public synchronized List<Incident> read() {
    return List.copyOf(kept.values());
  }
}
