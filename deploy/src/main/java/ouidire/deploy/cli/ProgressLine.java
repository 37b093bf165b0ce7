package ouidire.deploy.cli;

import java.nio.file.Path;
import java.time.Duration;
import ouidire.ingest.file.ImportProgress;

/** One line on a terminal that says how far an import is, written over and over. */
final class ProgressLine implements AutoCloseable {
  private static final Duration EVERY = Duration.ofMillis(100);
  private static final int WIDTH = 24;

  private final Console console;
  private final String name;
  private Duration shown = Duration.ZERO;
  private long before = -1;
  private int length;

  ProgressLine(Console console, Path file) {
    this.console = console;
    this.name = String.valueOf(file.getFileName());
  }

  void show(ImportProgress progress) {
    before = before < 0 ? progress.read() : before;
    if (!console.terminal() || progress.elapsed().minus(shown).compareTo(EVERY) < 0) {
      return;
    }
    shown = progress.elapsed();
    int done =
        progress.size() == 0
            ? WIDTH
            : (int) Math.min(WIDTH, WIDTH * progress.bytes() / progress.size());
    String bar = "█".repeat(done) + "░".repeat(WIDTH - done);
    String line =
        console.text(
            "import.progress",
            name,
            bar,
            progress.read(),
            progress.rate(before),
            progress.rejected());
    console.err().print("\r" + line + " ".repeat(Math.max(0, length - line.length())));
    console.err().flush();
    length = line.length();
  }

  /** Takes the line away. */
  @Override
  public void close() {
    if (length > 0) {
      console.err().print("\r" + " ".repeat(length) + "\r");
      console.err().flush();
      length = 0;
    }
  }
}
