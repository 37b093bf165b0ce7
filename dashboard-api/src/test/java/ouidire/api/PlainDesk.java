package ouidire.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.ZoneId;
import java.util.List;
import ouidire.core.history.InvalidQueryException;
import ouidire.core.history.PlainQueries;
import ouidire.core.mention.AnalysedMention;

/** The desk over {@link PlainQueries}: the shapes are those of the real one. */
final class PlainDesk implements QueryDesk {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  @Override
  public ObjectNode validate(String query, boolean brand) {
    ObjectNode out = JSON.objectNode();
    try {
      PlainQueries.compile(query);
    } catch (InvalidQueryException e) {
      out.put("valid", false);
      ObjectNode error = out.putObject("error");
      error.put("code", "bracket").put("position", e.position());
      for (String part : List.of("found", "expected", "remedy", "message")) {
        error.set(part, words("une parenthèse", "a bracket"));
      }
      return out;
    }
    out.put("valid", true).put("query", query).put("stage", brand ? "collect" : "view");
    out.putObject("cost").put("points", 1).put("level", "low");
    out.putArray("warnings");
    out.set("tree", words("le mot", "the word").put("clause", query));
    return out;
  }

  @Override
  public ObjectNode explain(String query, AnalysedMention mention) {
    boolean matches = PlainQueries.compile(query).test(mention);
    ObjectNode out = validate(query, false);
    out.put("matches", matches);
    out.putArray("spans");
    return out;
  }

  @Override
  public ObjectNode translate(String query, String tool, boolean french) {
    ObjectNode out = JSON.objectNode().put("query", query);
    out.putArray("lost");
    out.putArray("notes");
    return out;
  }

  @Override
  public List<String> tools() {
    return List.of("x");
  }

  @Override
  public void requireBrandQuery(String query, ZoneId zone) {
    PlainQueries.compile(query);
  }

  private static ObjectNode words(String french, String english) {
    return JSON.objectNode().put("fr", french).put("en", english);
  }
}
