package ouidire.ingest.link;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ouidire.core.brand.BrandCatalogue;
import ouidire.core.brand.Site;
import ouidire.core.link.CanonicalUrl;
import ouidire.core.link.LinkBook;
import ouidire.core.link.Webmentions;
import ouidire.core.mention.MentionIds;
import ouidire.core.net.AddressGuard;
import ouidire.core.net.ForbiddenAddressException;
import ouidire.core.settings.SettingConflictException;
import ouidire.core.settings.SettingNotKeptException;
import ouidire.core.settings.SettingsStore;
import ouidire.core.stream.MentionPublisher;
import ouidire.core.words.Wording;
import ouidire.ingest.link.WebmentionLog.Kept;

/**
 * Takes webmentions and verifies them: the source is fetched and must point at the target. Sources
 * of different hosts are read side by side, so that a slow one holds up its own host alone, and no
 * longer than {@link PageReader#LIMITS} allow; what is found is decided, for each target, in the
 * order in which it came. Those that were waiting, or being verified, when the service ended are
 * verified after the next start.
 */
public final class WebmentionReceiver implements Webmentions, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(WebmentionReceiver.class);

  /** More than anyone has at once; whoever sends more is not served. */
  private static final int MOST_WAITING = 500;

  /** Sources read at once. */
  private static final int MOST_READING = 8;

  /** What waits to be decided after those before it, of the same target, waits no longer. */
  private static final Duration TURN_WITHIN = PageReader.LIMITS.total().plusSeconds(10);

  private static final int MAX_URL = 2_000;

  /** Of the pause, while what is found cannot be kept. */
  private static final int MOST_DOUBLINGS = 8;

  private static final Duration CLOSE_WITHIN = Duration.ofSeconds(5);

  private final WebmentionLog log;
  private final BrandCatalogue brands;
  private final AddressGuard guard;
  private final Duration pause;
  private final InstantSource clock;
  private final CountDownLatch closing = new CountDownLatch(1);
  private final WebmentionVerification verification;
  private final Pace pace;
  private final Set<String> queued = ConcurrentHashMap.newKeySet();
  private final Lanes hosts = new Lanes();
  private final Lanes targets = new Lanes();
  private final Semaphore reading = new Semaphore(MOST_READING, true);
  private final ExecutorService workers =
      Executors.newThreadPerTaskExecutor(
          Thread.ofVirtual().name("ouidire-webmentions-", 0).factory());
  private volatile boolean started;

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
    this.guard = guard;
    this.pause = pause;
    this.clock = clock;
    this.verification =
        new WebmentionVerification(reader, book, publisher, this::sites, clock, closing);
    this.pace = new Pace(pause, clock, closing);
  }

  public WebmentionReceiver start() {
    started = true;
    log.all().stream()
        .map(Kept::receipt)
        .filter(receipt -> receipt.state() == State.WAITING)
        .sorted(Comparator.comparing(Receipt::at))
        .forEach(this::enqueue);
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
    return take(source, target, from.key());
  }

  /**
   * @param page the source, however it is written
   */
  private Answer take(String source, String target, String page) {
    if (queued.size() >= MOST_WAITING || !log.makeRoom()) {
      return new Answer.Busy(
          new Wording(
              "Trop de webmentions attendent d’être vérifiées",
              "Too many webmentions wait to be verified"));
    }
    // Both addresses tell them apart, the target as exactly as it is looked for in the source; a
    // space stands in neither.
    String id = MentionIds.ofNative("webmention-pair", page + " " + WebPage.plain(target));
    Instant now = clock.instant();
    Receipt receipt = new Receipt(id, source, target, State.WAITING, now, null);
    try {
      // What is being decided of it meanwhile must not be forgotten.
      synchronized (log) {
        Optional<Kept> before = log.find(id);
        log.keep(
            new Kept(
                receipt,
                before.map(Kept::accepted).orElse(false),
                before.map(Kept::first).orElse(now)));
      }
    } catch (SettingNotKeptException | SettingConflictException e) {
      return new Answer.Busy(
          new Wording(
              "La webmention n’a pas pu être conservée", "The webmention could not be kept"));
    }
    enqueue(receipt);
    return new Answer.Taken(receipt);
  }

  @Override
  public Optional<Receipt> find(String id) {
    return log.find(id).map(Kept::receipt);
  }

  /** What comes before the start is found there. */
  private void enqueue(Receipt receipt) {
    if (started && queued.add(receipt.id())) {
      line(receipt, 0);
    }
  }

  private List<Site> sites() {
    return brands.brands().stream().flatMap(brand -> brand.sites().stream()).distinct().toList();
  }

  /** Takes the places of one that waits, in the order in which they came, and works on it. */
  private synchronized void line(Receipt receipt, int outages) {
    Lanes.Place ofHost = hosts.take(host(receipt.source()));
    Lanes.Place ofTarget = targets.take(WebPage.plain(receipt.target()));
    try {
      workers.execute(() -> work(receipt, ofHost, ofTarget, outages));
    } catch (RejectedExecutionException e) {
      ofHost.close();
      ofTarget.close();
    }
  }

  /**
   * Reads side by side, at most {@value #MOST_READING} sources and one of a host; decides one after
   * the other of a target.
   */
  private void work(Receipt receipt, Lanes.Place ofHost, Lanes.Place ofTarget, int outages) {
    String id = receipt.id();
    try (ofHost;
        ofTarget) {
      ofHost.await();
      Looked looked = look(id, host(receipt.source()));
      ofHost.close();
      ofTarget.await(TURN_WITHIN);
      Kept kept = looked.kept();
      if (kept == null || closing.getCount() == 0 || decide(kept, looked.answer())) {
        return;
      }
      // It is our own trouble, not this source's: others go before it is tried again.
      ofTarget.close();
      if (queued.add(id)) {
        int again = Math.min(outages + 1, MOST_DOUBLINGS);
        if (!closing.await(pause.multipliedBy(1L << again).toMillis(), TimeUnit.MILLISECONDS)) {
          line(kept.receipt(), again);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * What was found of one, as it was kept when its source was asked for.
   *
   * @param kept null when it is kept no more
   * @param answer null when reading the source breaks
   */
  private record Looked(@Nullable Kept kept, PageReader.@Nullable Answer answer) {}

  /**
   * It waits, and counts as waiting, until its source is asked for. What a host makes others wait
   * for is waited for before: a source holds up others while it is read, and no longer.
   */
  private Looked look(String id, String host) throws InterruptedException {
    if (!pace.await(host)) {
      throw new InterruptedException();
    }
    reading.acquire();
    try {
      queued.remove(id);
      Kept kept = log.find(id).orElse(null);
      return new Looked(kept, kept == null ? null : read(kept));
    } finally {
      reading.release();
    }
  }

  /** Null when reading it breaks. */
  private PageReader.@Nullable Answer read(Kept kept) throws InterruptedException {
    try {
      return verification.read(kept);
    } catch (RuntimeException e) {
      LOG.warn("webmention {} could not be read", kept.receipt().id(), e);
      return null;
    }
  }

  /** False when what was found could not be kept, so that it is to be found again. */
  private boolean decide(Kept read, PageReader.@Nullable Answer answer)
      throws InterruptedException {
    String id = read.receipt().id();
    try {
      // As it is now: what was decided of the target meanwhile may be of the same page.
      Kept kept = log.find(id).orElse(read);
      keep(answer == null ? verification.unreadable(kept) : verification.of(kept, answer));
      return true;
    } catch (WebmentionVerification.NotPublishedException
        | SettingNotKeptException
        | SettingConflictException e) {
      LOG.warn("webmention {} is verified again later: {}", id, e.toString());
      return false;
    } catch (RuntimeException e) {
      LOG.warn("webmention {} could not be verified", id, e);
    }
    try {
      keep(verification.unreadable(read));
      return true;
    } catch (SettingNotKeptException | SettingConflictException e) {
      LOG.warn("webmention {} is verified again later: {}", id, e.toString());
      return false;
    }
  }

  private void keep(Kept decided) {
    synchronized (log) {
      log.keep(decided);
    }
    LOG.info("webmention {}: {}", decided.receipt().id(), decided.receipt().state());
  }

  private static String host(String url) {
    return CanonicalUrl.of(url).map(CanonicalUrl::host).orElse(url);
  }

  @Override
  public void close() {
    closing.countDown();
    workers.shutdownNow();
    try {
      var unused = workers.awaitTermination(CLOSE_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
