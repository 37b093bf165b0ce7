package ouidire.api;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import ouidire.api.problem.Language;
import ouidire.api.problem.Message;
import ouidire.api.problem.Problem;
import ouidire.api.problem.ProblemKind;
import ouidire.core.brand.Brand;
import ouidire.core.brand.BrandCatalogue;
import ouidire.core.brand.BrandJson;
import ouidire.core.brand.BrandState;
import ouidire.core.brand.BrandState.Origin;

/**
 * {@code /api/v1/brands}: what is watched, how it stands, and its editing. A brand of the
 * configuration can be changed here and brought back to what is configured, not removed.
 */
final class BrandsResource {
  private static final int MAX_BRANDS = 1_000;
  private static final Keys KEYS =
      Keys.of("name", "query", "competitor", "accounts", "sites", "zone")
          .andAnswered("origin", "trouble", "past");

  private final Editing editing;
  private final Entries entries;

  BrandsResource(Editing editing) {
    this.editing = editing;
    this.entries = new Entries(editing.settings(), BrandJson.KIND, KEYS, this::checked);
  }

  void list(Context call) {
    Parameters.none(call);
    Json.object(
        call,
        json -> {
          json.writeArrayFieldStart("brands");
          for (BrandState state : editing.brands().states()) {
            json.writeStartObject();
            fields(json, state, call);
            json.writeEndObject();
          }
          json.writeEndArray();
        });
  }

  void one(Context call) {
    Parameters.none(call);
    answer(call, call.pathParam("id"));
  }

  void put(Context call) throws IOException {
    answer(call, entries.put(call).id());
  }

  void delete(Context call) {
    String id = call.pathParam("id");
    BrandState state = state(id).orElseThrow(() -> entries.missing(id));
    if (state.origin() == Origin.CONFIGURED) {
      throw Problem.of(ProblemKind.CONFLICT, Message.of("conflict.configured")).exception();
    }
    entries.delete(call);
    call.status(HttpStatus.NO_CONTENT);
  }

  void history(Context call) {
    entries.history(call);
  }

  void undo(Context call) throws IOException {
    String id = call.pathParam("id");
    entries.undo(call);
    if (state(id).isEmpty()) {
      call.status(HttpStatus.NO_CONTENT);
    } else {
      answer(call, id);
    }
  }

  private void answer(Context call, String id) {
    BrandState state = state(id).orElseThrow(() -> entries.missing(id));
    Json.object(call, json -> fields(json, state, call));
  }

  private Optional<BrandState> state(String id) {
    return editing.brands().states().stream().filter(s -> s.brand().id().equals(id)).findFirst();
  }

  /** A brand that is watched, or the problem that says that it is not. */
  static Brand watched(BrandCatalogue brands, String id) {
    return brands.brands().stream()
        .filter(brand -> brand.id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                Problem.of(ProblemKind.NOT_FOUND, Message.of("thing.brand"), Message.shortened(id))
                    .exception());
  }

  private ObjectNode checked(String id, JsonNode body) {
    List<BrandState> states = editing.brands().states();
    ZoneId zone = states.isEmpty() ? ZoneOffset.UTC : states.getFirst().brand().zone();
    Brand brand;
    try {
      brand = BrandJson.read(id, body, zone);
    } catch (BrandJson.InvalidBrandException e) {
      throw Entries.badField(
          e.field(), body.path(e.field()).asText(id), Message.of("remedy.brand." + e.field()));
    }
    if (states.size() >= MAX_BRANDS && state(id).isEmpty()) {
      throw Problem.of(ProblemKind.TOO_LARGE, Message.of("limit.brands", "" + MAX_BRANDS))
          .exception();
    }
    editing.desk().requireBrandQuery(brand.query(), brand.zone());
    return BrandJson.write(brand);
  }

  private static void fields(JsonGenerator json, BrandState state, Context call)
      throws IOException {
    Brand brand = state.brand();
    json.writeStringField("id", brand.id());
    json.writeStringField("name", brand.name());
    json.writeStringField("query", brand.query());
    json.writeBooleanField("competitor", brand.competitor());
    Json.texts(json, "accounts", brand.accounts());
    Json.texts(json, "sites", brand.sites().stream().map(Object::toString).toList());
    json.writeStringField("zone", brand.zone().getId());
    Json.word(json, "origin", state.origin());
    json.writeNumberField("version", state.version());
    Json.text(json, "changedBy", state.changedBy());
    Json.time(json, "changedAt", state.changedAt());
    BrandState.Trouble trouble = state.trouble();
    boolean french = Language.of(call.header("Accept-Language")) == Language.FR;
    Json.text(json, "trouble", trouble == null ? null : french ? trouble.fr() : trouble.en());
    json.writeObjectFieldStart("past");
    Json.word(json, "step", state.past().step());
    json.writeNumberField("looked", state.past().looked());
    json.writeNumberField("total", state.past().total());
    json.writeEndObject();
  }
}
