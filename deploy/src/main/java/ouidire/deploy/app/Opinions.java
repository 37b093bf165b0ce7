package ouidire.deploy.app;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ouidire.analysis.opinion.OnnxClassifier;
import ouidire.analysis.opinion.SecondOpinion;
import ouidire.analysis.opinion.UnusableModelException;
import ouidire.analysis.tone.ToneReview;
import ouidire.analysis.tone.ToneScorer;
import ouidire.core.config.InvalidSettingsException;
import ouidire.core.config.Settings;

/** The second opinion that the settings ask for. */
final class Opinions {
  private static final Logger LOG = LoggerFactory.getLogger(Opinions.class);

  private Opinions() {}

  /**
   * Opens the model, if there is one.
   *
   * @throws InvalidSettingsException when it cannot be used
   */
  static ToneReview open(
      Settings.SecondOpinion wanted, DataFolder folder, MeterRegistry meters, Teardown teardown) {
    Path model = wanted.model();
    if (model == null) {
      return ToneReview.NONE;
    }
    try {
      OnnxClassifier classifier =
          OnnxClassifier.open(
              model, wanted.tokenizer(), wanted.labels(), folder.room("tokenizers"));
      SecondOpinion opinion =
          teardown.add(
              "second opinion",
              new SecondOpinion(
                  classifier, new ToneScorer(), wanted.below() / 100.0, wanted.budget()));
      for (SecondOpinion.Outcome outcome : SecondOpinion.Outcome.values()) {
        FunctionCounter.builder(
                "ouidire.tone.second.opinions", opinion, asked -> asked.count(outcome))
            .description("Mentions of unsure tone, by what became of the second opinion")
            .tag("outcome", outcome.name().toLowerCase(Locale.ROOT))
            .register(meters);
      }
      LOG.info("second opinions on tone by {}", model.getFileName());
      return opinion;
    } catch (UnusableModelException e) {
      throw new InvalidSettingsException(List.of(e.problem()));
    }
  }
}
