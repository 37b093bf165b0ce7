package ouidire.api;

import io.javalin.http.Context;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ouidire.api.problem.Message;
import ouidire.api.problem.Problem;
import ouidire.api.problem.ProblemKind;
import ouidire.core.brand.Brand;
import ouidire.core.brand.BrandCatalogue;
import ouidire.core.link.LinkPorts;
import ouidire.core.link.VisitBook.TooManyVisitsException;
import ouidire.core.link.VisitFiles;
import ouidire.core.link.VisitFiles.Contents;
import ouidire.core.settings.SettingNotKeptException;
import ouidire.core.words.Wording;

/**
 * {@code /api/v1/brands/{id}/visits}: visits of a brand's sites, imported from the CSV of a tool of
 * web analytics. The same row imported again replaces itself.
 */
final class VisitsResource {
  private static final Logger AUDIT = LoggerFactory.getLogger("ouidire.api.audit");
  private static final String CSV = "text/csv";

  private final BrandCatalogue brands;
  private final LinkPorts links;
  private final int maxBody;

  VisitsResource(ApiPorts ports, ApiSettings settings) {
    this.brands = ports.brands();
    this.links = ports.links();
    this.maxBody = settings.maxBody();
  }

  void post(Context call) throws IOException {
    Parameters.none(call);
    Brand brand = BrandsResource.watched(brands, call.pathParam("id"));
    // Browsers name files from a spreadsheet's folder by the spreadsheet's type.
    Bodies.requireType(
        call, CSV, "application/vnd.ms-excel", "text/plain", "application/octet-stream");
    byte[] body = Bodies.read(call, maxBody);
    Contents contents;
    try {
      contents = links.files().read(new ByteArrayInputStream(body), brand.sites(), brand.zone());
    } catch (VisitFiles.UnreadableException e) {
      throw Problem.of(ProblemKind.INVALID_BODY, e.words()).exception();
    }
    try {
      links.visits().keep(brand.id(), contents.visits(), Caller.of(call).key().name());
    } catch (TooManyVisitsException e) {
      throw Problem.of(
              ProblemKind.INVALID_BODY,
              Message.of("body.visits", e.day().toString(), String.valueOf(e.rows())))
          .exception();
    } catch (SettingNotKeptException e) {
      throw Entries.notKept();
    }
    AUDIT.info(
        "visits of {} imported with key {}: {} rows, {} refused",
        brand.id(),
        Caller.of(call).key().id(),
        contents.rows(),
        contents.refusedRows());
    answer(call, brand, contents);
  }

  private void answer(Context call, Brand brand, Contents contents) {
    Locale reader = AnswerLanguage.of(call);
    Json.object(
        call,
        json -> {
          json.writeNumberField("rows", contents.rows());
          json.writeNumberField("kept", contents.visits().size());
          json.writeNumberField(
              "days", contents.visits().stream().map(visit -> visit.day()).distinct().count());
          json.writeNumberField(
              "visits", contents.visits().stream().mapToLong(visit -> visit.visits()).sum());
          json.writeObjectFieldStart("columns");
          for (var column : contents.columns().entrySet()) {
            json.writeStringField(column.getKey(), column.getValue());
          }
          json.writeEndObject();
          json.writeNumberField("refusedRows", contents.refusedRows());
          json.writeArrayFieldStart("refused");
          for (VisitFiles.Refused one : contents.refused()) {
            json.writeStartObject();
            json.writeNumberField("line", one.line());
            Json.text(json, "column", one.column());
            json.writeStringField("detail", one.reason().in(reader));
            json.writeEndObject();
          }
          json.writeEndArray();
          Json.texts(
              json,
              "notes",
              contents.notes().stream().map((Wording note) -> note.in(reader)).toList());
          LinkReportJson.extent(json, links.visits().extent(brand.id()));
        });
  }

  void delete(Context call) {
    Parameters given = Parameters.of(call, Parameters.names("first", "last"));
    Brand brand = BrandsResource.watched(brands, call.pathParam("id"));
    LocalDate first = day(given, "first");
    LocalDate last = day(given, "last");
    int days;
    try {
      days = links.visits().delete(brand.id(), first, last, Caller.of(call).key().name());
    } catch (SettingNotKeptException e) {
      throw Entries.notKept();
    }
    AUDIT.info(
        "visits of {} deleted with key {}: {} days", brand.id(), Caller.of(call).key().id(), days);
    Json.object(
        call,
        json -> {
          json.writeNumberField("days", days);
          LinkReportJson.extent(json, links.visits().extent(brand.id()));
        });
  }

  private static LocalDate day(Parameters given, String name) {
    String value = given.one(name).orElse("");
    try {
      return LocalDate.parse(value);
    } catch (DateTimeException e) {
      throw Problem.parameter(name, value, Message.of("remedy.day")).exception();
    }
  }
}
