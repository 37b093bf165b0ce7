package ouidire.ingest.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whatever a feed carries, no markup leaves the parser, and no address that would run. */
class HostileMarkupTest {
  private static final String[] PAYLOADS = {
    "<script>alert(1)</script>",
    "<SCRIPT SRC=http://evil.example/x.js></SCRIPT>",
    "<scr<script>ipt>alert(1)</scr</script>ipt>",
    "<<script>alert(1);//<</script>",
    "<script>alert(1)",
    "<script a=\">\" src=x></script>",
    "<script/src=x></script>",
    "<img src=x onerror=alert(1)>",
    "<img \"\"\"><script>alert(1)</script>\">",
    "<img src=`javascript:alert(1)`>",
    "<IMG SRC=\"jav&#x09;ascript:alert(1);\">",
    "<a href=\"javascript:alert(1)\">",
    "<a href=\" &#14;  javascript:alert(1)\">",
    "<a href=\"vbscript:x\" onclick='a()'>",
    "<a href=\"data:text/html;base64,PHNjcmlwdD4=\">",
    "<iframe src=\"javascript:alert(1)\"> <b>",
    "<frameset><frame src='x'></frameset>",
    "<object data=x><param name=a value=b>",
    "<embed src=x>",
    "<applet code=x></applet>",
    "<meta http-equiv=refresh content='0;url=javascript:x'>",
    "<link rel=stylesheet href=javascript:x>",
    "<style>@import 'javascript:x';</style>",
    "<div style=\"width: expression(alert(1))\">",
    "<table background=\"javascript:x\"><tr><td>",
    "<base href='javascript:x//'>",
    "<body onload=alert(1)>",
    "<svg/onload=alert(1)>",
    "<svg><script>alert(1)</script></svg>",
    "<math><maction actiontype='statusline#http://x' xlink:href='javascript:x'>",
    "<!--[if gte IE 4]><script>alert(1)</script><![endif]-->",
    "<?xml version=\"1.0\"?><?import a?><script>x</script>",
    "<xml id=i><x><c><![CDATA[<img src=\"javas]]><![CDATA[cript:x\">]]></c></x></xml>",
    "<![CDATA[<script>alert(1)</script>]]>",
    "<input type=image src='javascript:x'>",
    "<form action='javascript:x'><button formaction='javascript:x'>",
    "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
    "<textarea><script>alert(1)</script></textarea>",
    "<title><script>alert(1)</script></title>",
    "<plaintext><script>alert(1)</script>",
    "<xmp><script>alert(1)</script></xmp>",
    "<x onmouseover=alert(1)>",
    "<a\u0000 href=java\u0000script:x>",
    "<video><source onerror=alert(1)></video>",
    "<details open ontoggle=alert(1)>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "&amp;lt;script&amp;gt;alert(1)&amp;lt;/script&amp;gt;",
    "&#60;img src=x onerror=alert(1)&#62;",
    "&lt;iframe src=javascript:alert(1)&gt;",
  };

  @Test
  void nothingHostileSurvives() throws Exception {
    for (String payload : PAYLOADS) {
      String html = "avant " + payload + " après";
      for (String document : everyPlace(html)) {
        for (FeedEntry entry : Feeds.parse(document).entries()) {
          String all = entry.toString();
          assertThat(all)
              .as("%s in %s", payload, document)
              .doesNotContainPattern(
                  "(?i)<\\s*/?(script|iframe|object|embed|applet|meta|style|link|base|form|svg|frame)")
              .doesNotContainPattern("(?i)<[^>]*\\bon[a-z]+\\s*=")
              .doesNotContainPattern("(?i)<[^>]*(javascript|vbscript|data)\\s*:")
              .doesNotContain("<![CDATA");
          assertThat(entry.links())
              .noneMatch(l -> l.matches("(?is)\\s*(javascript|vbscript|data):.*"));
        }
      }
    }
  }

  @Test
  void whatIsSafeAroundItStays() throws Exception {
    assertThat(
            Feeds.text(
                "<description>"
                    + Feeds.escaped("avant<script>x</script> après")
                    + "</description>"))
        .isEqualTo("avant après");
    assertThat(
            Feeds.text(
                "<description>"
                    + Feeds.cdata("avant<iframe src=x> <b>après</b></iframe>")
                    + "</description>"))
        .isEqualTo("avant après");
    assertThat(
            Feeds.text(
                "<description>"
                    + Feeds.escaped("avant<object data=x> <b>après</b></object>")
                    + "</description>"))
        .isEqualTo("avant après");
    assertThat(
            Feeds.entry(
                    "<content type='xhtml'><div>avant<script>x</script> <b onclick='x'>après</b></div></content>")
                .text())
        .isEqualTo("avant après");
  }

  @Test
  void addressesThatRunAreNone() throws Exception {
    FeedEntry entry = Feeds.item("<link>javascript:alert(1)</link><guid>data:text/html,x</guid>");
    assertThat(entry.url()).isNull();
    assertThat(Feeds.entry("<link href='java&#x0A;script:alert(1)'/>").url()).isNull();
  }

  private static List<String> everyPlace(String html) {
    List<String> documents = new ArrayList<>();
    for (String written :
        List.of(Feeds.escaped(html), Feeds.cdata(html.replace("]]>", "]]&gt;")), html)) {
      documents.add(
          "<rss><channel><item><title>"
              + written
              + "</title><description>"
              + written
              + "</description><content:encoded>"
              + written
              + "</content:encoded><author>"
              + written
              + "</author><category>"
              + written
              + "</category></item></channel></rss>");
      for (String type : List.of("", "text", "html", "xhtml", "text/plain", "application/xml")) {
        documents.add(
            "<feed xmlns='http://www.w3.org/2005/Atom'><entry><title type='"
                + type
                + "'>"
                + written
                + "</title><summary type='"
                + type
                + "'>"
                + written
                + "</summary><author><name>"
                + written
                + "</name></author></entry></feed>");
      }
    }
    documents.add(
        "{\"version\":\"https://jsonfeed.org/version/1.1\",\"items\":[{\"id\":\"1\",\"title\":"
            + quoted(html)
            + ",\"content_html\":"
            + quoted(html)
            + "},{\"id\":\"2\",\"content_text\":"
            + quoted(html)
            + ",\"summary\":"
            + quoted(html)
            + "}]}");
    return documents;
  }

  private static String quoted(String text) {
    return "\""
        + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\u0000", "\\u0000")
        + "\"";
  }
}
