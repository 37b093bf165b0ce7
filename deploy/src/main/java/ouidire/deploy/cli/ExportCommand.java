package ouidire.deploy.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import ouidire.core.history.InvalidQueryException;
import ouidire.core.history.MentionFilter;
import ouidire.core.mention.AnalysedMention;
import ouidire.core.mention.MentionCsv;
import ouidire.core.mention.MentionJson;
import ouidire.deploy.app.App;
import ouidire.deploy.app.DataFolder.Running;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code export}: every mention under a query, oldest first, whole. */
@Command(name = "export")
final class ExportCommand implements Callable<Integer> {
  private static final int BUFFER = 64 * 1024;
  private final Console console;
  private final Map<String, String> environment;

  @Mixin SettingsOptions options = new SettingsOptions();

  @Parameters(paramLabel = "QUERY", descriptionKey = "export.query")
  String query = "";

  @Option(names = "--from", paramLabel = "TIME", descriptionKey = "export.from")
  @Nullable String from;

  @Option(names = "--to", paramLabel = "TIME", descriptionKey = "export.to")
  @Nullable String to;

  @Option(names = "--format", paramLabel = "jsonl|csv", descriptionKey = "export.format")
  Format format = Format.JSONL;

  /** What the lines are. */
  enum Format {
    JSONL,
    CSV
  }

  ExportCommand(Console console, Map<String, String> environment) {
    this.console = console;
    this.environment = environment;
  }

  @Override
  public Integer call() throws Exception {
    @Nullable Instant first = time("--from", from);
    @Nullable Instant end = time("--to", to);
    try (Instance instance = Instance.of(console, options, null, environment);
        OutputStream out = new BufferedOutputStream(console.out(), BUFFER)) {
      if (instance.own().isPresent()) {
        instance.settle();
        export(instance.own().get(), filter(first, end), out);
      } else {
        export(
            instance.running().orElseThrow(() -> Failure.failed("export.noservice")),
            first,
            end,
            out);
      }
      return 0;
    } catch (InvalidQueryException e) {
      throw Failure.usage("export.badquery", e.getMessage());
    }
  }

  private static @Nullable Instant time(String option, @Nullable String value) {
    if (value == null) {
      return null;
    }
    try {
      return value.endsWith("Z") ? Instant.parse(value) : OffsetDateTime.parse(value).toInstant();
    } catch (DateTimeException e) {
      throw Failure.usage("export.badtime", option, value);
    }
  }

  private boolean everything() {
    return query.isBlank() || query.strip().equals("*");
  }

  private MentionFilter filter(@Nullable Instant first, @Nullable Instant end) {
    return MentionFilter.ALL.withQuery(everything() ? null : query).withPeriod(first, end);
  }

  private void export(App app, MentionFilter filter, OutputStream out) throws IOException {
    if (format == Format.JSONL) {
      app.history().forEach(filter, mention -> write(out, mention));
      return;
    }
    Writer rows = new BufferedWriter(new OutputStreamWriter(out, UTF_8), BUFFER);
    MentionCsv.writeHeader(rows, ',');
    Consumer<AnalysedMention> row =
        mention -> {
          try {
            MentionCsv.write(rows, mention, ',');
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        };
    app.history().forEach(filter, row);
    rows.flush();
  }

  private static void write(OutputStream out, AnalysedMention mention) {
    try {
      out.write(MentionJson.write(mention));
      out.write('\n');
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The service that runs has the index; it answers as it answers everyone. */
  private void export(
      Running service, @Nullable Instant first, @Nullable Instant end, OutputStream out)
      throws IOException, InterruptedException {
    String http = service.http();
    String key = service.key();
    if (http == null || key == null) {
      throw Failure.failed("export.noservice");
    }
    StringBuilder address =
        new StringBuilder(http)
            .append("/api/v1/export?format=")
            .append(format.name().toLowerCase(Locale.ROOT));
    if (!everything()) {
      address.append("&q=").append(URLEncoder.encode(query, UTF_8));
    }
    if (first != null) {
      address.append("&from=").append(first);
    }
    if (end != null) {
      address.append("&to=").append(end);
    }
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(address.toString()))
              .header("Authorization", "Bearer " + key)
              .header("Accept-Language", console.locale().getLanguage())
              .build();
      HttpResponse<InputStream> answer =
          client.send(request, HttpResponse.BodyHandlers.ofInputStream());
      try (InputStream body = answer.body()) {
        if (answer.statusCode() == 400) {
          throw Failure.usage("export.badquery", new String(body.readAllBytes(), UTF_8));
        }
        if (answer.statusCode() != 200) {
          throw Failure.failed("export.answer", Integer.toString(answer.statusCode()));
        }
        body.transferTo(out);
      }
    }
  }
}
