package ouidire.core.alert;

import java.util.List;
import java.util.function.Consumer;
import ouidire.core.history.LiveMentions.Subscription;

/** The alerts, past and present, to read. */
public interface AlertDirectory {
  /**
   * The latest, by start, newest first.
   *
   * @param limit 1 to 1,000
   */
  List<Alert> latest(int limit);

  /**
   * Calls the listener whenever an alert starts, changes or ends. A listener returns at once and
   * never throws.
   */
  Subscription subscribe(Consumer<Alert> listener);
}
