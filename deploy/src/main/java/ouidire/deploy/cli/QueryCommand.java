package ouidire.deploy.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import ouidire.analysis.match.QueryCommands;
import ouidire.analysis.query.KnownLists;
import ouidire.analysis.query.QueryParser;
import ouidire.analysis.query.Stage;
import ouidire.analysis.query.Tool;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code query}: the query language; each verb is a command of its own. */
@Command(name = "query")
final class QueryCommand {
  /** What the verbs share. */
  private abstract static class Verb implements Callable<Integer> {
    private final Console console;

    @Option(names = "--zone", paramLabel = "ZONE")
    @Nullable String zone;

    Verb(Console console) {
      this.console = console;
    }

    QueryCommands commands() {
      boolean french = console.locale().getLanguage().equals(Locale.FRENCH.getLanguage());
      QueryParser parser = new QueryParser(zoneId(), KnownLists.NONE);
      return new QueryCommands(parser, console.out(), console.err(), french);
    }

    private ZoneId zoneId() {
      try {
        return zone == null ? ZoneOffset.UTC : ZoneId.of(zone);
      } catch (DateTimeException e) {
        throw Failure.usage("query.zone", zone);
      }
    }

    static Path readable(Path file) {
      if (!Files.isReadable(file) || Files.isDirectory(file)) {
        throw Failure.usage("eval.file", file);
      }
      return file;
    }
  }

  /** {@code query parse}: what a query means, its warnings and its cost; or what is wrong. */
  @Command(name = "parse")
  static final class Parse extends Verb {
    @Parameters(index = "0", paramLabel = "QUERY", descriptionKey = "ouidire.query.parse.QUERY")
    String query = "";

    @Option(names = "--stage", paramLabel = "view|collect")
    Stage stage = Stage.VIEW;

    Parse(Console console) {
      super(console);
    }

    @Override
    public Integer call() {
      return commands().parse(query, stage);
    }
  }

  /** {@code query explain}: a query in words; with a mention, why it matches or does not. */
  @Command(name = "explain")
  static final class Explain extends Verb {
    @Parameters(index = "0", paramLabel = "QUERY", descriptionKey = "ouidire.query.explain.QUERY")
    String query = "";

    @Parameters(
        index = "1",
        arity = "0..1",
        paramLabel = "FILE.jsonl",
        descriptionKey = "ouidire.query.explain.FILE.jsonl")
    @Nullable Path file;

    @Parameters(
        index = "2",
        arity = "0..1",
        paramLabel = "ID",
        descriptionKey = "ouidire.query.explain.ID")
    @Nullable String id;

    Explain(Console console) {
      super(console);
    }

    @Override
    public Integer call() throws Exception {
      Path mentions = file;
      String wanted = id;
      if (mentions == null) {
        return commands().explain(query);
      }
      if (wanted == null) {
        throw Failure.usage("query.id");
      }
      return commands().explain(query, readable(mentions), wanted);
    }
  }

  /** {@code query match}: which mentions of a file match, live or by way of the history. */
  @Command(name = "match")
  static final class MatchMentions extends Verb {
    @Parameters(arity = "1..2", paramLabel = "QUERY FILE.jsonl")
    List<String> arguments = new ArrayList<>();

    @Option(names = "--via", paramLabel = "live|history")
    QueryCommands.Via via = QueryCommands.Via.LIVE;

    @Option(names = "--queries", paramLabel = "FILE.tsv")
    @Nullable Path queries;

    MatchMentions(Console console) {
      super(console);
    }

    @Override
    public Integer call() throws Exception {
      Path file = readable(Path.of(arguments.getLast()));
      Path many = queries;
      if (many != null) {
        if (arguments.size() != 1) {
          throw Failure.usage("query.both");
        }
        return commands().matchAll(readable(many), file, via);
      }
      if (arguments.size() != 2) {
        throw Failure.usage("query.none");
      }
      return commands().match(arguments.getFirst(), file, via);
    }
  }

  /** {@code query translate}: a query of another tool in our language. */
  @Command(name = "translate")
  static final class Translate extends Verb {
    @Option(
        names = "--from",
        required = true,
        paramLabel = "brandwatch|talkwalker|meltwater|visibrain|x")
    Tool from = Tool.X;

    @Parameters(index = "0", paramLabel = "QUERY", descriptionKey = "ouidire.query.translate.QUERY")
    String query = "";

    Translate(Console console) {
      super(console);
    }

    @Override
    public Integer call() {
      return commands().translate(from, query);
    }
  }
}
