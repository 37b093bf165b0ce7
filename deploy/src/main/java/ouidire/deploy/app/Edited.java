package ouidire.deploy.app;

import java.time.InstantSource;
import java.time.ZoneId;
import ouidire.analysis.pipeline.CorrectedMentions;
import ouidire.analysis.pipeline.PastMatches;
import ouidire.analysis.pipeline.RewrittenMentions;
import ouidire.analysis.query.KnownLists;
import ouidire.analysis.tone.ToneReview;
import ouidire.core.config.Settings;
import ouidire.core.settings.KafkaSettingsStore;
import ouidire.core.settings.SettingsStore;
import ouidire.core.stream.KafkaSettings;

/**
 * What people change while the service runs, and what is made of it: brands, lists of words,
 * corrections of what the analysis said.
 */
final class Edited {
  private final SettingsStore store;
  private final KnownLists lists;
  private final PeoplesSay say;
  private final EditedBrands brands;

  /**
   * @param review another look at each tone
   */
  Edited(
      Settings settings,
      KafkaSettings kafka,
      ToneReview review,
      InstantSource clock,
      Teardown teardown) {
    store = teardown.add("settings", KafkaSettingsStore.open(kafka, clock));
    lists = new SettingsLists(store, settings.brands());
    say = teardown.add("what people say", new PeoplesSay(store, review));
    brands =
        teardown.add("brands", new EditedBrands(settings.brands(), store, lists, zone(settings)));
  }

  /** Days of queries are those of the first brand. */
  static ZoneId zone(Settings settings) {
    return settings.brands().isEmpty()
        ? ZoneId.systemDefault()
        : settings.brands().getFirst().zone();
  }

  /** Older mentions get the match of a brand that is new or was changed, and corrections. */
  void bringPast(Past past, KafkaSettings kafka, InstantSource clock, Teardown teardown) {
    RewrittenMentions rewriter = teardown.add("rewriter", new RewrittenMentions(kafka));
    teardown.add(
        "corrected mentions",
        new CorrectedMentions(store, past.history(), say.listener(), rewriter, clock));
    PastMatches matches =
        teardown.add(
            "past matches",
            new PastMatches(
                past.history(),
                past.indexer(),
                new BrandMatching(brands.matcher()),
                new PastInSettings(store),
                rewriter,
                say.listener(),
                clock));
    brands.bringPast(matches::start, matches::want, matches::progress);
  }

  SettingsStore store() {
    return store;
  }

  KnownLists lists() {
    return lists;
  }

  PeoplesSay say() {
    return say;
  }

  EditedBrands brands() {
    return brands;
  }
}
