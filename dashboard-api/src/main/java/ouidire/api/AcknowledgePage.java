package ouidire.api;

import io.javalin.http.Context;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import ouidire.api.problem.Language;
import ouidire.api.problem.Message;
import ouidire.core.alert.Incident;
import ouidire.core.alert.Reason;
import ouidire.core.alert.SignedLinks.Link;

/**
 * {@code /acknowledge/{token}}: the page behind the link of a message. Opening it changes nothing,
 * since mail programs open links by themselves; its one button acknowledges. Whoever holds the link
 * may do that and no more.
 */
final class AcknowledgePage {
  private final AlertPorts alerts;
  private final InstantSource clock;

  AcknowledgePage(AlertPorts alerts, InstantSource clock) {
    this.alerts = alerts;
    this.clock = clock;
  }

  void show(Context call) {
    Language language = Language.of(call.header("Accept-Language"));
    Optional<Incident> incident = link(call).flatMap(l -> alerts.incidents().find(l.incident()));
    if (incident.isEmpty()) {
      call.status(404);
      page(call, language, language.say(Message.of("ack.void")), "");
      return;
    }
    Incident found = incident.get();
    String reason = said(found.signal().reason(), language);
    if (!found.open()) {
      page(call, language, language.say(Message.of("ack.over")), reason);
    } else if (found.state() == Incident.State.ACKNOWLEDGED) {
      page(call, language, language.say(Message.of("ack.done", by(found))), reason);
    } else {
      page(
          call,
          language,
          language.say(Message.of("ack.ask")),
          reason
              + "</p><form method=\"post\"><button>"
              + PlainPage.escaped(language.say(Message.of("ack.button")))
              + "</button></form><p>");
    }
  }

  void acknowledge(Context call) {
    Optional<Link> link = link(call);
    link.flatMap(l -> alerts.incidents().find(l.incident()))
        .filter(Incident::open)
        .filter(incident -> incident.state() != Incident.State.ACKNOWLEDGED)
        .ifPresent(
            incident -> {
              Incident unused =
                  alerts.desk().acknowledge(incident.id(), link.orElseThrow().recipient(), null);
            });
    show(call);
  }

  private Optional<Link> link(Context call) {
    return alerts.links().read(call.pathParam("token"), clock.instant());
  }

  private static String by(Incident incident) {
    Incident.Acknowledgement held = incident.acknowledgement();
    return held == null ? "?" : held.by();
  }

  private static String said(Reason reason, Language language) {
    return PlainPage.escaped(reason.in(Locale.forLanguageTag(language.tag())));
  }

  private static void page(Context call, Language language, String title, String body) {
    call.header("Cache-Control", "no-store");
    call.contentType(PlainPage.TYPE)
        .result(PlainPage.of(language, title, body.isEmpty() ? "" : "<p>" + body + "</p>"));
  }
}
