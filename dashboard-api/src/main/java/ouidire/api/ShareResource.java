package ouidire.api;

import io.javalin.http.Context;
import java.util.List;
import java.util.Set;
import ouidire.api.FilterParameters.Asked;
import ouidire.api.metric.CountUnit;
import ouidire.api.metric.ShareOfVoice;
import ouidire.api.problem.Language;
import ouidire.api.problem.Message;
import ouidire.core.brand.Brand;
import ouidire.core.brand.BrandCatalogue;
import ouidire.core.history.MentionFilter;
import ouidire.core.history.MentionHistory;

/**
 * {@code GET /api/v1/metrics/share-of-voice}: among the brands of the filter, or all when it names
 * none. Each brand's number is the count of the same filter with that brand alone.
 */
final class ShareResource {
  private final MentionHistory history;
  private final FilterParameters filters;
  private final BrandCatalogue brands;

  ShareResource(MentionHistory history, FilterParameters filters, BrandCatalogue brands) {
    this.history = history;
    this.filters = filters;
    this.brands = brands;
  }

  void share(Context call) {
    Asked asked = filters.read(call, "unit");
    CountUnit unit = asked.more().word("unit", CountUnit.class).orElse(CountUnit.MENTIONS);
    MentionFilter filter = asked.filter();
    List<Brand> among =
        brands.brands().stream()
            .filter(brand -> filter.brands().isEmpty() || filter.brands().contains(brand.id()))
            .toList();
    ShareOfVoice share =
        history.atOneMoment(
            now ->
                ShareOfVoice.of(
                    among, brand -> unit.count(now, filter.withBrands(Set.of(brand.id())))));
    Language language = Language.of(call.header("Accept-Language"));
    Json.object(
        call,
        json -> {
          Json.word(json, "unit", unit);
          json.writeStringField(
              "formula",
              language.say(
                  Message.of(
                      "formula.share", language.say(Message.of("unit." + Json.word(unit))))));
          json.writeNumberField("total", share.total());
          json.writeArrayFieldStart("brands");
          for (ShareOfVoice.Part part : share.brands()) {
            json.writeStartObject();
            json.writeStringField("brand", part.brand().id());
            json.writeStringField("name", part.brand().name());
            json.writeBooleanField("competitor", part.brand().competitor());
            json.writeNumberField("count", part.count());
            json.writeNumberField("share", part.share());
            json.writeEndObject();
          }
          json.writeEndArray();
        });
  }
}
