package ouidire.deploy.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import ouidire.ingest.file.DateOrder;
import ouidire.ingest.file.FileImporter;
import ouidire.ingest.file.ImportException;
import ouidire.ingest.file.ImportFormat;
import ouidire.ingest.file.ImportOptions;
import ouidire.ingest.file.ImportPreview;
import ouidire.ingest.file.ImportSummary;
import ouidire.ingest.file.MentionColumn;
import ouidire.ingest.publish.KafkaCursorStore;
import ouidire.ingest.publish.KafkaMentionPublisher;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code import}: mentions out of files. A line of JSON a file says what became of it. */
@Command(name = "import")
final class ImportCommand implements Callable<Integer> {
  private static final int SHOWN = 3;

  private final Console console;
  private final Map<String, String> environment;

  @Mixin SettingsOptions settings = new SettingsOptions();

  @Parameters(arity = "1..*", paramLabel = "FILE")
  List<Path> files = new ArrayList<>();

  @Option(names = "--source", paramLabel = "NAME")
  @Nullable String source;

  @Option(names = "--format", paramLabel = "auto|jsonl|csv")
  ImportFormat format = ImportFormat.AUTO;

  @Option(names = "--map", paramLabel = "WHAT=COLUMN")
  Map<String, String> map = new LinkedHashMap<>();

  @Option(names = "--zone", paramLabel = "ZONE")
  @Nullable String zone;

  @Option(names = "--dates", paramLabel = "auto|dmy|mdy")
  DateOrder dates = DateOrder.AUTO;

  @Option(names = "--encoding", paramLabel = "NAME")
  @Nullable String encoding;

  @Option(names = "--dry-run")
  boolean dryRun;

  @Option(names = "--again")
  boolean again;

  @Option(names = "--bootstrap", paramLabel = "HOST:PORT")
  @Nullable String bootstrap;

  ImportCommand(Console console, Map<String, String> environment) {
    this.console = console;
    this.environment = environment;
  }

  @Override
  public Integer call() throws InterruptedException {
    ImportOptions options = options();
    if (dryRun) {
      return previews(options);
    }
    try (Instance instance = Instance.of(console, settings, bootstrap, environment)) {
      int status = importAll(instance, options);
      if (instance.own().isPresent()) {
        console.say("import.settling");
      }
      instance.settle();
      return status;
    }
  }

  private int importAll(Instance instance, ImportOptions options) throws InterruptedException {
    try (KafkaMentionPublisher publisher = new KafkaMentionPublisher(instance.kafka());
        KafkaCursorStore cursors = KafkaCursorStore.open(instance.kafka())) {
      FileImporter importer =
          new FileImporter(publisher, cursors, InstantSource.system(), instance.known());
      int status = 0;
      for (Path file : files) {
        status = Math.max(status, one(importer, file, options));
      }
      return status;
    }
  }

  private int one(FileImporter importer, Path file, ImportOptions options) {
    try (ProgressLine progress = new ProgressLine(console, file)) {
      Optional<ImportSummary> before = again ? Optional.empty() : importer.finished(file, options);
      if (before.isPresent()) {
        console.out().println(ImportReport.of(before.get(), console.locale()));
        console.say("import.before", file, before.get().accepted());
        return 0;
      }
      ImportSummary summary = importer.run(file, options, progress::show);
      progress.close();
      console.out().println(ImportReport.of(summary, console.locale()));
      if (!summary.encoding().equals(UTF_8) && encoding == null) {
        console.say("import.encoded", file, summary.encoding().name());
      }
      summary.notes().forEach(note -> console.say("import.note", file, console.text(note)));
      if (summary.rejectedFile() != null) {
        console.say("import.rejected", file, summary.rejected(), summary.rejectedFile());
      }
      if (summary.failure() != null) {
        console.say("import.failed", file, console.text(summary.failure()));
        return 1;
      }
      if (summary.resumedAt() > 0) {
        console.say("import.resumed", file, summary.resumedAt());
      }
      ImportSummary.Arrivals arrivals = summary.arrivals();
      if (arrivals == null) {
        console.say("import.done", file, summary.accepted());
      } else {
        console.say("import.new", file, arrivals.added(), arrivals.alreadyThere());
      }
      return 0;
    } catch (ImportException e) {
      console.err().println(console.text(e.words()));
      return 2;
    }
  }

  private int previews(ImportOptions options) {
    int status = 0;
    for (Path file : files) {
      try {
        ImportPreview preview = FileImporter.preview(file, options, SHOWN, InstantSource.system());
        console.out().println(ImportReport.of(preview, console.locale()));
        preview.notes().forEach(note -> console.say("import.note", file, console.text(note)));
      } catch (ImportException e) {
        console.err().println(console.text(e.words()));
        status = 2;
      }
    }
    return status;
  }

  private ImportOptions options() {
    return new ImportOptions(
        source, format, columns(), zone(), dates, encoding(), console.locale());
  }

  private Map<MentionColumn, String> columns() {
    Map<MentionColumn, String> columns = new EnumMap<>(MentionColumn.class);
    for (Map.Entry<String, String> entry : map.entrySet()) {
      MentionColumn column =
          MentionColumn.of(entry.getKey())
              .orElseThrow(() -> Failure.usage("import.map", entry.getKey(), words()));
      columns.put(column, entry.getValue());
    }
    return columns;
  }

  private static String words() {
    return Arrays.stream(MentionColumn.values())
        .map(MentionColumn::word)
        .collect(Collectors.joining(", "));
  }

  private ZoneId zone() {
    try {
      return zone == null ? ZoneId.systemDefault() : ZoneId.of(zone);
    } catch (DateTimeException e) {
      throw Failure.usage("import.zone", zone);
    }
  }

  private @Nullable Charset encoding() {
    try {
      return encoding == null ? null : Charset.forName(encoding);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      throw Failure.usage("import.encoding", encoding);
    }
  }
}
