package ouidire.ingest.file;

import java.nio.charset.Charset;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ouidire.core.brand.Site;
import ouidire.core.link.CanonicalUrl;
import ouidire.core.link.Visit;
import ouidire.core.link.VisitFiles;
import ouidire.core.link.VisitFiles.Contents;
import ouidire.core.link.VisitFiles.Refused;
import ouidire.core.mention.MentionRules;
import ouidire.core.words.Wording;

/** Makes visits of rows; a bad one is told and never stops the rest. */
final class VisitRows {
  private static final int MAX_REFERRER = 1_000;

  private final VisitHeader header;
  private final Charset charset;
  private final DateReader dates;
  private final List<Site> sites;
  private final ZoneId zone;
  private final Instant latest;
  private final Map<Key, Visit> sums = new LinkedHashMap<>();
  private final List<Refused> refused = new ArrayList<>();
  private long rows;
  private long refusedRows;

  /** What rows of one file are added up by: exactly what is one row where they are kept. */
  private record Key(LocalDate day, String said) {}

  VisitRows(
      VisitHeader header,
      Charset charset,
      DateReader dates,
      List<Site> sites,
      ZoneId zone,
      Instant latest) {
    this.header = header;
    this.charset = charset;
    this.dates = dates;
    this.sites = sites;
    this.zone = zone;
    this.latest = latest;
  }

  long rows() {
    return rows;
  }

  void read(Row row) {
    rows++;
    Wording fault = row.fault;
    if (fault != null) {
      refuse(row, null, fault);
      return;
    }
    String date = header.cell(row, VisitColumn.DATE, charset);
    Instant at = date == null ? null : dates.readOrNull(date);
    if (at == null || at.isBefore(MentionRules.EARLIEST) || at.isAfter(latest)) {
      refuse(
          row,
          VisitColumn.DATE,
          new Wording(
              said(date) + " n’est pas une date d’un jour passé ; donnez-la comme 2026-03-02",
              said(date) + " is no date of a day gone by; give it as 2026-03-02"));
      return;
    }
    String number = header.cell(row, VisitColumn.VISITS, charset);
    Long visits = Numbers.count(number);
    if (visits == null) {
      refuse(
          row,
          VisitColumn.VISITS,
          new Wording(
              said(number) + " n’est pas un nombre de visites ; donnez un entier à partir de 0",
              said(number) + " is no number of visits; give a whole number from 0"));
      return;
    }
    String written = header.cell(row, VisitColumn.PAGE, charset);
    Optional<CanonicalUrl> page = written == null ? Optional.empty() : page(written);
    if (written != null && page.isEmpty()) {
      refuse(
          row,
          VisitColumn.PAGE,
          new Wording(
              said(written)
                  + " n’est pas une adresse ; donnez https://exemple.ca/page, ou déclarez un site à"
                  + " la marque pour /page",
              said(written)
                  + " is no address; give https://example.org/page, or declare a site of the brand"
                  + " for /page"));
      return;
    }
    String referrer = referrer(header.cell(row, VisitColumn.REFERRER, charset));
    if (page.isEmpty() && referrer == null) {
      refuse(
          row,
          null,
          new Wording(
              "ni page ni site référent ; donnez l’un des deux",
              "neither page nor referrer; give one of them"));
      return;
    }
    LocalDate day = at.atZone(zone).toLocalDate();
    Visit visit = new Visit(day, page.orElse(null), referrer, visits);
    sums.merge(new Key(day, visit.key()), visit, (before, more) -> before.plus(more.visits()));
  }

  /** An address with or without scheme, or a path of the brand's first site. */
  private Optional<CanonicalUrl> page(String written) {
    if (written.contains("://")) {
      return CanonicalUrl.of(written);
    }
    if (written.startsWith("/")) {
      return sites.isEmpty()
          ? Optional.empty()
          : CanonicalUrl.of("https://" + sites.getFirst() + written);
    }
    int end = written.indexOf('/');
    String host = end < 0 ? written : written.substring(0, end);
    return host.indexOf('.') > 0 ? CanonicalUrl.of("https://" + written) : Optional.empty();
  }

  private static @Nullable String referrer(@Nullable String written) {
    if (written == null) {
      return null;
    }
    String lower = written.toLowerCase(Locale.ROOT);
    String text = lower.length() > MAX_REFERRER ? lower.substring(0, MAX_REFERRER) : lower;
    // "t.co / referral", as some tools write source and medium.
    int slash = text.indexOf(" / ");
    text = slash < 0 ? text : text.substring(0, slash);
    return written.contains("://")
        ? CanonicalUrl.of(written).map(CanonicalUrl::toString).orElse(text)
        : text;
  }

  private void refuse(Row row, @Nullable VisitColumn column, Wording why) {
    refusedRows++;
    if (refused.size() < VisitFiles.MOST_REFUSED) {
      refused.add(new Refused(row.line, column == null ? null : header.name(column), why));
    }
  }

  private static String said(@Nullable String cell) {
    String text = cell == null ? "" : cell.replaceAll("\\p{Cntrl}", " ");
    return "« " + (text.length() > 80 ? text.substring(0, 80) + "…" : text) + " »";
  }

  Contents contents(List<Wording> notes) {
    long added = rows - refusedRows - sums.size();
    List<Wording> all = new ArrayList<>(notes);
    if (added > 0) {
      all.add(
          new Wording(
              "lignes de même jour, page et site référent qu’une autre, additionnées : " + added,
              "rows of the same day, page and referrer as another, added up: " + added));
    }
    return new Contents(
        List.copyOf(sums.values()), rows, refused, refusedRows, header.described(), all);
  }
}
