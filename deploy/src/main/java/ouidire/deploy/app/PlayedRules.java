package ouidire.deploy.app;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import ouidire.analysis.alert.backtest.Backtest;
import ouidire.analysis.alert.watch.HistoryPast;
import ouidire.analysis.query.QueryParser;
import ouidire.core.alert.AlertPolicy;
import ouidire.core.alert.AlertRule;
import ouidire.core.alert.Incident;
import ouidire.core.alert.RuleReplay;
import ouidire.core.history.MentionHistory;

/** Plays one rule over the history, for all brands. */
record PlayedRules(MentionHistory history, Edited edited, ZoneId zone) implements RuleReplay {
  @Override
  public List<Incident> play(AlertRule rule, Instant from, Instant to) {
    String query = rule.filter().query();
    QueryPredicates queries = new QueryPredicates(new QueryParser(zone, edited.lists()));
    if (query != null) {
      // One that does not parse is refused before anything is played.
      var unused = queries.compile(query);
    }
    return new Backtest(new HistoryPast(history), queries::compile)
        .play(AlertPolicy.DEFAULT.withRules(List.of(rule)), edited.brands().brands(), from, to);
  }
}
