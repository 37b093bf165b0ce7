package ouidire.deploy.cli;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import ouidire.core.config.Settings;
import ouidire.core.config.SettingsReader;
import ouidire.deploy.app.App;
import ouidire.deploy.app.Logging;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code up}: runs the service until it is told to end. */
@Command(name = "up")
final class UpCommand implements Callable<Integer> {
  private final Console console;
  private final Map<String, String> environment;

  @Mixin SettingsOptions options = new SettingsOptions();

  @Option(names = "--port", paramLabel = "PORT")
  @Nullable String port;

  @Option(names = "--roles", paramLabel = "ROLES")
  @Nullable String roles;

  @Option(names = "--print-config")
  boolean printConfig;

  UpCommand(Console console, Map<String, String> environment) {
    this.console = console;
    this.environment = environment;
  }

  @Override
  public Integer call() throws Exception {
    if (printConfig) {
      console.out().print(SettingsReader.commentedDefaults());
      return 0;
    }
    Map<String, String> more = new HashMap<>();
    if (port != null) {
      more.put("http.port", port);
    }
    if (roles != null) {
      more.put("roles", roles);
    }
    Settings settings = options.read(environment, more);
    Logging.configure(settings.log());
    try (App app = App.start(settings, Version.text());
        UntilEnded ended = new UntilEnded(console, app::close)) {
      Welcome.say(console, settings, app);
      ended.await(app);
      return 1;
    }
  }
}
