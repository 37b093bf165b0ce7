package ouidire.analysis.cascade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import ouidire.core.history.InMemoryMentionHistory;
import ouidire.core.history.SampleMention;
import ouidire.core.story.ForecastAccuracy;
import ouidire.core.story.StoryReport.Forecast;

class PastForecastsTest {
  private static final Instant START = Instant.parse("2026-03-02T12:00:00Z");
  private static final Instant LATER = START.plus(Duration.ofDays(20));

  private final InMemoryMentionHistory history = new InMemoryMentionHistory();
  private final CascadeForecaster forecaster = CascadeForecaster.shipped();
  private final HistoryStories stories = new HistoryStories(history, forecaster);

  /** A story whose mentions come ever more slowly; gives its cascade. */
  private Cascade grown(String id, int size, long seed) {
    Random random = new Random(seed);
    double[] seconds = new double[size];
    for (int i = 1; i < size; i++) {
      seconds[i] = Math.floor(30 * Math.exp(7 * random.nextDouble()));
    }
    Arrays.sort(seconds);
    double[] followers = new double[size];
    for (int i = 0; i < size; i++) {
      followers[i] = 20_000;
      SampleMention each =
          SampleMention.of(i == 0 ? id : id + "-" + i)
              .at(START.plusSeconds((long) seconds[i]))
              .by(id + i, null, 20_000L);
      history.add(i == 0 ? each.build() : each.inStory(id).build());
    }
    return new Cascade(id, seconds, followers);
  }

  @Test
  void errorsAndCoverageAreThoseOfADirectRecomputation() {
    List<Cascade> cascades = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      cascades.add(grown("s" + i, 60 + 20 * i, i));
    }
    ForecastAccuracy told = stories.accuracy(LATER);
    assertThat(told.stories()).isEqualTo(8);
    assertThat(told.ages()).extracting(ForecastAccuracy.Age::seconds).startsWith(600L, 3_600L);
    int all = 0;
    for (ForecastAccuracy.Age row : told.ages()) {
      long age = row.seconds();
      List<Double> errors = new ArrayList<>();
      int covered = 0;
      for (Cascade each : cascades) {
        int now = each.countAt(age);
        boolean growing = now > each.countAt(age - Math.min(age / 2, 3_600));
        var plain = SmallCascades.forecast(forecaster, each.until(age), age);
        if (now >= StoryFile.ENOUGH && growing && !plain.supercritical()) {
          errors.add(
              Math.abs(Math.round(plain.predictedFinal()) - each.size()) / (double) each.size());
          covered +=
              Math.round(plain.low()) <= each.size() && each.size() <= Math.round(plain.high())
                  ? 1
                  : 0;
        }
      }
      assertThat(row.n()).isEqualTo(errors.size());
      all += errors.size();
      if (errors.isEmpty()) {
        assertThat(row.medianError()).isNull();
        continue;
      }
      assertThat(row.medianError()).isCloseTo(median(errors), within(1e-9));
      assertThat(row.coverage()).isCloseTo(covered / (double) errors.size(), within(1e-9));
    }
    assertThat(all).isPositive();
  }

  private static double median(List<Double> values) {
    double[] sorted = values.stream().mapToDouble(v -> v).sorted().toArray();
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  @Test
  void aStoryThatMayGoOnIsNotMeasured() {
    grown("s", 80, 1);
    assertThat(stories.accuracy(START.plus(Duration.ofHours(20))).stories()).isZero();
    assertThat(stories.accuracy(LATER).stories()).isEqualTo(1);
    assertThat(stories.accuracy(START.plus(Duration.ofHours(1))).scale()).isEqualTo(1);
  }

  private static PastForecast past(String story, long low, long expected, long high, int end) {
    Forecast told = new Forecast(START, 50, false, expected, low, high, null);
    return new PastForecast(story, 3_600, told, end);
  }

  @Test
  void intervalsAreStretchedAsFarAsThePastAsksAndNoFartherThanItIsKnown() {
    assertThat(Calibration.of(List.of()).scale()).isEqualTo(1);
    // Each end lies twice as far as the interval, on a logarithmic scale.
    List<PastForecast> tooNarrow = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      tooNarrow.add(past("s" + i, 80, 100, 200, 400));
    }
    assertThat(Calibration.of(tooNarrow.subList(0, 1)).scale())
        .isCloseTo(Math.pow(2, 1 / 21.0), within(1e-9));
    Calibration known = Calibration.of(tooNarrow);
    assertThat(known.scale()).isCloseTo(Math.sqrt(2), within(1e-9));
    Forecast wider = known.on(new Forecast(START, 50, false, 100L, 50L, 200L, 1L));
    assertThat(wider.high()).isEqualTo(Math.round(100 * Math.pow(2, Math.sqrt(2))));
    assertThat(wider.low()).as("what is there cannot go").isEqualTo(50);
    assertThat(wider.expected()).isEqualTo(100);
  }

  @Test
  void aStoryDoesNotCalibrateItself() {
    List<PastForecast> all = List.of(past("a", 80, 100, 200, 400), past("b", 80, 100, 200, 100));
    assertThat(Calibration.without("a", all).scale()).isLessThan(1);
    assertThat(Calibration.without("b", all).scale()).isGreaterThan(1);
  }

  @Test
  void whereNoForecastWasHonestNothingIsLearned() {
    Forecast refused = new Forecast(START, 50, true, null, null, null, null);
    @Nullable Long none = refused.expected();
    assertThat(none).isNull();
    List<PastForecast> all = List.of(new PastForecast("a", 600, refused, 900));
    assertThat(Calibration.of(all)).isEqualTo(Calibration.NONE);
    assertThat(Calibration.of(all).on(refused)).isEqualTo(refused);
  }
}
