package ouidire.ingest.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ouidire.core.brand.Brand;
import ouidire.core.brand.Site;
import ouidire.core.config.Settings;
import ouidire.core.history.InMemoryMentionHistory;
import ouidire.core.history.SampleMention;
import ouidire.core.link.CanonicalUrl;
import ouidire.core.link.LinkBook;
import ouidire.core.link.LinkChecks.Progress;
import ouidire.core.link.PageCheck;
import ouidire.core.net.AddressGuard;
import ouidire.core.net.HostResolver;
import ouidire.core.settings.InMemorySettingsStore;
import ouidire.core.waiting.Await;
import ouidire.ingest.fetch.SafeFetcher;

class LinkPatrolTest {
  private static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");
  private static final InstantSource CLOCK = InstantSource.fixed(NOW);
  private static final String TARGET = "https://nordika.example/pont";
  private static final String KEY = "nordika.example/pont";
  private static final String WORDS = "Le pont de la rivière rouvre enfin après deux ans";
  private static final Brand NORDIKA =
      new Brand(
          "nordika",
          "Nordika",
          "nordika",
          false,
          List.of(),
          List.of(new Site("nordika.example", 0, "")),
          ZoneOffset.UTC);

  private final InMemorySettingsStore settings = new InMemorySettingsStore(CLOCK);
  private final InMemoryMentionHistory history = new InMemoryMentionHistory();
  private final LinkBook book = new LinkBook(settings);
  private PageServer site;
  private SafeFetcher fetcher;
  private LinkPatrol patrol;

  @BeforeEach
  void open() throws IOException {
    site = new PageServer();
    AddressGuard guard = new AddressGuard(List.of(site.host()), HostResolver.system());
    fetcher = new SafeFetcher(guard, PageReader.LIMITS, PageReader.USER_AGENT, CLOCK);
    patrol = patrol(new LinkPatrol.Rhythm(Duration.ofHours(1), Duration.ofHours(1))).start();
  }

  private LinkPatrol patrol(LinkPatrol.Rhythm rhythm) {
    return new LinkPatrol(
        history,
        () -> List.of(NORDIKA),
        book,
        fetcher,
        Settings.Links.DEFAULT,
        rhythm,
        Duration.ZERO,
        CLOCK);
  }

  @Test
  void theFirstRoundBeginsSoonAfterTheStart() {
    LinkPatrol.Rhythm usual = LinkPatrol.Rhythm.usual(new Random(7));
    assertThat(usual.first()).isBetween(Duration.ofMinutes(1), Duration.ofMinutes(2));
    assertThat(LinkPatrol.Rhythm.usual(new Random(8)).first()).isNotEqualTo(usual.first());
    assertThat(usual.every()).isEqualTo(Duration.ofHours(1));

    site.html("/billet", "<p>" + WORDS + " <a href='" + TARGET + "'>ici</a></p>");
    mention("m1", "/billet", TARGET);
    CanonicalUrl page = CanonicalUrl.of(site.at("/billet")).orElseThrow();
    try (LinkPatrol fresh = patrol(new LinkPatrol.Rhythm(Duration.ZERO, Duration.ofHours(1)))) {
      fresh.start();
      Await.until("nobody asked, it looks", () -> book.check(page.key()).isPresent());
    }
  }

  @Test
  void askingForRoundsPutsNoOtherOff() {
    site.html("/billet", "<p>" + WORDS + " <a href='" + TARGET + "'>ici</a></p>");
    mention("m1", "/billet", TARGET);
    CanonicalUrl page = CanonicalUrl.of(site.at("/billet")).orElseThrow();
    Duration every = Duration.ofMillis(300);
    try (LinkPatrol busy = patrol(new LinkPatrol.Rhythm(every, every))) {
      busy.start();
      // A brand that is none has no pages: only the round by itself looks at one.
      Await.until(
          "it looks, however often it is asked for something else",
          () -> {
            var unused = busy.begin("inconnue");
            return book.check(page.key()).isPresent();
          });
    }
  }

  @AfterEach
  void close() {
    patrol.close();
    fetcher.close();
    site.close();
  }

  private void mention(String id, String path, String... links) {
    history.add(
        SampleMention.of(id)
            .at(NOW.minusSeconds(86_400))
            .url(site.at(path))
            .text(WORDS)
            .links(links)
            .build());
  }

  private Progress round() {
    patrol.begin("nordika");
    Await.until("the round is over", () -> !patrol.progress("nordika").running());
    return patrol.progress("nordika");
  }

  private Optional<PageCheck> check(String path) {
    return book.check(CanonicalUrl.of(site.at(path)).orElseThrow().key());
  }

  @Test
  void aLinkIsLostOnceThePageIsReadWithoutIt() {
    mention("m1", "/billet", TARGET);
    site.html("/billet", "<p>Des mots. <a href='" + TARGET + "?utm_source=b'>le pont</a></p>");
    Progress first = round();
    assertThat(first).isEqualTo(new Progress(false, 1, 1, NOW));
    assertThat(check("/billet").orElseThrow().present()).containsExactly(KEY);
    assertThat(check("/billet").orElseThrow().lost(KEY)).isNull();

    site.html("/billet", "<p>Des mots.</p>");
    round();
    assertThat(check("/billet").orElseThrow().lost(KEY)).isEqualTo(NOW);

    site.html("/billet", "<p><a href='" + TARGET + "'>le pont</a></p>");
    round();
    assertThat(check("/billet").orElseThrow().lost(KEY)).isNull();
  }

  @Test
  void aPageThatStillHasTheWordsAndNotTheLinkHasLostIt() {
    mention("m1", "/billet", TARGET);
    site.html("/billet", "<h1>" + WORDS.toUpperCase(Locale.FRENCH) + " !</h1>");
    round();
    assertThat(check("/billet").orElseThrow().lost(KEY)).isEqualTo(NOW);
  }

  @Test
  void aPageMadeByScriptsSaysNothing() {
    mention("m1", "/billet", TARGET);
    site.html("/billet", "<div id=app></div><script src=app.js></script>");
    round();
    assertThat(check("/billet").orElseThrow().lost(KEY)).isNull();
  }

  @Test
  void aPageThatIsGoneHasLostAllItsLinksAndAnOutageNone() {
    mention("m1", "/absente", TARGET);
    mention("m2", "/retiree", TARGET);
    mention("m3", "/en-panne", TARGET);
    site.status("/retiree", 410);
    site.status("/en-panne", 503);
    round();
    assertThat(check("/absente").orElseThrow().lost(KEY)).isEqualTo(NOW);
    assertThat(check("/retiree").orElseThrow().lost(KEY)).isEqualTo(NOW);
    assertThat(check("/en-panne").orElseThrow().lost(KEY)).isNull();
    assertThat(check("/en-panne").orElseThrow().state()).isEqualTo(PageCheck.State.UNKNOWN);
  }

  @Test
  void whatRobotsTxtForbidsIsNotAsked() {
    mention("m1", "/prive/billet", TARGET);
    mention("m2", "/prive/ouvert", TARGET);
    site.typed(
        "/robots.txt",
        "text/plain",
        "User-agent: *\nDisallow:\n\nUser-agent: Ouidire\nDisallow: /prive/\nAllow: /prive/ouvert$\n");
    site.html("/prive/ouvert", "<a href='" + TARGET + "'>le pont</a>");
    round();
    assertThat(site.asked()).contains("GET /prive/ouvert").doesNotContain("GET /prive/billet");
    assertThat(check("/prive/billet").orElseThrow().state()).isEqualTo(PageCheck.State.UNKNOWN);
  }

  @Test
  void aSiteWhoseRobotsTxtFailsIsLeftAlone() {
    mention("m1", "/billet", TARGET);
    site.status("/robots.txt", 500);
    round();
    assertThat(site.asked()).containsExactly("GET /robots.txt");
  }

  @Test
  void theBrandsOwnPagesAndOtherLinksAreNotLookedAt() {
    mention("m1", "/ailleurs", "https://autre.example/");
    history.add(SampleMention.of("m2").url("https://nordika.example/blogue").links(TARGET).build());
    assertThat(round().total()).isZero();
    assertThat(site.asked()).isEmpty();
  }

  @Test
  void anUnknownBrandHasNothingToLookAt() {
    patrol.begin("personne");
    Await.until("the round is over", () -> !patrol.progress("personne").running());
    assertThat(patrol.progress("personne").total()).isZero();
  }

  @Test
  void aDestinationIsWhereTheLastRedirectLeads() {
    site.moved("/court", "/plus-loin");
    site.moved("/plus-loin", "/page?utm_source=x");
    site.status("/page", 403);
    assertThat(fetcher.destination(site.at("/court"))).contains(site.at("/page?utm_source=x"));
    assertThat(fetcher.destination(site.at("/page"))).isEmpty();
    site.moved("/boucle", "/boucle");
    assertThat(fetcher.destination(site.at("/boucle"))).isEmpty();
    site.moved("/piege", "http://169.254.169.254/");
    assertThat(fetcher.destination(site.at("/piege"))).isEmpty();
    assertThat(site.asked()).allMatch(asked -> asked.startsWith("HEAD "));
  }
}
