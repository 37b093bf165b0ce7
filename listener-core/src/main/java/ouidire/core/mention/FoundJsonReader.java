package ouidire.core.mention;

import static ouidire.core.mention.JsonValues.each;
import static ouidire.core.mention.JsonValues.fields;
import static ouidire.core.mention.JsonValues.text;
import static ouidire.core.mention.JsonValues.word;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what was found in a mention's words, with the places that show it. */
final class FoundJsonReader {
  private FoundJsonReader() {}

  static BrandMatch match(JsonParser json) throws IOException {
    @Nullable String[] brand = new @Nullable String[1];
    List<Span> spans = new ArrayList<>(4);
    Tone[] tone = {Tone.UNKNOWN};
    fields(
        json,
        "match",
        (key, in) -> {
          switch (key) {
            case "brand" -> brand[0] = text(in, "match.brand");
            case "spans" -> each(in, "match.spans", item -> spans.add(Place.read(item).span()));
            case "tone" -> tone[0] = tone(in);
            default -> in.skipChildren();
          }
        });
    return new BrandMatch(MentionDraft.required("match.brand", brand[0]), spans, tone[0]);
  }

  static Aspect aspect(JsonParser json) throws IOException {
    @Nullable String[] name = new @Nullable String[1];
    ToneLabel[] tone = {ToneLabel.UNKNOWN};
    List<Evidence> evidence = new ArrayList<>(4);
    fields(
        json,
        "aspect",
        (key, in) -> {
          switch (key) {
            case "name" -> name[0] = text(in, "aspect.name");
            case "tone" -> {
              ToneLabel read = word(in, "aspect.tone", ToneLabel.class);
              tone[0] = read == null ? ToneLabel.UNKNOWN : read;
            }
            case "evidence" ->
                each(in, "aspect.evidence", item -> evidence.add(Place.read(item).evidence()));
            default -> in.skipChildren();
          }
        });
    return new Aspect(MentionDraft.required("aspect.name", name[0]), tone[0], evidence);
  }

  static Finding finding(JsonParser json) throws IOException {
    @Nullable String[] words = {null, Finding.LEARNED};
    double[] confidence = {1};
    List<Evidence> evidence = new ArrayList<>(4);
    fields(
        json,
        "finding",
        (key, in) -> {
          switch (key) {
            case "name" -> words[0] = text(in, "finding.name");
            case "rule" -> words[1] = text(in, "finding.rule");
            case "confidence" -> confidence[0] = in.getDoubleValue();
            case "evidence" ->
                each(in, "finding.evidence", item -> evidence.add(Place.read(item).evidence()));
            default -> in.skipChildren();
          }
        });
    return new Finding(
        MentionDraft.required("finding.name", words[0]),
        MentionDraft.required("finding.rule", words[1]),
        confidence[0],
        evidence);
  }

  static Tone tone(JsonParser json) throws IOException {
    ToneLabel[] label = {ToneLabel.UNKNOWN};
    double[] numbers = new double[2];
    List<Evidence> evidence = new ArrayList<>(4);
    fields(
        json,
        "tone",
        (key, in) -> {
          switch (key) {
            case "label" -> {
              ToneLabel read = word(in, "tone.label", ToneLabel.class);
              label[0] = read == null ? ToneLabel.UNKNOWN : read;
            }
            case "score" -> numbers[0] = in.getDoubleValue();
            case "confidence" -> numbers[1] = in.getDoubleValue();
            case "evidence" ->
                each(in, "tone.evidence", item -> evidence.add(Place.read(item).evidence()));
            default -> in.skipChildren();
          }
        });
    return new Tone(label[0], numbers[0], numbers[1], evidence);
  }

  /** A span with what evidence adds to it. */
  private record Place(String field, int start, int end, String rule, double weight) {
    static Place read(JsonParser json) throws IOException {
      String[] words = {"text", "word"};
      int[] ends = new int[2];
      double[] weight = new double[1];
      fields(
          json,
          "span",
          (key, in) -> {
            switch (key) {
              case "field" ->
                  words[0] = MentionDraft.required("span.field", text(in, "span.field"));
              case "rule" -> words[1] = MentionDraft.required("span.rule", text(in, "span.rule"));
              case "start" -> ends[0] = in.getIntValue();
              case "end" -> ends[1] = in.getIntValue();
              case "weight" -> weight[0] = in.getDoubleValue();
              default -> in.skipChildren();
            }
          });
      return new Place(words[0], ends[0], ends[1], words[1], weight[0]);
    }

    Span span() {
      return new Span(field, start, end);
    }

    Evidence evidence() {
      return new Evidence(field, start, end, rule, weight);
    }
  }
}
