package ouidire.api;

import com.fasterxml.jackson.core.JsonGenerator;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import ouidire.api.FilterParameters.Asked;
import ouidire.api.metric.Accounts;
import ouidire.api.metric.Cadence;
import ouidire.api.problem.Language;
import ouidire.api.problem.Message;
import ouidire.core.brand.Brand;
import ouidire.core.brand.BrandCatalogue;
import ouidire.core.history.MentionHistory;
import ouidire.core.settings.SettingNotKeptException;
import ouidire.core.settings.SettingsStore;

/**
 * {@code GET /api/v1/metrics/accounts}: the declared accounts of the brands of the filter, or of
 * all; {@code POST /api/v1/accounts/followers}: followers by day from a CSV.
 */
final class AccountsResource {
  private static final int MAX_CSV = 2 * 1024 * 1024;

  private final MentionHistory history;
  private final FilterParameters filters;
  private final BrandCatalogue brands;
  private final ImportedFollowers imported;
  private final InstantSource clock;

  AccountsResource(
      MentionHistory history,
      FilterParameters filters,
      BrandCatalogue brands,
      SettingsStore settings,
      InstantSource clock) {
    this.history = history;
    this.filters = filters;
    this.brands = brands;
    this.imported = new ImportedFollowers(settings);
    this.clock = clock;
  }

  void list(Context call) {
    Asked asked = filters.read(call);
    List<Brand> wanted =
        brands.brands().stream()
            .filter(
                brand ->
                    asked.filter().brands().isEmpty()
                        || asked.filter().brands().contains(brand.id()))
            .toList();
    Instant now = clock.instant();
    var kept = imported.all();
    Map<Brand, Accounts> told =
        history.atOneMoment(
            then -> {
              Map<Brand, Accounts> all = new LinkedHashMap<>();
              for (Brand brand : wanted) {
                all.put(
                    brand,
                    Accounts.of(then, brand.accounts(), asked.filter(), kept, asked.zone(), now));
              }
              return all;
            });
    Language language = Language.of(call.header("Accept-Language"));
    Json.object(
        call,
        json -> {
          json.writeStringField("formula", language.say(Message.of("formula.cadence")));
          json.writeArrayFieldStart("accounts");
          for (Map.Entry<Brand, Accounts> brand : told.entrySet()) {
            for (Accounts.Account each : brand.getValue().accounts()) {
              account(json, brand.getKey(), each);
            }
          }
          json.writeEndArray();
        });
  }

  private static void account(JsonGenerator json, Brand brand, Accounts.Account account)
      throws IOException {
    Cadence cadence = account.cadence();
    json.writeStartObject();
    json.writeStringField("brand", brand.id());
    json.writeStringField("account", account.handle());
    Json.text(json, "network", account.network());
    json.writeNumberField("publications", cadence.publications());
    json.writeNumberField("perWeek", Math.round(cadence.perWeek() * 1_000) / 1_000.0);
    Json.time(json, "last", account.last());
    seconds(json, "medianGapSeconds", cadence.median());
    seconds(json, "longestSilenceSeconds", cadence.longest());
    seconds(json, "silenceSeconds", cadence.silence());
    seconds(json, "warnAfterSeconds", cadence.warnAfter());
    json.writeBooleanField("late", cadence.isLate());
    json.writeArrayFieldStart("followers");
    for (Accounts.Point point : account.followers()) {
      json.writeStartObject();
      json.writeStringField("day", point.day().toString());
      json.writeNumberField("followers", point.followers());
      json.writeBooleanField("imported", point.imported());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void seconds(JsonGenerator json, String key, @Nullable Duration value)
      throws IOException {
    if (value == null) {
      json.writeNullField(key);
    } else {
      json.writeNumberField(key, value.toSeconds());
    }
  }

  void importFollowers(Context call) throws IOException {
    Parameters.none(call);
    Bodies.requireType(call, "text/csv");
    String text = new String(Bodies.read(call, MAX_CSV), java.nio.charset.StandardCharsets.UTF_8);
    // Clocks and zones differ by a day at most.
    LocalDate last = clock.instant().atZone(ZoneOffset.UTC).toLocalDate().plusDays(1);
    FollowersCsv read = FollowersCsv.read(text, last);
    try {
      imported.add(read.points(), Caller.of(call).key().name());
    } catch (SettingNotKeptException e) {
      throw Entries.notKept();
    }
    Language language = Language.of(call.header("Accept-Language"));
    Json.object(
        call,
        json -> {
          json.writeNumberField("points", read.points().size());
          json.writeArrayFieldStart("rejected");
          for (FollowersCsv.Rejected each : read.rejected()) {
            json.writeStartObject();
            json.writeNumberField("line", each.line());
            json.writeStringField("reason", language.say(each.reason()));
            json.writeEndObject();
          }
          json.writeEndArray();
        });
  }
}
