package ouidire.analysis.alert.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import ouidire.core.alert.Channel;
import ouidire.core.alert.Incident;
import ouidire.core.alert.Signal;

/**
 * Our own JSON, in the form of Standard Webhooks (standardwebhooks.com, 1.0): {@code webhook-id} is
 * the message's id, {@code webhook-timestamp} is in seconds, and with secrets {@code
 * webhook-signature} has one {@code v1,base64(HMAC-SHA256(secret, id.timestamp.body))} for each, so
 * that a receiver can change from one to the next. A secret is text, or {@code whsec_} and base64.
 */
final class Webhook implements Notifier {
  private final Poster poster;
  private final String url;
  private final List<byte[]> secrets = new ArrayList<>();

  Webhook(Channel channel, Poster poster) {
    this.poster = poster;
    url = Texts.required(channel, "url");
    String given = channel.value("secret");
    if (given != null) {
      for (String secret : given.split(",")) {
        if (!secret.isBlank()) {
          secrets.add(bytes(secret.strip()));
        }
      }
    }
  }

  private static byte[] bytes(String secret) {
    if (secret.startsWith("whsec_")) {
      try {
        return Base64.getDecoder().decode(secret.substring(6));
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException("the secret after whsec_ is no base64; correct it");
      }
    }
    return secret.getBytes(UTF_8);
  }

  @Override
  public Delivery deliver(Message message) {
    byte[] body = Texts.bytes(json(message));
    String time = Long.toString(poster.clock().instant().getEpochSecond());
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("webhook-id", message.id());
    headers.put("webhook-timestamp", time);
    if (!secrets.isEmpty()) {
      headers.put("webhook-signature", signature(message.id(), time, body));
    }
    return poster.post(url, body, headers);
  }

  private String signature(String id, String time, byte[] body) {
    List<String> all = new ArrayList<>();
    for (byte[] secret : secrets) {
      try {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret, "HmacSHA256"));
        mac.update((id + "." + time + ".").getBytes(UTF_8));
        all.add("v1," + Base64.getEncoder().encodeToString(mac.doFinal(body)));
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException("every JDK has HMAC-SHA256", e);
      }
    }
    return String.join(" ", all);
  }

  private static ObjectNode json(Message message) {
    Incident incident = message.incident();
    Signal signal = incident.signal();
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("id", incident.id());
    json.put("key", incident.key());
    json.put("action", word(message.action()));
    json.put("exercise", incident.exercise());
    json.put("brand", incident.brand());
    json.put("severity", word(incident.severity()));
    json.put("state", message.resolved() ? "resolved" : "firing");
    json.put("startedAt", incident.startedAt().toString());
    Instant ended = incident.endedAt();
    if (ended != null && message.resolved()) {
      json.put("resolvedAt", ended.toString());
    }
    json.put("rule", signal.rule());
    json.put("kind", signal.kind());
    json.put("metric", signal.metric());
    json.put("observed", signal.observed());
    json.put("expected", signal.expected());
    json.put("score", signal.score());
    json.put("reason", signal.reason().in(message.language()));
    json.putObject("reasons")
        .put("fr", signal.reason().french())
        .put("en", signal.reason().english());
    ArrayNode mentions = json.putArray("mentions");
    signal.mentions().forEach(mentions::add);
    json.put("text", message.text());
    address(json, "url", message.page());
    address(json, "acknowledgeUrl", message.acknowledge());
    return json;
  }

  private static void address(ObjectNode json, String key, @Nullable URI address) {
    if (address != null) {
      json.put(key, address.toString());
    }
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
