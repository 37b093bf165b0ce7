package ouidire.core.link;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ouidire.core.brand.Site;
import ouidire.core.history.Dimension;
import ouidire.core.history.MentionFilter;
import ouidire.core.history.MentionHistory;
import ouidire.core.history.MentionOrder;
import ouidire.core.history.MentionPage;
import ouidire.core.history.ValueCount;
import ouidire.core.link.LinkTally.Pair;
import ouidire.core.mention.AnalysedMention;
import ouidire.core.mention.Mention;

/**
 * Walks through the mentions that carry links and makes a {@link LinkReport} of them.
 *
 * <p>All of them up to the period's end are walked through, the newest first: what was said before
 * the period tells what is new in it.
 */
public final class LinkSurvey {
  /** Most mentions walked through: someone waits for the report. */
  public static final int MOST = 20_000;

  private static final int PAGE = 1_000;
  private static final int MOST_HOSTS = 100_000;

  /** Most ways to write one page, and most characters of them, that one filter takes. */
  private static final int MOST_WRITTEN = 150;

  private static final int MOST_WRITTEN_CHARACTERS = 6_000;

  private final MentionHistory history;
  private final LinkBook book;
  private final LinkQuestion question;
  private final @Nullable Instant from;
  private final @Nullable Instant to;
  private final Map<String, Pair> pairs = new HashMap<>();
  private final Map<String, LinkTally> byHost = new LinkedHashMap<>();
  private final Map<String, LinkTally> bySource = new LinkedHashMap<>();
  private final Map<String, Page> byPage = new LinkedHashMap<>();
  private final LinkTally all = new LinkTally();
  private final List<Carried> carried = new ArrayList<>();
  private final Set<String> seen = new HashSet<>();

  /** Most mentions of one thing write its address alike. */
  private final Map<String, Optional<CanonicalUrl>> targets = new HashMap<>();

  private long looked;
  private long of;
  private long visitsAll;

  private record Page(CanonicalUrl url, LinkTally tally, Set<String> written) {}

  /** A mention with its backlinks. */
  private record Carried(Mention mention, String by, List<Pair> pairs, boolean counted) {}

  private LinkSurvey(MentionHistory history, LinkBook book, LinkQuestion question) {
    this.history = history;
    this.book = book;
    this.question = question;
    this.from = question.filter().from();
    this.to = question.filter().to();
  }

  /** Makes the report, all of it from one moment of the history. */
  public static LinkReport of(
      MentionHistory history, LinkBook book, VisitBook visits, LinkQuestion question) {
    return history.atOneMoment(
        now -> {
          LinkSurvey survey = new LinkSurvey(now, book, question);
          List<MentionFilter> filters = filters(now, book, question);
          filters.forEach(survey::walk);
          survey.sum();
          survey.visits(visits);
          return survey.report(survey.opens(filters));
        });
  }

  /**
   * The filters whose mentions together carry the links asked about: by the hosts that mentions
   * link to and, where short links are known to lead to the sites, by those.
   */
  static List<MentionFilter> filters(MentionHistory history, LinkBook book, LinkQuestion question) {
    MentionFilter ever = question.filter().withPeriod(null, question.filter().to());
    if (question.sites().isEmpty()) {
      return List.of(ever);
    }
    Set<String> hosts = new HashSet<>();
    for (ValueCount one : history.top(ever, Dimension.DOMAIN, MOST_HOSTS)) {
      if (question.sites().stream().anyMatch(site -> site.coversHost(one.value()))) {
        hosts.add(one.value());
      }
    }
    Set<String> wanted = ever.domains();
    if (!wanted.isEmpty()) {
      hosts.retainAll(wanted);
    }
    List<MentionFilter> filters = new ArrayList<>();
    if (!hosts.isEmpty()) {
      filters.add(ever.withDomains(hosts));
    }
    Set<String> shorts = wanted.isEmpty() ? book.shortLinksTo(question.sites()) : Set.of();
    if (!shorts.isEmpty() && ever.links().isEmpty()) {
      filters.add(ever.withLinks(shorts));
    }
    return filters;
  }

  private void walk(MentionFilter filter) {
    of += history.count(filter);
    String cursor = null;
    do {
      MentionPage page = history.search(filter, MentionOrder.NEWEST, PAGE, cursor);
      page.mentions().forEach(this::see);
      looked += page.mentions().size();
      cursor = page.next();
    } while (cursor != null && looked < MOST);
  }

  private void see(AnalysedMention analysed) {
    Mention mention = analysed.mention();
    if (mention.links().isEmpty() || !seen.add(mention.id())) {
      return;
    }
    CanonicalUrl at = Optional.ofNullable(mention.url()).flatMap(CanonicalUrl::of).orElse(null);
    String source = mention.source().kind() + ":" + mention.source().name();
    String by = at == null ? source : at.domain();
    boolean counted = from == null || !mention.publishedAt().isBefore(from);
    List<Pair> links = new ArrayList<>();
    for (String link : mention.links()) {
      CanonicalUrl target = canonical(link).map(book::resolved).orElse(null);
      if (target == null || !question.sites().isEmpty() && !target.isOn(question.sites())) {
        continue;
      }
      String key = target.key();
      byPage
          .computeIfAbsent(key, _ -> new Page(target, new LinkTally(), new HashSet<>()))
          .written()
          .add(link);
      Pair pair =
          pairs.computeIfAbsent(
              (at == null ? source : at.key()) + "\n" + key,
              _ -> new Pair(at, by, target, mention));
      if (!links.contains(pair)) {
        links.add(pair);
        pair.see(mention, counted);
      }
    }
    if (!links.isEmpty()) {
      (at == null ? bySource : byHost).computeIfAbsent(by, _ -> new LinkTally());
      carried.add(new Carried(mention, by, links, counted));
    }
  }

  private Optional<CanonicalUrl> canonical(String link) {
    return targets.computeIfAbsent(link, CanonicalUrl::of);
  }

  /** Once all backlinks are known: which are new, which are lost, and what each row counts. */
  private void sum() {
    for (Pair pair : pairs.values()) {
      pair.fresh = from != null && !pair.first.isBefore(from);
      pair.lost =
          pair.from == null
              ? null
              : book.check(pair.from.key()).map(c -> c.lost(pair.to.key())).orElse(null);
      // What was said again since is there again.
      pair.lost = pair.lost != null && pair.last.isAfter(pair.lost) ? null : pair.lost;
    }
    for (Carried one : carried) {
      for (Pair pair : one.pairs()) {
        boolean lost = isIn(pair.lost);
        for (LinkTally tally : tallies(one, pair)) {
          tally.see(one.mention(), pair, one.counted());
          if (lost) {
            tally.lose(pair);
          }
        }
      }
    }
  }

  /** The rows that a mention counts in: its host and those above it that link as well. */
  private List<LinkTally> tallies(Carried one, Pair pair) {
    List<LinkTally> rows = new ArrayList<>();
    rows.add(all);
    rows.add(Objects.requireNonNull(byPage.get(pair.to.key())).tally());
    if (pair.from == null) {
      rows.add(Objects.requireNonNull(bySource.get(one.by())));
      return rows;
    }
    String host = one.by();
    while (true) {
      LinkTally row = byHost.get(host);
      if (row != null) {
        rows.add(row);
      }
      int dot = host.indexOf('.');
      if (dot < 0) {
        return rows;
      }
      host = host.substring(dot + 1);
    }
  }

  private void visits(VisitBook visits) {
    String brand = question.visitsOf();
    VisitBook.Extent extent = brand == null ? null : visits.extent(brand);
    if (brand == null || extent == null || extent.first() == null || extent.last() == null) {
      return;
    }
    LocalDate first = from == null ? extent.first() : from.atZone(question.zone()).toLocalDate();
    LocalDate last =
        to == null ? extent.last() : to.minusNanos(1).atZone(question.zone()).toLocalDate();
    for (Visit visit : visits.between(brand, first, last)) {
      visitsAll += visit.visits();
      boolean joined = false;
      CanonicalUrl page = visit.page();
      if (page != null && (question.sites().isEmpty() || page.isOn(question.sites()))) {
        Page row =
            byPage.computeIfAbsent(
                page.key(), _ -> new Page(page, new LinkTally(), new HashSet<>()));
        row.tally().visit(visit.visits());
        joined = !row.written().isEmpty();
      }
      String by = visit.referrerDomain();
      if (by != null) {
        LinkTally row = byHost.computeIfAbsent(by, _ -> new LinkTally());
        row.visit(visit.visits());
        joined |= row.first() != null;
      }
      if (joined) {
        all.visit(visit.visits());
      }
    }
  }

  private boolean isIn(@Nullable Instant at) {
    return at != null && (from == null || !at.isBefore(from)) && (to == null || at.isBefore(to));
  }

  private static boolean tooMany(Set<String> written) {
    return written.size() > MOST_WRITTEN
        || written.stream().mapToInt(String::length).sum() > MOST_WRITTEN_CHARACTERS;
  }

  /** Whole hosts where sites are such, else every way to write the pages. */
  private LinkReport.Opens opens(List<MentionFilter> filters) {
    List<Site> sites = question.sites();
    LinkReport.Opens none = new LinkReport.Opens(Set.of(), Set.of());
    if (sites.isEmpty()) {
      return none;
    }
    boolean whole = sites.stream().allMatch(site -> site.path().isEmpty() && site.port() == 0);
    if (whole && filters.size() == 1 && !filters.getFirst().domains().isEmpty()) {
      return new LinkReport.Opens(filters.getFirst().domains(), Set.of());
    }
    Set<String> written = new HashSet<>();
    byPage.values().forEach(page -> written.addAll(page.written()));
    return tooMany(written) ? none : new LinkReport.Opens(Set.of(), written);
  }

  private LinkReport report(LinkReport.Opens opens) {
    List<LinkReport.Domain> domains = new ArrayList<>();
    byHost.forEach((host, tally) -> domain(host, null, tally).ifPresent(domains::add));
    bySource.forEach((source, tally) -> domain(null, source, tally).ifPresent(domains::add));
    domains.sort(
        Comparator.comparing((LinkReport.Domain row) -> row.sums().mentions())
            .thenComparing(row -> row.sums().visits())
            .reversed()
            .thenComparing(row -> String.valueOf(row.domain()) + row.source()));
    List<LinkReport.Page> pages = new ArrayList<>();
    for (Page page : byPage.values()) {
      LinkTally tally = page.tally();
      if (tally.hasSomething()) {
        pages.add(
            new LinkReport.Page(
                page.url().toString(),
                tooMany(page.written()) ? Set.of() : page.written(),
                tally.domains(),
                tally.sums(),
                tally.first(),
                tally.last()));
      }
    }
    pages.sort(
        Comparator.comparing((LinkReport.Page row) -> row.sums().mentions())
            .thenComparing(row -> row.sums().visits())
            .reversed()
            .thenComparing(LinkReport.Page::url));
    long linking = domains.stream().filter(row -> !row.own() && row.sums().backlinks() > 0).count();
    long linked = pages.stream().filter(row -> row.sums().backlinks() > 0).count();
    return new LinkReport(
        Math.min(looked, of),
        of,
        opens,
        new LinkReport.Total(all.sums(), linking, linked, visitsAll),
        domains,
        pages,
        told(Comparator.comparing((Pair pair) -> pair.first).reversed(), true),
        told(Comparator.comparing((Pair pair) -> lostAt(pair)).reversed(), false));
  }

  private Optional<LinkReport.Domain> domain(
      @Nullable String host, @Nullable String source, LinkTally tally) {
    boolean own = host != null && question.own().stream().anyMatch(site -> isOwn(site, host));
    return tally.hasSomething()
        ? Optional.of(
            new LinkReport.Domain(host, source, own, tally.sums(), tally.first(), tally.last()))
        : Optional.empty();
  }

  /** A site that is a part of a host shares it with others. */
  private static boolean isOwn(Site site, String host) {
    return site.path().isEmpty() && site.coversHost(host);
  }

  private List<LinkReport.Backlink> told(Comparator<Pair> order, boolean fresh) {
    return pairs.values().stream()
        .filter(pair -> fresh ? pair.fresh && pair.mentions > 0 : isIn(pair.lost))
        .sorted(order.thenComparing(pair -> pair.mention).thenComparing(pair -> pair.to.key()))
        .map(Pair::told)
        .toList();
  }

  private static Instant lostAt(Pair pair) {
    return pair.lost == null ? Instant.MIN : pair.lost;
  }
}
