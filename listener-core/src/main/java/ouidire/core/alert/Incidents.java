package ouidire.core.alert;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import ouidire.core.history.LiveMentions.Subscription;

/** The incidents, past and present, to read. */
public interface Incidents {
  /** Newest first, by start; those that never fired left out. */
  List<Incident> all(int limit);

  Optional<Incident> find(String id);

  /**
   * Calls the listener whenever an incident begins, changes or ends. A listener returns at once and
   * never throws.
   */
  Subscription follow(Consumer<Incident> listener);
}
