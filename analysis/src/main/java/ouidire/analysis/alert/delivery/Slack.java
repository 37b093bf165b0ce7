package ouidire.analysis.alert.delivery;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.Map;
import ouidire.core.alert.Channel;

/** A Slack incoming webhook. Links are links, not buttons: a webhook hears no click. */
final class Slack implements Notifier {
  /** Characters of one section. */
  private static final int LONGEST = 3_000;

  private final Poster poster;
  private final String url;

  Slack(Channel channel, Poster poster) {
    this.poster = poster;
    url = Texts.required(channel, "url");
  }

  @Override
  public Delivery deliver(Message message) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("text", Texts.slack(message.title()));
    body.put("unfurl_links", false);
    body.put("unfurl_media", false);
    ArrayNode blocks = body.putArray("blocks");
    section(blocks, "*" + Texts.slack(message.title()).replace("*", "∗") + "*");
    if (!message.lines().isEmpty()) {
      section(blocks, Texts.slack(String.join("\n", message.lines())));
    }
    String links = links(message);
    if (!links.isEmpty()) {
      section(blocks, links);
    }
    return poster.post(url, Texts.bytes(body), Map.of());
  }

  private static void section(ArrayNode blocks, String text) {
    blocks
        .addObject()
        .put("type", "section")
        .putObject("text")
        .put("type", "mrkdwn")
        .put("text", Texts.cut(text, LONGEST))
        .put("verbatim", true);
  }

  private static String links(Message message) {
    StringBuilder links = new StringBuilder();
    URI acknowledge = message.acknowledge();
    if (acknowledge != null) {
      links.append('<').append(acknowledge).append('|').append(Words.acknowledge(message));
      links.append('>');
    }
    URI page = message.page();
    if (page != null) {
      links.append(links.isEmpty() ? "" : " · ").append('<').append(page).append('|');
      links.append(Words.open(message)).append('>');
    }
    return links.toString();
  }
}
