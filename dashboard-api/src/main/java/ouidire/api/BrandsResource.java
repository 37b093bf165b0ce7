package ouidire.api;

import io.javalin.http.Context;
import ouidire.core.brand.Brand;
import ouidire.core.brand.BrandCatalogue;

/** {@code GET /api/v1/brands}: what is watched. */
final class BrandsResource {
  private final BrandCatalogue brands;

  BrandsResource(BrandCatalogue brands) {
    this.brands = brands;
  }

  void list(Context call) {
    Parameters.none(call);
    Json.object(
        call,
        json -> {
          json.writeArrayFieldStart("brands");
          for (Brand brand : brands.brands()) {
            json.writeStartObject();
            json.writeStringField("id", brand.id());
            json.writeStringField("name", brand.name());
            json.writeStringField("query", brand.query());
            json.writeBooleanField("competitor", brand.competitor());
            json.writeArrayFieldStart("accounts");
            for (String account : brand.accounts()) {
              json.writeString(account);
            }
            json.writeEndArray();
            json.writeStringField("zone", brand.zone().getId());
            json.writeEndObject();
          }
          json.writeEndArray();
        });
  }
}
