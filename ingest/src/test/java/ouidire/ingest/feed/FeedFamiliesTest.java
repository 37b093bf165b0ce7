package ouidire.ingest.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each family as its specification has it. */
class FeedFamiliesTest {
  @Test
  void rss2() throws Exception {
    ParsedFeed feed =
        Feeds.parse(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"
                xmlns:content="http://purl.org/rss/1.0/modules/content/">
              <channel>
                <title>Le Sentier</title>
                <link>https://sentier.example/</link>
                <language>fr-ca</language>
                <ttl>30</ttl>
                <lastBuildDate>Mon, 02 Mar 2026 08:00:00 -0500</lastBuildDate>
                <item>
                  <title>Érabelle &amp; Cie</title>
                  <link>https://sentier.example/1</link>
                  <guid isPermaLink="false">tag-1</guid>
                  <pubDate>Sun, 01 Mar 2026 09:05:00 -0500</pubDate>
                  <dc:creator>Maude Tremblay</dc:creator>
                  <category>sirop</category><category>Beauce</category>
                  <description>Un résumé.</description>
                  <content:encoded><![CDATA[<p>Premier alinéa, <b>gras</b>.</p><p>Second,
                    avec <a href="https://erabelle.example/">un lien</a>.</p>]]></content:encoded>
                  <enclosure url="https://sentier.example/1.mp3" length="1" type="audio/mpeg"/>
                </item>
                <item><title>Deux</title></item>
              </channel>
            </rss>
            """);
    assertThat(feed.title()).isEqualTo("Le Sentier");
    assertThat(feed.url()).isEqualTo("https://sentier.example/");
    assertThat(feed.language()).isEqualTo("fr-CA");
    assertThat(feed.rhythm()).isEqualTo(Duration.ofMinutes(30));
    assertThat(feed.updatedAt()).isEqualTo("2026-03-02T13:00:00Z");
    assertThat(feed.partial()).isNull();
    assertThat(feed.entries())
        .first()
        .isEqualTo(
            new FeedEntry(
                "tag-1",
                "https://sentier.example/1",
                "Érabelle & Cie",
                "Maude Tremblay",
                Instant.parse("2026-03-01T14:05:00Z"),
                "fr-CA",
                "Premier alinéa, gras.\nSecond, avec un lien.",
                List.of("https://sentier.example/1.mp3", "https://erabelle.example/"),
                List.of("sirop", "Beauce")));
    assertThat(feed.entries().get(1).title()).isEqualTo("Deux");
    assertThat(feed.entries().get(1).publishedAt()).isNull();
  }

  @Test
  void atom1() throws Exception {
    ParsedFeed feed =
        Feeds.parse(
            """
            <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fr" xml:base="https://blogue.example/f/">
              <title type="html">Blogue &amp;amp; co</title>
              <author><name>Rédaction</name></author>
              <link rel="self" href="feed.xml"/><link href="/"/>
              <entry>
                <id>urn:1</id>
                <title type="text">L'étiquette &lt;blink&gt;</title>
                <link rel="enclosure" href="a.mp3"/><link rel="alternate" href="../un"/>
                <updated>2026-03-02T08:00:00.25+01:00</updated>
                <published>2026-03-01T08:00:00+01:00</published>
                <content type="xhtml" xml:lang="fr-CA"><div xmlns="http://www.w3.org/1999/xhtml">
                  <p>Un <em>texte</em></p><p>et <a href="lien">un autre</a></p></div></content>
              </entry>
              <entry><author><name>Lou</name><email>lou@blogue.example</email></author>
                <summary type="html">&lt;p&gt;R&amp;eacute;sum&amp;eacute;&lt;/p&gt;</summary></entry>
            </feed>
            """);
    assertThat(feed.title()).isEqualTo("Blogue & co");
    assertThat(feed.url()).isEqualTo("https://blogue.example/");
    assertThat(feed.entries().get(0))
        .isEqualTo(
            new FeedEntry(
                "urn:1",
                "https://blogue.example/un",
                "L'étiquette <blink>",
                "Rédaction",
                Instant.parse("2026-03-01T07:00:00Z"),
                "fr-CA",
                "Un texte\net un autre",
                List.of("https://blogue.example/f/a.mp3", "https://blogue.example/f/lien"),
                List.of()));
    assertThat(feed.entries().get(1).author()).isEqualTo("Lou");
    assertThat(feed.entries().get(1).text()).isEqualTo("Résumé");
    assertThat(feed.entries().get(1).language()).isEqualTo("fr");
  }

  @Test
  void atom03() throws Exception {
    FeedEntry entry =
        Feeds.first(
            """
            <feed version="0.3" xmlns="http://purl.org/atom/ns#">
              <entry>
                <title mode="escaped" type="text/html">Un &lt;b&gt;titre&lt;/b&gt;</title>
                <link rel="alternate" type="text/html" href="https://b.example/1"/>
                <issued>2004-05-01T10:00:00+02:00</issued><modified>2004-06-01T10:00:00Z</modified>
                <created>2004-04-01T10:00:00Z</created>
                <content type="text/html" mode="base64">PHA+Qm9uam91ciA8Yj5sYTwvYj48L3A+</content>
              </entry>
            </feed>
            """);
    assertThat(entry.title()).isEqualTo("Un titre");
    assertThat(entry.text()).isEqualTo("Bonjour la");
    assertThat(entry.url()).isEqualTo("https://b.example/1");
    assertThat(entry.publishedAt()).isEqualTo("2004-05-01T08:00:00Z");
  }

  @Test
  void rdf() throws Exception {
    ParsedFeed feed =
        Feeds.parse(
            """
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
                xmlns="http://purl.org/rss/1.0/" xmlns:d="http://purl.org/dc/elements/1.1/"
                xmlns:sy="http://purl.org/rss/1.0/modules/syndication/">
              <channel rdf:about="https://r.example/"><title>R</title><d:language>fr</d:language>
                <sy:updatePeriod>daily</sy:updatePeriod><sy:updateFrequency>4</sy:updateFrequency>
                <items><rdf:Seq><rdf:li rdf:resource="https://r.example/1"/></rdf:Seq></items></channel>
              <item rdf:about="https://r.example/1"><title>Un</title><d:creator>A</d:creator>
                <d:date>2004-05-01</d:date><description>Deux &amp; trois</description></item>
            </rdf:RDF>
            """);
    assertThat(feed.rhythm()).isEqualTo(Duration.ofHours(6));
    assertThat(feed.entries())
        .containsExactly(
            new FeedEntry(
                "https://r.example/1",
                "https://r.example/1",
                "Un",
                "A",
                Instant.parse("2004-05-01T00:00:00Z"),
                "fr",
                "Deux & trois",
                List.of(),
                List.of()));
  }

  @Test
  void cdf() throws Exception {
    ParsedFeed feed =
        Feeds.parse(
            """
            <?xml version="1.0"?>
            <CHANNEL HREF="http://c.example/" LASTMOD="1997-11-12T11:00">
              <TITLE>Canal</TITLE><ABSTRACT>Le canal</ABSTRACT>
              <ITEM HREF="http://c.example/1" LASTMOD="1997-11-12T10:00">
                <TITLE>Un</TITLE><ABSTRACT>Premier</ABSTRACT></ITEM>
            </CHANNEL>
            """);
    assertThat(feed.title()).isEqualTo("Canal");
    assertThat(feed.updatedAt()).isEqualTo("1997-11-12T11:00:00Z");
    FeedEntry entry = feed.entries().getFirst();
    assertThat(entry.title()).isEqualTo("Un");
    assertThat(entry.text()).isEqualTo("Premier");
    assertThat(entry.url()).isEqualTo("http://c.example/1");
    assertThat(entry.publishedAt()).isEqualTo("1997-11-12T10:00:00Z");
  }

  @Test
  void netscape() throws Exception {
    FeedEntry entry =
        Feeds.first(
            """
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
                xmlns="http://my.netscape.com/rdf/simple/0.9/"><channel><title>N</title></channel>
              <item><title>Un</title><link>http://n.example/1</link></item></rdf:RDF>
            """);
    assertThat(entry.title()).isEqualTo("Un");
    assertThat(entry.url()).isEqualTo("http://n.example/1");
  }

  @Test
  void jsonFeed() throws Exception {
    ParsedFeed feed =
        Feeds.parse(
            """
            {"version": "https://jsonfeed.org/version/1.1", "title": "J", "language": "fr",
             "home_page_url": "https://j.example/", "authors": [{"name": "Zoé"}],
             "items": [
               {"id": "1", "url": "https://j.example/1", "title": "Un",
                "content_html": "<p>Bonjour <a href='https://x.example/'>x</a></p><script>a()</script>",
                "date_published": "2026-03-01T08:00:00-05:00", "tags": ["a", "b"],
                "attachments": [{"url": "https://j.example/1.mp3"}]},
               {"id": 2, "content_text": "Ligne un\\nLigne deux", "author": {"name": "Ali"}}
             ]}
            """);
    assertThat(feed.title()).isEqualTo("J");
    assertThat(feed.entries())
        .containsExactly(
            new FeedEntry(
                "1",
                "https://j.example/1",
                "Un",
                "Zoé",
                Instant.parse("2026-03-01T13:00:00Z"),
                "fr",
                "Bonjour x",
                List.of("https://j.example/1.mp3", "https://x.example/"),
                List.of("a", "b")),
            new FeedEntry(
                "2", null, null, "Ali", null, "fr", "Ligne un\nLigne deux", List.of(), List.of()));
  }

  @Test
  void prefixesAreTheFeedsOwn() throws Exception {
    FeedEntry entry =
        Feeds.first(
            """
            <a:feed xmlns:a="http://www.w3.org/2005/Atom" xmlns:h="http://www.w3.org/1999/xhtml">
              <a:entry><a:title>Un</a:title><a:link href="http://a.example/"/>
              <a:content type="xhtml"><h:div>Deux <h:b>trois</h:b><h:script>x</h:script></h:div>
              </a:content></a:entry></a:feed>
            """);
    assertThat(entry.title()).isEqualTo("Un");
    assertThat(entry.url()).isEqualTo("http://a.example/");
    assertThat(entry.text()).isEqualTo("Deux trois");
    FeedEntry extended =
        Feeds.first(
            """
            <rss xmlns:plus="HTTP://purl.org/DC/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/">
              <channel><item><media:title>Non</media:title><plus:title>Oui</plus:title>
              <media:group><media:description>Texte</media:description></media:group>
              </item></channel></rss>
            """);
    assertThat(extended.title()).isEqualTo("Oui");
    assertThat(extended.text()).isEqualTo("Texte");
  }
}
