package ouidire.deploy.app;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import ouidire.analysis.alert.backtest.Backtest;
import ouidire.analysis.alert.watch.HistoryPast;
import ouidire.analysis.query.QueryParser;
import ouidire.core.alert.AlertDocuments;
import ouidire.core.alert.AlertPolicy;
import ouidire.core.alert.AlertRule;
import ouidire.core.alert.Incident;
import ouidire.core.alert.KnownBrands;
import ouidire.core.alert.RuleReplay;
import ouidire.core.history.MentionHistory;

/** Plays one rule over the history, for all brands, with the campaigns that are planned. */
record PlayedRules(MentionHistory history, Edited edited, ZoneId zone) implements RuleReplay {
  @Override
  public Played play(AlertRule rule, Instant from, Instant to) {
    rule.requireComplete();
    new KnownBrands(edited.brands()).requireIn(rule);
    String query = rule.filter().query();
    QueryPredicates queries = new QueryPredicates(new QueryParser(zone, edited.lists()));
    if (query != null) {
      // One that does not parse is refused before anything is played.
      var unused = queries.compile(query);
    }
    Backtest test = new Backtest(new HistoryPast(history), queries::compile);
    AlertPolicy policy = policy().withRules(List.of(rule));
    List<Incident> incidents = test.play(policy, edited.brands().brands(), from, to);
    return new Played(incidents, test.heard());
  }

  /** The rule that is kept under an id. */
  Optional<AlertRule> rule(String id) {
    return policy().rule(id);
  }

  private AlertPolicy policy() {
    try (AlertDocuments documents = new AlertDocuments(AlertPolicy.DEFAULT, edited.store())) {
      return documents.get();
    }
  }
}
