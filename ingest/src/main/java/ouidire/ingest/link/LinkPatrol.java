package ouidire.ingest.link;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ouidire.core.brand.Brand;
import ouidire.core.brand.BrandCatalogue;
import ouidire.core.config.Settings;
import ouidire.core.history.Dimension;
import ouidire.core.history.MentionFilter;
import ouidire.core.history.MentionHistory;
import ouidire.core.history.ValueCount;
import ouidire.core.link.CanonicalUrl;
import ouidire.core.link.LinkBook;
import ouidire.core.link.LinkChecks;
import ouidire.core.link.LinkQuestion;
import ouidire.core.link.LinkingPages;
import ouidire.core.link.LinkingPages.Linking;
import ouidire.core.link.PageCheck;
import ouidire.core.link.ShortHosts;
import ouidire.ingest.fetch.SafeFetcher;

/**
 * Looks for lost links and follows short ones, on one thread: on demand, and by itself for what is
 * due, soon after the start and every hour from then on. At most {@value #MOST_PAGES} pages a
 * round, one at a time, with a pause between two requests to one host, and only what its robots.txt
 * allows.
 */
public final class LinkPatrol implements LinkChecks, AutoCloseable {
  /** Pages of one round. */
  public static final int MOST_PAGES = 200;

  private static final Logger LOG = LoggerFactory.getLogger(LinkPatrol.class);
  private static final Duration CLOSE_WITHIN = Duration.ofSeconds(5);

  /** Short links are looked for in so many days: older ones were followed when they were new. */
  private static final Duration SHORT_LINKS_OF = Duration.ofDays(30);

  /** Links of those days looked at, the most carried: known ones stay among them. */
  private static final int MOST_LINKS = 20_000;

  /** A short link that could not be followed is tried again after this. */
  private static final Duration SHORT_AGAIN = Duration.ofDays(7);

  private final MentionHistory history;
  private final BrandCatalogue brands;
  private final LinkBook book;
  private final SafeFetcher fetcher;
  private final LinkRound round;
  private final Settings.Links settings;
  private final Rhythm rhythm;
  private final InstantSource clock;
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Pace pace;
  private final LinkedBlockingQueue<String> asked = new LinkedBlockingQueue<>();
  private final Map<String, Progress> rounds = new ConcurrentHashMap<>();
  private final Thread thread;

  /**
   * When rounds begin by themselves.
   *
   * @param first after the start
   * @param every after the beginning of the one before, or when that one is over
   */
  public record Rhythm(Duration first, Duration every) {
    /**
     * After one to two minutes, so that several that start together do not all ask at once and what
     * the start itself needs goes first; then every hour.
     */
    public static Rhythm usual(RandomGenerator random) {
      return new Rhythm(Duration.ofSeconds(60 + random.nextInt(60)), Duration.ofHours(1));
    }
  }

  /**
   * @param pause between two requests to one host
   */
  public LinkPatrol(
      MentionHistory history,
      BrandCatalogue brands,
      LinkBook book,
      SafeFetcher fetcher,
      Settings.Links settings,
      Rhythm rhythm,
      Duration pause,
      InstantSource clock) {
    this.history = history;
    this.brands = brands;
    this.book = book;
    this.fetcher = fetcher;
    this.round = new LinkRound(new PageReader(fetcher), book, closing);
    this.settings = settings;
    this.rhythm = rhythm;
    this.clock = clock;
    this.pace = new Pace(pause, clock, closing);
    this.thread = Thread.ofVirtual().name("ouidire-links").unstarted(this::run);
  }

  public LinkPatrol start() {
    thread.start();
    return this;
  }

  @Override
  public Progress begin(String brand) {
    Progress begun =
        rounds.compute(
            brand,
            (_, known) -> {
              if (known != null && known.running()) {
                return known;
              }
              asked.add(brand);
              return new Progress(true, 0, 0, known == null ? null : known.endedAt());
            });
    return begun == null ? Progress.NEVER : begun;
  }

  @Override
  public Progress progress(String brand) {
    return rounds.getOrDefault(brand, Progress.NEVER);
  }

  private void run() {
    // Elapsed time; what is asked for meanwhile puts no round off.
    long due = System.nanoTime() + rhythm.first().toNanos();
    try {
      while (closing.getCount() > 0) {
        String brand = asked.poll(due - System.nanoTime(), TimeUnit.NANOSECONDS);
        if (closing.getCount() == 0) {
          return;
        }
        guarded(this::followShortLinks);
        if (brand != null) {
          guarded(() -> look(brand, null));
        } else {
          due = System.nanoTime() + rhythm.every().toNanos();
          lookAtWhatIsDue();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void lookAtWhatIsDue() throws InterruptedException {
    if (!settings.check()) {
      return;
    }
    Instant since = clock.instant().minus(settings.checkEvery());
    for (Brand each : brands.brands()) {
      if (!each.sites().isEmpty()) {
        guarded(() -> look(each.id(), since));
      }
    }
  }

  private interface Work {
    void run() throws InterruptedException;
  }

  /** What fails today is tried again in the next round. */
  private static void guarded(Work work) throws InterruptedException {
    try {
      work.run();
    } catch (RuntimeException e) {
      LOG.warn("a round over links failed; the next one begins anew: {}", e.toString(), e);
    }
  }

  /**
   * Looks at a brand's linking pages.
   *
   * @param due only those that were not looked at since; null for all
   */
  private void look(String id, @Nullable Instant due) throws InterruptedException {
    int looked = 0;
    List<Linking> pages = List.of();
    try {
      Optional<Brand> brand =
          brands.brands().stream().filter(each -> each.id().equals(id)).findFirst();
      pages = brand.map(each -> pages(each, due)).orElse(List.of());
      Robots robots = new Robots(fetcher, pace);
      for (Linking page : pages) {
        boolean allowed = robots.allows(page.url());
        if (closing.getCount() == 0 || allowed && !pace.await(page.url().host())) {
          return;
        }
        if (allowed) {
          round.look(page, clock.instant());
        } else {
          round.pass(page, clock.instant());
        }
        rounds.put(id, new Progress(true, ++looked, pages.size(), null));
      }
      LOG.info("brand {}: {} linking pages looked at", id, looked);
    } finally {
      rounds.put(id, new Progress(false, looked, pages.size(), clock.instant()));
    }
  }

  /** The longest unseen first, hosts in turn. */
  private List<Linking> pages(Brand brand, @Nullable Instant due) {
    LinkQuestion question =
        new LinkQuestion(MentionFilter.ALL, brand.sites(), brand.sites(), null, brand.zone());
    List<Linking> all =
        LinkingPages.of(history, book, question).stream()
            .filter(page -> due == null || lastLook(page).isBefore(due))
            .sorted(
                Comparator.comparing(this::lastLook).thenComparing(page -> page.url().toString()))
            .limit(MOST_PAGES)
            .toList();
    Map<String, Deque<Linking>> byHost = new LinkedHashMap<>();
    all.forEach(
        page -> byHost.computeIfAbsent(page.url().host(), _ -> new ArrayDeque<>()).add(page));
    List<Linking> turns = new ArrayList<>();
    while (!byHost.isEmpty()) {
      byHost.values().forEach(host -> turns.add(host.remove()));
      byHost.values().removeIf(Deque::isEmpty);
    }
    return turns;
  }

  private Instant lastLook(Linking page) {
    return book.check(page.url().key()).map(PageCheck::at).orElse(Instant.EPOCH);
  }

  private void followShortLinks() throws InterruptedException {
    if (!settings.expandShort()) {
      return;
    }
    Instant now = clock.instant();
    MentionFilter recent =
        MentionFilter.ALL.withDomains(ShortHosts.all()).withPeriod(now.minus(SHORT_LINKS_OF), null);
    int followed = 0;
    for (ValueCount link : history.top(recent, Dimension.LINK, MOST_LINKS)) {
      CanonicalUrl url = CanonicalUrl.of(link.value()).orElse(null);
      if (url == null || !ShortHosts.isShort(url) || isKnown(url, now)) {
        continue;
      }
      if (followed++ == MOST_PAGES || !pace.await(url.host())) {
        return;
      }
      CanonicalUrl target =
          fetcher.destination(url.toString()).flatMap(CanonicalUrl::of).orElse(null);
      if (closing.getCount() == 0) {
        return;
      }
      book.keepExpansion(url, target, clock.instant());
    }
  }

  private boolean isKnown(CanonicalUrl url, Instant now) {
    return book.expansion(url)
        .map(known -> known.target() != null || known.at().isAfter(now.minus(SHORT_AGAIN)))
        .orElse(false);
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
