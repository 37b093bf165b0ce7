package ouidire.core.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import ouidire.core.brand.Site;
import ouidire.core.settings.InMemorySettingsStore;
import ouidire.core.settings.SettingsStore;

/** What is kept of links and visits outlives whoever keeps it, and is heard of by the others. */
class BooksTest {
  private static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");
  private static final LocalDate DAY = LocalDate.parse("2026-03-02");
  private static final CanonicalUrl SHORT = url("https://bit.ly/3abc");
  private static final CanonicalUrl PAGE = url("https://nordika.example/pont");

  private final InMemorySettingsStore settings =
      new InMemorySettingsStore(InstantSource.fixed(NOW));

  private static CanonicalUrl url(String written) {
    return CanonicalUrl.of(written).orElseThrow();
  }

  @Test
  void whereAShortLinkLeadsIsRemembered() {
    LinkBook other = new LinkBook(settings);
    LinkBook book = new LinkBook(settings);
    book.keepExpansion(SHORT, PAGE, NOW);
    book.keepExpansion(url("https://t.co/x"), null, NOW);
    for (LinkBook each : List.of(book, other, new LinkBook(settings))) {
      assertThat(each.resolved(SHORT)).isEqualTo(PAGE);
      assertThat(each.resolved(url("https://t.co/x"))).isEqualTo(url("https://t.co/x"));
      assertThat(each.expansion(url("https://t.co/x"))).isPresent();
      assertThat(each.expansion(url("https://t.co/y"))).isEmpty();
      assertThat(each.shortLinksTo(List.of(new Site("nordika.example", 0, ""))))
          .containsExactly("https://bit.ly/3abc");
    }
  }

  @Test
  void whatWasFoundOfALinkingPageIsRemembered() {
    PageCheck check =
        new PageCheck(
            "https://blogue.example/a",
            NOW,
            PageCheck.State.READ,
            null,
            Set.of("nordika.example/pont", "nordika.example/b"),
            Map.of("nordika.example/b", NOW));
    new LinkBook(settings).keepCheck("blogue.example/a", _ -> check);
    LinkBook again = new LinkBook(settings);
    assertThat(again.check("blogue.example/a")).contains(check);
    assertThat(check.lost("nordika.example/b")).isEqualTo(NOW);
    assertThat(check.lost("nordika.example/pont")).isNull();
  }

  @Test
  void findingsAtOnceOfOnePageLoseNothing() {
    LinkBook book = new LinkBook(settings);
    List<String> targets = IntStream.range(0, 40).mapToObj(i -> "nordika.example/" + i).toList();
    targets.parallelStream()
        .forEach(
            target ->
                book.keepCheck(
                    "blogue.example/a",
                    before -> {
                      Set<String> present =
                          new HashSet<>(before == null ? Set.of() : before.present());
                      present.add(target);
                      return new PageCheck(
                          "https://blogue.example/a",
                          NOW,
                          PageCheck.State.READ,
                          null,
                          present,
                          Map.of());
                    }));
    assertThat(book.check("blogue.example/a").orElseThrow().present())
        .containsExactlyInAnyOrderElementsOf(targets);
  }

  @Test
  void importsAtOnceOfOneDayLoseNothing() {
    VisitBook book = new VisitBook(settings);
    IntStream.range(0, 40)
        .parallel()
        .forEach(i -> book.keep("nordika", List.of(new Visit(DAY, PAGE, "r" + i, 1)), "ana"));
    assertThat(book.extent("nordika").rows()).isEqualTo(40);
  }

  @Test
  void anEntryThatCannotBeReadHidesNoOther() {
    new LinkBook(settings).keepExpansion(SHORT, PAGE, NOW);
    var broken = JsonNodeFactory.instance.objectNode().put("at", "hier");
    settings.put("short-link", "https://a.example/", broken, "x", SettingsStore.ANY_VERSION);
    settings.put("visits", "nordika/hier", broken, "x", SettingsStore.ANY_VERSION);
    assertThat(new LinkBook(settings).resolved(SHORT)).isEqualTo(PAGE);
    assertThat(new VisitBook(settings).extent("nordika").rows()).isZero();
  }

  @Test
  void visitsAreKeptByDayAndTheSameRowReplacesItself() {
    VisitBook book = new VisitBook(settings);
    book.keep("nordika", List.of(new Visit(DAY, PAGE, "google", 3)), "ana");
    book.keep(
        "nordika",
        List.of(new Visit(DAY, PAGE, "google", 5), new Visit(DAY, PAGE, null, 1)),
        "ana");
    book.keep("nordika", List.of(new Visit(DAY.plusDays(2), PAGE, null, 7)), "ana");
    VisitBook again = new VisitBook(settings);
    assertThat(again.between("nordika", DAY, DAY))
        .containsExactly(new Visit(DAY, PAGE, "google", 5), new Visit(DAY, PAGE, null, 1));
    assertThat(again.extent("nordika"))
        .isEqualTo(new VisitBook.Extent(DAY, DAY.plusDays(2), 3, 13));
    assertThat(again.extent("autre").first()).isNull();
    assertThat(again.between("nordika", DAY.plusDays(1), DAY)).isEmpty();
  }

  @Test
  void deletedDaysAreGoneForEveryone() {
    VisitBook other = new VisitBook(settings);
    VisitBook book = new VisitBook(settings);
    book.keep("nordika", List.of(new Visit(DAY, PAGE, null, 7)), "ana");
    assertThat(other.extent("nordika").rows()).isEqualTo(1);
    assertThat(book.delete("nordika", DAY.minusDays(9), DAY, "ana")).isEqualTo(1);
    assertThat(book.delete("nordika", DAY, DAY.minusDays(9), "ana")).isZero();
    assertThat(other.extent("nordika").rows()).isZero();
  }

  @Test
  void aDayWithTooManyRowsIsRefusedAsAWhole() {
    VisitBook book = new VisitBook(settings);
    List<Visit> visits = new ArrayList<>();
    for (int i = 0; i <= VisitBook.MAX_ROWS_A_DAY; i++) {
      visits.add(new Visit(DAY, PAGE, "site" + i + ".example", 1));
    }
    visits.add(new Visit(DAY.minusDays(1), PAGE, null, 1));
    assertThatThrownBy(() -> book.keep("nordika", visits, "ana"))
        .isInstanceOf(VisitBook.TooManyVisitsException.class)
        .hasMessageContaining("2026-03-02 would have 2001 rows");
    assertThat(book.extent("nordika").rows()).isZero();
  }

  @Test
  void aReferrerIsItsHostOrTheToolsOwnWord() {
    assertThat(new Visit(DAY, null, "https://www.blogue.example/a", 1).referrerDomain())
        .isEqualTo("blogue.example");
    assertThat(new Visit(DAY, null, "t.co", 1).referrerDomain()).isEqualTo("t.co");
    assertThat(new Visit(DAY, null, "(direct)", 1).referrerDomain()).isEqualTo("(direct)");
    assertThat(new Visit(DAY, PAGE, null, 1).referrerDomain()).isNull();
  }
}
