package ouidire.core.alert;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** What a rule would have done, as JSON. */
public final class ReplaySummary {
  private static final double SECONDS_A_WEEK = 7 * 86_400.0;

  private ReplaySummary() {}

  /**
   * {@code {rule, from, to, mentions, incidents, pages, quiet, pagesPerWeek, medianMinutes,
   * events:[{id, brand, severity, startedAt, firedAt, endedAt, minutes, peak, mutes, reason,
   * mentions, log}]}}. A page is an incident that fired and was not kept quiet.
   */
  public static ObjectNode of(AlertRule rule, Instant from, Instant to, RuleReplay.Played played) {
    List<Incident> fired = played.incidents().stream().filter(Incident::fired).toList();
    long pages = fired.stream().filter(ReplaySummary::pages).count();
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    answer.put("rule", rule.id());
    answer.put("from", from.toString()).put("to", to.toString());
    answer.put("mentions", played.mentions());
    answer.put("incidents", fired.size());
    answer.put("pages", pages);
    answer.put("quiet", fired.size() - pages);
    double weeks = Duration.between(from, to).toSeconds() / SECONDS_A_WEEK;
    answer.put("pagesPerWeek", Math.round(pages / weeks * 100) / 100.0);
    List<Long> minutes = fired.stream().map(i -> minutes(i, to)).sorted().toList();
    answer.put("medianMinutes", minutes.isEmpty() ? 0 : minutes.get(minutes.size() / 2));
    ArrayNode events = answer.putArray("events");
    fired.forEach(incident -> event(events.addObject(), incident, to));
    return answer;
  }

  private static boolean pages(Incident incident) {
    return !incident.muted() && incident.severity() != Alert.Severity.WATCH;
  }

  private static long minutes(Incident incident, Instant to) {
    Instant ended = incident.endedAt();
    return Duration.between(incident.startedAt(), ended == null ? to : ended).toMinutes();
  }

  private static void event(ObjectNode json, Incident incident, Instant to) {
    json.put("id", incident.id());
    json.put("brand", incident.brand());
    json.put("severity", incident.severity().name().toLowerCase(Locale.ROOT));
    json.put("page", pages(incident));
    json.put("startedAt", incident.startedAt().toString());
    json.put("firedAt", String.valueOf(incident.firedAt()));
    Instant ended = incident.endedAt();
    if (ended != null) {
      json.put("endedAt", ended.toString());
    }
    json.put("minutes", minutes(incident, to));
    json.put("peak", incident.peak());
    ArrayNode mutes = json.putArray("mutes");
    incident.mutes().forEach(mute -> mutes.add(mute.kind().name().toLowerCase(Locale.ROOT)));
    json.putObject("reason")
        .put("fr", incident.signal().reason().french())
        .put("en", incident.signal().reason().english());
    ArrayNode mentions = json.putArray("mentions");
    incident.signal().mentions().forEach(mentions::add);
    ArrayNode log = json.putArray("log");
    incident
        .log()
        .forEach(
            entry ->
                log.addObject()
                    .put("at", entry.at().toString())
                    .put("kind", entry.kind().name().toLowerCase(Locale.ROOT)));
  }
}
