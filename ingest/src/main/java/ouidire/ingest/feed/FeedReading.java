package ouidire.ingest.feed;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ouidire.core.config.Settings;
import ouidire.core.mention.Mention;
import ouidire.core.mention.SourceRef;
import ouidire.core.stream.CursorStore;
import ouidire.core.stream.MentionPublisher;
import ouidire.core.words.Wording;
import ouidire.ingest.fetch.FetchResult;
import ouidire.ingest.fetch.Validators;

/**
 * Reads one feed once: ask, parse, publish what is new or has changed, await every acknowledgement,
 * and only then save the cursor. Whatever fails before that leaves the cursor where it was: the
 * entries are published again, under the same ids.
 */
final class FeedReading {
  static final String KIND = "rss";
  private static final Logger LOG = LoggerFactory.getLogger(FeedReading.class);
  private static final Duration ACKNOWLEDGED_WITHIN = Duration.ofMinutes(3);

  private final Settings.Feed feed;
  private final Fetcher fetcher;
  private final MentionPublisher publisher;
  private final CursorStore cursors;
  private final InstantSource clock;
  private final Semaphore parsing;
  private @Nullable FeedCursor cursor;
  private @Nullable String title;

  /** Gets what is at an address. */
  interface Fetcher {
    FetchResult fetch(String url, Validators known);
  }

  /** What came of one reading. */
  sealed interface Outcome {
    /**
     * @param published mentions that were new or had changed
     * @param warning what was wrong although it could be read; null for nothing
     */
    record Read(
        int published,
        @Nullable Duration rhythm,
        @Nullable Duration freshFor,
        @Nullable Wording warning)
        implements Outcome {}

    record Failed(Wording reason, @Nullable Duration retryAfter) implements Outcome {}

    record Gone() implements Outcome {}
  }

  /**
   * @param parsing permits to parse, shared by all feeds: a document in parsing takes many times
   *     its size
   */
  FeedReading(
      Settings.Feed feed,
      Fetcher fetcher,
      MentionPublisher publisher,
      CursorStore cursors,
      InstantSource clock,
      Semaphore parsing) {
    this.feed = feed;
    this.fetcher = fetcher;
    this.publisher = publisher;
    this.cursors = cursors;
    this.clock = clock;
    this.parsing = parsing;
  }

  String id() {
    return KIND + ":" + feed.url();
  }

  /** As people know it: the name given, else the feed's own title, else its host. */
  String name() {
    if (feed.name() != null) {
      return feed.name();
    }
    String host = feed.url().getHost();
    return title != null ? title : host != null ? host : feed.url().toString();
  }

  Outcome read() throws InterruptedException {
    FeedCursor known = cursor();
    String address = known.movedTo() == null ? feed.url().toString() : known.movedTo();
    return switch (fetcher.fetch(address, known.validators())) {
      case FetchResult.NotModified n -> new Outcome.Read(0, null, n.freshFor(), null);
      case FetchResult.Gone g -> new Outcome.Gone();
      case FetchResult.Failed f -> failed(known, f);
      case FetchResult.Fetched f -> take(known, f);
    };
  }

  /** A feed that moved and is lost there is looked for where it was. */
  private Outcome failed(FeedCursor known, FetchResult.Failed failure) {
    if (known.movedTo() != null) {
      cursor = new FeedCursor(known.validators(), null, known.entries());
    }
    return new Outcome.Failed(failure.reason(), failure.retryAfter());
  }

  private Outcome take(FeedCursor known, FetchResult.Fetched fetched) throws InterruptedException {
    ParsedFeed parsed;
    parsing.acquire();
    try {
      parsed = FeedParser.parse(fetched.body(), fetched.contentType(), fetched.address());
    } catch (NotAFeedException e) {
      return new Outcome.Failed(new Wording("le document ", "the document ").then(e.words()), null);
    } finally {
      parsing.release();
    }
    if (parsed.title() != null) {
      title = parsed.title();
    }
    Map<String, FeedCursor.Known> current = new LinkedHashMap<>();
    List<CompletableFuture<Void>> acks = publish(known, parsed, fetched, current);
    // A version read in part must be read again, whatever its validators say.
    Validators validators = parsed.partial() == null ? fetched.validators() : Validators.NONE;
    FeedCursor next = known.keeping(validators, fetched.movedTo(), current);
    return settle(acks, known, next)
        .map(reason -> (Outcome) new Outcome.Failed(reason, null))
        .orElseGet(
            () ->
                new Outcome.Read(
                    acks.size(), parsed.rhythm(), fetched.freshFor(), parsed.partial()));
  }

  private List<CompletableFuture<Void>> publish(
      FeedCursor known,
      ParsedFeed parsed,
      FetchResult.Fetched fetched,
      Map<String, FeedCursor.Known> current) {
    FeedMentions mentions = new FeedMentions(new SourceRef(KIND, name()), feed.url().toString());
    Instant now = Instant.ofEpochMilli(clock.millis());
    Instant undated = known.isFirst() ? versionDate(parsed, fetched, now) : now;
    List<CompletableFuture<Void>> acks = new ArrayList<>();
    int withoutDate = 0;
    for (FeedEntry entry : parsed.entries()) {
      String id = mentions.id(entry);
      if (!entry.isReadable() || current.containsKey(id)) {
        continue;
      }
      long digest = FeedMentions.digest(entry);
      Optional<FeedCursor.Known> before = known.known(id);
      Instant firstSeen = before.map(FeedCursor.Known::firstSeen).orElse(undated);
      current.put(id, new FeedCursor.Known(digest, firstSeen));
      if (before.isPresent() && before.get().digest() == digest) {
        continue;
      }
      Optional<Instant> date = FeedMentions.date(entry, now);
      withoutDate += date.isEmpty() ? 1 : 0;
      Mention mention = mentions.mention(entry, id, date.orElse(firstSeen), now);
      acks.add(
          feed.keep() == Settings.Keep.MATCHED
              ? publisher.publishIfMatched(mention)
              : publisher.publish(mention));
    }
    if (withoutDate > 0) {
      LOG.info(
          "{}: {} entries without a usable date have that of their collection", id(), withoutDate);
    }
    return acks;
  }

  /**
   * The date of undated entries found at the first reading: they may be old, and are not to look as
   * if they had all been published now.
   */
  private static Instant versionDate(ParsedFeed parsed, FetchResult.Fetched fetched, Instant now) {
    return Optional.ofNullable(parsed.updatedAt())
        .or(() -> FeedDates.parse(fetched.validators().lastModified()))
        .filter(at -> at.isBefore(now) && at.isAfter(Instant.EPOCH))
        .orElse(now);
  }

  /** Awaits every acknowledgement, then keeps the cursor; gives the reason where one fails. */
  private Optional<Wording> settle(
      List<CompletableFuture<Void>> acks, FeedCursor before, FeedCursor next)
      throws InterruptedException {
    try {
      CompletableFuture.allOf(acks.toArray(CompletableFuture[]::new))
          .get(ACKNOWLEDGED_WITHIN.toSeconds(), TimeUnit.SECONDS);
      if (!next.equals(before)) {
        cursors.save(id(), next.text()).get(ACKNOWLEDGED_WITHIN.toSeconds(), TimeUnit.SECONDS);
        cursor = next;
      }
      return Optional.empty();
    } catch (ExecutionException e) {
      return Optional.of(
          new Wording("le flux ne l’a pas gardé : ", "the stream did not keep it: ")
              .then(Wording.same(String.valueOf(e.getCause()))));
    } catch (TimeoutException e) {
      return Optional.of(
          new Wording(
              "le flux n’a pas répondu en " + ACKNOWLEDGED_WITHIN.toMinutes() + " minutes",
              "the stream did not answer in " + ACKNOWLEDGED_WITHIN.toMinutes() + " minutes"));
    }
  }

  private FeedCursor cursor() {
    if (cursor == null) {
      cursor = cursors.read(id()).map(FeedCursor::of).orElse(FeedCursor.START);
    }
    return cursor;
  }
}
