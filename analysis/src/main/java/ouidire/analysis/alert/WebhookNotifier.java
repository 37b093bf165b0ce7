package ouidire.analysis.alert;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.jspecify.annotations.Nullable;
import ouidire.core.alert.Alert;
import ouidire.core.alert.AlertJson;
import ouidire.core.net.AddressGuard;
import ouidire.core.net.ForbiddenAddressException;
import ouidire.core.net.GuardedHttp;
import ouidire.core.net.WebAddress;

/**
 * Posts an alert's JSON to an address, in the form of Standard Webhooks (standardwebhooks.com,
 * 1.0): {@code webhook-id} stays the same however often a message is sent, {@code
 * webhook-timestamp} is in seconds, and with a secret {@code webhook-signature} is {@code
 * v1,base64(HMAC-SHA256(secret, id.timestamp.body))}.
 */
public final class WebhookNotifier implements Notifier, AutoCloseable {
  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration ANSWER = Duration.ofSeconds(10);

  private final URI target;
  private final AddressGuard guard;
  private final byte @Nullable [] secret;
  private final InstantSource clock;
  private final CloseableHttpClient client;

  /**
   * @param target where to post; its host is checked at every connection
   * @param secret shared with the receiver; null to send unsigned
   */
  public WebhookNotifier(
      URI target, AddressGuard guard, @Nullable String secret, InstantSource clock) {
    this.target = target;
    this.guard = guard;
    this.secret = secret == null ? null : secret.getBytes(UTF_8);
    this.clock = clock;
    client = GuardedHttp.client(guard, "ouidire-webhook", CONNECT, ANSWER);
  }

  @Override
  public Delivery deliver(Alert alert) {
    String id =
        alert.id()
            + ":"
            + (alert.state() == Alert.State.FIRING ? alert.severity() : alert.state())
                .toString()
                .toLowerCase(Locale.ROOT);
    byte[] body = AlertJson.write(alert);
    long timestamp = clock.instant().getEpochSecond();
    try {
      WebAddress address = guard.check(target.toString());
      HttpPost post = new HttpPost(target);
      post.setEntity(new ByteArrayEntity(body, ContentType.APPLICATION_JSON));
      headers(id, timestamp, body).forEach(post::setHeader);
      return client.execute(GuardedHttp.host(address), post, WebhookNotifier::outcome);
    } catch (ForbiddenAddressException e) {
      return new Delivery.GiveUp(
          "the webhook's address may not be reached; allow its host in fetch.allowPrivate");
    } catch (IOException e) {
      return new Delivery.Retry("no answer (" + e.getClass().getSimpleName() + ")", 0);
    }
  }

  private Map<String, String> headers(String id, long timestamp, byte[] body) {
    String time = Long.toString(timestamp);
    if (secret == null) {
      return Map.of("webhook-id", id, "webhook-timestamp", time);
    }
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret, "HmacSHA256"));
      mac.update((id + "." + time + ".").getBytes(UTF_8));
      String signature = "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
      return Map.of("webhook-id", id, "webhook-timestamp", time, "webhook-signature", signature);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has HMAC-SHA256", e);
    }
  }

  /**
   * Every status has an outcome: 2xx is had, 408, 425, 429 and 5xx are worth a retry, the rest are
   * not.
   */
  private static Delivery outcome(ClassicHttpResponse answer) {
    EntityUtils.consumeQuietly(answer.getEntity());
    int status = answer.getCode();
    if (status >= 200 && status < 300) {
      return new Delivery.Delivered();
    }
    if (status == 408 || status == 425 || status == 429 || status >= 500) {
      return new Delivery.Retry(
          "status " + status, retryAfter(answer.getFirstHeader("Retry-After")));
    }
    return new Delivery.GiveUp("status " + status);
  }

  private static long retryAfter(@Nullable Header header) {
    try {
      return header == null ? 0 : Math.clamp(Long.parseLong(header.getValue().strip()), 0, 86_400);
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  @Override
  public void close() throws IOException {
    client.close();
  }
}
