package ouidire.analysis.alert.delivery;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import ouidire.core.alert.DeliveryFault;
import ouidire.core.alert.DeliveryFault.Kind;
import ouidire.core.net.AddressGuard;
import ouidire.core.net.ForbiddenAddressException;
import ouidire.core.net.GuardedHttp;
import ouidire.core.net.WebAddress;

/**
 * Posts JSON to addresses that people entered, through the guard that fetchers pass. An outcome
 * never tells the address: it may be the secret.
 */
public final class Poster implements AutoCloseable {
  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration ANSWER = Duration.ofSeconds(10);

  private final AddressGuard guard;
  private final InstantSource clock;
  private final CloseableHttpClient client;

  public Poster(AddressGuard guard, InstantSource clock) {
    this.guard = guard;
    this.clock = clock;
    client = GuardedHttp.client(guard, "ouidire-alerts", CONNECT, ANSWER);
  }

  InstantSource clock() {
    return clock;
  }

  Delivery post(String url, byte[] json, Map<String, String> headers) {
    try {
      WebAddress address = guard.check(url);
      HttpPost post = new HttpPost(address.target());
      post.setEntity(new ByteArrayEntity(json, ContentType.APPLICATION_JSON));
      headers.forEach(post::setHeader);
      return client.execute(
          GuardedHttp.host(address),
          post,
          answer -> {
            EntityUtils.consumeQuietly(answer.getEntity());
            Header wait = answer.getFirstHeader("Retry-After");
            return Statuses.of(
                answer.getCode(), wait == null ? null : wait.getValue(), clock.instant());
          });
    } catch (ForbiddenAddressException e) {
      return new Delivery.GiveUp(new DeliveryFault(Kind.GUARDED));
    } catch (IOException e) {
      return new Delivery.Retry(new DeliveryFault(Kind.NO_ANSWER, nameOf(e)), 0);
    } catch (RuntimeException e) {
      return new Delivery.GiveUp(new DeliveryFault(Kind.UNUSABLE, nameOf(e)));
    }
  }

  /** What an error says itself may hold the address. */
  private static String nameOf(Exception e) {
    return e.getClass().getSimpleName();
  }

  @Override
  public void close() {
    try {
      client.close();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
