package ouidire.ingest.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ouidire.core.net.AddressGuard;
import ouidire.core.words.Wording;
import ouidire.ingest.fetch.FetchLimits;
import ouidire.ingest.fetch.SafeFetcher;

/** Feeds as they are found. */
class IllFormedFeedTest {
  @TempDir Path folder;

  @Test
  void entitiesThatNameOthersAreAnnouncedAndNotExpanded() throws Exception {
    String bomb =
        "<?xml version='1.0'?><!DOCTYPE r [<!ENTITY a 'ha'><!ENTITY b \"&a;&a;&a;\">]>"
            + "<rss><channel><title>x</title><item><title>&b; fin</title></item></channel></rss>";
    ParsedFeed feed = FeedParser.parse(bomb.getBytes(UTF_8), null, null);
    assertThat(requireNonNull(feed.partial()).french()).contains("bombe d’entités");
    assertThat(feed.entries().getFirst().title()).doesNotContain("hahaha");
    String plain =
        "<!DOCTYPE r [<!ENTITY eacute '&#233;'>]><rss><channel><title>x</title>"
            + "<item><title>caf&eacute;</title></item></channel></rss>";
    ParsedFeed harmless = FeedParser.parse(plain.getBytes(UTF_8), null, null);
    assertThat(harmless.partial()).isNull();
    assertThat(harmless.entries().getFirst().title()).isEqualTo("café");
  }

  @Test
  void nothingOfADocumentThatIsNoFeedReachesTheTerminal() throws Exception {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Path file = folder.resolve("octets.bin");
    Files.write(
        file, "\u001b[31m\u0000<\u001b]0;x\u0007é\u202e a='1'><html\u009b>".getBytes(UTF_8));
    try (SafeFetcher fetcher =
        new SafeFetcher(
            AddressGuard.publicOnly().allowingBy("--allow-private"),
            FetchLimits.DEFAULT,
            SafeFetcher.USER_AGENT,
            InstantSource.system())) {
      FeedPrinter printer =
          new FeedPrinter(
              fetcher,
              new ByteArrayOutputStream(),
              new PrintStream(err, true, UTF_8),
              Locale.FRENCH);
      assertThat(
              printer.print(List.of(file.toString(), "http://10.0.0.1/fil", "ftp://a.example/x")))
          .isEqualTo(1);
    }
    assertThat(err.toString(UTF_8))
        .doesNotContain("\u001b", "\u0000", "\u0007", "\u202e", "\u009b")
        .contains("octets.bin", "--allow-private", "ftp:", "ni http ni https");
    assertThat(err.toString(UTF_8).lines()).hasSize(3);
  }

  @Test
  void ampersandsAndEntities() throws Exception {
    FeedEntry entry =
        Feeds.item(
            "<title>R&D chez Érabelle & fils &eacute;t&eacute; &#146;&nbsp;&inconnue; AT&T</title>"
                + "<link>http://e.example/?a=1&copy=2&lang=fr</link>");
    assertThat(entry.title()).isEqualTo("R&D chez Érabelle & fils été \u2019\u00A0&inconnue; AT&T");
    assertThat(entry.url()).isEqualTo("http://e.example/?a=1&copy=2&lang=fr");
  }

  @Test
  void openElementsEndWhereTheNextBegins() throws Exception {
    ParsedFeed feed =
        Feeds.parse(
            "<rss><channel><title>Fil<item><title>Un<description>Texte un<link>http://e.example/1"
                + "<item><title>Deux</title><description>Texte deux</description>");
    assertThat(feed.entries()).extracting(FeedEntry::title).containsExactly("Un", "Deux");
    assertThat(feed.entries())
        .extracting(FeedEntry::text)
        .containsExactly("Texte un", "Texte deux");
    assertThat(feed.partial()).isEqualTo(new Wording("finit avant </rss>", "ends before </rss>"));
  }

  @Test
  void orderIsTheDocuments() throws Exception {
    ParsedFeed feed =
        Feeds.parse(
            "<rss><channel><item><title>1</title><item><title>2</title></item><item><title>3</title>"
                + "</item></item><item><title>4</title></item></channel></rss>");
    assertThat(feed.entries()).extracting(FeedEntry::title).containsExactly("1", "2", "3", "4");
  }

  @Test
  void whatStandsBeforeAndAfterIsIgnored() throws Exception {
    for (String document :
        List.of(
            "\n\n  <?xml version='1.0'?><rss><channel><item><title>x</title></item></channel></rss>",
            "<br />\n<b>Warning</b>: x<?xml version='1.0'?><rss><channel><item><title>x</title></item>"
                + "</channel></rss>",
            "HTTP/1.1 ok\n<rss><channel><item><title>x</title></item></channel></rss>\n<!-- 0.2 s -->",
            "\uFEFF\u0000<rss><channel><item><title>x</title></item></channel></rss><script>a</script>",
            "<?xml version='1.0' encoding='utf-8'?><?xml-stylesheet href='a.xsl'?><!-- <rss> -->"
                + "<!DOCTYPE rss PUBLIC '-//N//DTD RSS 0.91//EN' 'http://127.0.0.1/rss.dtd'>"
                + "<rss><channel><item><title>x</title></item></channel></rss>")) {
      assertThat(Feeds.first(document).title()).as(document).isEqualTo("x");
    }
  }

  @Test
  void undeclaredPrefixesMeanWhatTheyUsuallyMean() throws Exception {
    FeedEntry entry =
        Feeds.item(
            "<dc:creator>Lou</dc:creator><content:encoded>&lt;p&gt;Texte&lt;/p&gt;</content:encoded>"
                + "<atom:link href='http://e.example/1'/>");
    assertThat(entry.author()).isEqualTo("Lou");
    assertThat(entry.text()).isEqualTo("Texte");
    assertThat(entry.url()).isEqualTo("http://e.example/1");
  }

  @Test
  void cutOff() throws Exception {
    ParsedFeed feed =
        Feeds.parse(
            "<rss><channel><item><title>Un</title></item><item><description><![CDATA[<p>Deux");
    assertThat(feed.entries()).hasSize(2);
    assertThat(feed.entries().get(1).text()).isEqualTo("Deux");
    assertThat(feed.partial()).isNotNull();
    assertThat(Feeds.parse("<feed><entry><title>Un</title><link href=\"http://e.ex").entries())
        .extracting(FeedEntry::title)
        .containsExactly("Un");
  }

  @Test
  void markupLeftUnescaped() throws Exception {
    FeedEntry entry =
        Feeds.item(
            "<title>Un <b>gras</b> titre</title><description><p>Avec <br>une <img src=a.png>image"
                + "<p>et plus</description><pubDate>2026-03-01</pubDate>");
    assertThat(entry.title()).isEqualTo("Un gras titre");
    assertThat(entry.text()).isEqualTo("Avec\nune image\net plus");
    assertThat(entry.publishedAt()).isEqualTo("2026-03-01T00:00:00Z");
  }

  @Test
  void invalidCharacters() throws Exception {
    FeedEntry entry =
        Feeds.item("<title>a\u0001b\u0000c\u000Bd\uFFFEe &#0;&#x1F;f &#xD800;g</title>");
    assertThat(entry.title()).startsWith("abcde").endsWith("g");
    assertThat(entry.title()).doesNotContainPattern("[\\p{Cntrl}\\p{Cs}]");
  }

  @Test
  void ownEntitiesAreReadButNoneThatCouldExplode() throws Exception {
    FeedEntry entry =
        Feeds.first(
            """
            <!DOCTYPE rss [<!ENTITY marque "&#201;rabelle"> <!ENTITY ville 'Qu\u00E9bec'>
              <!ENTITY a "&ville;&ville;"> <!ENTITY fichier SYSTEM "file:///etc/passwd"> ]>
            <rss><channel><item><title>&marque; \u00E0 &ville; &a; &fichier;</title></item></channel></rss>
            """);
    assertThat(entry.title()).isEqualTo("\u00C9rabelle \u00E0 Qu\u00E9bec &a; &fichier;");
  }

  @Test
  void brokenJsonKeepsWhatPrecedesTheBreak() throws Exception {
    ParsedFeed feed =
        Feeds.parse(
            "{\"version\":\"https://jsonfeed.org/version/1\",\"items\":[{\"id\":\"1\",\"title\":\"Un\"},"
                + "{\"id\":\"2\", oups");
    assertThat(feed.entries()).extracting(FeedEntry::title).containsExactly("Un");
    assertThat(requireNonNull(feed.partial()).english()).startsWith("is broken JSON at line 1");
  }

  @Test
  void whatIsNoFeedSaysWhatItIs() {
    assertThatThrownBy(
            () ->
                Feeds.parse(
                    "<!DOCTYPE html><html><head><link rel=\"alternate\" type=\"application/rss+xml\""
                        + " href=\"/fil.xml\"></head><body>Allô</body></html>"))
        .isInstanceOf(NotAFeedException.class)
        .hasMessage("is a web page; give its feed's address, which seems to be /fil.xml");
    for (String document : List.of("", "  ", "bonjour", "<a/>", "{}", "[1]", "{\"a\":", "<", "&")) {
      assertThatThrownBy(() -> Feeds.parse(document))
          .as(document)
          .isInstanceOf(NotAFeedException.class)
          .hasMessageContaining("; give ");
    }
  }

  @Test
  void aFeedWithoutEntriesIsAFeed() throws Exception {
    assertThat(
            Feeds.parse("<rss version='2.0'><channel><title>Rien</title></channel></rss>")
                .entries())
        .isEmpty();
  }
}
