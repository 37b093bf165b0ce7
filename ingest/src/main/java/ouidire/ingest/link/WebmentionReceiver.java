package ouidire.ingest.link;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
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
 * Takes webmentions and verifies them, one after the other on a thread of its own: the source is
 * fetched and must point at the target. Those that were waiting, or being verified, when the
 * service ended are verified after the next start.
 */
public final class WebmentionReceiver implements Webmentions, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(WebmentionReceiver.class);

  /** More than anyone has at once; whoever sends more is not served. */
  private static final int MOST_WAITING = 500;

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
    this.guard = guard;
    this.pause = pause;
    this.clock = clock;
    this.verification =
        new WebmentionVerification(reader, book, publisher, this::sites, clock, closing);
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
    int outages = 0;
    try {
      while (closing.getCount() > 0) {
        String id = waiting.take();
        queued.remove(id);
        Kept kept = log.find(id).orElse(null);
        if (kept == null || !pace.await(host(kept.receipt().source()))) {
          continue;
        }
        if (verify(kept)) {
          outages = 0;
        } else {
          // It is our own trouble, not this source's: the others would meet it as well.
          enqueue(id);
          Duration wait = pause.multipliedBy(1L << Math.min(++outages, MOST_DOUBLINGS));
          closing.await(wait.toMillis(), TimeUnit.MILLISECONDS);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** False when what was found could not be kept, so that it is to be found again. */
  private boolean verify(Kept kept) throws InterruptedException {
    String id = kept.receipt().id();
    try {
      keep(verification.of(kept));
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
      keep(verification.unreadable(kept));
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
    thread.interrupt();
    try {
      thread.join(CLOSE_WITHIN);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
