package ouidire.deploy.app;

import java.util.List;
import ouidire.analysis.kind.KindScorer;
import ouidire.analysis.language.LanguageDetector;
import ouidire.analysis.moderation.Moderator;
import ouidire.analysis.pipeline.MentionAnalysis.Listener;
import ouidire.analysis.tone.MentionReading;
import ouidire.analysis.tone.ToneScorer;
import ouidire.core.mention.Finding;
import ouidire.core.mention.Mention;
import ouidire.core.mention.Span;
import ouidire.core.mention.Tone;

/**
 * How French mentions speak: tone, kinds and flags, from one reading. Of a mention in another
 * language nothing is said.
 */
final class FrenchListener implements Listener {
  private static final Heard NOTHING = new Nothing();

  private final ToneScorer tones = new ToneScorer();
  private final KindScorer kinds = new KindScorer();
  private final Moderator moderator = new Moderator();

  @Override
  public Heard hear(Mention mention, String language) {
    if (!language.equals("fr") && !language.equals(LanguageDetector.UNDETERMINED)) {
      return NOTHING;
    }
    return new French(MentionReading.of(mention.title(), mention.text()));
  }

  private final class French implements Heard {
    private final MentionReading reading;

    French(MentionReading reading) {
      this.reading = reading;
    }

    @Override
    public Tone whole() {
      return tones.score(reading);
    }

    @Override
    public Tone toward(List<Span> spans) {
      return tones.toward(reading, spans);
    }

    @Override
    public List<Finding> kinds() {
      return kinds.kinds(reading);
    }

    @Override
    public List<Finding> flags() {
      return moderator.flags(reading);
    }
  }

  private static final class Nothing implements Heard {
    @Override
    public Tone whole() {
      return Tone.UNKNOWN;
    }

    @Override
    public Tone toward(List<Span> spans) {
      return Tone.UNKNOWN;
    }

    @Override
    public List<Finding> kinds() {
      return List.of();
    }

    @Override
    public List<Finding> flags() {
      return List.of();
    }
  }
}
