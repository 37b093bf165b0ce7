package ouidire.analysis.aspect;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import ouidire.analysis.tone.MentionReading;
import ouidire.analysis.tone.ToneScorer;
import ouidire.core.mention.Aspect;
import ouidire.core.mention.Evidence;
import ouidire.core.mention.Span;
import ouidire.core.mention.Tone;

/** Finds what of a brand a French mention speaks about, with the tone toward each. Thread-safe. */
public final class AspectFinder {
  private static final class Holder {
    static final AspectWords WORDS = new AspectWords();
  }

  private final ToneScorer tones;

  /**
   * @param tones tells the tone toward the words that name an aspect
   */
  public AspectFinder(ToneScorer tones) {
    this.tones = tones;
  }

  /** The aspects that a mention names, each once, in the order of their first word. */
  public List<Aspect> of(MentionReading reading) {
    Map<String, List<Span>> named = new LinkedHashMap<>();
    for (AspectWords.Found found : Holder.WORDS.find(reading)) {
      named
          .computeIfAbsent(found.aspect(), _ -> new ArrayList<>(2))
          .add(
              new Span(
                  reading.field(found.from()),
                  reading.start(found.from()),
                  reading.end(found.to() - 1)));
    }
    List<Aspect> aspects = new ArrayList<>(named.size());
    named.forEach((name, spans) -> aspects.add(aspect(reading, name, spans)));
    return aspects;
  }

  private Aspect aspect(MentionReading reading, String name, List<Span> spans) {
    Tone tone = tones.inClause(reading, spans);
    List<Evidence> evidence = new ArrayList<>(spans.size() + tone.evidence().size());
    for (Span span : spans) {
      evidence.add(new Evidence(span.field(), span.start(), span.end(), Aspect.NAMED, 0));
    }
    evidence.addAll(tone.evidence());
    return new Aspect(name, tone.label(), evidence);
  }
}
