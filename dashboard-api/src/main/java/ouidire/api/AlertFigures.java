package ouidire.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import ouidire.core.alert.Alert;
import ouidire.core.alert.DeliveryFault;
import ouidire.core.alert.Dispatch;
import ouidire.core.alert.Entry;
import ouidire.core.alert.Incident;
import ouidire.core.alert.Incidents;

/** What past incidents say of a rule and of a channel. */
final class AlertFigures {
  private static final Duration WEEK = Duration.ofDays(7);

  private final List<Incident> all;
  private final Instant now;

  AlertFigures(Incidents incidents, Instant now) {
    this.all = incidents.all(Integer.MAX_VALUE);
    this.now = now;
  }

  /**
   * {@code {marked, useful, pagesLast7Days}}: how many of a rule's incidents people found useful,
   * and how many paged lately. Exercises do not count.
   */
  ObjectNode quality(String rule) {
    long marked = 0;
    long useful = 0;
    long pages = 0;
    for (Incident incident : all) {
      if (incident.exercise() || !incident.rules().contains(rule)) {
        continue;
      }
      marked += incident.useful() == null ? 0 : 1;
      useful += Boolean.TRUE.equals(incident.useful()) ? 1 : 0;
      pages += pagedLately(incident) ? 1 : 0;
    }
    return JsonNodeFactory.instance
        .objectNode()
        .put("marked", marked)
        .put("useful", useful)
        .put("pagesLast7Days", pages);
  }

  private boolean pagedLately(Incident incident) {
    Instant fired = incident.firedAt();
    return fired != null
        && fired.plus(WEEK).isAfter(now)
        && !incident.muted()
        && incident.severity() != Alert.Severity.WATCH;
  }

  /**
   * {@code {lastDeliveredAt, lastFailedAt, lastError, lastCode, waiting, dead}}: how a channel has
   * worked; dead while the last thing it did was to fail for good.
   *
   * @param reader whose language {@code lastError} is in
   */
  ObjectNode channel(String channel, Locale reader) {
    @Nullable Entry delivered = null;
    @Nullable Entry failed = null;
    long waiting = 0;
    for (Incident incident : all) {
      for (Entry entry : incident.log()) {
        if (!channel.equals(entry.details().get("channel"))) {
          continue;
        }
        if (entry.kind() == Entry.Kind.DELIVERED) {
          delivered = later(delivered, entry);
        } else if (entry.kind() == Entry.Kind.DELIVERY_FAILED
            || entry.kind() == Entry.Kind.DELIVERY_GIVEN_UP) {
          failed = later(failed, entry);
        }
      }
      waiting +=
          incident.outbox().stream()
              .filter(each -> each.channel().equals(channel))
              .filter(Dispatch::waiting)
              .count();
    }
    boolean dead =
        failed != null
            && failed.kind() == Entry.Kind.DELIVERY_GIVEN_UP
            && (delivered == null || failed.at().isAfter(delivered.at()));
    ObjectNode state = JsonNodeFactory.instance.objectNode();
    state.put("lastDeliveredAt", delivered == null ? null : delivered.at().toString());
    state.put("lastFailedAt", failed == null ? null : failed.at().toString());
    String code = failed == null ? null : failed.details().get("reason");
    state.put("lastError", code == null ? null : DeliveryFault.words(code).in(reader));
    state.put("lastCode", code);
    return state.put("waiting", waiting).put("dead", dead);
  }

  private static Entry later(@Nullable Entry one, Entry other) {
    return one == null || other.at().isAfter(one.at()) ? other : one;
  }
}
