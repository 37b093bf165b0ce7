package ouidire.deploy.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import ouidire.analysis.tone.ToneBench;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code bench tone}: mentions a second beside CoreNLP's tokenizer alone. */
@Command(name = "tone")
final class BenchToneCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "FILE",
      descriptionKey = "ouidire.bench.tone.FILE")
  @Nullable Path file;

  @Option(names = "--threads", paramLabel = "N")
  int threads = 2;

  @Option(names = "--seconds", paramLabel = "S")
  int seconds = 5;

  BenchToneCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (file != null && !Files.isReadable(file)) {
      throw Failure.usage("eval.file", file);
    }
    List<String> texts = file == null ? ToneBench.texts() : Files.readAllLines(file);
    console.out().println(new ToneBench(texts, threads, Duration.ofSeconds(seconds)).run());
    return 0;
  }
}
