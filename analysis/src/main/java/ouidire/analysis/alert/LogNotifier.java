package ouidire.analysis.alert;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ouidire.core.alert.Alert;

/** Tells the service's own log: ids and numbers, never a mention's text. */
public final class LogNotifier implements Notifier {
  private static final Logger LOG = LoggerFactory.getLogger(LogNotifier.class);

  @Override
  public Delivery deliver(Alert alert) {
    LOG.atLevel(
            alert.severity() == Alert.Severity.WATCH
                ? org.slf4j.event.Level.INFO
                : org.slf4j.event.Level.WARN)
        .log(
            "alert {} {} {} brand={} metric={} observed={} expected={}",
            alert.id(),
            alert.state(),
            alert.severity(),
            alert.brand(),
            alert.metric(),
            Math.round(alert.observed()),
            Math.round(alert.expected() * 10) / 10.0);
    return new Delivery.Delivered();
  }
}
