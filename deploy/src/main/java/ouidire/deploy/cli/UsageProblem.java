package ouidire.deploy.cli;

import java.util.List;
import java.util.stream.Collectors;
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
    List<String> near = wrong.getSuggestions();
    if (near.isEmpty()) {
      return console.text("usage.unknown", argument);
    }
    return console.text("usage.unknown.near", argument, near.getFirst());
  }

  private static String name(ArgSpec argument) {
    return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
  }
}
