package ouidire.analysis.opinion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ouidire.analysis.opinion.SecondOpinion.Outcome;
import ouidire.analysis.tone.MentionReading;
import ouidire.analysis.tone.ToneScorer;
import ouidire.core.mention.Evidence;
import ouidire.core.mention.Tone;
import ouidire.core.mention.ToneLabel;

class SecondOpinionTest {
  private static final String TEXT = "Le frigidaire de chez Boréalis est pas mal zinzin";
  private static final double BELOW = 0.6;
  private static final Duration BUDGET = Duration.ofMillis(200);
  private static final ToneScorer FIRST = new ToneScorer();

  private final AtomicLong now = new AtomicLong();

  @TempDir Path folder;

  /** Every text with the word is as probable as said, all others are neutral. */
  private record Fake(String word, double[] with) implements TextClassifier {
    @Override
    public double[][] probabilities(List<String> texts) {
      return texts.stream()
          .map(
              text ->
                  text.toLowerCase(Locale.ROOT).contains(word)
                      ? with.clone()
                      : new double[] {0.05, 0.9, 0.05})
          .toArray(double[][]::new);
    }

    @Override
    public void close() {}
  }

  private SecondOpinion asking(TextClassifier classifier) {
    return new SecondOpinion(classifier, FIRST, BELOW, BUDGET, now::get);
  }

  private static Tone unsure() {
    return new Tone(
        ToneLabel.NEUTRAL, 0.1, 0.45, List.of(new Evidence("text", 3, 13, "learned", 0.1)));
  }

  private static Tone on(SecondOpinion opinion, @Nullable String title, String text, Tone tone) {
    return opinion.on(title, text, MentionReading.of(title, text), tone);
  }

  @Test
  void anotherLabelComesWithTheWordThatMovedIt() {
    try (SecondOpinion opinion = asking(new Fake("zinzin", new double[] {0.96, 0.02, 0.02}))) {
      Tone joint = on(opinion, null, TEXT, unsure());
      assertThat(joint.label()).isEqualTo(ToneLabel.NEGATIVE);
      assertThat(joint.score()).isNegative();
      assertThat(joint.evidence()).hasSize(1);
      Evidence cited = joint.evidence().getFirst();
      assertThat(TEXT.substring(cited.start(), cited.end())).isEqualTo("zinzin");
      assertThat(cited.rule()).isEqualTo(SecondOpinion.RULE);
      assertThat(cited.weight()).isCloseTo(joint.score(), offset(1e-9));
      assertThat(opinion.count(Outcome.CHANGED)).isEqualTo(1);
    }
  }

  @Test
  void wordsOfATitleAreCitedThere() {
    try (SecondOpinion opinion = asking(new Fake("zinzin", new double[] {0.96, 0.02, 0.02}))) {
      Tone joint = on(opinion, "Un frigo zinzin", "Reçu jeudi dernier de Boréalis.", unsure());
      assertThat(joint.evidence()).extracting(Evidence::field).containsExactly("title");
      assertThat(joint.evidence().getFirst().start()).isEqualTo(9);
    }
  }

  @Test
  void bothCountForOneHalf() {
    Tone tone =
        new Tone(ToneLabel.POSITIVE, 0.3, 0.5, List.of(new Evidence("text", 43, 49, "word", 0.3)));
    try (SecondOpinion opinion = asking(new Fake("zinzin", new double[] {0.1, 0.1, 0.8}))) {
      Tone joint = on(opinion, null, TEXT, tone);
      assertThat(joint.label()).isEqualTo(ToneLabel.POSITIVE);
      assertThat(joint.confidence()).isCloseTo((0.5 + 0.8) / 2, offset(1e-9));
      assertThat(joint.score()).isCloseTo((0.3 + 0.7) / 2, offset(1e-9));
      assertThat(opinion.count(Outcome.AGREED)).isEqualTo(1);
    }
  }

  @Test
  void nothingIsStatedThatNoWordHolds() {
    TextClassifier stubborn =
        new TextClassifier() {
          @Override
          public double[][] probabilities(List<String> texts) {
            return texts.stream()
                .map(_ -> new double[] {0.97, 0.02, 0.01})
                .toArray(double[][]::new);
          }

          @Override
          public void close() {}
        };
    try (SecondOpinion opinion = asking(stubborn)) {
      Tone joint = on(opinion, null, TEXT, unsure());
      assertThat(joint.label()).isEqualTo(ToneLabel.UNKNOWN);
      assertThat(joint.evidence()).isEmpty();
    }
  }

  @Test
  void whatIsSureOrSilentIsNotAskedAbout() {
    TextClassifier never =
        new TextClassifier() {
          @Override
          public double[][] probabilities(List<String> texts) {
            throw new AssertionError("asked");
          }

          @Override
          public void close() {}
        };
    Tone sure =
        new Tone(ToneLabel.NEUTRAL, 0.1, 0.6, List.of(new Evidence("text", 3, 13, "learned", 0.1)));
    try (SecondOpinion opinion = asking(never)) {
      assertThat(on(opinion, null, TEXT, sure)).isSameAs(sure);
      assertThat(on(opinion, null, TEXT, Tone.UNKNOWN)).isSameAs(Tone.UNKNOWN);
    }
  }

  @Test
  void theFirstAnswerStandsWhenTheBudgetIsSpent() {
    Fake zinzin = new Fake("zinzin", new double[] {0.96, 0.02, 0.02});
    TextClassifier slow =
        new TextClassifier() {
          @Override
          public double[][] probabilities(List<String> texts) {
            now.addAndGet(Duration.ofSeconds(2).toNanos());
            return zinzin.probabilities(texts);
          }

          @Override
          public void close() {}
        };
    try (SecondOpinion opinion = asking(slow)) {
      assertThat(on(opinion, null, TEXT, unsure()).label()).isEqualTo(ToneLabel.NEGATIVE);
      Tone second = unsure();
      assertThat(on(opinion, null, TEXT, second)).isSameAs(second);
      assertThat(opinion.count(Outcome.SKIPPED)).isEqualTo(1);
      now.addAndGet(Duration.ofMinutes(2).toNanos());
      assertThat(on(opinion, null, TEXT, unsure()).label()).isEqualTo(ToneLabel.NEGATIVE);
    }
  }

  @Test
  void theFirstAnswerStandsWhenTheModelGivesNoNumbers() {
    double[] none = {Double.NaN, Double.NaN, Double.NaN};
    try (SecondOpinion opinion = asking(new Fake("zinzin", none))) {
      assertThat(on(opinion, null, TEXT, unsure())).isEqualTo(unsure());
      assertThat(opinion.count(Outcome.FAILED)).isEqualTo(1);
    }
  }

  @Test
  void theFirstAnswerStandsWhenTheTokenizerTripsOverAText() {
    TextClassifier tripping =
        new TextClassifier() {
          @Override
          public double[][] probabilities(List<String> texts) {
            throw new UnsupportedOperationException("a text it does not take");
          }

          @Override
          public void close() {}
        };
    try (SecondOpinion opinion = asking(tripping)) {
      assertThat(on(opinion, null, TEXT, unsure())).isEqualTo(unsure());
      assertThat(opinion.count(Outcome.FAILED)).isEqualTo(1);
    }
  }

  @Test
  void theFirstAnswerStandsWhenTheModelFails() {
    TextClassifier failing =
        new TextClassifier() {
          @Override
          public double[][] probabilities(List<String> texts) {
            throw new IllegalStateException("out of memory on the card");
          }

          @Override
          public void close() {}
        };
    try (SecondOpinion opinion = asking(failing)) {
      Tone tone = unsure();
      assertThat(on(opinion, null, TEXT, tone)).isSameAs(tone);
      assertThat(opinion.count(Outcome.FAILED)).isEqualTo(1);
    }
  }

  @Test
  void aModelInAFileSettlesWhatWeAreUnsureOf() throws Exception {
    Path model = new TinyModel(3).with("zinzin", 6, 0, 0).with("boréalis", 0, 1, 0).write(folder);
    OnnxClassifier classifier = OnnxClassifier.open(model, null, List.of());
    try (SecondOpinion opinion = new SecondOpinion(classifier, FIRST, BELOW, BUDGET)) {
      Tone joint = on(opinion, null, TEXT, unsure());
      assertThat(joint.label()).isEqualTo(ToneLabel.NEGATIVE);
      Evidence cited = joint.evidence().getFirst();
      assertThat(TEXT.substring(cited.start(), cited.end())).isEqualTo("zinzin");
    }
  }
}
