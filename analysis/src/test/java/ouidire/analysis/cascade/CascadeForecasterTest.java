package ouidire.analysis.cascade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ouidire.analysis.cascade.CascadeForecaster.Forecast;

class CascadeForecasterTest {
  /**
   * A cascade that slows down as a power of its age, as real ones do; the same for the same seed.
   */
  private static Cascade cascade(long seed) {
    Random random = new Random(seed);
    int size = (int) (2_000 * Math.exp(random.nextGaussian() * 0.5));
    double half = 1_200 * Math.exp(random.nextGaussian());
    double[] seconds = new double[size];
    double[] followers = new double[size];
    for (int i = 1; i < size; i++) {
      double share = random.nextDouble();
      seconds[i] = half * share / (1 - share * 0.998);
      followers[i] = Math.floor(Math.exp(4 + 1.5 * random.nextGaussian()));
    }
    Arrays.sort(seconds);
    return new Cascade("seed " + seed, seconds, followers);
  }

  private static List<Cascade> cascades(int from, int to) {
    List<Cascade> all = new ArrayList<>();
    for (int seed = from; seed < to; seed++) {
      all.add(cascade(seed));
    }
    return all;
  }

  @Test
  void whatComesLaterIsNotLookedAt() {
    CascadeForecaster forecaster = CascadeForecaster.shipped();
    Cascade whole = cascade(1);
    for (double age : new double[] {60, 600, 7_200, 90_000}) {
      assertThat(forecaster.forecast(whole, age))
          .isEqualTo(forecaster.forecast(whole.until(age), age));
    }
  }

  @Test
  void theForecastLiesInItsIntervalAndNeverBelowWhatIsThere() {
    CascadeForecaster forecaster = CascadeForecaster.shipped();
    for (Cascade cascade : cascades(0, 30)) {
      for (double age : new double[] {1, 300, 3_600, 50_000, 2_000_000}) {
        Forecast forecast = forecaster.forecast(cascade, age);
        assertThat(forecast.predictedFinal()).isBetween(forecast.low(), forecast.high());
        assertThat(forecast.low()).isGreaterThanOrEqualTo(forecast.observed());
      }
    }
  }

  @Test
  void calibratedOnItsOwnPastTheIntervalHoldsFourTimesInFive() {
    CascadeForecaster forecaster = CascadeForecaster.learnedFrom(cascades(0, 60));
    int held = 0;
    List<Cascade> fresh = cascades(100, 300);
    for (Cascade cascade : fresh) {
      Forecast forecast = forecaster.forecast(cascade, 1_800);
      held += forecast.low() <= cascade.size() && cascade.size() <= forecast.high() ? 1 : 0;
    }
    assertThat(held / (double) fresh.size()).isCloseTo(0.8, within(0.1));
  }

  @Test
  void speedAndDoublingTimeAreThoseOfADirectCount() {
    double[] seconds = new double[101];
    Arrays.setAll(seconds, i -> i * 10.0);
    Forecast forecast =
        CascadeForecaster.shipped()
            .forecast(new Cascade("steady", seconds, new double[101]), 1_000);
    assertThat(forecast.observed()).isEqualTo(101);
    assertThat(forecast.speedPerHour()).isCloseTo(360, within(1.0));
    assertThat(forecast.doublingSeconds()).isEqualTo(500);
    assertThat(new Cascade("alone", new double[1], new double[1]).size()).isEqualTo(1);
    assertThat(
            CascadeForecaster.shipped()
                .forecast(new Cascade("alone", new double[1], new double[1]), 600)
                .doublingSeconds())
        .isNull();
  }

  @Test
  void theEvaluationsFiguresAreThoseOfADirectComputation() {
    List<Cascade> all = cascades(0, 21);
    ObjectNode result = CascadeEvaluation.run(all, List.of(1_800.0));
    assertThat(result.get("forecasts")).hasSize(21);
    double[] missing =
        all.stream().mapToDouble(c -> 1 - c.countAt(1_800) / (double) c.size()).sorted().toArray();
    assertThat(
            result
                .get("at")
                .get(0)
                .get("baselines_median_error")
                .get("nothing_more_comes")
                .asDouble())
        .isCloseTo(missing[10], within(1e-4));
    long held = 0;
    for (int i = 0; i < 21; i++) {
      var forecast = result.get("forecasts").get(i);
      held +=
          forecast.get("low").asLong() <= all.get(i).size()
                  && all.get(i).size() <= forecast.get("high").asLong()
              ? 1
              : 0;
    }
    assertThat(result.get("at").get(0).get("coverage_80").asDouble())
        .isCloseTo(held / 21.0, within(1e-4));
  }

  @Test
  void aModelComesBackAsItWasWritten() {
    ForecastModel model = ForecastModel.learn(cascades(0, 20));
    ForecastModel read = ForecastModel.read(model.write());
    assertThat(read.target(cascade(99), 4_000)).isEqualTo(model.target(cascade(99), 4_000));
    assertThat(read.learnedFrom(cascade(3))).isTrue();
    assertThat(read.learnedFrom(cascade(99))).isFalse();
  }

  @Test
  void aBadRowIsNamedWithWhatWasExpected(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("c.csv");
    Files.writeString(file, "seconds,followers\n0,10\n5,x\n");
    assertThatThrownBy(() -> Cascade.read(file))
        .hasMessageContaining("c.csv, line 3")
        .hasMessageContaining("expected a number from 0");
    Files.writeString(file, "seconds,followers\n0,10\n9,1\n5,1\n");
    assertThatThrownBy(() -> Cascade.read(file)).hasMessageContaining("line 4");
  }
}
