package ouidire.deploy.app;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import ouidire.analysis.aspect.AspectFinder;
import ouidire.analysis.kind.KindScorer;
import ouidire.analysis.kind.Sponsorship;
import ouidire.analysis.language.LanguageDetector;
import ouidire.analysis.moderation.Moderator;
import ouidire.analysis.pipeline.MentionAnalysis.Listener;
import ouidire.analysis.tone.MentionReading;
import ouidire.analysis.tone.ToneReview;
import ouidire.analysis.tone.ToneScorer;
import ouidire.core.correction.WordRule;
import ouidire.core.mention.Aspect;
import ouidire.core.mention.Finding;
import ouidire.core.mention.Mention;
import ouidire.core.mention.Span;
import ouidire.core.mention.Tone;

/**
 * How French mentions speak: tone, kinds and flags, from one reading. Of a mention in another
 * language nothing is said.
 */
final class FrenchListener implements Listener {
  private static final Heard NOTHING = Heard.only(Tone.UNKNOWN);

  private final ToneScorer tones = new ToneScorer();
  private final WordRules rules;
  private final ToneReview review;
  private final KindScorer kinds = new KindScorer();
  private final Moderator moderator = new Moderator();
  private final AspectFinder aspects = new AspectFinder(tones);

  /** What words mean for each brand. */
  interface WordRules {
    List<WordRule> of(String brand);
  }

  FrenchListener(WordRules rules, ToneReview review) {
    this.rules = rules;
    this.review = review;
  }

  @Override
  public Heard hear(Mention mention, String language) {
    if (!language.equals("fr") && !language.equals(LanguageDetector.UNDETERMINED)) {
      List<Finding> paid = Sponsorship.of(mention);
      return paid.isEmpty() ? NOTHING : new Paid(paid);
    }
    return new French(mention);
  }

  /** A text in another language that says it is paid, or shows it. */
  private record Paid(List<Finding> kinds) implements Heard {
    @Override
    public Tone whole() {
      return Tone.UNKNOWN;
    }

    @Override
    public Tone toward(String brand, List<Span> spans) {
      return Tone.UNKNOWN;
    }

    @Override
    public List<Finding> flags() {
      return List.of();
    }

    @Override
    public List<Aspect> aspects() {
      return List.of();
    }
  }

  private final class French implements Heard {
    private final Mention mention;
    private final MentionReading reading;
    private @Nullable Tone whole;
    private final Map<List<Span>, Tone> toward = new HashMap<>(4);
    private @Nullable List<Finding> flags;

    French(Mention mention) {
      this.mention = mention;
      this.reading = MentionReading.of(mention.title(), mention.text());
    }

    @Override
    public Tone whole() {
      Tone told = whole;
      if (told == null) {
        told = review.on(mention.title(), mention.text(), reading, tones.score(reading));
        whole = told;
      }
      return told;
    }

    @Override
    public Tone toward(String brand, List<Span> spans) {
      MentionReading own = rules.of(brand).isEmpty() ? reading : reading.with(rules.of(brand));
      if (spans.isEmpty()) {
        return own == reading ? whole() : tones.score(own);
      }
      if (own != reading) {
        return tones.toward(own, spans);
      }
      // Brands that are found in the same place are spoken of in the same tone.
      return toward.computeIfAbsent(spans, places -> tones.toward(reading, places));
    }

    @Override
    public List<Finding> kinds() {
      List<Finding> learned = kinds.kinds(reading, flags());
      List<Finding> paid = Sponsorship.of(mention);
      if (paid.isEmpty()) {
        return learned;
      }
      List<Finding> all = new ArrayList<>(learned);
      all.addAll(paid);
      return all;
    }

    @Override
    public List<Finding> flags() {
      List<Finding> raised = flags;
      if (raised == null) {
        raised = moderator.flags(reading);
        flags = raised;
      }
      return raised;
    }

    @Override
    public List<Aspect> aspects() {
      return aspects.of(reading);
    }
  }
}
