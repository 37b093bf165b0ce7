package ouidire.analysis.tone;

import java.util.List;
import org.jspecify.annotations.Nullable;
import ouidire.core.mention.Mention;
import ouidire.core.mention.Span;
import ouidire.core.mention.Tone;

/**
 * The tone of French mentions, with what decided it. Thread-safe.
 *
 * <p>The label is the most likely of negative, neutral and positive, or unknown (an abstention)
 * when its confidence is below the threshold. The score is the probability of positive less that of
 * negative.
 */
public final class ToneScorer {
  private final ToneLexicon lexicon;

  /** A scorer with the lexicon that ships. */
  public ToneScorer() {
    lexicon = ToneLexicon.shipped();
  }

  /** The tone of a whole mention. */
  public Tone score(Mention mention) {
    return score(mention.title(), mention.text());
  }

  /** The tone of a title, null when there is none, and a text. */
  public Tone score(@Nullable String title, String text) {
    ToneTokens tokens = ToneTokens.of(title, text);
    return RuleTone.of(ToneReading.of(tokens, lexicon), 0, tokens.size);
  }

  /**
   * The tone toward a brand in a mention.
   *
   * @param brandSpans where the brand's terms stand; when empty, the tone of the whole
   */
  public Tone toward(Mention mention, List<Span> brandSpans) {
    if (brandSpans.isEmpty()) {
      return score(mention);
    }
    ToneTokens tokens = ToneTokens.of(mention.title(), mention.text());
    ToneReading reading = ToneReading.of(tokens, lexicon);
    int[] part = RuleTone.partAround(reading, brandSpans);
    return RuleTone.of(reading, part[0], part[1]);
  }
}
