package ouidire.deploy.cli;

import picocli.CommandLine.Command;

/** {@code eval}: measures us on labelled data; each subject is a command of its own. */
@Command(name = "eval")
final class EvalCommand {}
