package ouidire.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.io.StringWriter;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import ouidire.api.FilterParameters.Asked;
import ouidire.api.problem.Language;
import ouidire.api.problem.Message;
import ouidire.api.problem.Problem;
import ouidire.api.problem.ProblemKind;
import ouidire.core.brand.Brand;
import ouidire.core.brand.BrandCatalogue;
import ouidire.core.history.MentionFilter;
import ouidire.core.history.MentionHistory;
import ouidire.core.link.LinkPorts;
import ouidire.core.link.LinkQuestion;
import ouidire.core.link.LinkReport;
import ouidire.core.link.LinkSurvey;

/**
 * {@code /api/v1/brands/{id}/links}: who links to a brand's sites, or where mentions of it link to;
 * the same as CSV; and looking for lost links.
 */
final class LinksResource {
  private static final int MAX_ROWS = 1_000;

  private final MentionHistory history;
  private final FilterParameters filters;
  private final BrandCatalogue brands;
  private final LinkPorts links;
  private final InstantSource clock;

  LinksResource(ApiPorts ports, FilterParameters filters) {
    this.history = ports.history();
    this.filters = filters;
    this.brands = ports.brands();
    this.links = ports.links();
    this.clock = ports.clock();
  }

  /** Which links. */
  enum Scope {
    /** Those to the brand's sites, whoever carries them. */
    SITES,
    /** All that mentions of the brand carry. */
    ALL
  }

  /** What a table of the export holds. */
  enum Table {
    DOMAINS,
    PAGES,
    BACKLINKS
  }

  private record Answer(Brand brand, Scope scope, Asked asked, LinkReport report) {}

  void links(Context call) {
    Answer answer = answer(call, "scope", "limit");
    int limit = answer.asked().more().number("limit", 50, 1, MAX_ROWS);
    Language language = Language.of(call.header("Accept-Language"));
    Json.object(
        call,
        json -> {
          json.writeStringField("brand", answer.brand().id());
          Json.word(json, "scope", answer.scope());
          Json.texts(json, "sites", answer.brand().sites().stream().map(Object::toString).toList());
          json.writeStringField("formula", language.say(Message.of("formula.links")));
          new LinkReportJson(json, limit).write(answer.report());
          LinkReportJson.progress(json, links.checks().progress(answer.brand().id()));
          LinkReportJson.extent(json, links.visits().extent(answer.brand().id()));
        });
  }

  void csv(Context call) throws IOException {
    Answer answer = answer(call, "scope", "table", "separator");
    Table table = answer.asked().more().word("table", Table.class).orElse(Table.DOMAINS);
    char separator = ExportResource.separator(answer.asked().more());
    StringWriter out = new StringWriter();
    new LinkCsv(out, separator).write(table, answer.report());
    String day = clock.instant().atZone(answer.asked().zone()).toLocalDate().toString();
    call.header(
        "Content-Disposition",
        "attachment; filename=\"liens-%s-%s-%s.csv\""
            .formatted(answer.brand().id(), Json.word(table), day));
    call.contentType("text/csv;charset=utf-8;header=present")
        .result(out.toString().getBytes(UTF_8));
  }

  void check(Context call) {
    Parameters.none(call);
    Brand brand = brand(call);
    if (brand.sites().isEmpty()) {
      throw Problem.of(ProblemKind.CONFLICT, Message.of("conflict.no-sites")).exception();
    }
    var progress = links.checks().begin(brand.id());
    call.status(HttpStatus.ACCEPTED);
    Json.object(call, json -> LinkReportJson.progress(json, progress));
  }

  private Answer answer(Context call, String... own) {
    Asked asked = filters.read(call, own);
    Brand brand = brand(call);
    Scope scope =
        asked
            .more()
            .word("scope", Scope.class)
            .orElse(brand.sites().isEmpty() ? Scope.ALL : Scope.SITES);
    MentionFilter filter =
        scope == Scope.ALL ? asked.filter().withBrands(Set.of(brand.id())) : asked.filter();
    boolean nothing = scope == Scope.SITES && brand.sites().isEmpty();
    LinkQuestion question =
        new LinkQuestion(
            filter,
            scope == Scope.SITES ? brand.sites() : List.of(),
            brand.sites(),
            brand.id(),
            brand.zone());
    LinkReport report =
        nothing
            ? LinkReport.NOTHING
            : LinkSurvey.of(history, links.book(), links.visits(), question);
    return new Answer(brand, scope, asked, report);
  }

  private Brand brand(Context call) {
    return BrandsResource.watched(brands, call.pathParam("id"));
  }
}
