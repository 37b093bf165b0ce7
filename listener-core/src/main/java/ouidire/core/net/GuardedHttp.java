package ouidire.core.net;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.util.Timeout;

/**
 * Makes HTTP clients that connect to the addresses their guard has checked and to no others. They
 * keep no cookies, follow no redirect, repeat nothing, unpack nothing and use a connection once:
 * callers see what came. An answer's head is bounded (200 fields of 16 KiB).
 */
public final class GuardedHttp {
  private static final int MOST_CONNECTIONS = 256;

  private GuardedHttp() {}

  /**
   * A client, to be closed by its owner.
   *
   * @param userAgent who asks, with an address where to complain
   * @param connect longest wait for a connection and for its TLS handshake
   * @param idle longest silence while an answer is read
   */
  public static CloseableHttpClient client(
      AddressGuard guard, String userAgent, Duration connect, Duration idle) {
    Timeout connectWithin = Timeout.of(connect);
    Timeout idleWithin = Timeout.of(idle);
    return HttpClients.custom()
        .setConnectionManager(
            PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(new Guarded(guard))
                .setMaxConnTotal(MOST_CONNECTIONS)
                .setMaxConnPerRoute(MOST_CONNECTIONS)
                .setConnectionFactory(
                    ManagedHttpClientConnectionFactory.builder()
                        .http1Config(
                            Http1Config.custom()
                                .setMaxLineLength(16 * 1024)
                                .setMaxHeaderCount(200)
                                .build())
                        .build())
                .setDefaultConnectionConfig(
                    ConnectionConfig.custom()
                        .setConnectTimeout(connectWithin)
                        .setSocketTimeout(idleWithin)
                        .build())
                .build())
        .setDefaultRequestConfig(
            RequestConfig.custom()
                .setConnectionRequestTimeout(connectWithin)
                .setResponseTimeout(idleWithin)
                .build())
        .setUserAgent(userAgent)
        .setConnectionReuseStrategy((request, response, context) -> false)
        .disableAutomaticRetries()
        .disableRedirectHandling()
        .disableContentCompression()
        .disableCookieManagement()
        .disableAuthCaching()
        .build();
  }

  /** The address as the client wants it, beside a request for its target. */
  public static HttpHost host(WebAddress address) {
    String host = address.host();
    String bare = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    return new HttpHost(address.scheme(), bare, address.port());
  }

  /** Resolution and check in one step: what it returns is what is connected to. */
  private record Guarded(AddressGuard guard) implements DnsResolver {
    @Override
    public List<InetSocketAddress> resolve(String host, int port) throws UnknownHostException {
      return guard.resolve(host, port);
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
      throw new UnknownHostException(host + " was asked for without a port; it is not checked");
    }

    @Override
    public String resolveCanonicalHostname(String host) {
      return host;
    }
  }
}
