package ouidire.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.javalin.http.Context;
import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ouidire.api.FilterParameters.Asked;
import ouidire.core.history.MentionHistory;
import ouidire.core.mention.MentionCsv;
import ouidire.core.mention.MentionJson;

/**
 * {@code GET /api/v1/export}: every mention under a filter, oldest first, as it is read: the answer
 * takes no more memory for a million than for one.
 */
final class ExportResource {
  private static final Logger AUDIT = LoggerFactory.getLogger("ouidire.api.audit");
  private static final String JSONL = "jsonl";
  private static final String CSV = "csv";
  private static final int BUFFER = 64 * 1024;
  private static final Map<String, Character> SEPARATORS =
      Map.of("comma", ',', "semicolon", ';', "tab", '\t');

  private final MentionHistory history;
  private final FilterParameters filters;
  private final InstantSource clock;

  ExportResource(MentionHistory history, FilterParameters filters, InstantSource clock) {
    this.history = history;
    this.filters = filters;
    this.clock = clock;
  }

  void export(Context call) throws IOException {
    Asked asked = filters.read(call, "format", "separator");
    String format = asked.more().one("format").orElse(JSONL);
    if (!format.equals(JSONL) && !format.equals(CSV)) {
      throw Parameters.noneOf("format", format, List.of(JSONL, CSV));
    }
    char sign = separator(asked.more());
    // A query that does not parse is told before the first byte.
    history.count(asked.filter());
    String day = clock.instant().atZone(asked.zone()).toLocalDate().toString();
    call.header(
        "Content-Disposition", "attachment; filename=\"ouidire-" + day + "." + format + "\"");
    call.res()
        .setContentType(
            format.equals(CSV) ? "text/csv;charset=utf-8;header=present" : "application/x-ndjson");
    OutputStream out = new BufferedOutputStream(call.outputStream(), BUFFER);
    long count = format.equals(CSV) ? csv(asked, sign, out) : jsonLines(asked, out);
    AUDIT.info("export with key {}: {} mentions", Caller.of(call).key().id(), count);
  }

  /** The sign that the parameter {@code separator} names. */
  static char separator(Parameters given) {
    String separator = given.one("separator").orElse("comma");
    Character sign = SEPARATORS.get(separator);
    if (sign == null) {
      throw Parameters.noneOf("separator", separator, List.of("comma", "semicolon", "tab"));
    }
    return sign;
  }

  private long jsonLines(Asked asked, OutputStream out) throws IOException {
    AtomicLong count = new AtomicLong();
    history.forEach(
        asked.filter(),
        mention ->
            unchecked(
                () -> {
                  out.write(MentionJson.write(mention));
                  out.write('\n');
                  count.incrementAndGet();
                }));
    out.flush();
    return count.get();
  }

  /** With a byte order mark: spreadsheets take a file without one for another encoding. */
  private long csv(Asked asked, char separator, OutputStream out) throws IOException {
    AtomicLong count = new AtomicLong();
    Writer writer = new BufferedWriter(new OutputStreamWriter(out, UTF_8));
    writer.write('\uFEFF');
    MentionCsv.writeHeader(writer, separator);
    history.forEach(
        asked.filter(),
        mention ->
            unchecked(
                () -> {
                  MentionCsv.write(writer, mention, separator);
                  count.incrementAndGet();
                }));
    writer.flush();
    return count.get();
  }

  private static void unchecked(Writing writing) {
    try {
      writing.write();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private interface Writing {
    void write() throws IOException;
  }
}
