package ouidire.deploy.app;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import ouidire.analysis.match.QueryCommands;
import ouidire.analysis.match.QueryJson;
import ouidire.analysis.query.KnownLists;
import ouidire.analysis.query.ParsedQuery;
import ouidire.analysis.query.QueryException;
import ouidire.analysis.query.QueryExplanation;
import ouidire.analysis.query.QueryParser;
import ouidire.analysis.query.Stage;
import ouidire.analysis.query.Tool;
import ouidire.analysis.query.Translation;
import ouidire.analysis.text.MentionFacts;
import ouidire.api.QueryDesk;
import ouidire.core.mention.AnalysedMention;

/** The query language at the service of those who write queries. */
public final class LanguageDesk implements QueryDesk {
  private final ZoneId zone;
  private final KnownLists lists;

  /**
   * @param zone whose days {@code after:} and {@code before:} mean
   * @param lists what {@code list:} knows
   */
  public LanguageDesk(ZoneId zone, KnownLists lists) {
    this.zone = zone;
    this.lists = lists;
  }

  @Override
  public ObjectNode validate(String query, boolean brand) {
    try {
      ParsedQuery parsed = parse(query, brand ? Stage.COLLECT : Stage.VIEW, zone);
      ObjectNode json = QueryJson.of(parsed);
      json.set("tree", QueryJson.of(QueryExplanation.of(parsed)));
      return json;
    } catch (QueryException e) {
      return QueryJson.of(e);
    }
  }

  @Override
  public ObjectNode explain(String query, AnalysedMention mention) {
    try {
      ParsedQuery parsed = parse(query, Stage.VIEW, zone);
      MentionFacts facts = new MentionFacts().read(mention);
      return QueryJson.of(parsed, QueryExplanation.of(parsed, facts), mention.mention());
    } catch (QueryException e) {
      throw e.forHistory();
    }
  }

  @Override
  public ObjectNode translate(String query, String tool, boolean french) {
    Tool from = QueryCommands.tool(tool).orElseThrow();
    return QueryJson.of(Translation.of(query, from), french);
  }

  @Override
  public List<String> tools() {
    return Arrays.stream(Tool.values()).map(tool -> tool.name().toLowerCase(Locale.ROOT)).toList();
  }

  @Override
  public void requireBrandQuery(String query, ZoneId ofBrand) {
    try {
      parse(query, Stage.COLLECT, ofBrand);
    } catch (QueryException e) {
      throw e.forHistory();
    }
  }

  private ParsedQuery parse(String query, Stage stage, ZoneId days) {
    return new QueryParser(days, lists).parse(query, stage);
  }
}
