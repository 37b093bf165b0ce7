package ouidire.core.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ouidire.core.brand.Site;
import ouidire.core.history.MentionFilter;
import ouidire.core.history.MentionHistory;
import ouidire.core.history.SampleMention;
import ouidire.core.link.LinkReport.Domain;
import ouidire.core.link.LinkReport.Page;
import ouidire.core.mention.AnalysedMention;
import ouidire.core.mention.ToneLabel;
import ouidire.core.settings.InMemorySettingsStore;

/** What a report of links says, over any history. */
public abstract class LinkSurveyContract {
  private static final ZoneId MONTREAL = ZoneId.of("America/Toronto");
  private static final Instant NOW = Instant.parse("2026-03-10T12:00:00Z");
  private static final Instant WEEK = Instant.parse("2026-03-03T12:00:00Z");
  private static final List<Site> SITES = List.of(new Site("nordika.example", 0, ""));

  private final InMemorySettingsStore settings =
      new InMemorySettingsStore(InstantSource.fixed(NOW));
  private final LinkBook book = new LinkBook(settings);
  private final VisitBook visits = new VisitBook(settings);

  protected abstract MentionHistory history();

  protected abstract void index(AnalysedMention... mentions);

  /** Opens the history; called before each test. */
  protected void open() throws IOException {}

  @BeforeEach
  void mentions() throws IOException {
    open();
    index(
        SampleMention.of("old")
            .at("2026-02-20T10:00:00Z")
            .url("https://blogue.example/2026/pont")
            .by("lea", "Léa", 100L)
            .links("https://nordika.example/pont")
            .build(),
        SampleMention.of("again")
            .at("2026-03-05T10:00:00Z")
            .url("http://www.blogue.example/2026/pont/")
            .by("lea", "Léa", 120L)
            .links("http://www.nordika.example/pont/?utm_source=blogue#haut")
            .build(),
        SampleMention.of("fresh")
            .at("2026-03-06T10:00:00Z")
            .url("https://amis.blogue.example/b")
            .by("max", "Max", 30L)
            .brand("nordika", ToneLabel.NEUTRAL)
            .links(
                "https://nordika.example/pont",
                "https://boutique.nordika.example/",
                "https://ailleurs.example/")
            .build(),
        SampleMention.of("source")
            .at("2026-03-07T10:00:00Z")
            .url("")
            .from("import", "Archives")
            .by(null, null, null)
            .links("https://nordika.example/pont?gclid=1")
            .build(),
        SampleMention.of("short")
            .at("2026-03-08T10:00:00Z")
            .url("https://reseau.example/1")
            .by("zoe", null, null)
            .links("https://bit.ly/3abc")
            .build(),
        SampleMention.of("none").at("2026-03-08T10:00:00Z").links("https://autre.example/").build(),
        SampleMention.of("lookalike")
            .at("2026-03-08T10:00:00Z")
            .links("https://faux-nordika.example/pont")
            .build());
  }

  @Test
  void linksToTheSitesAreGroupedByDomainAndByPage() {
    LinkReport report = report(question(week(), SITES));
    assertThat(report.pages())
        .extracting(Page::url)
        .containsExactly("https://nordika.example/pont", "https://boutique.nordika.example/");
    Page bridge = report.pages().getFirst();
    assertThat(bridge.sums().mentions()).isEqualTo(3);
    assertThat(bridge.domains()).isEqualTo(3);
    assertThat(bridge.firstSeen()).isEqualTo(Instant.parse("2026-02-20T10:00:00Z"));
    assertThat(bridge.lastSeen()).isEqualTo(Instant.parse("2026-03-07T10:00:00Z"));
    assertThat(bridge.sums().reach()).isEqualTo(150);
    assertThat(bridge.sums().authors()).isEqualTo(2);
    assertThat(row(report, "blogue.example").sums().mentions()).isEqualTo(2);
    assertThat(row(report, "amis.blogue.example").sums().mentions()).isEqualTo(1);
    assertThat(row(report, "import:Archives").sums().mentions()).isEqualTo(1);
    assertThat(report.total().sums().mentions()).isEqualTo(3);
    assertThat(report.total().sums().backlinks()).isEqualTo(4);
    assertThat(report.total().domains()).isEqualTo(3);
  }

  @Test
  void aBacklinkIsNewWhenItsFirstMentionIsInThePeriod() {
    LinkReport report = report(question(week(), SITES));
    assertThat(report.fresh())
        .extracting(LinkReport.Backlink::mention)
        .containsExactly("source", "fresh", "fresh");
    assertThat(report.total().sums().fresh()).isEqualTo(3);
    assertThat(row(report, "blogue.example").sums().fresh()).isEqualTo(2);
  }

  @Test
  void everyNumberOpensExactlyItsMentions() {
    LinkReport report = report(question(week(), SITES));
    for (Page page : report.pages()) {
      assertThat(history().count(week().withLinks(page.written())))
          .as(page.url())
          .isEqualTo(page.sums().mentions());
    }
    MentionFilter total = week().withDomains(report.opens().domains());
    assertThat(report.opens().links()).isEmpty();
    assertThat(history().count(total)).isEqualTo(report.total().sums().mentions());
  }

  @Test
  void aShortLinkCountsAsThePageThatItLeadsTo() {
    book.keepExpansion(
        CanonicalUrl.of("https://bit.ly/3abc").orElseThrow(),
        CanonicalUrl.of("https://nordika.example/pont?fbclid=1").orElseThrow(),
        NOW);
    LinkReport report = report(question(week(), SITES));
    Page bridge = report.pages().getFirst();
    assertThat(bridge.sums().mentions()).isEqualTo(4);
    assertThat(bridge.written()).contains("https://bit.ly/3abc");
    assertThat(report.opens().domains()).isEmpty();
    assertThat(history().count(week().withLinks(report.opens().links())))
        .isEqualTo(report.total().sums().mentions())
        .isEqualTo(4);
  }

  @Test
  void aShortLinkThatCouldNotBeFollowedStaysAsItIs() {
    book.keepExpansion(CanonicalUrl.of("https://bit.ly/3abc").orElseThrow(), null, NOW);
    LinkReport report = report(question(week(), List.of()));
    assertThat(report.pages()).extracting(Page::url).contains("https://bit.ly/3abc");
  }

  @Test
  void aLinkIsLostFromWhenThatWasFoundUntilItIsSaidAgain() {
    lose("https://amis.blogue.example/b", "nordika.example/pont", "2026-03-09T08:00:00Z");
    LinkReport report = report(question(week(), SITES));
    assertThat(report.lost()).extracting(LinkReport.Backlink::mention).containsExactly("fresh");
    assertThat(row(report, "amis.blogue.example").sums().lost()).isEqualTo(1);
    assertThat(report.total().sums().lost()).isEqualTo(1);

    index(
        SampleMention.of("back")
            .at("2026-03-09T09:00:00Z")
            .url("https://amis.blogue.example/b")
            .links("https://nordika.example/pont")
            .build());
    assertThat(report(question(week(), SITES)).lost()).isEmpty();
  }

  @Test
  void whatWasLostBeforeThePeriodIsNotLostInIt() {
    lose("https://blogue.example/2026/pont", "nordika.example/pont", "2026-02-25T00:00:00Z");
    assertThat(report(question(week(), SITES)).lost()).isEmpty();
  }

  @Test
  void withoutSitesAllLinksOfTheFilterCount() {
    MentionFilter brand = week().withBrands(Set.of("nordika"));
    LinkReport report = report(question(brand, List.of()));
    assertThat(report.pages())
        .extracting(Page::url)
        .containsExactlyInAnyOrder(
            "https://nordika.example/pont",
            "https://boutique.nordika.example/",
            "https://ailleurs.example/");
    assertThat(report.total().sums().mentions()).isEqualTo(1);
    assertThat(report.looked()).isEqualTo(report.of()).isEqualTo(1);
  }

  @Test
  void aSiteThatIsAPartOfAHostTakesNothingElseOfIt() {
    List<Site> part = List.of(new Site("nordika.example", 0, "/pont"));
    LinkReport report = report(question(week(), part));
    assertThat(report.pages()).hasSize(1);
    assertThat(report.opens().domains()).isEmpty();
    assertThat(history().count(week().withLinks(report.opens().links())))
        .isEqualTo(report.total().sums().mentions());
  }

  @Test
  void visitsStandBesideThePagesAndDomainsTheyCameBy() {
    visits.keep(
        "nordika",
        List.of(
            visit("2026-03-05", "https://www.nordika.example/pont/", "https://blogue.example/", 40),
            visit("2026-03-05", "https://nordika.example/pont", "google", 7),
            visit("2026-03-06", null, "reseau.example", 5),
            visit("2026-02-01", "https://nordika.example/pont", null, 1_000)),
        "ana");
    LinkReport report = report(question(week(), SITES));
    assertThat(report.pages().getFirst().sums().visits()).isEqualTo(47);
    assertThat(row(report, "blogue.example").sums().visits()).isEqualTo(40);
    assertThat(row(report, "google").sums().visits()).isEqualTo(7);
    assertThat(row(report, "google").sums().mentions()).isZero();
    assertThat(row(report, "reseau.example").sums().visits()).isEqualTo(5);
    assertThat(report.total().visitsAll()).isEqualTo(52);
    assertThat(report.total().sums().visits()).isEqualTo(47);
  }

  private void lose(String page, String target, String at) {
    CanonicalUrl url = CanonicalUrl.of(page).orElseThrow();
    book.keepCheck(
        url.key(),
        _ ->
            new PageCheck(
                url.toString(),
                Instant.parse(at),
                PageCheck.State.READ,
                null,
                Set.of(target),
                Map.of(target, Instant.parse(at))));
  }

  private static Visit visit(String day, @Nullable String page, @Nullable String by, long n) {
    return new Visit(
        LocalDate.parse(day), page == null ? null : CanonicalUrl.of(page).orElseThrow(), by, n);
  }

  private LinkReport report(LinkQuestion question) {
    return LinkSurvey.of(history(), book, visits, question);
  }

  private static MentionFilter week() {
    return MentionFilter.ALL.withPeriod(WEEK, NOW);
  }

  private static LinkQuestion question(MentionFilter filter, List<Site> sites) {
    return new LinkQuestion(filter, sites, SITES, "nordika", MONTREAL);
  }

  private static Domain row(LinkReport report, String name) {
    return report.domains().stream()
        .filter(row -> name.equals(row.domain()) || name.equals(row.source()))
        .findFirst()
        .orElseThrow();
  }
}
