package ouidire.deploy.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import ouidire.core.config.Settings;
import ouidire.core.config.SettingsReader;
import ouidire.core.config.Surroundings;
import picocli.CommandLine.Option;

/** The options that say which configuration a verb works with. */
final class SettingsOptions {
  @Option(names = "--config", paramLabel = "FILE")
  @Nullable Path config;

  @Option(names = "--data", paramLabel = "DIR")
  @Nullable Path data;

  /**
   * Reads the configuration: the file named, else the variable {@code OUIDIRE_CONFIG}, else {@code
   * ouidire.yml} in the data folder, else none.
   *
   * @param more values of other options by knob
   */
  Settings read(Map<String, String> environment, Map<String, String> more) {
    Map<String, String> options = new HashMap<>(more);
    if (data != null) {
      options.put("data", data.toAbsolutePath().normalize().toString());
    }
    SettingsReader reader =
        new SettingsReader(
            new Surroundings(
                environment,
                options,
                Path.of(System.getProperty("user.home", ".")),
                Path.of("").toAbsolutePath(),
                ZoneId.systemDefault()));
    return reader.read(file(environment, reader));
  }

  private @Nullable Path file(Map<String, String> environment, SettingsReader reader) {
    if (config != null) {
      return config;
    }
    String variable = environment.get("OUIDIRE_CONFIG");
    if (variable != null && !variable.isBlank()) {
      return Path.of(variable);
    }
    Path inData = reader.read(null).data().resolve("ouidire.yml");
    return Files.exists(inData) ? inData : null;
  }
}
