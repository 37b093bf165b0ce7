package ouidire.ingest.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Nothing that can be written breaks the reader, or holds it for long. */
class FeedFuzzTest {
  private static final String SEED =
      """
      <?xml version="1.0" encoding="utf-8"?><!DOCTYPE rss [<!ENTITY m "x">]><rss version="2.0"
      xmlns:dc="http://purl.org/dc/elements/1.1/" xml:base="http://e.example/"><channel><title>F</title>
      <item><title>Un &amp; &m; &eacute;</title><link>/1</link><guid>1</guid><dc:creator>a@b.c (D)
      </dc:creator><pubDate>Sun, 01 Mar 2026 09:05:07 GMT</pubDate><description><![CDATA[<p>x <a
      href="y">z</a>]]></description><content:encoded>&lt;b&gt;é&lt;/b&gt;</content:encoded></item>
      <entry xmlns="http://www.w3.org/2005/Atom"><content type="xhtml"><div><p>q</p></div></content>
      </entry></channel></rss>
      """;

  @Property(tries = 500)
  void mutatedFeedsEndInAFeedOrInWords(@ForAll("seeds") long seed) {
    Random random = new Random(seed);
    byte[] bytes = SEED.getBytes(UTF_8);
    int changes = 1 + random.nextInt(30);
    for (int i = 0; i < changes; i++) {
      int at = random.nextInt(bytes.length);
      switch (random.nextInt(3)) {
        case 0 -> bytes[at] = (byte) random.nextInt(256);
        case 1 -> bytes[at] = (byte) "<>&;\"'/![]-=: ".charAt(random.nextInt(14));
        default -> {
          int from = random.nextInt(bytes.length);
          int length = Math.min(random.nextInt(40), bytes.length - Math.max(at, from));
          System.arraycopy(bytes, from, bytes, at, length);
        }
      }
    }
    read(bytes);
  }

  @Property(tries = 300)
  void anyBytesEndInWords(@ForAll byte[] bytes) {
    read(bytes);
  }

  @Property(tries = 300)
  void anyTextIsADateOrNone(@ForAll String text) {
    assertThat(FeedDates.parse(text)).isNotNull();
    assertThat(Person.ofText(text)).isNotNull();
    assertThat(ReadableText.ofHtml(text, "http://e.example/")).isNotNull();
    assertThat(Links.web(text, "http://e.example/")).isNotNull();
  }

  @Provide
  Arbitrary<Long> seeds() {
    return Arbitraries.longs();
  }

  /** Each is linear in its length, or it would take hours. */
  @Test
  void worstCasesAreBounded() {
    int n = 200_000;
    String[] bombs = {
      "<rss>" + "<a>".repeat(n),
      "<rss><channel><item>" + "<title>".repeat(n),
      "<rss><channel>" + "<item>".repeat(5_000),
      "<feed><entry><content type='xhtml'>" + "<div>".repeat(n),
      "<rss><channel><item><description>" + "&lt;div&gt;".repeat(n),
      "<rss><channel><item><description>" + "&lt;table&gt;&lt;tr&gt;&lt;td&gt;".repeat(n / 4),
      "<rss><channel><item><description>" + "&lt;script&gt;".repeat(n),
      "<rss><channel><item><title>" + "<".repeat(n),
      "<rss><channel><item><title>" + "&lt;a ".repeat(n),
      "<rss><channel><item><title>" + "&".repeat(n),
      "<rss><channel><item><title>" + "\u00A0".repeat(n) + "x",
      "<rss><channel><item><author>" + "a@".repeat(n),
      "<rss><channel><item><author>" + "<".repeat(n),
      "<rss " + "a='b' ".repeat(n) + "><channel><item/>",
      "<!DOCTYPE rss ["
          + "<!ENTITY a 'b'>".repeat(n / 4)
          + "]><rss><channel><item/></channel></rss>",
      "<!DOCTYPE rss [<!ENTITY a '"
          + "x".repeat(200)
          + "'>]><rss><channel><item><title>"
          + "&a;".repeat(n),
      "<!DOCTYPE lolz [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;'><!ENTITY c '&b;&b;&b;&b;'>]>"
          + "<rss><channel><item><title>&c;</title></item></channel></rss>",
      "<!DOCTYPE rss SYSTEM 'http://127.0.0.1:1/x.dtd' [<!ENTITY % p SYSTEM 'file:///etc/passwd'> %p;]>"
          + "<rss><channel><item><title>x</title></item></channel></rss>",
      "<!--" + "-".repeat(n),
      "<![CDATA[".repeat(n / 4),
      "{\"version\":\"https://jsonfeed.org/version/1\",\"items\":" + "[".repeat(n),
      "{".repeat(n),
    };
    for (String bomb : bombs) {
      long begun = System.nanoTime();
      read(bomb.getBytes(UTF_8));
      Duration took = Duration.ofNanos(System.nanoTime() - begun);
      assertThat(took)
          .as(bomb.substring(0, Math.min(80, bomb.length())))
          .isLessThan(Duration.ofSeconds(25));
    }
  }

  private static void read(byte[] bytes) {
    try {
      assertThat(FeedParser.parse(bytes, null, "http://e.example/").entries()).isNotNull();
    } catch (NotAFeedException e) {
      assertThat(e.getMessage()).isNotBlank().doesNotContain("cannot be read (");
    }
  }
}
