package ouidire.ingest.file;

import java.nio.charset.Charset;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the caller says of a file; the rest is found.
 *
 * @param source name of the source where rows name none; null for the one the header betrays, else
 *     {@code fichier}
 * @param format {@link ImportFormat#AUTO} to find it
 * @param columns header (or number, from 1) of a column by what it holds, for headers that are not
 *     recognised
 * @param zone what dates without an offset are in
 * @param dates what {@code 02/03/2026} means
 * @param encoding null to find it
 * @param reader whose language the reasons of refused rows are in
 */
public record ImportOptions(
    @Nullable String source,
    ImportFormat format,
    Map<MentionColumn, String> columns,
    ZoneId zone,
    DateOrder dates,
    @Nullable Charset encoding,
    Locale reader) {
  /** Everything found, dates without an offset in this zone. */
  public static ImportOptions in(ZoneId zone) {
    return new ImportOptions(
        null, ImportFormat.AUTO, Map.of(), zone, DateOrder.AUTO, null, Locale.ENGLISH);
  }

  public ImportOptions {
    columns = Map.copyOf(columns);
  }

  public ImportOptions withSource(@Nullable String name) {
    return new ImportOptions(name, format, columns, zone, dates, encoding, reader);
  }

  public ImportOptions withFormat(ImportFormat value) {
    return new ImportOptions(source, value, columns, zone, dates, encoding, reader);
  }

  public ImportOptions withColumns(Map<MentionColumn, String> value) {
    return new ImportOptions(source, format, value, zone, dates, encoding, reader);
  }

  public ImportOptions withDates(DateOrder value) {
    return new ImportOptions(source, format, columns, zone, value, encoding, reader);
  }

  public ImportOptions withReader(Locale value) {
    return new ImportOptions(source, format, columns, zone, dates, encoding, value);
  }

  public ImportOptions withEncoding(@Nullable Charset value) {
    return new ImportOptions(source, format, columns, zone, dates, value, reader);
  }
}
