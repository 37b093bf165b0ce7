package ouidire.deploy.app;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ouidire.analysis.pipeline.CorrectedListener;
import ouidire.analysis.pipeline.MentionAnalysis.Listener;
import ouidire.analysis.tone.ToneReview;
import ouidire.core.correction.Correction;
import ouidire.core.correction.WordRule;
import ouidire.core.history.LiveMentions.Subscription;
import ouidire.core.settings.Setting;
import ouidire.core.settings.SettingChange;
import ouidire.core.settings.SettingsStore;

/** What people corrected and what words mean to their brands, as the settings say now. */
final class PeoplesSay implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(PeoplesSay.class);

  private final SettingsStore settings;
  private final ToneReview review;
  private final Subscription subscription;
  private volatile Map<String, List<WordRule>> rules = Map.of();

  /**
   * @param review another look at each tone
   */
  PeoplesSay(SettingsStore settings, ToneReview review) {
    this.settings = settings;
    this.review = review;
    subscription = settings.subscribe(this::hear);
    read();
  }

  /** Hears French as people want it heard. */
  Listener listener() {
    return new CorrectedListener(
        new FrenchListener(brand -> rules.getOrDefault(brand, List.of()), review),
        this::correction);
  }

  private Optional<Correction> correction(String mention) {
    return settings.get(Correction.KIND, mention).flatMap(PeoplesSay::read);
  }

  private static Optional<Correction> read(Setting kept) {
    try {
      return Optional.of(Correction.read(kept.value()));
    } catch (IllegalArgumentException e) {
      LOG.warn("the correction of {} cannot be read: {}", kept.id(), e.getMessage());
      return Optional.empty();
    }
  }

  private void hear(SettingChange change) {
    if (change.kind().equals(WordRule.KIND)) {
      read();
    }
  }

  private synchronized void read() {
    Map<String, List<WordRule>> all = new HashMap<>();
    for (Setting kept : settings.list(WordRule.KIND)) {
      try {
        WordRule rule = WordRule.read(kept.value());
        all.computeIfAbsent(rule.brand(), _ -> new ArrayList<>()).add(rule);
      } catch (IllegalArgumentException e) {
        LOG.warn("word rule {} cannot be read: {}", kept.id(), e.getMessage());
      }
    }
    rules = Map.copyOf(all);
  }

  @Override
  public void close() {
    subscription.close();
  }
}
