package ouidire.deploy.cli;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import ouidire.core.config.Nearest;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/** What is wrong with a command line: the argument, its value, the remedy. */
final class UsageProblem {
  private UsageProblem() {}

  static String text(Console console, CommandLine.ParameterException wrong) {
    return switch (wrong) {
      case CommandLine.UnmatchedArgumentException unmatched -> unmatched(console, unmatched);
      case CommandLine.MissingParameterException missing ->
          console.text(
              "usage.missing",
              missing.getMissing().stream()
                  .map(UsageProblem::name)
                  .collect(Collectors.joining(", ")));
      default ->
          noVerb(wrong)
              ? console.text("usage.verb")
              : wrong.getArgSpec() != null && wrong.getValue() != null
                  ? console.text("usage.value", name(wrong.getArgSpec()), wrong.getValue())
                  : String.valueOf(wrong.getMessage());
    };
  }

  /** Whether the command stands alone, without one of its verbs. */
  static boolean noVerb(CommandLine.ParameterException wrong) {
    CommandLine command = wrong.getCommandLine();
    return !command.getSubcommands().isEmpty()
        && wrong.getArgSpec() == null
        && !(wrong instanceof CommandLine.UnmatchedArgumentException);
  }

  private static String unmatched(Console console, CommandLine.UnmatchedArgumentException wrong) {
    String argument = String.join(" ", wrong.getUnmatched());
    String first = wrong.getUnmatched().getFirst();
    CommandLine command = wrong.getCommandLine();
    Set<String> known =
        new TreeSet<>(
            first.startsWith("-")
                ? command.getCommandSpec().optionsMap().keySet()
                : command.getSubcommands().keySet());
    return Nearest.of(first, known)
        .map(near -> console.text("usage.unknown.near", argument, near))
        .orElseGet(() -> console.text("usage.unknown", argument));
  }

  private static String name(ArgSpec argument) {
    return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
  }
}
