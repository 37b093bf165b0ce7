package ouidire.analysis.match;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ouidire.analysis.query.MemoryHistory;
import ouidire.analysis.query.ParsedQuery;
import ouidire.analysis.query.QueryException;
import ouidire.analysis.query.QueryExplanation;
import ouidire.analysis.query.QueryParser;
import ouidire.analysis.query.Stage;
import ouidire.analysis.query.Tool;
import ouidire.analysis.query.Translation;
import ouidire.analysis.text.MentionFacts;
import ouidire.core.mention.AnalysedMention;

/**
 * The verbs {@code query parse|explain|match|translate}: data to {@code out} as JSON or lines,
 * words for people to {@code err}; each returns the command's exit status: 0 done, 1 something was
 * bad, 2 the query or an argument must be changed.
 */
public final class QueryCommands {
  /** Which of the two ways a query is asked. */
  public enum Via {
    LIVE,
    HISTORY
  }

  /** Mentions indexed together when queries are asked by way of the history. */
  private static final int BATCH = 10_000;

  private final QueryParser parser;
  private final PrintStream out;
  private final PrintStream err;
  private final boolean french;

  /**
   * @param french whether words for people are in French
   */
  public QueryCommands(QueryParser parser, PrintStream out, PrintStream err, boolean french) {
    this.parser = parser;
    this.out = out;
    this.err = err;
    this.french = french;
  }

  /** Prints what a query means, or what is wrong with it. */
  public int parse(String query, Stage stage) {
    try {
      out.println(QueryJson.of(parser.parse(query, stage)));
      return 0;
    } catch (QueryException e) {
      out.println(QueryJson.of(e));
      return refused(e);
    }
  }

  /** Prints a query as a tree in words. */
  public int explain(String query) {
    try {
      ParsedQuery parsed = parser.parse(query, Stage.VIEW);
      ObjectNode json = QueryJson.of(parsed);
      json.set("tree", QueryJson.of(QueryExplanation.of(parsed)));
      out.println(json.toPrettyString());
      return 0;
    } catch (QueryException e) {
      out.println(QueryJson.of(e));
      return refused(e);
    }
  }

  /** Prints why one mention of a file matches, or the clause because of which it does not. */
  public int explain(String query, Path file, String id) throws IOException {
    ParsedQuery parsed;
    try {
      parsed = parser.parse(query, Stage.VIEW);
    } catch (QueryException e) {
      out.println(QueryJson.of(e));
      return refused(e);
    }
    Optional<AnalysedMention> found = Optional.empty();
    try (MentionLines lines = new MentionLines(file, asksTone(List.of(parsed)), err, french)) {
      for (AnalysedMention seen = lines.next(); seen != null; seen = lines.next()) {
        if (seen.id().equals(id)) {
          found = Optional.of(seen);
          break;
        }
      }
    }
    if (found.isEmpty()) {
      say(
          "ID : aucune mention " + id + " dans " + file + "; vérifiez l'identifiant",
          "ID: no mention " + id + " in " + file + "; check the id");
      return 2;
    }
    AnalysedMention seen = found.get();
    MentionFacts facts = new MentionFacts().read(seen);
    ObjectNode json = QueryJson.of(parsed, QueryExplanation.of(parsed, facts), seen.mention());
    out.println(json.toPrettyString());
    return 0;
  }

  /** Prints the ids of a file's mentions that match, one a line, in file order. */
  public int match(String query, Path file, Via via) throws IOException {
    try {
      ParsedQuery parsed = parser.parse(query, Stage.VIEW);
      return match(List.of(new Named(null, parsed)), file, via);
    } catch (QueryException e) {
      return refused(e);
    }
  }

  /**
   * Prints {@code name<TAB>id} for each match; mentions in file order, queries in theirs. A query
   * that does not parse prints {@code name<TAB>!<TAB>error}, and the others go on.
   *
   * @param queries rows {@code name<TAB>query}
   */
  public int matchAll(Path queries, Path file, Via via) throws IOException {
    List<Named> named = new ArrayList<>();
    int row = 0;
    int status = 0;
    for (String line : Files.readAllLines(queries, StandardCharsets.UTF_8)) {
      row++;
      if (line.isBlank()) {
        continue;
      }
      int tab = line.indexOf('\t');
      if (tab < 0) {
        say(
            queries + ":" + row + " : trouvé une ligne sans tabulation, attendu nom<TAB>requête",
            queries + ":" + row + ": found a row without a tab, expected name<TAB>query");
        status = 1;
        continue;
      }
      String name = line.substring(0, tab);
      try {
        named.add(new Named(name, parser.parse(line.substring(tab + 1), Stage.VIEW)));
      } catch (QueryException e) {
        out.println(name + "\t!\t" + (french ? e.text().fr() : e.text().en()));
      }
    }
    return Math.max(status, match(named, file, via));
  }

  /** Prints a query of another tool in our language, with what could not be carried and why. */
  public int translate(Tool from, String query) {
    out.println(QueryJson.of(Translation.of(query, from), french));
    return 0;
  }

  /** The tool of a name; empty when there is none. */
  public static Optional<Tool> tool(String name) {
    for (Tool tool : Tool.values()) {
      if (tool.name().toLowerCase(Locale.ROOT).equals(name.toLowerCase(Locale.ROOT))) {
        return Optional.of(tool);
      }
    }
    return Optional.empty();
  }

  private record Named(@Nullable String name, ParsedQuery query) {}

  private int match(List<Named> queries, Path file, Via via) throws IOException {
    boolean withTone = asksTone(queries.stream().map(Named::query).toList());
    try (MentionLines lines = new MentionLines(file, withTone, err, french)) {
      if (via == Via.LIVE) {
        live(queries, lines);
      } else {
        history(queries, lines);
      }
      out.flush();
      return lines.bad() > 0 ? 1 : 0;
    }
  }

  private void live(List<Named> queries, MentionLines lines) throws IOException {
    LiveMatcher matcher = new LiveMatcher();
    Map<String, ParsedQuery> byRow = new LinkedHashMap<>();
    for (int i = 0; i < queries.size(); i++) {
      byRow.put(Integer.toString(i), queries.get(i).query());
    }
    matcher.putAll(byRow);
    MentionFacts facts = new MentionFacts();
    for (AnalysedMention seen = lines.next(); seen != null; seen = lines.next()) {
      facts.read(seen);
      Matches matches = matcher.match(facts);
      for (Match match : matches.matches()) {
        print(queries.get(Integer.parseInt(match.query())), seen);
      }
      for (Matches.Trouble trouble : matches.troubles()) {
        Named query = queries.get(Integer.parseInt(trouble.query()));
        err.println(query.query().canonical() + ": " + seen.id() + ": " + trouble.cause());
      }
    }
  }

  private void history(List<Named> queries, MentionLines lines) throws IOException {
    List<AnalysedMention> batch = new ArrayList<>();
    for (AnalysedMention seen = lines.next(); seen != null; seen = lines.next()) {
      batch.add(seen);
      if (batch.size() == BATCH) {
        history(queries, batch);
        batch.clear();
      }
    }
    history(queries, batch);
  }

  private void history(List<Named> queries, List<AnalysedMention> batch) throws IOException {
    try (MemoryHistory history = new MemoryHistory(batch)) {
      List<BitSet> found = new ArrayList<>();
      for (Named query : queries) {
        found.add(history.matching(query.query().query()));
      }
      for (int i = 0; i < batch.size(); i++) {
        for (int query = 0; query < queries.size(); query++) {
          if (found.get(query).get(i)) {
            print(queries.get(query), batch.get(i));
          }
        }
      }
    }
  }

  private void print(Named query, AnalysedMention seen) {
    out.println(query.name() == null ? seen.id() : query.name() + "\t" + seen.id());
  }

  private static boolean asksTone(List<ParsedQuery> queries) {
    return queries.stream().anyMatch(query -> query.canonical().contains("tone:"));
  }

  private int refused(QueryException e) {
    say("QUERY : " + e.text().fr(), "QUERY: " + e.text().en());
    return 2;
  }

  private void say(String inFrench, String inEnglish) {
    err.println(french ? inFrench : inEnglish);
  }
}
