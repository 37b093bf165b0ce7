package ouidire.deploy.app;

import java.util.List;
import ouidire.analysis.pipeline.MentionAnalysis.ToneGuess;
import ouidire.analysis.tone.ToneScorer;
import ouidire.core.mention.Mention;
import ouidire.core.mention.Span;
import ouidire.core.mention.Tone;

/** The tone of mentions, by our scorer. */
final class FrenchTone implements ToneGuess {
  private final ToneScorer scorer = new ToneScorer();

  @Override
  public Tone of(Mention mention) {
    return scorer.score(mention);
  }

  @Override
  public Tone toward(Mention mention, List<Span> spans) {
    return scorer.toward(mention, spans);
  }
}
