package ouidire.analysis.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ouidire.analysis.pipeline.MentionAnalysis.BrandMatcher;
import ouidire.analysis.pipeline.PastMatches.Wanted;
import ouidire.core.brand.BrandState.Past;
import ouidire.core.history.InMemoryMentionHistory;
import ouidire.core.history.LiveMentions;
import ouidire.core.history.MentionFilter;
import ouidire.core.history.SampleMention;
import ouidire.core.mention.AnalysedMention;
import ouidire.core.mention.BrandMatch;
import ouidire.core.mention.Mention;
import ouidire.core.mention.Span;
import ouidire.core.mention.Tone;
import ouidire.core.mention.ToneLabel;
import ouidire.core.waiting.Await;

/** The past of brands, everything in memory: a query is one word of the text. */
class PastMatchesTest {
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-03-03T00:00:00Z"));
  private static final Tone SAD = new Tone(ToneLabel.NEGATIVE, -1, 1, List.of());

  private final InMemoryMentionHistory history = new InMemoryMentionHistory();
  private final News news = new News();
  private final Remembered memory = new Remembered();
  private final List<String> written = new CopyOnWriteArrayList<>();
  private volatile Consumer<AnalysedMention> beforeWriting = mention -> {};
  private final AtomicInteger looks = new AtomicInteger();
  private volatile List<Wanted> brands = List.of();
  private PastMatches past;

  @BeforeEach
  void start() {
    past =
        new PastMatches(history, news, this::everyBrand, memory, this::replace, new Sad(), CLOCK);
    past.start(List.of());
    history.add(
        SampleMention.of("a").text("le nordika est bon").build(),
        SampleMention.of("b").text("rien").brand("autre", ToneLabel.POSITIVE).build(),
        SampleMention.of("c").text("nordika et boreal").brand("autre", ToneLabel.POSITIVE).build());
  }

  @AfterEach
  void end() {
    past.close();
  }

  private CompletableFuture<Void> replace(AnalysedMention mention) {
    beforeWriting.accept(mention);
    written.add(mention.id());
    history.add(mention);
    return CompletableFuture.completedFuture(null);
  }

  private static Wanted wanted(String brand, String word) {
    return new Wanted(brand, word, MentionFilter.ALL.withQuery(word), matcher(brand, word));
  }

  private static BrandMatcher matcher(String brand, String word) {
    return (mention, language) -> {
      int at = mention.text().indexOf(word);
      Span span = new Span("text", at, at + word.length());
      return at < 0 ? List.of() : List.of(new BrandMatcher.Found(brand, List.of(span)));
    };
  }

  private List<BrandMatcher.Found> everyBrand(Mention mention, String language) {
    looks.incrementAndGet();
    return brands.stream().flatMap(b -> b.matcher().match(mention, language).stream()).toList();
  }

  private void want(Wanted... all) {
    brands = List.of(all);
    past.want(brands);
  }

  private void bring(Wanted... brands) {
    want(brands);
    Await.until(
        "the history is as wanted",
        () ->
            memory.applied().size() == brands.length
                && List.of(brands).stream()
                    .allMatch(b -> b.fingerprint().equals(memory.applied().get(b.brand()))));
    for (Wanted brand : brands) {
      assertThat(past.progress(brand.brand())).isEqualTo(Past.DONE);
    }
  }

  private Set<String> having(String brand) {
    Set<String> ids = ConcurrentHashMap.newKeySet();
    history.forEach(MentionFilter.ALL.withBrands(Set.of(brand)), m -> ids.add(m.id()));
    return ids;
  }

  @Test
  void aNewBrandHasItsWholeHistory() {
    bring(wanted("nordika", "nordika"), wanted("autre", "rien"));
    assertThat(having("nordika")).containsExactlyInAnyOrder("a", "c");
    BrandMatch match = history.find("a").orElseThrow().matches().getFirst();
    assertThat(match).isEqualTo(new BrandMatch("nordika", List.of(new Span("text", 3, 10)), SAD));
  }

  @Test
  void aChangedBrandGainsAndLosesAndOthersKeepTheirs() {
    bring(wanted("autre", "rien"), wanted("nordika", "nordika"));
    assertThat(having("autre")).containsExactly("b");
    bring(wanted("autre", "rien"), wanted("nordika", "rien"));
    assertThat(having("nordika")).containsExactly("b");
    assertThat(having("autre")).containsExactly("b");
    bring(wanted("autre", "rien"));
    assertThat(having("nordika")).isEmpty();
  }

  @Test
  void whatIsRightIsNotWrittenAgain() {
    bring(wanted("nordika", "nordika"), wanted("autre", "rien"));
    written.clear();
    memory.apply("nordika", "an older query");
    bring(wanted("nordika", "nordika"), wanted("autre", "rien"));
    assertThat(written).isEmpty();
  }

  @Test
  void nothingIsTakenAwayBeforeTheBrandsAreKnown() {
    bring(wanted("nordika", "nordika"), wanted("autre", "rien"));
    past.close();
    written.clear();
    past =
        new PastMatches(history, news, this::everyBrand, memory, this::replace, new Sad(), CLOCK);
    past.start(List.of(wanted("nordika", "nordika"), wanted("autre", "rien"), wanted("c", "bon")));
    Await.until("the new one is brought", () -> memory.applied().containsKey("c"));
    assertThat(having("nordika")).containsExactlyInAnyOrder("a", "c");
    assertThat(written).containsExactly("a");
  }

  @Test
  void aBrandWhoseQueryCannotBeAskedKeepsWhatItHad() {
    bring(wanted("autre", "rien"), wanted("nordika", "nordika"));
    want(Wanted.unknown("nordika"), wanted("autre", "boreal"));
    Await.until("the other is brought", () -> "boreal".equals(memory.applied().get("autre")));
    assertThat(having("nordika")).containsExactlyInAnyOrder("a", "c");
  }

  @Test
  void whatWasAnalysedUnderTheOldQueryMeanwhileIsCorrected() {
    bring(wanted("nordika", "boreal"));
    AnalysedMention late = SampleMention.of("late").text("boreal en retard").build();
    history.add(late);
    news.tell(late);
    Await.until("the late one has its match", () -> having("nordika").contains("late"));
  }

  @Test
  void oneLookIsTakenAtALateMentionHoweverManyBrandsAreNew() {
    bring(wanted("nordika", "boreal"), wanted("autre", "boreal"), wanted("bon", "bon"));
    looks.set(0);
    AnalysedMention late = SampleMention.of("late").text("boreal en retard").build();
    history.add(late);
    news.tell(late);
    Await.until("the late one has its matches", () -> having("autre").contains("late"));
    assertThat(having("nordika")).contains("late");
    assertThat(looks).hasValue(1);
  }

  @Test
  void aMentionChangedMeanwhileKeepsItsChange() {
    AnalysedMention edited = SampleMention.of("a").text("le nordika corrigé").build();
    CountDownLatch once = new CountDownLatch(1);
    beforeWriting =
        mention -> {
          if (mention.id().equals("a") && once.getCount() > 0) {
            // The collector's edit lands in the stream just before what we read earlier.
            once.countDown();
            history.add(edited);
            news.tell(edited);
          }
        };
    bring(wanted("nordika", "nordika"));
    Await.until(
        "the edit is back",
        () -> history.find("a").orElseThrow().mention().text().endsWith("corrigé"));
    assertThat(having("nordika")).containsExactlyInAnyOrder("a", "c");
  }

  @Test
  void aChangeHalfWayBeginsAgain() {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch changed = new CountDownLatch(1);
    beforeWriting =
        mention -> {
          begun.countDown();
          awaitQuietly(changed);
        };
    want(wanted("nordika", "nordika"));
    awaitQuietly(begun);
    assertThat(past.progress("nordika").step()).isEqualTo(Past.Step.RUNNING);
    want(wanted("nordika", "boreal"));
    changed.countDown();
    Await.until("the later query", () -> "boreal".equals(memory.applied().get("nordika")));
    assertThat(having("nordika")).containsExactly("c");
  }

  private static void awaitQuietly(CountDownLatch latch) {
    Await.until("the latch", () -> latch.getCount() == 0);
  }

  /** What is told of new mentions; what is written again is not. */
  private static final class News implements LiveMentions {
    private final List<Consumer<AnalysedMention>> listeners = new CopyOnWriteArrayList<>();

    @Override
    public Subscription subscribe(Consumer<AnalysedMention> listener) {
      listeners.add(listener);
      return () -> listeners.remove(listener);
    }

    void tell(AnalysedMention mention) {
      listeners.forEach(listener -> listener.accept(mention));
    }
  }

  private static final class Remembered implements PastMatches.Memory {
    private final Map<String, String> applied = new ConcurrentHashMap<>();

    @Override
    public Map<String, String> applied() {
      return Map.copyOf(applied);
    }

    @Override
    public void apply(String brand, @Nullable String fingerprint) {
      if (fingerprint == null) {
        applied.remove(brand);
      } else {
        applied.put(brand, fingerprint);
      }
    }
  }

  private static final class Sad implements MentionAnalysis.Listener {
    @Override
    public Heard hear(Mention mention, String language) {
      return Heard.only(SAD);
    }
  }
}
