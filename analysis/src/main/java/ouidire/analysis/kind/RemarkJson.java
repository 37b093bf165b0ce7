package ouidire.analysis.kind;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import ouidire.analysis.language.LanguageDetector;
import ouidire.analysis.moderation.Moderator;
import ouidire.analysis.tone.MentionReading;
import ouidire.analysis.tone.TargetSpans;
import ouidire.analysis.tone.ToneReview;
import ouidire.analysis.tone.ToneScorer;
import ouidire.core.mention.Evidence;
import ouidire.core.mention.Finding;
import ouidire.core.mention.Tone;

/** All that is told of a text, as the {@code tone} verb prints it. Thread-safe. */
public final class RemarkJson {
  private static final JsonFactory JSON = new JsonFactory();

  private final ToneScorer tones;
  private final ToneReview review;
  private final KindScorer kinds = new KindScorer();
  private final Moderator moderator = new Moderator();
  private final LanguageDetector languages = new LanguageDetector();

  /** Tells what the scorer states, after another look at the tone of the whole. */
  public RemarkJson(ToneScorer tones, ToneReview review) {
    this.tones = tones;
    this.review = review;
  }

  /**
   * One line of JSON: {@code text, language, label, score, confidence, evidence} with the words
   * cited, {@code kinds, moderation}; and {@code target} with the tone toward it when one is given.
   *
   * @param target a brand's name; null for none
   */
  public String of(String text, @Nullable String target) throws IOException {
    MentionReading reading = MentionReading.of(null, text);
    StringWriter out = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(out)) {
      json.writeStartObject();
      json.writeStringField("text", text);
      json.writeStringField("language", languages.detect(text));
      tone(json, text, review.on(null, text, reading, tones.score(null, text)));
      if (target != null) {
        json.writeObjectFieldStart("target");
        json.writeStringField("name", target);
        tone(json, text, tones.toward(reading, TargetSpans.find(target, text)));
        json.writeEndObject();
      }
      kinds(json, text, kinds.kinds(reading));
      flags(json, text, moderator.flags(reading));
      json.writeEndObject();
    }
    return out.toString();
  }

  private static void tone(JsonGenerator json, String text, Tone tone) throws IOException {
    json.writeStringField("label", tone.label().name().toLowerCase(Locale.ROOT));
    json.writeNumberField("score", rounded(tone.score()));
    json.writeNumberField("confidence", rounded(tone.confidence()));
    evidence(json, text, tone.evidence());
  }

  private static void kinds(JsonGenerator json, String text, List<Finding> kinds)
      throws IOException {
    json.writeArrayFieldStart("kinds");
    for (Finding kind : kinds) {
      json.writeStartObject();
      json.writeStringField("kind", kind.name());
      json.writeNumberField("confidence", rounded(kind.confidence()));
      evidence(json, text, kind.evidence());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void flags(JsonGenerator json, String text, List<Finding> flags)
      throws IOException {
    json.writeArrayFieldStart("moderation");
    for (Finding flag : flags) {
      json.writeStartObject();
      json.writeStringField("flag", flag.name());
      json.writeStringField("rule", flag.rule());
      evidence(json, text, flag.evidence());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void evidence(JsonGenerator json, String text, List<Evidence> evidence)
      throws IOException {
    json.writeArrayFieldStart("evidence");
    for (Evidence part : evidence) {
      json.writeStartObject();
      json.writeStringField("words", text.substring(part.start(), part.end()));
      json.writeStringField("field", part.field());
      json.writeNumberField("start", part.start());
      json.writeNumberField("end", part.end());
      json.writeStringField("rule", part.rule());
      json.writeNumberField("weight", rounded(part.weight()));
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static double rounded(double value) {
    return Math.round(value * 10_000) / 10_000.0;
  }
}
