package ouidire.ingest.feed;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Readable texts, people and links. */
class FeedTextTest {
  @Test
  void blocksAreLines() throws Exception {
    String html =
        "<h1>Titre</h1><p>Un<br/>deux</p>\n\n<ul><li>a</li><li>b</li></ul><table><tr><td>c</td><td>d"
            + "</td></tr></table><pre>x\n  y</pre><!-- non --><style>p{}</style>fin&nbsp;!&nbsp;";
    String expected = "Titre\nUn\ndeux\na\nb\nc d\nx\ny\nfin\u00A0!";
    assertThat(Feeds.text("<description>" + Feeds.cdata(html) + "</description>"))
        .isEqualTo(expected);
    assertThat(Feeds.text("<description>" + Feeds.escaped(html) + "</description>"))
        .isEqualTo(expected);
  }

  @Test
  void plainTextStaysAsItIs() throws Exception {
    assertThat(Feeds.text("<description>5 &lt; 6 et\n\n  7 &gt; 6 ; a&lt;b</description>"))
        .isEqualTo("5 < 6 et\n7 > 6 ; a<b");
    assertThat(Feeds.entry("<title>Histoire de &lt;blink&gt;</title>").title())
        .isEqualTo("Histoire de <blink>");
    assertThat(Feeds.entry("<title type='html'>Histoire de &amp;lt;blink&amp;gt;</title>").title())
        .isEqualTo("Histoire de <blink>");
    assertThat(Feeds.entry("<title type='text'>R&amp;amp;D</title>").title()).isEqualTo("R&D");
    assertThat(Feeds.entry("<title type='text/plain'>5 &lt; 6</title>").title()).isEqualTo("5 < 6");
  }

  @Test
  void entitiesWrittenTwice() throws Exception {
    assertThat(Feeds.item("<title>L&amp;#8217;&amp;eacute;rable &amp;amp; co</title>").title())
        .isEqualTo("L\u2019\u00E9rable & co");
    assertThat(
            Feeds.text(
                "<description><![CDATA[<![CDATA[<p>Bonjour</p>]]]]><![CDATA[>]]></description>"))
        .startsWith("Bonjour");
  }

  @Test
  void base64() throws Exception {
    assertThat(
            Feeds.entry("<content type='application/octet-stream'>VW4gPGI+dGV4dGU8L2I+</content>")
                .text())
        .isEqualTo("Un texte");
    assertThat(
            Feeds.entry(
                    "<content type='image/png'>iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAf</content>")
                .text())
        .doesNotContain("\uFFFD");
  }

  @Test
  void contentIsPreferredToSummary() throws Exception {
    assertThat(
            Feeds.text(
                "<description>court</description><fullitem>&lt;p&gt;long&lt;/p&gt;</fullitem>"))
        .isEqualTo("long");
    assertThat(
            Feeds.text(
                "<description>court</description><body xmlns='http://www.w3.org/1999/xhtml'><p>long</p>"
                    + "</body>"))
        .isEqualTo("long");
    assertThat(Feeds.text("<description>court</description><content:encoded> </content:encoded>"))
        .isEqualTo("court");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Lou Roy                              | Lou Roy
          lou@a.example (Lou Roy)              | Lou Roy
          Lou Roy <lou@a.example>              | Lou Roy
          Lou Roy &lt;lou@a.example&gt;        | Lou Roy
          Lou Roy (lou@a.example)              | Lou Roy
          "Lou Roy" <mailto:lou@a.example>     | Lou Roy
          lou@a.example                        | lou@a.example
          <lou@a.example>                      | lou@a.example
          Roy, Lou                             | Roy, Lou
          Lou Roy, lou@a.example               | Lou Roy
          L&eacute;a                           | L\u00E9a
          """)
  void people(String written, String name) {
    assertThat(Person.ofText(written)).contains(name);
  }

  @Test
  void severalAuthors() throws Exception {
    assertThat(
            Feeds.entry(
                    "<author><name>A</name></author><author><email>b@e.example</email></author>")
                .author())
        .isEqualTo("A, b@e.example");
    assertThat(Feeds.item("<author>a@e.example (A)</author><dc:creator>B</dc:creator>").author())
        .isEqualTo("A");
    assertThat(Feeds.item("<title>x</title>").author()).isNull();
  }

  @Test
  void permalinks() throws Exception {
    assertThat(Feeds.item("<guid>http://e.example/1</guid>").url()).isEqualTo("http://e.example/1");
    assertThat(Feeds.item("<guid isPermaLink='true'>http://e.example/1</guid>").url())
        .isEqualTo("http://e.example/1");
    assertThat(Feeds.item("<guid isPermaLink='FALSE'>http://e.example/1</guid>").url()).isNull();
    assertThat(Feeds.item("<guid>abc</guid>").url()).isNull();
    assertThat(Feeds.item("<guid>http://e.example/1</guid><link>http://e.example/2</link>").url())
        .isEqualTo("http://e.example/2");
  }

  @Test
  void basesNest() throws Exception {
    FeedEntry entry =
        Feeds.first(
            """
            <feed xmlns="http://www.w3.org/2005/Atom" xml:base="http://e.example/a/">
              <entry xml:base="b/"><link href="c"/><content type="html" xml:base="d/">
              &lt;a href="e?f#g"&gt;x&lt;/a&gt; &lt;a href="../../h"&gt; &lt;a href="//i.example/"&gt;
              &lt;a href="javascript:x()"&gt; &lt;a href="mailto:a@b.example"&gt; &lt;a href="?k"&gt;
              </content></entry></feed>
            """);
    assertThat(entry.url()).isEqualTo("http://e.example/a/b/c");
    assertThat(entry.links())
        .containsExactly(
            "http://e.example/a/b/d/e?f#g",
            "http://e.example/a/h",
            "http://i.example/",
            "http://e.example/a/b/d/?k");
  }

  @Test
  void theDocumentsAddressIsTheLastBase() throws Exception {
    byte[] feed =
        "<rss><channel><item><link>/un</link></item></channel></rss>"
            .getBytes(java.nio.charset.StandardCharsets.UTF_8);
    assertThat(
            FeedParser.parse(feed, null, "https://e.example/fil/rss.xml")
                .entries()
                .getFirst()
                .url())
        .isEqualTo("https://e.example/un");
    assertThat(FeedParser.parse(feed, null, null).entries().getFirst().url()).isEqualTo("/un");
  }
}
