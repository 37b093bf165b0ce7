package ouidire.ingest.link;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ouidire.core.brand.BrandCatalogue;
import ouidire.core.brand.Site;
import ouidire.core.link.CanonicalUrl;
import ouidire.core.link.LinkBook;
import ouidire.core.link.PageCheck;
import ouidire.core.link.Webmentions;
import ouidire.core.mention.Author;
import ouidire.core.mention.Engagement;
import ouidire.core.mention.Mention;
import ouidire.core.mention.MentionIds;
import ouidire.core.mention.MentionRules;
import ouidire.core.mention.SourceRef;
import ouidire.core.net.AddressGuard;
import ouidire.core.net.ForbiddenAddressException;
import ouidire.core.settings.SettingNotKeptException;
import ouidire.core.settings.SettingsStore;
import ouidire.core.stream.MentionPublisher;
import ouidire.core.words.Wording;
import ouidire.ingest.link.WebmentionLog.Kept;

/**
 * Takes webmentions and verifies them, one after the other on a thread of its own: the source is
 * fetched and must point at the target. A true one becomes a mention whose id is the source's, so
 * that the same source sent again replaces it. One that is true no more makes its link a lost one.
 * Those that were waiting when the service ended are verified after the next start.
 */
public final class WebmentionReceiver implements Webmentions, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(WebmentionReceiver.class);

  /** More than anyone has at once; whoever sends more is not served. */
  private static final int MOST_WAITING = 500;

  private static final int MAX_URL = 2_000;
  private static final int MOST_LINKS = 50;
  private static final int MOST_WORDS = 600;
  private static final Duration PUBLISH_WITHIN = Duration.ofSeconds(30);
  private static final Duration CLOSE_WITHIN = Duration.ofSeconds(5);

  private final WebmentionLog log;
  private final BrandCatalogue brands;
  private final LinkBook book;
  private final PageReader reader;
  private final AddressGuard guard;
  private final MentionPublisher publisher;
  private final InstantSource clock;
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Pace pace;
  private final Set<String> queued = ConcurrentHashMap.newKeySet();
  private final LinkedBlockingQueue<String> waiting = new LinkedBlockingQueue<>();
  private final Thread thread;

  /**
   * @param pause between two requests to one host
   */
  public WebmentionReceiver(
      SettingsStore settings,
      BrandCatalogue brands,
      LinkBook book,
      PageReader reader,
      AddressGuard guard,
      MentionPublisher publisher,
      Duration pause,
      InstantSource clock) {
    this.log = new WebmentionLog(settings);
    this.brands = brands;
    this.book = book;
    this.reader = reader;
    this.guard = guard;
    this.publisher = publisher;
    this.clock = clock;
    this.pace = new Pace(pause, clock, closing);
    this.thread = Thread.ofVirtual().name("ouidire-webmentions").unstarted(this::run);
  }

  public WebmentionReceiver start() {
    for (Kept kept : log.all()) {
      if (kept.receipt().state() == State.WAITING) {
        enqueue(kept.receipt().id());
      }
    }
    thread.start();
    return this;
  }

  @Override
  public Answer receive(String source, String target) {
    if (source.length() > MAX_URL || target.length() > MAX_URL) {
      return new Answer.Invalid(
          source.length() > MAX_URL ? "source" : "target",
          new Wording("donnez au plus 2 000 caractères", "give at most 2,000 characters"));
    }
    CanonicalUrl from;
    try {
      from = CanonicalUrl.of(guard.check(source).toString()).orElseThrow();
    } catch (ForbiddenAddressException e) {
      return new Answer.Invalid("source", e.words());
    }
    Optional<CanonicalUrl> to = CanonicalUrl.of(target);
    if (to.isEmpty()) {
      return new Answer.Invalid(
          "target",
          new Wording("donnez une adresse http ou https", "give an http or https address"));
    }
    if (!to.get().isOn(sites())) {
      return new Answer.Invalid(
          "target",
          new Wording(
              "n’est sur aucun site qu’une marque déclare ici",
              "is on no site that a brand declares here"));
    }
    if (from.equals(to.get())) {
      return new Answer.Invalid(
          "source",
          new Wording(
              "est la cible elle-même ; donnez la page qui lie",
              "is the target itself; give the linking page"));
    }
    return take(source, target);
  }

  private Answer take(String source, String target) {
    if (queued.size() >= MOST_WAITING || !log.makeRoom()) {
      return new Answer.Busy(
          new Wording(
              "Trop de webmentions attendent d’être vérifiées",
              "Too many webmentions wait to be verified"));
    }
    // Both addresses tell them apart; a space stands in neither.
    String id = MentionIds.ofNative("webmention-pair", source + " " + target);
    Optional<Kept> before = log.find(id);
    Instant now = clock.instant();
    Receipt receipt = new Receipt(id, source, target, State.WAITING, now, null);
    try {
      log.keep(
          new Kept(
              receipt,
              before.map(Kept::accepted).orElse(false),
              before.map(Kept::first).orElse(now)));
    } catch (SettingNotKeptException e) {
      return new Answer.Busy(
          new Wording(
              "La webmention n’a pas pu être conservée", "The webmention could not be kept"));
    }
    enqueue(id);
    return new Answer.Taken(receipt);
  }

  @Override
  public Optional<Receipt> find(String id) {
    return log.find(id).map(Kept::receipt);
  }

  private void enqueue(String id) {
    if (queued.add(id)) {
      waiting.add(id);
    }
  }

  private List<Site> sites() {
    return brands.brands().stream().flatMap(brand -> brand.sites().stream()).distinct().toList();
  }

  private void run() {
    try {
      while (closing.getCount() > 0) {
        String id = waiting.take();
        queued.remove(id);
        Kept kept = log.find(id).orElse(null);
        if (kept == null || !pace.await(host(kept.receipt().source()))) {
          continue;
        }
        try {
          log.keep(verified(kept));
        } catch (RuntimeException e) {
          LOG.warn("webmention {} could not be verified: {}", id, e.toString());
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static String host(String url) {
    return CanonicalUrl.of(url).map(CanonicalUrl::host).orElse(url);
  }

  private Kept verified(Kept kept) throws InterruptedException {
    Receipt receipt = kept.receipt();
    return switch (reader.read(receipt.source())) {
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
      enqueue(receipt.id());
      throw new IllegalStateException("its mention was not kept", e);
    }
    remember(receipt, (present, missing, key) -> present.add(key), null);
    return new Kept(decided(kept, State.ACCEPTED, null).receipt(), true, kept.first());
  }

  private Kept deny(Kept kept, boolean gone, Wording why) {
    if (!kept.accepted()) {
      return decided(kept, State.REFUSED, why);
    }
    Instant now = clock.instant();
    remember(
        kept.receipt(),
        (present, missing, key) -> missing.putIfAbsent(key, now),
        gone ? now : null);
    return decided(kept, State.LOST, why);
  }

  private interface Change {
    void make(Set<String> present, Map<String, Instant> missing, String key);
  }

  private void remember(Receipt receipt, Change change, @Nullable Instant goneSince) {
    CanonicalUrl from = CanonicalUrl.of(receipt.source()).orElseThrow();
    String key = CanonicalUrl.of(receipt.target()).orElseThrow().key();
    Optional<PageCheck> before = book.check(from.key());
    Set<String> present = new LinkedHashSet<>(before.map(PageCheck::present).orElse(Set.of()));
    Map<String, Instant> missing =
        new ConcurrentHashMap<>(before.map(PageCheck::missing).orElse(Map.of()));
    if (goneSince == null) {
      missing.remove(key);
    }
    change.make(present, missing, key);
    book.keepCheck(
        from.key(),
        new PageCheck(
            from.toString(),
            clock.instant(),
            goneSince == null ? PageCheck.State.READ : PageCheck.State.GONE,
            goneSince,
            present,
            missing));
  }

  private Kept decided(Kept kept, State state, @Nullable Wording reason) {
    Receipt old = kept.receipt();
    LOG.info("webmention {}: {}", old.id(), state);
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
    List<Site> sites = sites();
    page.links().stream()
        .filter(link -> CanonicalUrl.of(link).map(url -> url.isOn(sites)).orElse(false))
        .limit(MOST_LINKS)
        .forEach(links::add);
    String text = words(said, page);
    boolean wordless = text.isBlank() && said.title() == null;
    return new Mention(
        MentionIds.ofNative("webmention", receipt.source()),
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

  @Override
  public void close() {
    closing.countDown();
    thread.interrupt();
    try {
      thread.join(CLOSE_WITHIN);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
