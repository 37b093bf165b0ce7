package ouidire.core.config;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Map;

/**
 * What a configuration is read in.
 *
 * @param environment variables of the environment
 * @param options values of the command line by knob, {@code http.port}; they stand above all
 * @param home the user's home, for {@code ~} and the default data folder
 * @param working the folder that relative paths of the command line and environment start at
 * @param zone the system's time zone
 */
public record Surroundings(
    Map<String, String> environment,
    Map<String, String> options,
    Path home,
    Path working,
    ZoneId zone) {
  public Surroundings {
    environment = Map.copyOf(environment);
    options = Map.copyOf(options);
  }
}
