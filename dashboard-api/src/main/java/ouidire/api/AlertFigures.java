package ouidire.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
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

  /** A try in vain; for good when nobody tries again. */
  private record Failure(Instant at, String code, boolean forGood) {}

  /**
   * {@code {lastDeliveredAt, lastFailedAt, failingSince, lastError, lastCode, waiting, dead}}: how
   * a channel has worked; failing since the first try in vain after which nothing was delivered,
   * and dead while the last thing it did was to fail for good.
   *
   * @param reader whose language {@code lastError} is in
   */
  ObjectNode channel(String channel, Locale reader) {
    @Nullable Instant delivered = null;
    List<Failure> failures = new ArrayList<>();
    long waiting = 0;
    for (Incident incident : all) {
      for (Entry entry : incident.log()) {
        if (!channel.equals(entry.details().get("channel"))) {
          continue;
        }
        boolean forGood = entry.kind() == Entry.Kind.DELIVERY_GIVEN_UP;
        if (entry.kind() == Entry.Kind.DELIVERED) {
          delivered = delivered == null || entry.at().isAfter(delivered) ? entry.at() : delivered;
        } else if (forGood || entry.kind() == Entry.Kind.DELIVERY_FAILED) {
          String code = entry.details().getOrDefault("reason", "");
          failures.add(new Failure(entry.at(), code, forGood));
        }
      }
      for (Dispatch dispatch : incident.outbox()) {
        if (dispatch.channel().equals(channel) && dispatch.waiting()) {
          waiting++;
          // The log has the first try in vain alone, lest it be full of them.
          Instant tried = dispatch.triedAt();
          String code = dispatch.error();
          if (tried != null && code != null) {
            failures.add(new Failure(tried, code, false));
          }
        }
      }
    }
    return state(delivered, failures, reader).put("waiting", waiting);
  }

  private static ObjectNode state(
      @Nullable Instant delivered, List<Failure> failures, Locale reader) {
    Comparator<Failure> byTime = Comparator.comparing(Failure::at);
    @Nullable Failure last = failures.stream().max(byTime).orElse(null);
    @Nullable Failure first =
        failures.stream()
            .filter(each -> delivered == null || each.at().isAfter(delivered))
            .min(byTime)
            .orElse(null);
    ObjectNode state = JsonNodeFactory.instance.objectNode();
    state.put("lastDeliveredAt", delivered == null ? null : delivered.toString());
    state.put("lastFailedAt", last == null ? null : last.at().toString());
    state.put("failingSince", first == null ? null : first.at().toString());
    @Nullable String code = last == null || last.code().isEmpty() ? null : last.code();
    state.put("lastError", code == null ? null : DeliveryFault.words(code).in(reader));
    state.put("lastCode", code);
    return state.put("dead", first != null && last != null && last.forGood());
  }
}
