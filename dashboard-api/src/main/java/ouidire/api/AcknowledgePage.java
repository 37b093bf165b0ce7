package ouidire.api;

import io.javalin.http.Context;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import ouidire.api.problem.Language;
import ouidire.api.problem.Message;
import ouidire.core.alert.Incident;
import ouidire.core.alert.Reason;
import ouidire.core.alert.SignedLinks.Link;
import ouidire.core.alert.UnansweredException;
import ouidire.core.alert.UnkeptException;
import ouidire.core.alert.WhoActed;

/**
 * {@code /acknowledge/{token}}: the page behind the link of a message. Opening it changes nothing,
 * since mail programs open links by themselves; its one button acknowledges, under the name that is
 * given. Whoever holds the link may do that and no more.
 */
final class AcknowledgePage {
  private static final int MAX_FORM = 4 * 1024;
  private static final int LONGEST_NAME = 60;

  private final AlertPorts alerts;
  private final InstantSource clock;

  AcknowledgePage(AlertPorts alerts, InstantSource clock) {
    this.alerts = alerts;
    this.clock = clock;
  }

  void show(Context call) {
    Language language = Language.of(call.header("Accept-Language"));
    Optional<Link> link = link(call);
    Optional<Incident> incident = link.flatMap(l -> alerts.incidents().find(l.incident()));
    if (incident.isEmpty()) {
      call.status(404);
      page(
          call,
          language,
          "ack.void",
          "",
          paragraph("<a href=\"/alertes\">", "ack.dashboard", language));
      return;
    }
    Incident found = incident.get();
    String body = "<p>" + said(found.signal().reason(), language) + "</p>";
    String room =
        paragraph(
            "<a href=\"/incidents/" + PlainPage.escaped(found.id()) + "\">", "ack.room", language);
    if (!found.open()) {
      page(call, language, "ack.over", "", body + room);
    } else if (found.state() == Incident.State.ACKNOWLEDGED) {
      page(call, language, "ack.done", by(found, language), body + room);
    } else {
      page(call, language, "ack.ask", "", body + form(link.orElseThrow(), language) + room);
    }
  }

  /**
   * The button, and whose name is put on record: asked for where the link was sent to more than one
   * person, so that the others know who deals with it.
   */
  private String form(Link link, Language language) {
    boolean alone = alerts.documents().get().person(link.recipient()).isPresent();
    String name =
        alone
            ? ""
            : "<p><label>"
                + PlainPage.escaped(language.say(Message.of("ack.name")))
                + "<br><input name=\"name\" autocomplete=\"name\" required maxlength=\""
                + LONGEST_NAME
                + "\"></label></p>";
    return "<form method=\"post\">"
        + name
        + "<p><button>"
        + PlainPage.escaped(language.say(Message.of("ack.button")))
        + "</button></p></form>";
  }

  private static String paragraph(String tag, String words, Language language) {
    return "<p>" + tag + PlainPage.escaped(language.say(Message.of(words))) + "</a></p>";
  }

  void acknowledge(Context call) throws IOException {
    Optional<Link> link = link(call);
    Optional<Incident> incident =
        link.flatMap(l -> alerts.incidents().find(l.incident()))
            .filter(Incident::open)
            .filter(each -> each.state() != Incident.State.ACKNOWLEDGED);
    if (incident.isPresent()) {
      Language language = Language.of(call.header("Accept-Language"));
      String by = WhoActed.byLink(name(call), link.orElseThrow().recipient());
      try {
        Incident unused = alerts.desk().acknowledge(incident.get().id(), by, null);
      } catch (UnansweredException e) {
        call.status(503);
        page(call, language, "ack.waits", "", "");
        return;
      } catch (UnkeptException e) {
        call.status(503);
        page(call, language, "ack.again", "", form(link.orElseThrow(), language));
        return;
      } catch (IllegalStateException e) {
        // It ended in the same moment: the page says so.
      }
    }
    show(call);
  }

  /** What the form said; a program that posts nothing acknowledges all the same. */
  private static String name(Context call) throws IOException {
    String form = new String(Bodies.read(call, MAX_FORM), StandardCharsets.UTF_8);
    for (String pair : form.split("&")) {
      if (pair.startsWith("name=")) {
        try {
          String name = URLDecoder.decode(pair.substring(5), StandardCharsets.UTF_8);
          return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
        } catch (IllegalArgumentException e) {
          return "";
        }
      }
    }
    return "";
  }

  private Optional<Link> link(Context call) {
    return alerts.links().read(call.pathParam("token"), clock.instant());
  }

  private String by(Incident incident, Language language) {
    Incident.Acknowledgement held = incident.acknowledgement();
    Locale reader = Locale.forLanguageTag(language.tag());
    return held == null ? "?" : WhoActed.said(held.by(), alerts.documents().get(), reader);
  }

  private static String said(Reason reason, Language language) {
    return PlainPage.escaped(reason.in(Locale.forLanguageTag(language.tag())));
  }

  private static void page(
      Context call, Language language, String words, String part, String body) {
    String title = language.say(part.isEmpty() ? Message.of(words) : Message.of(words, part));
    call.header("Cache-Control", "no-store");
    call.contentType(PlainPage.TYPE).result(PlainPage.of(language, title, body));
  }
}
