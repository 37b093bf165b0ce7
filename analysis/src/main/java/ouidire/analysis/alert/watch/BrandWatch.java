package ouidire.analysis.alert.watch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ouidire.analysis.alert.rule.Judgement;
import ouidire.core.alert.AlertRule;
import ouidire.core.brand.Brand;
import ouidire.core.history.InvalidQueryException;
import ouidire.core.history.LiveFilter;
import ouidire.core.history.MentionFilter;
import ouidire.core.mention.AnalysedMention;

/**
 * All rules of one brand. Given its past, its mentions as they come and the moments to judge at, it
 * answers with judgements; it reads no clock. Moments go forward. Not thread-safe.
 */
public final class BrandWatch {
  private static final Logger LOG = LoggerFactory.getLogger(BrandWatch.class);

  private final Brand brand;
  private final Set<String> official;
  private final Map<MentionFilter, Stream> streams = new LinkedHashMap<>();
  private final List<Judge> judges = new ArrayList<>();

  /** A series and what belongs to it. */
  private record Stream(Series series, Predicate<AnalysedMention> wants) {}

  /** A rule at work. */
  private interface Judge {
    Judgement judge(Instant now);
  }

  /**
   * @param rules those that are not for this brand, or not enabled, are left out; one whose query
   *     does not parse is reported by name and the others go on
   * @param queries compiles a query of the query language
   */
  public BrandWatch(
      Brand brand, List<AlertRule> rules, Function<String, Predicate<AnalysedMention>> queries) {
    this(brand, rules, queries, Sensitivity.SHIPPED);
  }

  BrandWatch(
      Brand brand,
      List<AlertRule> rules,
      Function<String, Predicate<AnalysedMention>> queries,
      Sensitivity limits) {
    this.brand = brand;
    this.official =
        brand.accounts().stream().map(a -> a.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
    for (AlertRule rule : rules) {
      if (isFor(rule, brand)) {
        try {
          Series series = stream(rule.filter().of(brand.id()), queries).series();
          judges.add(
              rule.detects()
                  ? new CrisisDetection(rule, brand, series, limits)::judge
                  : new Conditions(rule, brand, series)::judge);
        } catch (InvalidQueryException e) {
          LOG.error("rule {} cannot be judged: {}; the others go on", rule.id(), e.getMessage());
        }
      }
    }
  }

  /** Whether a rule is judged for a brand. */
  public static boolean isFor(AlertRule rule, Brand brand) {
    boolean named = rule.brands().contains(brand.id());
    boolean ours = rule.brands().isEmpty() && !brand.competitor();
    return rule.enabled() && !rule.kind().equals(SourceWatch.KIND) && (named || ours);
  }

  private Stream stream(
      MentionFilter filter, Function<String, Predicate<AnalysedMention>> queries) {
    Stream known = streams.get(filter);
    if (known == null) {
      known = new Stream(new Series(filter, brand.zone()), LiveFilter.of(filter, queries::apply));
      streams.put(filter, known);
    }
    return known;
  }

  /** Learns the past up to a moment. */
  public void load(Past past, Instant at) {
    for (Stream stream : streams.values()) {
      stream.series().load(past, at, official);
    }
  }

  /** Learns the past anew when something came so late that it could not be added. */
  boolean reloadStale(Past past, Instant at) {
    boolean stale = streams.values().stream().anyMatch(stream -> stream.series().stale());
    if (stale) {
      load(past, at);
    }
    return stale;
  }

  /** Takes a mention in; true when it may change what rules say. */
  public boolean hear(AnalysedMention mention) {
    boolean news = false;
    for (Stream stream : streams.values()) {
      if (stream.wants().test(mention)) {
        Fact fact = Fact.of(mention, stream.series().filter(), official);
        news |= stream.series().add(fact);
      }
    }
    return news;
  }

  /** Moves the time on; true when a mention's time had come that was ahead of it. */
  public boolean moveTo(Instant moment) {
    boolean stirred = false;
    for (Stream stream : streams.values()) {
      stirred |= stream.series().moveTo(moment);
    }
    return stirred;
  }

  /** What each rule says at the moment that was moved to. */
  public List<Judgement> judge(Instant moment) {
    List<Judgement> all = new ArrayList<>(judges.size());
    for (Judge judge : judges) {
      all.add(judge.judge(moment));
    }
    return all;
  }
}
