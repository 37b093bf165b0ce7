package ouidire.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ouidire.api.problem.Message;
import ouidire.core.brand.BrandCatalogue;
import ouidire.core.correction.Correction;
import ouidire.core.correction.WordRule;
import ouidire.core.settings.SettingsStore;

/** {@code /api/v1/word-rules}: what words mean for one brand ({@link WordRule}). */
final class WordRulesResource extends EntryResource {
  private static final Keys KEYS = Keys.of("brand", "words", "tone").andAnswered();

  WordRulesResource(SettingsStore settings, BrandCatalogue brands) {
    super(
        new Entries(settings, WordRule.KIND, KEYS, (id, body) -> checked(brands, id, body)),
        "rules");
  }

  private static ObjectNode checked(BrandCatalogue brands, String id, JsonNode body) {
    EntryFields.requireId(id);
    String brand = body.path("brand").asText("");
    if (brands.brands().stream().noneMatch(known -> known.id().equals(brand))) {
      throw Parameters.noneOf(
          "brand", brand, brands.brands().stream().map(known -> known.id()).toList());
    }
    String tone = body.path("tone").asText("");
    if (!Correction.TONES.contains(tone)) {
      throw Parameters.noneOf("tone", tone, Correction.TONES);
    }
    try {
      return WordRule.read(body).json();
    } catch (IllegalArgumentException e) {
      throw Entries.badField("words", body.path("words").asText(""), Message.of("remedy.words"));
    }
  }
}
