package ouidire.analysis.pipeline;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import ouidire.core.correction.Correction;
import ouidire.core.mention.Aspect;
import ouidire.core.mention.Finding;
import ouidire.core.mention.Mention;
import ouidire.core.mention.Span;
import ouidire.core.mention.Tone;

/** Hears what another hears, but what people corrected is as they say. */
public final class CorrectedListener implements MentionAnalysis.Listener {
  private final MentionAnalysis.Listener inner;
  private final Function<String, Optional<Correction>> corrections;

  /**
   * @param corrections by the mention's id
   */
  public CorrectedListener(
      MentionAnalysis.Listener inner, Function<String, Optional<Correction>> corrections) {
    this.inner = inner;
    this.corrections = corrections;
  }

  @Override
  public Heard hear(Mention mention, String language) {
    Heard heard = inner.hear(mention, language);
    return corrections
        .apply(mention.id())
        .<Heard>map(said -> new Corrected(mention, heard, said))
        .orElse(heard);
  }

  private record Corrected(Mention mention, Heard heard, Correction said) implements Heard {
    @Override
    public Tone whole() {
      return said.whole(mention).orElseGet(heard::whole);
    }

    @Override
    public Tone toward(String brand, List<Span> spans) {
      return said.toward(mention, brand)
          .orElseGet(() -> spans.isEmpty() ? whole() : heard.toward(brand, spans));
    }

    @Override
    public List<Finding> kinds() {
      return said.findings().orElseGet(heard::kinds);
    }

    @Override
    public List<Finding> flags() {
      return heard.flags();
    }

    @Override
    public List<Aspect> aspects() {
      return heard.aspects();
    }
  }
}
