package ouidire.ingest.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import ouidire.core.config.Settings;
import ouidire.core.mention.Mention;
import ouidire.core.mention.MentionIds;
import ouidire.core.source.SourceStatus;
import ouidire.core.source.SourceStatus.State;
import ouidire.core.stream.CursorStore;
import ouidire.core.stream.InMemoryCursorStore;
import ouidire.core.stream.InMemoryMentionPublisher;
import ouidire.core.waiting.Await;
import ouidire.core.words.Wording;
import ouidire.ingest.fetch.FetchResult;
import ouidire.ingest.fetch.Validators;

class FeedPollerTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final String URL = "https://sentier.example/fil";

  private final InMemoryMentionPublisher publisher = new InMemoryMentionPublisher();
  private final InMemoryCursorStore cursors = new InMemoryCursorStore();
  private final List<Validators> asked = new ArrayList<>();
  private final List<String> addresses = new ArrayList<>();
  private FetchResult next = new FetchResult.Gone();

  @Test
  void theFirstReadingTakesEverythingAndTheNextOnlyWhatIsNew() throws Exception {
    FeedReading reading = reading(cursors);
    serve(
        item("1", "Un", "<pubDate>Sun, 01 Mar 2026 10:00:00 GMT</pubDate>")
            + item("2", "Deux", ""));
    assertThat(published(reading.read())).isEqualTo(2);
    serve(item("2", "Deux", "") + item("3", "Trois", ""));
    assertThat(published(reading.read())).isEqualTo(1);
    assertThat(publisher.kept()).extracting(Mention::title).containsExactly("Un", "Deux", "Trois");
    Mention first = publisher.kept().getFirst();
    assertThat(first.id()).isEqualTo(MentionIds.ofNative("rss", URL + "#1"));
    assertThat(first.source().kind()).isEqualTo("rss");
    assertThat(first.source().name()).isEqualTo("Le Sentier");
    assertThat(first.publishedAt()).isEqualTo("2026-03-01T10:00:00Z");
    assertThat(first.collectedAt()).isEqualTo(NOW);
    assertThat(first.language()).isEqualTo("fr-CA");
    assertThat(first.region()).isEqualTo("fr-CA");
  }

  @Test
  void aFeedOfWhichOnlyMatchesAreKeptSaysSoOfEachMention() throws Exception {
    serve(item("1", "Un", ""));
    reading(cursors).read();
    assertThat(publisher.onlyIfMatched()).isEmpty();
    Settings.Feed feed =
        new Settings.Feed(URI.create(URL), null, Duration.ofMinutes(15), Settings.Keep.MATCHED);
    reading(feed, new InMemoryCursorStore()).read();
    assertThat(publisher.onlyIfMatched()).containsExactly(id("1"));
  }

  @Test
  void anEditedEntryIsPublishedAgainUnderItsId() throws Exception {
    FeedReading reading = reading(cursors);
    serve(item("1", "Un", ""));
    reading.read();
    serve(item("1", "Un, corrigé", ""));
    assertThat(published(reading.read())).isEqualTo(1);
    assertThat(publisher.kept()).extracting(Mention::id).containsExactly(id("1"), id("1"));
    assertThat(publisher.kept())
        .extracting(Mention::publishedAt)
        .containsOnly(Instant.parse("2026-03-01T09:00:00Z"));
  }

  @Test
  void anotherProcessGoesOnWhereThisOneEnded() throws Exception {
    serve(item("1", "Un", ""));
    reading(cursors).read();
    FeedReading after = reading(cursors);
    assertThat(published(after.read())).isZero();
    assertThat(asked)
        .containsExactly(Validators.NONE, new Validators("\"v\"", "Sun, 01 Mar 2026 09:00:00 GMT"));
  }

  @Test
  void theCursorNeverRunsAheadOfTheMentions() throws Exception {
    FeedReading reading = reading(cursors);
    serve(item("1", "Un", ""));
    publisher.refuse(true);
    assertThat(reading.read()).isInstanceOf(FeedReading.Outcome.Failed.class);
    assertThat(cursors.read(reading.id())).isEmpty();
    publisher.refuse(false);
    assertThat(published(reading.read())).isEqualTo(1);
    assertThat(asked).containsOnly(Validators.NONE);
    assertThat(cursors.read(reading.id())).isPresent();
  }

  @Test
  void theCursorWaitsForEveryAcknowledgement() throws Exception {
    List<CompletableFuture<Void>> acks = new ArrayList<>();
    CountDownLatch published = new CountDownLatch(2);
    AtomicInteger saved = new AtomicInteger();
    CursorStore watched =
        new CursorStore() {
          @Override
          public Optional<String> read(String source) {
            return Optional.empty();
          }

          @Override
          public CompletableFuture<Void> save(String source, String cursor) {
            saved.incrementAndGet();
            assertThat(acks).allMatch(CompletableFuture::isDone);
            return CompletableFuture.completedFuture(null);
          }
        };
    serve(item("1", "Un", "") + item("2", "Deux", ""));
    FeedReading reading =
        new FeedReading(
            feed(URL),
            this::fetch,
            mention -> {
              CompletableFuture<Void> ack = new CompletableFuture<>();
              acks.add(ack);
              published.countDown();
              return ack;
            },
            watched,
            () -> NOW,
            new Semaphore(1));
    CompletableFuture<FeedReading.Outcome> outcome =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return reading.read();
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              }
            });
    published.await();
    acks.get(0).complete(null);
    assertThat(saved).hasValue(0);
    assertThat(outcome).isNotDone();
    acks.get(1).complete(null);
    assertThat(published(outcome.get())).isEqualTo(2);
    assertThat(saved).hasValue(1);
  }

  @Test
  void undatedOldContentDoesNotLookNew() throws Exception {
    FeedReading reading = reading(cursors);
    serve("<lastBuildDate>Sun, 01 Feb 2026 09:00:00 GMT</lastBuildDate>" + item("1", "Un", ""));
    reading.read();
    serve(
        item("1", "Un", "")
            + item("2", "Deux", "<pubDate>Thu, 01 Jan 1970 00:00:00 GMT</pubDate>")
            + item("3", "Trois", "<pubDate>Mon, 01 Mar 2100 00:00:00 GMT</pubDate>"));
    reading.read();
    assertThat(publisher.kept())
        .extracting(Mention::publishedAt)
        .containsExactly(Instant.parse("2026-02-01T09:00:00Z"), NOW, NOW);
  }

  @Test
  void aPermanentMoveIsRememberedUntilItFails() throws Exception {
    serve(item("1", "Un", ""));
    next = moved((FetchResult.Fetched) next, "https://sentier.example/nouveau");
    reading(cursors).read();
    FeedReading reading = reading(cursors);
    next =
        new FetchResult.Failed(
            new Wording("le serveur a répondu 404", "the server answered 404"), null);
    reading.read();
    reading.read();
    assertThat(addresses).containsExactly(URL, "https://sentier.example/nouveau", URL);
  }

  @Test
  void aDocumentReadInPartIsReadAgain() throws Exception {
    next = fetched("<rss><channel><title>Le Sentier</title>" + item("1", "Un", ""));
    FeedReading reading = reading(cursors);
    assertThat(
            requireNonNull(((FeedReading.Outcome.Read) reading.read()).warning())
                .in(Locale.ENGLISH))
        .contains("ends before");
    reading.read();
    assertThat(asked).containsOnly(Validators.NONE);
    assertThat(publisher.kept()).hasSize(1);
  }

  @Test
  void cursorsSurviveTheirText() {
    Map<String, FeedCursor.Known> entries =
        Map.of(id("1"), new FeedCursor.Known(-5, NOW), id("2"), new FeedCursor.Known(7, NOW));
    FeedCursor cursor =
        new FeedCursor(new Validators("\"é\"", null), "https://a.example/", entries);
    assertThat(FeedCursor.of(cursor.text())).isEqualTo(cursor);
    assertThat(FeedCursor.of("illisible")).isEqualTo(FeedCursor.START);
    assertThat(FeedCursor.of("{\"entries\":\"***\"}")).isEqualTo(FeedCursor.START);
    FeedCursor full = FeedCursor.START;
    for (int i = 0; i < 2_000; i++) {
      full = full.keeping(Validators.NONE, null, Map.of(id("n" + i), new FeedCursor.Known(i, NOW)));
    }
    assertThat(full.entries()).hasSizeLessThanOrEqualTo(501).containsKeys(id("n1999"), id("n1600"));
  }

  @Test
  void waitsFollowTheFeedAndItsServer() {
    FeedSchedule schedule = new FeedSchedule(Duration.ofMinutes(15), new Random(7));
    for (int i = 0; i < 100; i++) {
      assertThat(schedule.afterSuccess(null, null)).isBetween(minutes(15), seconds(990));
      assertThat(schedule.afterSuccess(minutes(30), minutes(5)))
          .isBetween(minutes(30), minutes(33));
      assertThat(schedule.afterSuccess(Duration.ofDays(1), null))
          .isBetween(minutes(60), minutes(66));
      assertThat(schedule.afterFailure(1, null)).isBetween(minutes(30), minutes(33));
      assertThat(schedule.afterFailure(3, null)).isBetween(minutes(120), minutes(132));
      assertThat(schedule.afterFailure(50, null)).isBetween(minutes(360), minutes(396));
      assertThat(schedule.afterFailure(1, Duration.ofDays(1)))
          .isGreaterThanOrEqualTo(Duration.ofDays(1));
      assertThat(schedule.first(1)).isZero();
      assertThat(schedule.first(1_000)).isBetween(Duration.ZERO, seconds(30));
    }
    assertThat(schedule.afterSuccess(null, null)).isNotEqualTo(schedule.afterSuccess(null, null));
  }

  @Test
  void oneThatHangsOrBreaksStopsNoOther() {
    CountDownLatch hanging = new CountDownLatch(1);
    Map<String, AtomicInteger> questions = new ConcurrentHashMap<>();
    Map<Thread, AtomicInteger> turns = new ConcurrentHashMap<>();
    serve(item("1", "Un", ""));
    FetchResult good = next;
    FeedReading.Fetcher fetcher =
        (url, known) -> {
          questions.computeIfAbsent(url, u -> new AtomicInteger()).incrementAndGet();
          if (url.endsWith("lent")) {
            awaitUninterrupted(hanging);
          }
          if (url.endsWith("casse")) {
            throw new IllegalStateException("cassé");
          }
          return url.endsWith("absent")
              ? new FetchResult.Failed(
                  new Wording("le serveur a répondu 404", "the server answered 404"), null)
              : good;
        };
    List<Settings.Feed> feeds = new ArrayList<>();
    for (String name : List.of("lent", "casse", "absent", "bon")) {
      feeds.add(feed("https://a.example/" + name));
    }
    try (FeedPoller poller =
        new FeedPoller(
            feeds,
            fetcher,
            publisher,
            cursors,
            () -> NOW,
            new Random(7),
            wait -> threeTurns(turns))) {
      assertThat(poller.sources()).extracting(SourceStatus::state).containsOnly(State.WAITING);
      poller.start();
      Await.until("the good feed is asked", () -> poller.sources().get(3).lastSuccess() != null);
      Await.until("failures count", () -> poller.sources().get(2).consecutiveFailures() >= 1);
      Await.until("breaks count", () -> poller.sources().get(1).consecutiveFailures() >= 1);
      List<SourceStatus> sources = poller.sources();
      assertThat(sources)
          .extracting(SourceStatus::state)
          .containsExactly(State.WAITING, State.FAILING, State.FAILING, State.OK);
      assertThat(sources.get(2).lastError())
          .isEqualTo(new Wording("le serveur a répondu 404", "the server answered 404"));
      assertThat(sources.get(3).name()).isEqualTo("Le Sentier");
      assertThat(sources.get(3).mentions()).isEqualTo(1);
      assertThat(sources.get(3).id()).isEqualTo("rss:https://a.example/bon");
      hanging.countDown();
    }
  }

  private static void threeTurns(Map<Thread, AtomicInteger> turns) throws InterruptedException {
    int turn =
        turns.computeIfAbsent(Thread.currentThread(), t -> new AtomicInteger()).incrementAndGet();
    if (turn > 3) {
      new CountDownLatch(1).await();
    }
  }

  private static void awaitUninterrupted(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private FeedReading reading(CursorStore store) {
    return reading(feed(URL), store);
  }

  private FeedReading reading(Settings.Feed feed, CursorStore store) {
    return new FeedReading(feed, this::fetch, publisher, store, () -> NOW, new Semaphore(1));
  }

  private FetchResult fetch(String url, Validators known) {
    asked.add(known);
    addresses.add(url);
    return next;
  }

  private static int published(FeedReading.Outcome outcome) {
    assertThat(outcome).isInstanceOf(FeedReading.Outcome.Read.class);
    return ((FeedReading.Outcome.Read) outcome).published();
  }

  private static String id(String guid) {
    return MentionIds.ofNative("rss", URL + "#" + guid);
  }

  private static Settings.Feed feed(String url) {
    return new Settings.Feed(URI.create(url), null, Duration.ofMinutes(15), Settings.Keep.ALL);
  }

  private void serve(String children) {
    next =
        fetched(
            "<rss><channel><title>Le Sentier</title><language>fr-ca</language>"
                + children
                + "</channel></rss>");
  }

  private static FetchResult.Fetched fetched(String document) {
    return new FetchResult.Fetched(
        document.getBytes(UTF_8),
        null,
        URL,
        null,
        new Validators("\"v\"", "Sun, 01 Mar 2026 09:00:00 GMT"),
        null);
  }

  private static FetchResult.Fetched moved(FetchResult.Fetched f, String to) {
    return new FetchResult.Fetched(f.body(), f.contentType(), to, to, f.validators(), f.freshFor());
  }

  private static String item(String guid, String title, String more) {
    return "<item><guid isPermaLink=\"false\">"
        + guid
        + "</guid><title>"
        + title
        + "</title>"
        + more
        + "</item>";
  }

  private static Duration minutes(long minutes) {
    return Duration.ofMinutes(minutes);
  }

  private static Duration seconds(long seconds) {
    return Duration.ofSeconds(seconds);
  }
}
