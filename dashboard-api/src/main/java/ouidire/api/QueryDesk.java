package ouidire.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.ZoneId;
import java.util.List;
import ouidire.core.history.InvalidQueryException;
import ouidire.core.mention.AnalysedMention;

/** What can be said of a query before and beside asking it. Words are in French and in English. */
public interface QueryDesk {
  /**
   * What a query means, or what is wrong with it: {@code
   * {"valid":true,"query","stage","cost":{"points","level"},"warnings":[{"code","position",
   * "message"}],"tree"}} or {@code {"valid":false,"error":{"code","position","found","expected",
   * "remedy","message"}}}.
   *
   * @param brand whether it is to be a brand's, which may ask only what is known when a mention
   *     arrives
   */
  ObjectNode validate(String query, boolean brand);

  /**
   * Why a mention matches a query, or the clause because of which it does not: {@code
   * {"matches","spans":[{"field","start","end","text"}],"failed"?,"tree"}} and the query's own.
   *
   * @throws InvalidQueryException when it does not parse
   */
  ObjectNode explain(String query, AnalysedMention mention);

  /**
   * Another tool's query in our language: {@code {"query","lost":[],"notes":[]}}.
   *
   * @param tool one of {@link #tools()}
   */
  ObjectNode translate(String query, String tool, boolean french);

  /** The tools whose queries are understood. */
  List<String> tools();

  /**
   * Refuses what cannot be a brand's query.
   *
   * @throws InvalidQueryException with the position and the remedy
   */
  void requireBrandQuery(String query, ZoneId zone);
}
