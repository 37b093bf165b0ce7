package ouidire.api;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ouidire.core.link.LinkReport;
import ouidire.core.link.LinkReport.Backlink;
import ouidire.core.link.LinkReport.Domain;
import ouidire.core.link.LinkReport.Page;
import ouidire.core.link.LinkReport.Sums;

/**
 * Writes one table of a {@link LinkReport} as CSV (RFC 4180) with a byte order mark, which
 * spreadsheets need. A cell that a spreadsheet would take for a formula has an apostrophe before
 * it.
 */
final class LinkCsv {
  private static final String FORMULA_SIGNS = "=+-@\t\r\uFF1D\uFF0B\uFF0D\uFF20";
  private static final List<String> SUMS =
      List.of(
          "mentions",
          "backlinks",
          "new_backlinks",
          "lost_backlinks",
          "reach_potential",
          "authors",
          "authors_with_known_reach",
          "visits",
          "first_seen",
          "last_seen");

  private final Appendable out;
  private final char separator;
  private boolean begun;

  LinkCsv(Appendable out, char separator) {
    this.out = out;
    this.separator = separator;
  }

  void write(LinksResource.Table table, LinkReport report) throws IOException {
    out.append('\uFEFF');
    switch (table) {
      case DOMAINS -> domains(report.domains());
      case PAGES -> pages(report.pages());
      case BACKLINKS -> backlinks(report);
    }
  }

  private void domains(List<Domain> rows) throws IOException {
    header(List.of("domain", "source", "own"), SUMS);
    for (Domain row : rows) {
      cell(row.domain());
      cell(row.source());
      cell(Boolean.toString(row.own()));
      sums(row.sums());
      cell(row.firstSeen());
      cell(row.lastSeen());
      end();
    }
  }

  private void pages(List<Page> rows) throws IOException {
    header(List.of("page", "linking_domains"), SUMS);
    for (Page row : rows) {
      cell(row.url());
      cell(row.domains());
      sums(row.sums());
      cell(row.firstSeen());
      cell(row.lastSeen());
      end();
    }
  }

  private void backlinks(LinkReport report) throws IOException {
    header(
        List.of("state", "from", "by", "to", "mention", "mentions"),
        List.of("first_seen", "last_seen", "lost_at"));
    for (Backlink row : report.fresh()) {
      backlink("new", row);
    }
    for (Backlink row : report.lost()) {
      backlink("lost", row);
    }
  }

  private void backlink(String state, Backlink row) throws IOException {
    cell(state);
    cell(row.from());
    cell(row.by());
    cell(row.to());
    cell(row.mention());
    cell(row.mentions());
    cell(row.firstSeen());
    cell(row.lastSeen());
    cell(row.lost());
    end();
  }

  private void sums(Sums sums) throws IOException {
    cell(sums.mentions());
    cell(sums.backlinks());
    cell(sums.fresh());
    cell(sums.lost());
    cell(sums.reach());
    cell(sums.authors());
    cell(sums.reachKnown());
    cell(sums.visits());
  }

  private void header(List<String> first, List<String> then) throws IOException {
    for (String name : first) {
      cell(name);
    }
    for (String name : then) {
      cell(name);
    }
    end();
  }

  private void cell(@Nullable Object value) throws IOException {
    if (begun) {
      out.append(separator);
    }
    begun = true;
    String text = value == null ? "" : value.toString();
    if (!text.isEmpty() && FORMULA_SIGNS.indexOf(text.charAt(0)) >= 0) {
      text = "'" + text;
    }
    boolean quoted =
        text.indexOf(separator) >= 0
            || text.indexOf('"') >= 0
            || text.indexOf('\n') >= 0
            || text.indexOf('\r') >= 0;
    out.append(quoted ? '"' + text.replace("\"", "\"\"") + '"' : text);
  }

  private void end() throws IOException {
    out.append("\r\n");
    begun = false;
  }
}
