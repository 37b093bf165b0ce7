package ouidire.deploy.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import ouidire.core.stream.KafkaSettings;
import ouidire.core.waiting.Await;

/** The whole service in a process of its own, there to be killed. */
final class KilledProcess implements AutoCloseable {
  private static final Duration START_PATIENCE = Duration.ofMinutes(3);

  private final Path data;
  private final Path output;
  private final Process process;

  private KilledProcess(Path data, Path output, Process process) {
    this.data = data;
    this.output = output;
    this.process = process;
  }

  /** Starts {@code up} on a data folder; does not wait for it. */
  static KilledProcess start(Path data, Path config) throws IOException {
    Path output = data.resolveSibling("child.log");
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx512m",
            "-XX:TieredStopAtLevel=1",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            "ouidire.deploy.cli.Main",
            "up",
            "--data",
            data.toString(),
            "--config",
            config.toString(),
            "--port",
            "0");
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    return new KilledProcess(data, output, process);
  }

  /** Its Kafka, once it says where. */
  KafkaSettings awaitKafka() {
    Await.until("the child is up", START_PATIENCE, () -> bootstrap().isPresent() || isDead());
    return KafkaSettings.at(
        bootstrap().orElseThrow(() -> new AssertionError("the child ended:\n" + said())));
  }

  private boolean isDead() {
    return !process.isAlive();
  }

  private Optional<String> bootstrap() {
    return DataFolder.running(data)
        .filter(running -> running.pid() == process.pid())
        .map(DataFolder.Running::bootstrap);
  }

  /** All that it has written. */
  String said() {
    try {
      return Files.readString(output, UTF_8);
    } catch (IOException e) {
      return "nothing: " + e;
    }
  }

  /** Waits until it dies by itself, which it should not, or the time is over. */
  void let(Duration live) throws InterruptedException {
    if (process.waitFor(live.toMillis(), TimeUnit.MILLISECONDS)) {
      throw new AssertionError("the child ended by itself:\n" + said());
    }
  }

  /** Hangs, until it is sent {@code CONT}: {@code kill -STOP}. */
  void signal(String name) throws IOException, InterruptedException {
    int status =
        new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor();
    if (status != 0) {
      throw new AssertionError("kill -" + name + " failed with " + status);
    }
  }

  /** {@code kill -9}. */
  @Override
  public void close() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }
}
