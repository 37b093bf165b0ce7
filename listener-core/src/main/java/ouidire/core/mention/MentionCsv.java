package ouidire.core.mention;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The CSV form of mentions, for spreadsheets (RFC 4180, CRLF line ends): one row a mention, lists
 * as lines within a cell, what is unknown empty.
 *
 * <p>A text that a spreadsheet would take for a formula (it begins with {@code = + - @}, a tab or a
 * carriage return, or a full-width form of these; OWASP, "CSV Injection") is written with an
 * apostrophe before it. A text that begins with apostrophes and then such a sign gets one more, so
 * that {@link #unguarded} gives back exactly what was there.
 */
public final class MentionCsv {
  /** The header row. The last seven are analysis: import ignores them and analyses anew. */
  public static final List<String> COLUMNS =
      List.of(
          "id",
          "source_kind",
          "source_name",
          "url",
          "author_handle",
          "author_name",
          "author_followers",
          "author_created_at",
          "published_at",
          "collected_at",
          "language",
          "region",
          "type",
          "title",
          "text",
          "links",
          "hashtags",
          "likes",
          "comments",
          "shares",
          "parent",
          "thread",
          "detected_language",
          "tone",
          "tone_score",
          "tone_confidence",
          "brands",
          "brand_tones",
          "analysed_at");

  private static final String FORMULA_SIGNS = "=+-@\t\r\uFF1D\uFF0B\uFF0D\uFF20";

  private MentionCsv() {}

  /**
   * Writes the header row.
   *
   * @param separator comma, semicolon or tab
   */
  public static void writeHeader(Appendable out, char separator) throws IOException {
    for (int i = 0; i < COLUMNS.size(); i++) {
      if (i > 0) {
        out.append(separator);
      }
      out.append(COLUMNS.get(i));
    }
    out.append("\r\n");
  }

  /** Writes one row, in the order of {@link #COLUMNS}. */
  public static void write(Appendable out, AnalysedMention seen, char separator)
      throws IOException {
    Mention mention = seen.mention();
    Row row = new Row(out, separator);
    row.text(mention.id());
    row.text(mention.source().kind());
    row.text(mention.source().name());
    row.text(mention.url());
    row.text(mention.author().handle());
    row.text(mention.author().name());
    row.number(mention.author().followers());
    row.number(mention.author().createdAt());
    row.number(mention.publishedAt());
    row.number(mention.collectedAt());
    row.text(mention.language());
    row.text(mention.region());
    row.word(mention.type());
    row.text(mention.title());
    row.text(mention.text());
    row.lines(mention.links());
    row.lines(mention.hashtags());
    row.number(mention.engagement().likes());
    row.number(mention.engagement().comments());
    row.number(mention.engagement().shares());
    row.text(mention.parent());
    row.text(mention.thread());
    row.text(seen.language());
    row.word(seen.tone().label());
    row.number(rounded(seen.tone().score()));
    row.number(rounded(seen.tone().confidence()));
    row.lines(seen.matches().stream().map(BrandMatch::brand).toList());
    row.lines(
        seen.matches().stream()
            .map(match -> match.tone().label().name().toLowerCase(Locale.ROOT))
            .toList());
    row.number(seen.analysedAt());
    out.append("\r\n");
  }

  /** Whether a header row is ours: it names what no other tool names so. */
  public static boolean ours(List<String> header) {
    return header.containsAll(List.of("id", "source_kind", "source_name", "published_at", "text"));
  }

  /**
   * Reads a row that {@link #write} wrote; analysis is left aside. Only {@code published_at} and a
   * text or title must be there.
   *
   * @param cells gives a cell by its column's name: null when it is not there or empty without
   *     quotes
   * @param source its source where it names none
   * @param now its collection time where it names none
   * @throws InvalidMentionException naming the field and the remedy
   */
  public static Mention read(
      Function<String, @Nullable String> cells, SourceRef source, Instant now) {
    return new MentionCsvReader(cells).read(source, now);
  }

  /** The text of a cell as it was before {@link #write} guarded it. */
  public static String unguarded(String cell) {
    return cell.startsWith("'") && looksLikeFormula(cell) ? cell.substring(1) : cell;
  }

  /** Any apostrophes, then a sign that begins a formula. */
  private static boolean looksLikeFormula(String text) {
    int at = 0;
    while (at < text.length() && text.charAt(at) == '\'') {
      at++;
    }
    return at < text.length() && FORMULA_SIGNS.indexOf(text.charAt(at)) >= 0;
  }

  private static double rounded(double value) {
    return Math.round(value * 10_000) / 10_000.0;
  }

  /** The cells of one row. */
  private static final class Row {
    private final Appendable out;
    private final char separator;
    private boolean begun;

    Row(Appendable out, char separator) {
      this.out = out;
      this.separator = separator;
    }

    /** What people wrote: guarded. What is there and empty stands in quotes. */
    void text(@Nullable String value) throws IOException {
      String known = value == null ? "" : WellFormed.of(value);
      if (value != null && known.isEmpty()) {
        quoted(known);
      } else {
        cell(looksLikeFormula(known) ? "'" + known : known);
      }
    }

    /** What only we write: numbers, times. */
    void number(@Nullable Object value) throws IOException {
      cell(value == null ? "" : value.toString());
    }

    void word(Enum<?> value) throws IOException {
      cell(value.name().toLowerCase(Locale.ROOT));
    }

    /** A line break inside a value becomes a space, so that lines can be told apart. */
    void lines(List<String> values) throws IOException {
      String lines =
          String.join(
              "\n", values.stream().map(value -> value.replaceAll("[\r\n]+", " ")).toList());
      text(values.isEmpty() ? null : lines);
    }

    private void cell(String value) throws IOException {
      if (needsQuotes(value)) {
        quoted(value);
      } else {
        next();
        out.append(value);
      }
    }

    private void quoted(String value) throws IOException {
      next();
      out.append('"').append(value.replace("\"", "\"\"")).append('"');
    }

    private void next() throws IOException {
      if (begun) {
        out.append(separator);
      }
      begun = true;
    }

    private boolean needsQuotes(String value) {
      for (int i = 0; i < value.length(); i++) {
        char c = value.charAt(i);
        if (c == '"' || c == separator || c == '\n' || c == '\r' || c == '\t') {
          return true;
        }
      }
      return !value.isEmpty()
          && (value.charAt(0) <= ' ' || value.charAt(value.length() - 1) <= ' ');
    }
  }
}
