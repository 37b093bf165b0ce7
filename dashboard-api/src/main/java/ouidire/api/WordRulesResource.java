package ouidire.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import ouidire.api.problem.Message;
import ouidire.core.brand.BrandCatalogue;
import ouidire.core.correction.Correction;
import ouidire.core.correction.WordRule;
import ouidire.core.settings.Setting;
import ouidire.core.settings.SettingsStore;

/** {@code /api/v1/word-rules}: what words mean for one brand ({@link WordRule}). */
final class WordRulesResource {
  private final Entries entries;
  private final BrandCatalogue brands;

  WordRulesResource(SettingsStore settings, BrandCatalogue brands) {
    this.brands = brands;
    entries = new Entries(settings, WordRule.KIND, this::checked);
  }

  void list(Context call) {
    Parameters.none(call);
    Json.object(
        call,
        json -> {
          json.writeArrayFieldStart("rules");
          for (Setting entry : entries.all()) {
            json.writeStartObject();
            Entries.fields(json, entry);
            json.writeEndObject();
          }
          json.writeEndArray();
        });
  }

  void put(Context call) throws IOException {
    Setting kept = entries.put(call);
    Json.object(call, json -> Entries.fields(json, kept));
  }

  void delete(Context call) {
    if (!entries.delete(call)) {
      throw entries.missing(call.pathParam("id"));
    }
    call.status(HttpStatus.NO_CONTENT);
  }

  void history(Context call) {
    entries.history(call);
  }

  private ObjectNode checked(String id, JsonNode body) {
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
