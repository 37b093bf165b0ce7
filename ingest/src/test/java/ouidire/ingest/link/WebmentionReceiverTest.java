package ouidire.ingest.link;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ouidire.core.brand.Brand;
import ouidire.core.brand.Site;
import ouidire.core.link.CanonicalUrl;
import ouidire.core.link.LinkBook;
import ouidire.core.link.PageCheck;
import ouidire.core.link.Webmentions.Answer;
import ouidire.core.link.Webmentions.Receipt;
import ouidire.core.link.Webmentions.State;
import ouidire.core.mention.Mention;
import ouidire.core.mention.MentionType;
import ouidire.core.net.AddressGuard;
import ouidire.core.net.HostResolver;
import ouidire.core.settings.InMemorySettingsStore;
import ouidire.core.stream.InMemoryMentionPublisher;
import ouidire.core.waiting.Await;
import ouidire.ingest.fetch.SafeFetcher;

/** The W3C Recommendation, section 3.2, against sources on this machine. */
class WebmentionReceiverTest {
  private static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");
  private static final InstantSource CLOCK = InstantSource.fixed(NOW);
  private static final String TARGET = "https://nordika.example/pont";
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
  private final InMemoryMentionPublisher published = new InMemoryMentionPublisher();
  private final LinkBook book = new LinkBook(settings);
  private PageServer site;
  private SafeFetcher fetcher;
  private WebmentionReceiver receiver;

  @BeforeEach
  void open() throws IOException {
    site = new PageServer();
    AddressGuard guard =
        new AddressGuard(List.of(site.host(), site.otherHost()), HostResolver.system());
    fetcher = new SafeFetcher(guard, PageReader.LIMITS, PageReader.USER_AGENT, CLOCK);
    receiver = receiver(guard).start();
  }

  private WebmentionReceiver receiver(AddressGuard guard) {
    return new WebmentionReceiver(
        settings,
        () -> List.of(NORDIKA),
        book,
        new PageReader(fetcher),
        guard,
        published,
        Duration.ZERO,
        CLOCK);
  }

  @AfterEach
  void close() {
    receiver.close();
    fetcher.close();
    site.close();
  }

  @Test
  void aSourceThatLinksToTheTargetIsAMention() {
    site.html(
        "/billet",
        """
        <html lang="fr-CA"><head><title>Le blogue de Léa</title></head><body>
        <nav><a href="/">Accueil</a></nav>
        <article class="h-entry">
          <h1 class="p-name">Le pont, enfin</h1>
          <a class="p-author h-card" href="/lea"><span class="p-name">Léa</span></a>
          <time class="dt-published" datetime="2026-03-01T09:00:00-05:00">hier</time>
          <p>Un premier paragraphe.</p>
          <p>Ils ont <a href="https://nordika.example/pont">rouvert le pont</a>, et
             <a href="https://boutique.nordika.example/">la boutique</a> suit.</p>
        </article></body></html>
        """);
    Receipt decided = sent("/billet");
    assertThat(decided.state()).isEqualTo(State.ACCEPTED);
    Mention mention = only();
    assertThat(mention.source().kind()).isEqualTo("webmention");
    assertThat(mention.source().name()).isEqualTo("127.0.0.1");
    assertThat(mention.url()).isEqualTo(site.at("/billet"));
    assertThat(mention.title()).isEqualTo("Le pont, enfin");
    assertThat(mention.text()).isEqualTo("Ils ont rouvert le pont, et la boutique suit.");
    assertThat(mention.author().name()).isEqualTo("Léa");
    assertThat(mention.publishedAt()).isEqualTo(Instant.parse("2026-03-01T14:00:00Z"));
    assertThat(mention.language()).isEqualTo("fr-CA");
    assertThat(mention.type()).isEqualTo(MentionType.ARTICLE);
    assertThat(mention.links()).containsExactly(TARGET, "https://boutique.nordika.example/");
  }

  @Test
  void anAnswerIsACommentAndARepostARepost() {
    String entry = "<div class=h-entry><a class=%s href='%s'>Nordika</a> Bravo à tous</div>";
    site.html("/reponse", entry.formatted("u-in-reply-to", TARGET));
    site.html("/relais", entry.formatted("u-repost-of", TARGET));
    sent("/reponse");
    sent("/relais");
    assertThat(published.kept())
        .extracting(Mention::type)
        .containsExactly(MentionType.COMMENT, MentionType.REPOST);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "text/html | <p><a href='/ailleurs'>Rien</a> https://nordika.example/pont</p>",
        "text/html | <!-- <a href='https://nordika.example/pont'>caché</a> -->",
        "text/html | <a href='https://nordika.example/ponts'>un autre</a>",
        "text/html | <a href='https://nordika.example/pont#avis'>un endroit de la page</a>",
        "application/json | {\"texte\": \"voir https://nordika.example/pont là\"}",
        "application/pdf | https://nordika.example/pont",
      })
  void aSourceThatDoesNotLinkToExactlyTheTargetIsRefused(String type, String body) {
    site.typed("/billet", type, body);
    Receipt decided = sent("/billet");
    assertThat(decided.state()).isEqualTo(State.REFUSED);
    assertThat(decided.reason()).isNotNull();
    assertThat(published.kept()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "text/html | <img src='https://nordika.example/pont' alt='Le pont'> Le pont",
        "text/html | <base href='https://nordika.example/'><p><a href='pont'>ici</a></p>",
        "text/html | <p><a href='HTTPS://NORDIKA.example:443/pont'>ici</a></p>",
        "application/json | {\"properties\": {\"like-of\": [\"https://nordika.example/pont\"]},"
            + " \"t\": \"J’aime\"}",
        "text/plain | Voir https://nordika.example/pont.",
      })
  void linksOfEveryKindCount(String type, String body) {
    site.typed("/billet", type, body);
    assertThat(sent("/billet").state()).isEqualTo(State.ACCEPTED);
    assertThat(only().links()).contains(TARGET);
  }

  @Test
  void aSourceThatIsNotThereIsRefused() {
    assertThat(sent("/absente").state()).isEqualTo(State.REFUSED);
    site.status("/cassee", 500);
    assertThat(sent("/cassee").state()).isEqualTo(State.REFUSED);
    assertThat(published.kept()).isEmpty();
  }

  @Test
  void aRedirectToAPrivateAddressIsNotFollowed() {
    site.moved("/piege", "http://127.0.0.1:1/");
    site.moved("/nuage", "http://169.254.169.254/latest/meta-data/");
    for (String path : List.of("/piege", "/nuage")) {
      Receipt decided = sent(path);
      assertThat(decided.state()).as(path).isEqualTo(State.REFUSED);
      assertThat(requireNonNull(decided.reason()).english()).contains("may not be reached");
    }
  }

  @Test
  void aRedirectToAPageThatLinksIsFollowed() {
    site.moved("/court", "/billet");
    site.html("/billet", "<p>Voir <a href='" + TARGET + "'>le pont</a></p>");
    assertThat(sent("/court").state()).isEqualTo(State.ACCEPTED);
    assertThat(only().url()).isEqualTo(site.at("/court"));
  }

  @Test
  void aHugePageIsGivenUp() {
    byte[] huge = new byte[PageReader.LIMITS.bytes() + 1];
    java.util.Arrays.fill(huge, (byte) 'a');
    site.page("/enorme", 200, Map.of("Content-Type", "text/html"), huge);
    assertThat(sent("/enorme").state()).isEqualTo(State.REFUSED);
    assertThat(published.kept()).isEmpty();
  }

  @Test
  void sentAgainTheSourceReplacesItsMention() {
    site.html("/billet", "<p>Première <a href='" + TARGET + "'>version</a></p>");
    sent("/billet");
    site.html("/billet", "<p>Deuxième <a href='" + TARGET + "'>version</a></p>");
    sent("/billet");
    assertThat(published.kept()).hasSize(2);
    assertThat(published.kept()).extracting(Mention::id).containsOnly(published.kept().get(0).id());
    assertThat(published.kept().get(1).text()).isEqualTo("Deuxième version");
  }

  @Test
  void aSourceThatIsGoneMakesALostBacklink() {
    site.html("/billet", "<p>Voir <a href='" + TARGET + "'>le pont</a></p>");
    sent("/billet");
    assertThat(lost("/billet")).isNull();
    site.status("/billet", 410);
    Receipt decided = sent("/billet");
    assertThat(decided.state()).isEqualTo(State.LOST);
    assertThat(lost("/billet")).isEqualTo(NOW);

    site.html("/billet", "<p>De retour : <a href='" + TARGET + "'>le pont</a></p>");
    assertThat(sent("/billet").state()).isEqualTo(State.ACCEPTED);
    assertThat(lost("/billet")).isNull();
  }

  @Test
  void aLinkThatWasTakenOutIsLostAndAnOutageTakesNothingBack() {
    site.html("/billet", "<p>Voir <a href='" + TARGET + "'>le pont</a></p>");
    sent("/billet");
    site.status("/billet", 503);
    assertThat(sent("/billet").state()).isEqualTo(State.ACCEPTED);
    assertThat(lost("/billet")).isNull();
    site.html("/billet", "<p>Voir ailleurs</p>");
    assertThat(sent("/billet").state()).isEqualTo(State.LOST);
    assertThat(lost("/billet")).isEqualTo(NOW);
  }

  @ParameterizedTest
  @CsvSource({
    "https://ailleurs.example/, target",
    "https://nordika.example.voleur.example/, target",
    "javascript:alert(1), target",
    "pont, target",
  })
  void onlyPagesOfDeclaredSitesAreTargets(String target, String field) {
    Answer answer = receiver.receive(site.at("/billet"), target);
    assertThat(answer).isInstanceOf(Answer.Invalid.class);
    assertThat(((Answer.Invalid) answer).field()).isEqualTo(field);
    assertThat(site.asked()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "http://localhost/a",
    "http://10.0.0.1/a",
    "http://127.0.0.1:22/",
    "ftp://blogue.example/a",
    "http://moi:secret@blogue.example/",
    "https://nordika.example/pont",
  })
  void aSourceThatMayNotBeAskedIsRefusedAtOnce(String source) {
    Answer answer = receiver.receive(source, TARGET);
    assertThat(answer).isInstanceOf(Answer.Invalid.class);
    assertThat(((Answer.Invalid) answer).field()).isEqualTo("source");
  }

  @Test
  void whatWaitedWhenTheServiceEndedIsVerifiedAfterTheNextStart() {
    receiver.close();
    AddressGuard guard = new AddressGuard(List.of(site.host()), HostResolver.system());
    WebmentionReceiver before = receiver(guard);
    site.html("/billet", "<p>Voir <a href='" + TARGET + "'>le pont</a></p>");
    Answer answer = before.receive(site.at("/billet"), TARGET);
    String id = ((Answer.Taken) answer).receipt().id();
    assertThat(published.kept()).isEmpty();

    receiver = receiver(guard).start();
    Await.until("it is verified", () -> state(id) == State.ACCEPTED);
    assertThat(published.kept()).hasSize(1);
  }

  @Test
  void whatWasBeingReadWhenTheServiceEndedIsVerifiedAfterTheNextStart() {
    CountDownLatch open = new CountDownLatch(1);
    site.html("/billet", "<p>Voir <a href='" + TARGET + "'>le pont</a></p>");
    site.hold("/billet", open);
    Answer answer = receiver.receive(site.at("/billet"), TARGET);
    String id = ((Answer.Taken) answer).receipt().id();
    Await.until("it is asked for", () -> site.asked().contains("GET /billet"));
    receiver.close();
    assertThat(state(id)).isEqualTo(State.WAITING);

    open.countDown();
    AddressGuard guard = new AddressGuard(List.of(site.host()), HostResolver.system());
    receiver = receiver(guard).start();
    Await.until("it is verified", () -> state(id) == State.ACCEPTED);
  }

  @Test
  void whileMentionsAreNotTakenItWaitsAndIsAcceptedOnceTheyAre() {
    published.refuse(true);
    site.html("/billet", "<p>Voir <a href='" + TARGET + "'>le pont</a></p>");
    Answer answer = receiver.receive(site.at("/billet"), TARGET);
    String id = ((Answer.Taken) answer).receipt().id();
    Await.until("it is tried again", () -> site.asked().size() > 1);
    assertThat(state(id)).isEqualTo(State.WAITING);
    published.refuse(false);
    Await.until("it is verified", () -> state(id) == State.ACCEPTED);
    assertThat(published.kept()).hasSize(1);
  }

  @Test
  void whatCannotBeDecidedAtFirstIsDecidedOnceItCanBeKept() {
    site.html("/billet", "<p>Voir <a href='" + TARGET + "'>le pont</a></p>");
    CountDownLatch open = new CountDownLatch(1);
    site.hold("/billet", open);
    Answer answer = receiver.receive(site.at("/billet"), TARGET);
    String id = ((Answer.Taken) answer).receipt().id();
    Await.until("it is asked for", () -> site.asked().contains("GET /billet"));
    settings.refuse(2);
    open.countDown();
    Await.until("it is verified", () -> state(id) == State.ACCEPTED);
  }

  @Test
  void aSourceFoundGoneAgainHasBeenGoneSinceTheFirstTime() {
    site.html("/billet", "<p>Voir <a href='" + TARGET + "'>le pont</a></p>");
    sent("/billet");
    CanonicalUrl page = CanonicalUrl.of(site.at("/billet")).orElseThrow();
    Instant earlier = NOW.minusSeconds(86_400);
    book.keepCheck(
        page.key(),
        _ ->
            new PageCheck(
                page.toString(), earlier, PageCheck.State.GONE, earlier, Set.of(), Map.of()));
    site.status("/billet", 410);
    sent("/billet");
    assertThat(lost("/billet")).isEqualTo(earlier);
  }

  @Test
  void aLongRowOfPunctuationIsReadAtOnce() {
    String row = "https://a.example/" + ")".repeat(3_900) + "x\n";
    site.typed("/billet", "text/plain", row.repeat(500) + TARGET + ").");
    assertThat(sent("/billet").state()).isEqualTo(State.ACCEPTED);
  }

  @Test
  void aSlowSourceHoldsUpItsOwnHostAlone() {
    CountDownLatch open = new CountDownLatch(1);
    String other = "https://nordika.example/autre";
    String both = "<p><a href='" + TARGET + "'>le pont</a> <a href='" + other + "'>l’autre</a></p>";
    for (String path : List.of("/lente", "/suivante", "/ailleurs", "/aussi")) {
      site.html(path, both);
    }
    site.hold("/lente", open);
    String slow = taken(site.at("/lente"), TARGET);
    String sameHost = taken(site.at("/suivante"), other);
    String elsewhere = taken(site.atOther("/ailleurs"), other);
    String sameTarget = taken(site.atOther("/aussi"), TARGET);
    Await.until("what another host says is read", () -> site.asked().contains("GET /aussi"));
    assertThat(state(sameTarget)).as("decided after what came first").isEqualTo(State.WAITING);
    assertThat(site.asked()).as("one at a time of a host").doesNotContain("GET /suivante");

    open.countDown();
    Await.until(
        "all are decided",
        () ->
            List.of(slow, sameHost, elsewhere, sameTarget).stream()
                .allMatch(id -> state(id) == State.ACCEPTED));
    List<String> order = published.kept().stream().map(Mention::url).toList();
    assertThat(order.indexOf(site.at("/lente"))).isLessThan(order.indexOf(site.atOther("/aussi")));
  }

  @Test
  void theSameLinkWrittenOtherwiseIsOne() {
    site.html("/billet", "<p>Voir <a href='" + TARGET + "'>le pont</a></p>");
    String one = sent("/billet").id();
    for (String written : List.of("/billet?utm_source=infolettre", "/billet#fin", "/./billet/")) {
      site.html(
          written.startsWith("/./") ? "/./billet/" : "/billet", "<a href='" + TARGET + "'>x</a>");
      assertThat(sent(written).id()).as(written).isEqualTo(one);
    }
    assertThat(taken(site.at("/billet"), "HTTPS://nordika.example:443/pont")).isEqualTo(one);
    assertThat(published.kept()).extracting(Mention::id).containsOnly(published.kept().get(0).id());
    assertThat(taken(site.at("/billet"), TARGET + "#avis"))
        .as("a place in the target is another link")
        .isNotEqualTo(one);
  }

  @Test
  void whoSendsMoreThanCanBeReadIsNotServed() {
    CountDownLatch open = new CountDownLatch(1);
    AtomicInteger looking = new AtomicInteger();
    HostResolver slow =
        host -> {
          looking.incrementAndGet();
          try {
            open.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          throw new UnknownHostException(host);
        };
    AddressGuard guard = new AddressGuard(List.of(), slow);
    receiver.close();
    fetcher.close();
    fetcher = new SafeFetcher(guard, PageReader.LIMITS, PageReader.USER_AGENT, CLOCK);
    receiver = receiver(guard).start();
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      ids.add(taken("https://lu" + i + ".example/", TARGET));
    }
    Await.until("as many are read as may be", () -> looking.get() == 8);
    for (int i = 0; i < 500; i++) {
      ids.add(taken("https://attend" + i + ".example/", "https://nordika.example/" + i));
    }
    assertThat(receiver.receive("https://de-trop.example/", TARGET))
        .as("each of another host")
        .isInstanceOf(Answer.Busy.class);
    assertThat(looking).hasValue(8);

    open.countDown();
    Await.until("all are decided", () -> ids.stream().allMatch(id -> state(id) == State.REFUSED));
    assertThat(receiver.receive("https://de-trop.example/", TARGET))
        .isInstanceOf(Answer.Taken.class);
  }

  private String taken(String source, String target) {
    return ((Answer.Taken) receiver.receive(source, target)).receipt().id();
  }

  @Test
  void anUnknownReceiptIsNone() {
    assertThat(receiver.find("0123456789abcdef0123456789abcdef")).isEmpty();
    assertThat(receiver.find("../brand/nordika")).isEmpty();
  }

  private Receipt sent(String path) {
    Answer answer = receiver.receive(site.at(path), TARGET);
    assertThat(answer).isInstanceOf(Answer.Taken.class);
    String id = ((Answer.Taken) answer).receipt().id();
    Await.until(path + " is decided", () -> state(id) != State.WAITING);
    return receiver.find(id).orElseThrow();
  }

  private State state(String id) {
    return receiver.find(id).orElseThrow().state();
  }

  private Mention only() {
    assertThat(published.kept()).hasSize(1);
    return published.kept().getFirst();
  }

  private @Nullable Instant lost(String path) {
    String key = CanonicalUrl.of(site.at(path)).orElseThrow().key();
    return book.check(key)
        .map((PageCheck check) -> check.lost(CanonicalUrl.of(TARGET).orElseThrow().key()))
        .orElse(null);
  }
}
