package ouidire.deploy.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.PrintWriter;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import ouidire.core.config.InvalidSettingsException;
import ouidire.deploy.app.BrandQueryException;
import ouidire.deploy.app.DataFolder;
import ouidire.deploy.app.PortTakenException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The {@code ouidire} command: finds the verb, runs it, and turns failures into words. */
@Command(name = "ouidire", versionProvider = Version.class)
public final class Main {
  @Option(
      names = {"-V", "--version"},
      versionHelp = true)
  boolean version;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      scope = CommandLine.ScopeType.INHERIT)
  boolean help;

  @Option(names = "--lang", paramLabel = "fr|en", scope = CommandLine.ScopeType.INHERIT)
  @Nullable Tongue language;

  /** The languages that people are spoken to in. */
  enum Tongue {
    FR,
    EN
  }

  private Main() {}

  public static void main(String[] arguments) {
    Map<String, String> environment = System.getenv();
    Console console = Console.system(environment);
    int status = run(console, environment, arguments);
    console.out().flush();
    System.exit(status);
  }

  /** Runs a command line; 0 done, 1 failed, 2 wrong usage. */
  static int run(Console console, Map<String, String> environment, String... arguments) {
    return commandLine(console.asked(arguments), environment).execute(arguments);
  }

  static CommandLine commandLine(Console console, Map<String, String> environment) {
    CommandLine line = new CommandLine(new Main());
    line.addSubcommand(new UpCommand(console, environment));
    line.addSubcommand(new DemoCommand(console, environment));
    line.addSubcommand(new ImportCommand(console, environment));
    line.addSubcommand(new ExportCommand(console, environment));
    line.addSubcommand(new BacktestCommand(console, environment));
    line.addSubcommand(new DrillCommand(console, environment));
    line.addSubcommand(new FeedCommand(console));
    line.addSubcommand(
        new CommandLine(new DeadLettersCommand())
            .addSubcommand(new DeadLettersCommand.ListLetters(console, environment))
            .addSubcommand(new DeadLettersCommand.Replay(console, environment)));
    line.addSubcommand(
        new CommandLine(new BenchCommand())
            .addSubcommand(new BenchCommand.Matcher(console))
            .addSubcommand(new BenchCountsCommand(console))
            .addSubcommand(new BenchToneCommand(console))
            .addSubcommand(new BenchStoriesCommand(console))
            .addSubcommand(new BenchPipelineCommand(console, environment))
            .addSubcommand(new BenchAlertCommand(console, environment)));
    line.addSubcommand(
        new CommandLine(new QueryCommand())
            .addSubcommand(new QueryCommand.Parse(console))
            .addSubcommand(new QueryCommand.Explain(console))
            .addSubcommand(new QueryCommand.MatchMentions(console))
            .addSubcommand(new QueryCommand.Translate(console)));
    line.addSubcommand(
        new CommandLine(new EvalCommand())
            .addSubcommand(new EvalAnomaliesCommand(console))
            .addSubcommand(new EvalCrisesCommand(console))
            .addSubcommand(new EvalCascadeCommand(console))
            .addSubcommand(new EvalStoriesCommand(console))
            .addSubcommand(new EvalToneCommand(console))
            .addSubcommand(new EvalKindCommand(console))
            .addSubcommand(new EvalModerationCommand(console)));
    line.addSubcommand(
        new CommandLine(new ToneCommand(console))
            .addSubcommand(new ToneTrainCommand(console))
            .addSubcommand(new ToneReportCommand(console)));
    line.setResourceBundle(console.words());
    line.setOut(new PrintWriter(console.out(), true, UTF_8));
    line.setErr(new PrintWriter(console.err(), true, UTF_8));
    // A query may begin with an account: @nordika.
    line.setExpandAtFiles(false);
    line.setUsageHelpWidth(100);
    line.setUsageHelpAutoWidth(false);
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setParameterExceptionHandler((wrong, args) -> wrongUsage(console, wrong));
    line.setExecutionExceptionHandler((failure, command, parsed) -> failed(console, failure));
    return line;
  }

  private static int wrongUsage(Console console, CommandLine.ParameterException wrong) {
    CommandLine command = wrong.getCommandLine();
    console.err().println(UsageProblem.text(console, wrong));
    if (UsageProblem.noVerb(wrong)) {
      command.usage(console.err());
    } else {
      console.say("usage.help", command.getCommandSpec().qualifiedName());
    }
    return 2;
  }

  private static int failed(Console console, Exception failure) {
    switch (failure) {
      case Failure known -> {
        console.err().println(known.text(console));
        return known.status();
      }
      case InvalidSettingsException settings -> {
        console.err().println(settings.text(console.locale()));
        return 2;
      }
      case DataFolder.UnusableException folder -> {
        console.err().println(console.text(folder.words()));
        return 1;
      }
      case DataFolder.TakenException taken -> {
        console.say("data.taken", taken.folder());
        return 1;
      }
      case BrandQueryException query -> {
        console.err().println(query.text(console.locale()));
        return 2;
      }
      case PortTakenException port -> {
        console.say("port.taken", Integer.toString(port.port()));
        return 1;
      }
      default -> {
        console.say("failed", Causes.text(failure));
        if (System.getenv("OUIDIRE_TRACE") != null) {
          failure.printStackTrace(console.err());
        }
        return 1;
      }
    }
  }
}
