package ouidire.ingest.link;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import ouidire.core.brand.Site;
import ouidire.core.link.CanonicalUrl;
import ouidire.core.link.LinkBook;
import ouidire.core.link.PageCheck;
import ouidire.core.link.Webmentions.Receipt;
import ouidire.core.link.Webmentions.State;
import ouidire.core.mention.Author;
import ouidire.core.mention.Engagement;
import ouidire.core.mention.Mention;
import ouidire.core.mention.MentionIds;
import ouidire.core.mention.MentionRules;
import ouidire.core.mention.SourceRef;
import ouidire.core.stream.MentionPublisher;
import ouidire.core.words.Wording;
import ouidire.ingest.link.WebmentionLog.Kept;

/**
 * Reads the source of a webmention and decides. A true one becomes a mention whose id is the
 * source's, however its address is written, so that the same source sent again replaces it. One
 * that is true no more makes its link a lost one.
 */
final class WebmentionVerification {
  private static final int MOST_LINKS = 50;
  private static final int MOST_WORDS = 600;
  private static final Duration PUBLISH_WITHIN = Duration.ofSeconds(30);

  private final PageReader reader;
  private final LinkBook book;
  private final MentionPublisher publisher;
  private final Supplier<List<Site>> sites;
  private final InstantSource clock;
  private final CountDownLatch closing;

  /**
   * @param closing is over when what comes in counts no more
   */
  WebmentionVerification(
      PageReader reader,
      LinkBook book,
      MentionPublisher publisher,
      Supplier<List<Site>> sites,
      InstantSource clock,
      CountDownLatch closing) {
    this.reader = reader;
    this.book = book;
    this.publisher = publisher;
    this.sites = sites;
    this.clock = clock;
    this.closing = closing;
  }

  /** Its mention was not taken; another time it may be. */
  static final class NotPublishedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotPublishedException(Throwable cause) {
      super("its mention was not kept", cause);
    }
  }

  /**
   * Reads the source, which takes as long as {@link PageReader#LIMITS} allow.
   *
   * @throws InterruptedException when the service ends meanwhile: what was read says nothing
   */
  PageReader.Answer read(Kept kept) throws InterruptedException {
    PageReader.Answer answer = reader.read(kept.receipt().source());
    if (closing.getCount() == 0) {
      // What was cut short by our own end says nothing about the source.
      throw new InterruptedException();
    }
    return answer;
  }

  /**
   * What is decided.
   *
   * @param answer what was read
   * @throws NotPublishedException when it is true and its mention was not taken
   * @throws InterruptedException when the service ends meanwhile: nothing is decided
   */
  Kept of(Kept kept, PageReader.Answer answer) throws InterruptedException {
    Receipt receipt = kept.receipt();
    return switch (answer) {
      case PageReader.Answer.Read(WebPage page) when page.linksTo(receipt.target()) ->
          accept(kept, page);
      case PageReader.Answer.Read read ->
          deny(
              kept,
              false,
              new Wording("la source ne lie pas à la cible", "the source does not link to it"));
      case PageReader.Answer.Gone gone ->
          deny(
              kept,
              true,
              new Wording("la source répond ", "the source answers ")
                  .then(Wording.same(Integer.toString(gone.status()))));
      case PageReader.Answer.Failed failed when kept.accepted() ->
          // An outage takes nothing back.
          decided(kept, State.ACCEPTED, null);
      case PageReader.Answer.Failed failed -> decided(kept, State.REFUSED, failed.reason());
    };
  }

  private Kept accept(Kept kept, WebPage page) throws InterruptedException {
    Receipt receipt = kept.receipt();
    Mention mention = mention(receipt, kept.first(), page);
    if (MentionRules.violation(mention, clock.instant()).isPresent()) {
      return decided(
          kept,
          State.REFUSED,
          new Wording("la source n’a rien de lisible", "the source has nothing to read"));
    }
    try {
      publisher.publish(mention).get(PUBLISH_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new NotPublishedException(e);
    }
    remember(
        receipt,
        false,
        (present, missing, key) -> {
          present.add(key);
          missing.remove(key);
        });
    return new Kept(decided(kept, State.ACCEPTED, null).receipt(), true, kept.first());
  }

  private Kept deny(Kept kept, boolean gone, Wording why) {
    if (!kept.accepted()) {
      return decided(kept, State.REFUSED, why);
    }
    Instant now = clock.instant();
    remember(kept.receipt(), gone, (present, missing, key) -> missing.putIfAbsent(key, now));
    return decided(kept, State.LOST, why);
  }

  private interface Change {
    void make(Set<String> present, Map<String, Instant> missing, String key);
  }

  private void remember(Receipt receipt, boolean gone, Change change) {
    CanonicalUrl from = CanonicalUrl.of(receipt.source()).orElseThrow();
    String key = CanonicalUrl.of(receipt.target()).orElseThrow().key();
    Instant now = clock.instant();
    book.keepCheck(
        from.key(),
        before -> {
          Set<String> present = new HashSet<>(before == null ? Set.of() : before.present());
          Map<String, Instant> missing =
              new HashMap<>(before == null ? Map.of() : before.missing());
          change.make(present, missing, key);
          Instant since = before == null ? null : before.goneSince();
          return new PageCheck(
              from.toString(),
              now,
              gone ? PageCheck.State.GONE : PageCheck.State.READ,
              gone ? Optional.ofNullable(since).orElse(now) : null,
              present,
              missing);
        });
  }

  /** What is decided of one whose page breaks what reads it. */
  Kept unreadable(Kept kept) {
    return kept.accepted()
        ? decided(kept, State.ACCEPTED, null)
        : decided(
            kept,
            State.REFUSED,
            new Wording("la source n’a pas pu être lue", "the source could not be read"));
  }

  private Kept decided(Kept kept, State state, @Nullable Wording reason) {
    Receipt old = kept.receipt();
    return new Kept(
        new Receipt(old.id(), old.source(), old.target(), state, clock.instant(), reason),
        kept.accepted(),
        kept.first());
  }

  /**
   * @param first its time of publication where the page does not say one
   */
  private Mention mention(Receipt receipt, Instant first, WebPage page) {
    WebPage.Said said = page.about(receipt.target());
    Instant now = clock.instant();
    Instant published = said.published();
    boolean sound =
        published != null && !published.isBefore(MentionRules.EARLIEST) && !published.isAfter(now);
    Set<String> links = new LinkedHashSet<>(List.of(receipt.target()));
    List<Site> all = sites.get();
    page.links().stream()
        .filter(link -> CanonicalUrl.of(link).map(url -> url.isOn(all)).orElse(false))
        .limit(MOST_LINKS)
        .forEach(links::add);
    String text = words(said, page);
    boolean wordless = text.isBlank() && said.title() == null;
    return new Mention(
        MentionIds.ofNative("webmention", CanonicalUrl.of(receipt.source()).orElseThrow().key()),
        new SourceRef("webmention", CanonicalUrl.of(receipt.source()).orElseThrow().domain()),
        receipt.source(),
        new Author(null, said.author(), null),
        sound && published != null ? published : first,
        now,
        said.language(),
        null,
        said.type(),
        // A picture alone is a mention as well.
        wordless ? receipt.source() : said.title(),
        text,
        List.copyOf(links),
        List.of(),
        Engagement.NONE,
        null,
        null);
  }

  /** Those around the link; where there are none, the page's first. */
  private static String words(WebPage.Said said, WebPage page) {
    String excerpt = said.excerpt();
    String text = excerpt == null ? page.text() : excerpt;
    return text.length() <= MOST_WORDS ? text : text.substring(0, MOST_WORDS) + "…";
  }
}
