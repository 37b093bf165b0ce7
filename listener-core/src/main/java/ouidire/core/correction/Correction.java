package ouidire.core.correction;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ouidire.core.mention.Evidence;
import ouidire.core.mention.Finding;
import ouidire.core.mention.Mention;
import ouidire.core.mention.RemarkKinds;
import ouidire.core.mention.Tone;
import ouidire.core.mention.ToneLabel;

/**
 * What somebody says of one mention. Its JSON, the value of a setting of kind {@value #KIND} whose
 * id is the mention's: {@code
 * {"tone":"negative","toward":{"nordika":"neutral"},"kinds":["press"]}}, any of the three left out
 * where analysis is right.
 *
 * @param tone of the whole; null to leave it
 * @param toward brands, by id, and the tone toward each; others are left
 * @param kinds the kinds of remark, all of them; null to leave them
 */
public record Correction(
    @Nullable ToneLabel tone, Map<String, ToneLabel> toward, @Nullable List<String> kinds) {
  public static final String KIND = "correction";

  /** The rule named where a person decided. */
  public static final String RULE = "corrected";

  /** Tones that people choose from. */
  public static final List<String> TONES = List.of("negative", "neutral", "positive");

  public Correction {
    toward = Map.copyOf(toward);
    kinds = kinds == null ? null : List.copyOf(kinds);
  }

  /**
   * Reads what is kept.
   *
   * @throws IllegalArgumentException naming the field, what was found and what was expected
   */
  public static Correction read(JsonNode json) {
    JsonNode tone = json.path("tone");
    Map<String, ToneLabel> toward = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> one : json.path("toward").properties()) {
      toward.put(one.getKey(), label("toward." + one.getKey(), one.getValue().asText("")));
    }
    List<String> kinds = null;
    if (json.path("kinds").isArray()) {
      kinds = new ArrayList<>();
      for (JsonNode kind : json.path("kinds")) {
        if (!RemarkKinds.ALL.contains(kind.asText(""))) {
          throw wrong("kinds", kind.asText(""), RemarkKinds.ALL);
        }
        kinds.add(kind.asText());
      }
    }
    boolean whole = !tone.isMissingNode() && !tone.isNull();
    return new Correction(whole ? label("tone", tone.asText("")) : null, toward, kinds);
  }

  /** As it is kept. */
  public ObjectNode json() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    if (tone != null) {
      json.put("tone", word(tone));
    }
    if (!toward.isEmpty()) {
      ObjectNode brands = json.putObject("toward");
      toward.entrySet().stream()
          .sorted(Map.Entry.comparingByKey())
          .forEach(one -> brands.put(one.getKey(), word(one.getValue())));
    }
    if (kinds != null) {
      ArrayNode all = json.putArray("kinds");
      kinds.forEach(all::add);
    }
    return json;
  }

  /** True when it says nothing. */
  public boolean isEmpty() {
    return tone == null && toward.isEmpty() && kinds == null;
  }

  /** The tone of the whole as somebody says it. */
  public Optional<Tone> whole(Mention mention) {
    return Optional.ofNullable(tone).map(label -> stated(mention, label));
  }

  /** The tone toward a brand as somebody says it. */
  public Optional<Tone> toward(Mention mention, String brand) {
    return Optional.ofNullable(toward.get(brand)).map(label -> stated(mention, label));
  }

  /** The kinds of remark as somebody says them. */
  public Optional<List<Finding>> findings() {
    return Optional.ofNullable(kinds)
        .map(names -> names.stream().map(name -> new Finding(name, RULE, 1, List.of())).toList());
  }

  /** A person's word is certain, and the whole text is its reason. */
  private static Tone stated(Mention mention, ToneLabel label) {
    double score =
        switch (label) {
          case NEGATIVE -> -1;
          case POSITIVE -> 1;
          default -> 0;
        };
    return new Tone(
        label, score, 1, List.of(new Evidence("text", 0, mention.text().length(), RULE, score)));
  }

  static ToneLabel label(String field, String value) {
    if (!TONES.contains(value)) {
      throw wrong(field, value, TONES);
    }
    return ToneLabel.valueOf(value.toUpperCase(Locale.ROOT));
  }

  static String word(ToneLabel label) {
    return label.name().toLowerCase(Locale.ROOT);
  }

  private static IllegalArgumentException wrong(String field, String found, List<String> expected) {
    return new IllegalArgumentException(
        field + ": found \"" + found + "\", expected one of " + String.join(", ", expected));
  }
}
