package ouidire.api;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import ouidire.core.link.LinkChecks;
import ouidire.core.link.LinkReport;
import ouidire.core.link.LinkReport.Backlink;
import ouidire.core.link.LinkReport.Domain;
import ouidire.core.link.LinkReport.Page;
import ouidire.core.link.LinkReport.Sums;
import ouidire.core.link.VisitBook;

/** Writes a {@link LinkReport} into an object that was begun; of each list the first rows. */
final class LinkReportJson {
  private final JsonGenerator json;
  private final int limit;

  LinkReportJson(JsonGenerator json, int limit) {
    this.json = json;
    this.limit = limit;
  }

  void write(LinkReport report) throws IOException {
    json.writeNumberField("looked", report.looked());
    json.writeNumberField("of", report.of());
    json.writeObjectFieldStart("opens");
    Json.texts(json, "domain", report.opens().domains().stream().sorted().toList());
    Json.texts(json, "link", report.opens().links().stream().sorted().toList());
    json.writeEndObject();
    json.writeObjectFieldStart("total");
    sums(report.total().sums());
    json.writeNumberField("domains", report.total().domains());
    json.writeNumberField("pages", report.total().pages());
    json.writeNumberField("visitsAll", report.total().visitsAll());
    json.writeEndObject();
    rows("domains", report.domains(), this::domain);
    rows("pages", report.pages(), this::page);
    rows("fresh", report.fresh(), this::backlink);
    rows("lost", report.lost(), this::backlink);
  }

  private interface Row<T> {
    void write(T row) throws IOException;
  }

  private <T> void rows(String name, List<T> all, Row<T> row) throws IOException {
    json.writeArrayFieldStart(name);
    for (T each : all.subList(0, Math.min(limit, all.size()))) {
      json.writeStartObject();
      row.write(each);
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeNumberField(name + "Of", all.size());
  }

  private void domain(Domain row) throws IOException {
    Json.text(json, "domain", row.domain());
    Json.text(json, "source", row.source());
    json.writeBooleanField("own", row.own());
    sums(row.sums());
    Json.time(json, "firstSeen", row.firstSeen());
    Json.time(json, "lastSeen", row.lastSeen());
  }

  private void page(Page row) throws IOException {
    json.writeStringField("url", row.url());
    Json.texts(json, "written", row.written().stream().sorted().toList());
    json.writeNumberField("domains", row.domains());
    sums(row.sums());
    Json.time(json, "firstSeen", row.firstSeen());
    Json.time(json, "lastSeen", row.lastSeen());
  }

  private void backlink(Backlink row) throws IOException {
    Json.text(json, "from", row.from());
    json.writeStringField("by", row.by());
    json.writeStringField("to", row.to());
    json.writeStringField("mention", row.mention());
    json.writeNumberField("mentions", row.mentions());
    Json.time(json, "firstSeen", row.firstSeen());
    Json.time(json, "lastSeen", row.lastSeen());
    Json.time(json, "lostAt", row.lost());
  }

  private void sums(Sums sums) throws IOException {
    json.writeNumberField("mentions", sums.mentions());
    json.writeNumberField("backlinks", sums.backlinks());
    json.writeNumberField("newBacklinks", sums.fresh());
    json.writeNumberField("lostBacklinks", sums.lost());
    json.writeNumberField("reach", sums.reach());
    json.writeNumberField("authors", sums.authors());
    json.writeNumberField("reachKnown", sums.reachKnown());
    json.writeNumberField("visits", sums.visits());
  }

  static void progress(JsonGenerator json, LinkChecks.Progress progress) throws IOException {
    json.writeObjectFieldStart("check");
    json.writeBooleanField("running", progress.running());
    json.writeNumberField("looked", progress.looked());
    json.writeNumberField("total", progress.total());
    Json.time(json, "endedAt", progress.endedAt());
    json.writeEndObject();
  }

  static void extent(JsonGenerator json, VisitBook.Extent extent) throws IOException {
    json.writeObjectFieldStart("imported");
    Json.text(json, "first", extent.first() == null ? null : extent.first().toString());
    Json.text(json, "last", extent.last() == null ? null : extent.last().toString());
    json.writeNumberField("rows", extent.rows());
    json.writeNumberField("visits", extent.visits());
    json.writeEndObject();
  }
}
