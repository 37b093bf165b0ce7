package ouidire.deploy.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import ouidire.analysis.tone.CorpusTraining;
import ouidire.analysis.tone.ToneTraining;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code tone train}: a model from labelled texts, or all that ship from the corpus. */
@Command(name = "train")
final class ToneTrainCommand implements Callable<Integer> {
  private final Console console;

  @Option(names = "--data", paramLabel = "FILE.tsv")
  @Nullable Path data;

  @Option(names = "--corpus", paramLabel = "DIR")
  @Nullable Path corpus;

  @Option(names = "--out", paramLabel = "MODEL", required = true)
  Path out = Path.of("");

  ToneTrainCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    if (corpus != null) {
      CorpusTraining.train(corpus, out).forEach(line -> console.err().println(line));
      return 0;
    }
    if (data == null) {
      throw Failure.usage("usage.missing", "--data");
    }
    ToneTraining.Report report = ToneFiles.read(data, file -> ToneTraining.train(file, out));
    console
        .out()
        .println(
            String.format(
                Locale.ROOT,
                "{\"model\":\"%s\",\"n\":%d,\"cross_validated\":{\"accuracy\":%.2f,\"macro_f1\":%.2f}}",
                out.toString().replace("\\", "\\\\").replace("\"", "\\\""),
                report.rows(),
                report.accuracy() * 100,
                report.macroF1() * 100));
    return 0;
  }
}
