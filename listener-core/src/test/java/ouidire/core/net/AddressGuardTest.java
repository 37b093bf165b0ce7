package ouidire.core.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.junit.jupiter.api.Test;

class AddressGuardTest {
  private static final List<String> PRIVATE_V4 = section("private v4");

  private static final List<String> PUBLIC_V4 = section("public v4");

  private static final List<String> PRIVATE_V6 = section("private v6");

  private static final List<String> PRIVATE_NAMES = section("private names");

  private static final List<String> NUMBERS = section("numbers");

  private static Set<String> bypasses() {
    Set<String> urls = new LinkedHashSet<>();
    for (String host : PRIVATE_V4) {
      urls.add("http://" + host + "/");
      urls.add("https://" + host + "/latest/meta-data/");
      urls.add("http://[::ffff:" + host + "]/");
      urls.add("http://[64:ff9b::" + host + "]/");
    }
    for (String host : PRIVATE_V6) {
      urls.add("http://[" + host + "]/");
      urls.add("https://[" + host + "]:443/feed.xml");
    }
    for (String host : PRIVATE_NAMES) {
      urls.add("http://" + host + "/");
    }
    for (String host : NUMBERS) {
      urls.add("http://" + host + "/");
      urls.add("HTTPS://" + host + ":443/?q=1#x");
    }
    urls.addAll(
        List.of(
            "file:///etc/passwd",
            "gopher://8.8.8.8/",
            "ftp://8.8.8.8/",
            "dict://8.8.8.8/",
            "jar:http://8.8.8.8/!/",
            "ldap://8.8.8.8/",
            "data:text/xml,<rss/>",
            "feed://8.8.8.8/",
            "//8.8.8.8/",
            "/feed",
            "8.8.8.8",
            "http:/8.8.8.8/",
            "http:8.8.8.8",
            "http:///feed",
            "http://",
            "https://",
            "http://?x",
            "http://#x",
            "http://:80/",
            "http://%/",
            "http://127.0.0.1%2f@8.8.8.8/",
            "http://8.8.8.8@127.0.0.1/",
            "http://u:p@8.8.8.8/",
            "http://8.8.8.8:80@127.0.0.1/",
            "http://8.8.8.8#@127.0.0.1:81/".replace("#", "%23"),
            "http://127.0.0.1\\@8.8.8.8/",
            "http://8.8.8.8\\@127.0.0.1/",
            "http:\\\\127.0.0.1\\",
            "http://8.8.8.8\\.evil.example/",
            "http://[fe80::1%25eth0]/",
            "http://[fe80::1%eth0]/",
            "http://[::1/",
            "http://[::1]x/",
            "http://[::1]:x/",
            "http://[v1.x]/",
            "http://::1/",
            "http://[]/",
            "http://[:::]/",
            "http://[1:2:3:4:5:6:7:8:9]/",
            "http://[12345::]/",
            "http://8.8.8.8:22/",
            "http://8.8.8.8:6379/",
            "http://8.8.8.8:9200/",
            "http://8.8.8.8:0/",
            "http://8.8.8.8:65536/",
            "http://8.8.8.8:99999/",
            "http://8.8.8.8:-1/",
            "http://8.8.8.8:80:80/",
            "http://8.8.8.8:8 0/",
            "http://8.8.8.8:٨٠/",
            "http://exa mple.com/",
            "http://exam\tple.com/",
            "http://exam\nple.com/",
            "http://exam\u0000ple.com/",
            "http://127.0.0.1\u0000.example.com/",
            "http://127.0.0.1\r\n.example.com/",
            "http://exa%6dple.com/",
            "http://%6cocalhost/",
            "http://127.0.0.1%00.example.com/",
            "http://example.com%2f.evil/",
            "http://a..b/",
            "http://.example.com/",
            "http://-example.com/",
            "http://exam\u00adple/",
            "http://<host>/",
            "http://$(host)/",
            "http://{host}/",
            "http://a,b/",
            "http://a;b/",
            "http://a|b.example/",
            "http://*.example.com/",
            "http://" + "a".repeat(64) + ".example/",
            "http://" + "a.".repeat(130) + "example/",
            "http://example.com/" + "a".repeat(9000),
            "http://example.com:8080/",
            "https://example.com:8443/",
            "http://example.com:25/"));
    return urls;
  }

  @Test
  void refusesEveryBypass() {
    AddressGuard guard = AddressGuard.publicOnly();
    Set<String> urls = bypasses();
    assertThat(urls).hasSizeGreaterThanOrEqualTo(300);
    for (String url : urls) {
      assertThatThrownBy(() -> guard.check(url))
          .as("%s", url)
          .isInstanceOf(ForbiddenAddressException.class)
          .message()
          .contains("; ");
    }
  }

  @Test
  void passesThePublicInternet() {
    AddressGuard guard = AddressGuard.publicOnly();
    List<String> urls = new ArrayList<>();
    PUBLIC_V4.forEach(host -> urls.add("http://" + host + "/feed"));
    urls.addAll(
        List.of(
            "https://example.com/feed.xml",
            "http://EXAMPLE.com:80",
            "https://example.com:443/?a=b",
            "http://[2606:4700::1111]/",
            "http://[2001:4860:4860::8888]/",
            "http://[64:ff9b::8.8.8.8]/",
            "https://érabelle.example/fil d'actualité.xml?q=é|b",
            "https://xn--rabelle-9xa.example/",
            "https://a_b.example/",
            "https://example.com./feed",
            "  https://example.com/feed\n",
            "https://127.0.0.1.nip.example/",
            "https://example.com#top",
            "https://1.example/"));
    for (String url : urls) {
      assertThatCode(() -> guard.check(url)).as("%s", url).doesNotThrowAnyException();
    }
  }

  @Test
  void everyAddressOfANameMustBePublic() throws Exception {
    Map<String, List<InetAddress>> names =
        Map.of(
            "public.example", List.of(ip("8.8.8.8"), ip("2606:4700::1111")),
            "private.example", List.of(ip("10.0.0.1")),
            "mixed.example", List.of(ip("8.8.8.8"), ip("169.254.169.254")),
            "mapped.example", List.of(ip("::ffff:127.0.0.1")));
    AddressGuard guard =
        new AddressGuard(
            List.of("allowed.example"), host -> Objects.requireNonNull(names.get(host)));
    assertThat(guard.resolve("PUBLIC.example", 443))
        .containsExactly(
            new InetSocketAddress(ip("8.8.8.8"), 443),
            new InetSocketAddress(ip("2606:4700::1111"), 443));
    for (String host : List.of("private.example", "mixed.example", "mapped.example")) {
      assertThatThrownBy(() -> guard.resolve(host, 80))
          .as(host)
          .isInstanceOf(ForbiddenAddressException.class)
          .hasMessageContaining("fetch.allowPrivate");
    }
  }

  @Test
  void whatIsAllowedIsAllowedAsWritten() throws Exception {
    AddressGuard guard =
        new AddressGuard(
            List.of("127.0.0.1:8081", "[::1]:9000", "intranet.example", "Wiki:*"),
            host -> List.of(ip("10.0.0.1")));
    assertThat(guard.check("http://127.0.0.1:8081/feed")).hasToString("http://127.0.0.1:8081/feed");
    assertThat(guard.check("http://[::1]:9000/").host()).isEqualTo("[::1]");
    assertThat(guard.resolve("::1", 9000)).hasSize(1);
    assertThat(guard.resolve("intranet.example", 443)).hasSize(1);
    assertThat(guard.check("http://wiki:1234/").port()).isEqualTo(1234);
    for (String url :
        List.of(
            "http://127.0.0.1/",
            "http://127.0.0.1:8082/",
            "http://localhost:8081/",
            "http://127.1:8081/",
            "http://intranet.example:8081/",
            "http://[::1]/")) {
      assertThatThrownBy(() -> guard.check(url))
          .as(url)
          .isInstanceOf(ForbiddenAddressException.class);
    }
    AddressGuard open = new AddressGuard(List.of("*"), host -> List.of(ip("10.0.0.1")));
    assertThat(open.check("http://localhost:8081/").port()).isEqualTo(8081);
    assertThat(open.resolve("localhost", 8081)).hasSize(1);
    assertThatThrownBy(() -> new AddressGuard(List.of("http://a/"), HostResolver.system()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("allowPrivate")
        .hasMessageContaining("host:port");
  }

  @Test
  void redirectsResolveAgainstTheirPage() throws Exception {
    WebAddress page = WebAddress.parse("https://example.com/a/b?c");
    assertThat(page.resolve("d?e=f g")).hasToString("https://example.com/a/d?e=f%20g");
    assertThat(page.resolve("/x#y")).hasToString("https://example.com/x");
    assertThat(page.resolve("//other.example:8080/x")).hasToString("https://other.example:8080/x");
    assertThat(page.resolve("HTTP://other.example")).hasToString("http://other.example/");
    AddressGuard guard = AddressGuard.publicOnly();
    assertThatThrownBy(() -> guard.check(page.resolve("//127.0.0.1/x")))
        .isInstanceOf(ForbiddenAddressException.class);
    assertThatThrownBy(() -> page.resolve("file:///etc/passwd"))
        .isInstanceOf(ForbiddenAddressException.class);
  }

  @Test
  void credentialsAreNotRepeated() {
    assertThatThrownBy(() -> WebAddress.parse("http://lou:motdepasse@example.com/"))
        .hasMessageNotContaining("motdepasse");
  }

  /** A name that is public when looked at and private when connected to gets no connection. */
  @Test
  void rebindingReachesNothing() throws Exception {
    AtomicInteger reached = new AtomicInteger();
    try (ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      Thread accepting = Thread.ofVirtual().start(() -> answer(server, reached));
      int port = server.getLocalPort();
      AtomicInteger asked = new AtomicInteger();
      InetAddress loopback = InetAddress.getLoopbackAddress();
      HostResolver rebinding =
          host -> List.of(asked.incrementAndGet() % 2 == 1 ? loopback : ip("192.0.2.1"));
      // Port and name are allowed for nobody: only the resolver's own answer decides.
      AddressGuard guard = new AddressGuard(List.of(), rebinding);
      try (CloseableHttpClient client =
          GuardedHttp.client(guard, "test", Duration.ofMillis(300), Duration.ofMillis(300))) {
        for (int i = 0; i < 20; i++) {
          WebAddress address = new WebAddress("http", "rebind.example", port, "/");
          assertThatThrownBy(
                  () ->
                      client.execute(
                          GuardedHttp.host(address), new HttpGet("/"), response -> response))
              .isInstanceOf(ForbiddenAddressException.class);
        }
      }
      assertThat(asked.get()).as("one look-up a connection").isEqualTo(20);
      assertThat(reached).hasValue(0);

      // The same client does reach what is allowed, or this test would prove nothing.
      AddressGuard open = new AddressGuard(List.of("rebind.example:*"), host -> List.of(loopback));
      try (CloseableHttpClient client =
          GuardedHttp.client(open, "test", Duration.ofSeconds(5), Duration.ofSeconds(5))) {
        WebAddress address = new WebAddress("http", "rebind.example", port, "/");
        int status =
            client.execute(
                GuardedHttp.host(address), new HttpGet("/"), response -> response.getCode());
        assertThat(status).isEqualTo(204);
      }
      assertThat(reached).hasValue(1);
      accepting.interrupt();
    }
  }

  private static void answer(ServerSocket server, AtomicInteger reached) {
    while (true) {
      try (Socket socket = server.accept();
          InputStream in = socket.getInputStream()) {
        reached.incrementAndGet();
        byte[] head = new byte[4096];
        int read = in.read(head);
        if (read > 0) {
          socket
              .getOutputStream()
              .write("HTTP/1.1 204 No Content\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        }
      } catch (IOException e) {
        return;
      }
    }
  }

  private static List<String> section(String name) {
    try (InputStream in =
        Objects.requireNonNull(AddressGuardTest.class.getResourceAsStream("hosts.txt"))) {
      String all = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      String after = all.substring(all.indexOf("== " + name + "\n") + name.length() + 4);
      return after
          .lines()
          .takeWhile(line -> !line.startsWith("== "))
          .filter(l -> !l.isBlank())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InetAddress ip(String literal) throws UnknownHostException {
    return InetAddress.getByName(literal);
  }
}
