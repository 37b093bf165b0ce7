package ouidire.analysis.match;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import ouidire.analysis.query.Message;
import ouidire.analysis.query.ParsedQuery;
import ouidire.analysis.query.QueryException;
import ouidire.analysis.query.QueryExplanation;
import ouidire.analysis.query.QueryWarning;
import ouidire.analysis.query.Translation;
import ouidire.core.mention.Mention;
import ouidire.core.mention.Span;

/** Queries, their errors and their explanations as JSON, for the command and the API. */
public final class QueryJson {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private QueryJson() {}

  /** {@code {"valid":true,"query","stage","cost":{"points","level"},"warnings":[...]}}. */
  public static ObjectNode of(ParsedQuery parsed) {
    ObjectNode out = JSON.objectNode();
    out.put("valid", true);
    out.put("query", parsed.canonical());
    out.put("stage", word(parsed.stage()));
    ObjectNode cost = out.putObject("cost");
    cost.put("points", parsed.cost().points());
    cost.put("level", word(parsed.cost().level()));
    ArrayNode warnings = out.putArray("warnings");
    for (QueryWarning warning : parsed.warnings()) {
      ObjectNode one = warnings.addObject();
      one.put("code", warning.code());
      one.put("position", warning.position());
      one.set("message", of(warning.message()));
    }
    return out;
  }

  /** {@code {"valid":false,"error":{"code","position","found","expected","remedy","message"}}}. */
  public static ObjectNode of(QueryException error) {
    ObjectNode out = JSON.objectNode();
    out.put("valid", false);
    ObjectNode inside = out.putObject("error");
    inside.put("code", error.code());
    inside.put("position", error.position());
    inside.set("found", of(error.found()));
    inside.set("expected", of(error.expected()));
    inside.set("remedy", of(error.remedy()));
    inside.set("message", of(error.text()));
    return out;
  }

  /** {@code {"fr","en","clause","holds","parts":[...]}}; {@code holds} only with a mention. */
  public static ObjectNode of(QueryExplanation explanation) {
    ObjectNode out = of(explanation.words());
    out.put("clause", explanation.clause());
    if (explanation.holds() != null) {
      out.put("holds", explanation.holds());
    }
    if (!explanation.parts().isEmpty()) {
      ArrayNode parts = out.putArray("parts");
      explanation.parts().forEach(part -> parts.add(of(part)));
    }
    return out;
  }

  /**
   * What one mention answers: {@code {...,"matches","spans":[...],"failed"?,"tree"}}; {@code
   * failed} is the clause because of which it does not match.
   */
  public static ObjectNode of(ParsedQuery parsed, QueryExplanation explanation, Mention mention) {
    ObjectNode json = of(parsed);
    json.put("id", mention.id());
    json.put("matches", explanation.failed().isEmpty());
    json.set("spans", of(explanation.spans(), mention));
    explanation.failed().ifPresent(part -> json.set("failed", of(part)));
    json.set("tree", of(explanation));
    return json;
  }

  /** {@code {"query","lost":[...],"notes":[...]}}. */
  public static ObjectNode of(Translation translation, boolean french) {
    ObjectNode out = JSON.objectNode();
    out.put("query", translation.query());
    ArrayNode lost = out.putArray("lost");
    translation.lost().forEach(part -> lost.add(french ? part.fr() : part.en()));
    ArrayNode notes = out.putArray("notes");
    translation.notes().forEach(note -> notes.add(french ? note.fr() : note.en()));
    return out;
  }

  /** Spans with the text they stand for. */
  public static ArrayNode of(List<Span> spans, Mention mention) {
    ArrayNode out = JSON.arrayNode();
    for (Span span : spans) {
      ObjectNode one = out.addObject();
      one.put("field", span.field());
      one.put("start", span.start());
      one.put("end", span.end());
      String title = mention.title();
      String text = span.field().equals("title") && title != null ? title : mention.text();
      one.put("text", text.substring(span.start(), span.end()));
    }
    return out;
  }

  static ObjectNode of(Message message) {
    ObjectNode out = JSON.objectNode();
    out.put("fr", message.fr());
    out.put("en", message.en());
    return out;
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
