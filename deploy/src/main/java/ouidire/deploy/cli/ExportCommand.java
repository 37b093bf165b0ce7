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
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import ouidire.core.config.Settings;
import ouidire.core.history.InvalidQueryException;
import ouidire.core.history.MentionFilter;
import ouidire.core.mention.AnalysedMention;
import ouidire.core.mention.MentionCsv;
import ouidire.core.mention.MentionJson;
import ouidire.deploy.app.App;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code export}: every mention under a query, oldest first, whole. */
@Command(name = "export")
final class ExportCommand implements Callable<Integer> {
  private static final int BUFFER = 64 * 1024;
  private static final Pattern BRAND = Pattern.compile("[a-z0-9-]{1,64}");
  private final Console console;
  private final Map<String, String> environment;

  @Mixin SettingsOptions options = new SettingsOptions();

  @Parameters(paramLabel = "QUERY", descriptionKey = "export.query")
  String query = "";

  @Option(names = "--from", paramLabel = "TIME", descriptionKey = "export.from")
  @Nullable String from;

  @Option(names = "--to", paramLabel = "TIME", descriptionKey = "export.to")
  @Nullable String to;

  @Option(names = "--brand", paramLabel = "ID", descriptionKey = "export.brand")
  List<String> brands = new ArrayList<>();

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
    Settings settings = options.read(environment, Map.of());
    TimeOptions times = TimeOptions.of(settings);
    @Nullable Instant first = times.read("--from", from);
    @Nullable Instant end = times.read("--to", to);
    for (String brand : brands) {
      if (!BRAND.matcher(brand).matches()) {
        throw Failure.usage("export.badbrand", brand);
      }
    }
    try (Instance instance = Instance.ofExisting(console, options, null, environment);
        OutputStream out = new BufferedOutputStream(console.out(), BUFFER)) {
      if (instance.own().isPresent()) {
        instance.settle();
        export(instance.own().get(), filter(first, end), out);
      } else {
        export(
            instance.calls().orElseThrow(() -> Failure.failed("export.noservice")),
            first,
            end,
            out);
      }
      return 0;
    } catch (InvalidQueryException e) {
      throw Failure.usage("export.badquery", console.text(e.words()), e.position());
    }
  }

  private boolean everything() {
    return query.isBlank() || query.strip().equals("*");
  }

  private MentionFilter filter(@Nullable Instant first, @Nullable Instant end) {
    return MentionFilter.ALL
        .withQuery(everything() ? null : query)
        .withBrands(Set.copyOf(brands))
        .withPeriod(first, end);
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
      ServiceCalls service, @Nullable Instant first, @Nullable Instant end, OutputStream out)
      throws IOException, InterruptedException {
    StringBuilder path =
        new StringBuilder("/api/v1/export?format=").append(format.name().toLowerCase(Locale.ROOT));
    if (!everything()) {
      path.append("&q=").append(URLEncoder.encode(query, UTF_8));
    }
    for (String brand : brands) {
      path.append("&brand=").append(URLEncoder.encode(brand, UTF_8));
    }
    if (first != null) {
      path.append("&from=").append(first);
    }
    if (end != null) {
      path.append("&to=").append(end);
    }
    HttpResponse<InputStream> answer = service.get(path.toString());
    try (InputStream body = answer.body()) {
      if (answer.statusCode() == 400) {
        throw Failure.usage("export.refused", ServiceCalls.words(answer));
      }
      if (answer.statusCode() != 200) {
        throw Failure.failed("export.answer", ServiceCalls.words(answer));
      }
      body.transferTo(out);
    }
  }
}
