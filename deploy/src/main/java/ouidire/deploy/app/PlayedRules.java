package ouidire.deploy.app;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import ouidire.analysis.alert.backtest.Backtest;
import ouidire.analysis.alert.watch.HistoryPast;
import ouidire.core.alert.AlertPolicy;
import ouidire.core.alert.AlertRule;
import ouidire.core.alert.Incident;
import ouidire.core.alert.KnownBrands;
import ouidire.core.alert.RuleReplay;
import ouidire.core.brand.BrandCatalogue;
import ouidire.core.history.MentionHistory;
import ouidire.core.mention.AnalysedMention;

/**
 * Plays one rule over the history, for all brands, with the campaigns that are planned: the same,
 * whoever asks for it.
 *
 * @param queries compiles one, and refuses one that does not parse
 * @param policy as it is at each play; the rule that is played stands in place of its rules
 */
record PlayedRules(
    MentionHistory history,
    BrandCatalogue brands,
    Function<String, Predicate<AnalysedMention>> queries,
    Supplier<AlertPolicy> policy)
    implements RuleReplay {
  @Override
  public Played play(AlertRule rule, Instant from, Instant to) {
    rule.requireComplete();
    new KnownBrands(brands).requireIn(rule);
    String query = rule.filter().query();
    if (query != null) {
      // One that does not parse is refused before anything is played.
      var unused = queries.apply(query);
    }
    Backtest test = new Backtest(new HistoryPast(history), queries);
    List<Incident> incidents =
        test.play(policy.get().withRules(List.of(rule)), brands.brands(), from, to);
    return new Played(incidents, test.heard());
  }

  /** The rule that is kept under an id. */
  Optional<AlertRule> rule(String id) {
    return policy.get().rule(id);
  }
}
