package ouidire.analysis.alert;

import java.util.Optional;
import ouidire.core.alert.Alert;
import ouidire.core.alert.AlertDirectory;

/** Keeps alerts: the one who raises them writes, everybody reads. */
public interface AlertLog extends AlertDirectory {
  /**
   * Keeps an alert, or its later state under the same id, and tells the subscribers. Returns once
   * it is kept for good.
   *
   * @throws AlertNotKeptException when it could not be kept; nobody was told
   */
  void append(Alert alert);

  /** The alert of a brand that began last, whether it goes on or has ended. */
  Optional<Alert> last(String brand);

  /** An alert that could not be kept. */
  final class AlertNotKeptException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    AlertNotKeptException(String id, Throwable cause) {
      super("alert " + id + " could not be kept; it is tried again", cause);
    }
  }
}
