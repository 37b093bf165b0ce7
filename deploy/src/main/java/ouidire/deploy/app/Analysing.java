package ouidire.deploy.app;

import ouidire.analysis.language.LanguageDetector;
import ouidire.analysis.pipeline.MentionAnalyser;
import ouidire.analysis.pipeline.MentionAnalysis;
import ouidire.analysis.story.StoryGrouper;

/** What collected mentions are analysed with, wired. */
final class Analysing {
  private Analysing() {}

  /** Begins to analyse, on as many threads as there are cores. */
  static void start(Footing footing, Edited edited) {
    MentionAnalysis analysis =
        new MentionAnalysis(
            new LanguageDetector()::detect,
            new BrandMatching(edited.brands().matcher()),
            edited.say().listener(),
            footing.clock());
    int threads = Runtime.getRuntime().availableProcessors();
    MentionAnalyser analyser =
        footing
            .teardown()
            .add(
                "analyser",
                new MentionAnalyser(
                    footing.kafka(),
                    analysis,
                    footing.metrics(),
                    footing.clock(),
                    footing.folder().id(),
                    new StoryGrouper(StoryGrouper.USUAL_WINDOW),
                    threads));
    analyser.start();
  }
}
