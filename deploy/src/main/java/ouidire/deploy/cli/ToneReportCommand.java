package ouidire.deploy.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import ouidire.analysis.kind.ToneReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code tone report}: how good the shipped models are, for the dashboard's page. */
@Command(name = "report")
final class ToneReportCommand implements Callable<Integer> {
  private final Console console;

  @Option(names = "--corpus", paramLabel = "DIR", required = true)
  Path corpus = Path.of("");

  @Option(names = "--out", paramLabel = "FILE.json", required = true)
  Path out = Path.of("");

  ToneReportCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    String report = ToneReport.of(corpus);
    Files.writeString(out, report);
    console.out().print(report);
    return 0;
  }
}
