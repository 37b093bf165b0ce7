package ouidire.deploy.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import ouidire.analysis.alert.backtest.Backtest;
import ouidire.analysis.alert.watch.HistoryPast;
import ouidire.analysis.language.LanguageDetector;
import ouidire.analysis.match.LiveMatcher;
import ouidire.analysis.pipeline.MentionAnalysis;
import ouidire.analysis.query.QueryParser;
import ouidire.analysis.query.Stage;
import ouidire.analysis.story.StoryGrouper;
import ouidire.analysis.story.StoryReader;
import ouidire.analysis.tone.ToneReview;
import ouidire.core.alert.Alert.Severity;
import ouidire.core.alert.AlertPolicy;
import ouidire.core.alert.Incident;
import ouidire.core.brand.Brand;
import ouidire.core.history.InMemoryMentionHistory;
import ouidire.core.mention.Mention;
import ouidire.core.settings.InMemorySettingsStore;
import ouidire.core.stream.MentionPublisher;
import ouidire.deploy.demo.CrisisPlay;
import ouidire.deploy.demo.Demo;
import ouidire.deploy.demo.Scenario;

/**
 * The demonstration through the analysis and the watch as they ship: its crisis pages once, and its
 * ordinary weeks do not.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DemoCrisisTest {
  private static final Instant BEGIN = Instant.parse("2026-03-18T19:20:00Z");
  private static final double USUAL_SPEED = 12;
  private static final String IN_CRISIS = "erabelle";

  private final List<Mention> said = Collections.synchronizedList(new ArrayList<>());
  private final InMemoryMentionHistory history = new InMemoryMentionHistory();
  private List<Incident> incidents = List.of();

  @BeforeAll
  void play() throws InterruptedException {
    MentionPublisher publisher =
        mention -> {
          said.add(mention);
          return CompletableFuture.completedFuture(null);
        };
    Scenario scenario = Scenario.shipped();
    demo(scenario, publisher, InstantSource.fixed(BEGIN)).loadOrdinaryWeeks();
    CountDownLatch played = new CountDownLatch(1);
    // To a clock that is a day ahead all is due, so that nothing waits.
    InstantSource later = InstantSource.fixed(BEGIN.plus(Duration.ofDays(1)));
    try (CrisisPlay crisis =
        demo(scenario, publisher, later).begin(BEGIN, USUAL_SPEED, played::countDown)) {
      assertThat(played.await(30, TimeUnit.SECONDS)).isTrue();
    }
    analyse();
    List<Brand> watched = Scenario.brands().stream().filter(brand -> !brand.competitor()).toList();
    incidents =
        new Backtest(new HistoryPast(history), _ -> _ -> true)
            .play(
                AlertPolicy.DEFAULT,
                watched,
                BEGIN.minus(Duration.ofDays(7)),
                BEGIN.plus(Duration.ofHours(12)));
  }

  private static Demo demo(Scenario scenario, MentionPublisher publisher, InstantSource clock) {
    return new Demo(scenario, publisher, _ -> false, new InMemorySettingsStore(clock), clock);
  }

  private void analyse() {
    LiveMatcher matcher = new LiveMatcher();
    QueryParser parser = new QueryParser();
    Scenario.brands()
        .forEach(brand -> matcher.put(brand.id(), parser.parse(brand.query(), Stage.COLLECT)));
    MentionAnalysis analysis =
        new MentionAnalysis(
            new LanguageDetector()::detect,
            new BrandMatching(matcher),
            new FrenchListener(_ -> List.of(), ToneReview.NONE),
            InstantSource.fixed(BEGIN));
    StoryReader reader = new StoryReader();
    StoryGrouper stories = new StoryGrouper(10_000);
    for (Mention mention : said) {
      history.add(analysis.analyse(mention).withStory(stories.place(reader, mention)));
    }
  }

  @Test
  void theCrisisPagesOnceAndSoon() {
    List<Incident> pages = pages(BEGIN);
    assertThat(pages).extracting(Incident::brand).containsExactly(IN_CRISIS);
    assertThat(pages.getFirst().severity()).isEqualTo(Severity.CRISIS);
    assertThat(pages.getFirst().firedAt()).isBefore(BEGIN.plus(Duration.ofMinutes(15)));
  }

  @Test
  void onceAllIsSaidItResolvesByItself() {
    assertThat(pages(BEGIN).getFirst().state()).isEqualTo(Incident.State.RESOLVED);
  }

  @Test
  void theWeekBeforePagesNobody() {
    assertThat(pages(BEGIN.minus(Duration.ofDays(30))))
        .allSatisfy(incident -> assertThat(incident.firedAt()).isAfter(BEGIN));
  }

  private List<Incident> pages(Instant since) {
    return incidents.stream()
        .filter(incident -> incident.firedAt() != null && !incident.startedAt().isBefore(since))
        .filter(incident -> incident.severity() != Severity.WATCH)
        .toList();
  }
}
