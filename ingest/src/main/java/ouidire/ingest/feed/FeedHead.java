package ouidire.ingest.feed;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import ouidire.core.words.Wording;

/** What a feed says of itself, and what its entries inherit from it. */
record FeedHead(
    @Nullable String title,
    @Nullable String url,
    @Nullable String author,
    @Nullable String language,
    @Nullable Instant updatedAt,
    @Nullable Duration rhythm) {
  private static final Duration SLOWEST = Duration.ofDays(7);
  private static final Map<String, Duration> PERIODS =
      Map.of(
          "hourly", Duration.ofHours(1),
          "daily", Duration.ofDays(1),
          "weekly", Duration.ofDays(7),
          "monthly", Duration.ofDays(30),
          "yearly", Duration.ofDays(365));

  static FeedHead read(Element feed, String base) {
    Fields fields = Fields.of(feed);
    Optional<Instant> lastModified = FeedDates.parse(Fields.attribute(feed, "lastmod"));
    return new FeedHead(
        fields.title(base).orElse(null),
        fields.page(base).orElse(null),
        fields.author(List.of("author", "dc:creator", "dc:author", "itunes:author")).orElse(null),
        Languages.tag(fields.value(List.of("language", "dc:language")).orElse(null))
            .or(() -> Languages.around(feed))
            .orElse(null),
        fields
            .date(
                List.of(
                    "updated",
                    "lastbuilddate",
                    "modified",
                    "dcterms:modified",
                    "dc:date",
                    "pubdate",
                    "published"))
            .or(() -> lastModified)
            .orElse(null),
        rhythm(fields).orElse(null));
  }

  ParsedFeed with(List<EntryReader.Draft> drafts, @Nullable Wording flaw) {
    List<FeedEntry> entries = drafts.stream().map(draft -> draft.complete(this)).toList();
    return new ParsedFeed(title, url, language, updatedAt, rhythm, entries, flaw);
  }

  private static Optional<Duration> rhythm(Fields fields) {
    Optional<Duration> ttl =
        fields.value(List.of("ttl")).flatMap(FeedHead::number).map(Duration::ofMinutes);
    if (ttl.isPresent()) {
      return ttl.filter(FeedHead::isSane);
    }
    Optional<Duration> period =
        fields
            .value(List.of("sy:updateperiod"))
            .map(p -> PERIODS.get(p.strip().toLowerCase(Locale.ROOT)));
    long times = fields.value(List.of("sy:updatefrequency")).flatMap(FeedHead::number).orElse(1L);
    return period.map(p -> p.dividedBy(Math.max(1, times))).filter(FeedHead::isSane);
  }

  private static boolean isSane(Duration rhythm) {
    return rhythm.isPositive() && rhythm.compareTo(SLOWEST) <= 0;
  }

  private static Optional<Long> number(String text) {
    String digits = text.strip();
    return digits.matches("\\d{1,6}") ? Optional.of(Long.parseLong(digits)) : Optional.empty();
  }
}
