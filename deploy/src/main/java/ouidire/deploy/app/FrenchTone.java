package ouidire.deploy.app;

import java.util.List;
import ouidire.analysis.pipeline.MentionAnalysis.ToneGuess;
import ouidire.analysis.tone.MentionReading;
import ouidire.analysis.tone.ToneScorer;
import ouidire.core.mention.Mention;
import ouidire.core.mention.Span;
import ouidire.core.mention.Tone;

/** The tone of mentions, by our scorer. */
final class FrenchTone implements ToneGuess {
  private final ToneScorer scorer = new ToneScorer();

  @Override
  public Heard hear(Mention mention) {
    MentionReading reading = MentionReading.of(mention.title(), mention.text());
    return new Heard() {
      @Override
      public Tone whole() {
        return scorer.score(mention, reading);
      }

      @Override
      public Tone toward(List<Span> spans) {
        return scorer.toward(reading, spans);
      }
    };
  }
}
