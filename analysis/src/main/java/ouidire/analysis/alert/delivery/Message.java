package ouidire.analysis.alert.delivery;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import ouidire.core.alert.Alert;
import ouidire.core.alert.Dispatch;
import ouidire.core.alert.Incident;

/**
 * What a channel is to say.
 *
 * @param id the same however often it is sent
 * @param incident what it is about
 * @param action what it says of it
 * @param title one line, with the level and the brand; starts with EXERCICE in a drill
 * @param lines the rest, at most nine lines, plain text; parts of mentions are among them
 * @param page the incident on the dashboard; null when nobody said where that is
 * @param acknowledge where to acknowledge without signing in; null where that makes no sense
 * @param at when it was owed
 * @param language of the text
 * @param workspace whose incident
 * @param ruleName as people read it
 * @param brandName as people read it
 */
public record Message(
    String id,
    Incident incident,
    Dispatch.Action action,
    String title,
    List<String> lines,
    @Nullable URI page,
    @Nullable URI acknowledge,
    Instant at,
    Locale language,
    String workspace,
    String ruleName,
    String brandName) {
  public Message {
    lines = List.copyOf(lines);
  }

  /** Whether the incident is over by what the message says. */
  public boolean resolved() {
    return action == Dispatch.Action.RESOLVE;
  }

  public Alert.Severity severity() {
    return incident.severity();
  }

  /** Title and lines together. */
  public String text() {
    return title + "\n" + String.join("\n", lines);
  }
}
