package ouidire.deploy.demo;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import ouidire.core.config.Settings;
import ouidire.core.mention.Mention;
import ouidire.core.settings.SettingsStore;
import ouidire.core.story.Rumour;
import ouidire.core.story.Rumour.OurVersion;
import ouidire.core.stream.MentionPublisher;

/** The demonstration, played into a running service through the door that every source takes. */
public final class Demo {
  /** The text that begins the rumour of the crisis, and the one that sets it right. */
  private static final String RUMOUR = "c-0072";

  private static final String CORRECTION = "c-0218";

  private final Scenario scenario;
  private final MentionPublisher publisher;
  private final InstantSource clock;

  public Demo(Scenario scenario, MentionPublisher publisher, InstantSource clock) {
    this.scenario = scenario;
    this.publisher = publisher;
    this.clock = clock;
  }

  /** The settings of the demonstration: these, with its brands, in a folder of its own. */
  public static Settings settings(Settings given, Path data) {
    return new Settings(
        data,
        given.roles(),
        Scenario.brands(),
        List.of(),
        List.of(),
        given.http(),
        given.kafka(),
        given.fetch(),
        given.links(),
        given.alerts(),
        given.secondOpinion(),
        given.retention(),
        given.log(),
        Map.of());
  }

  /** Publishes the ordinary weeks; returns how many mentions, once the stream has them. */
  public int loadOrdinaryWeeks() {
    List<Mention> mentions = OrdinaryWeeks.before(clock.instant(), scenario.ordinary());
    List<CompletableFuture<Void>> kept = new ArrayList<>(mentions.size());
    for (Mention mention : mentions) {
      kept.add(publisher.publish(mention));
    }
    kept.forEach(CompletableFuture::join);
    return mentions.size();
  }

  /**
   * Begins the crisis.
   *
   * @param speed minutes of the scenario in one of ours, above 0
   */
  public CrisisPlay begin(Instant start, double speed, SettingsStore settings, Runnable whenDone) {
    CrisisPlay play =
        new CrisisPlay(
            scenario.crisis(), start, speed, clock, publisher, text -> mark(text, settings));
    play.begin(whenDone);
    return play;
  }

  /** Once our version was given, somebody calls the other story a rumour and attaches it. */
  private static void mark(DemoText text, SettingsStore settings) {
    if (text.id().equals(CORRECTION)) {
      String link = text.links().isEmpty() ? null : text.links().getFirst();
      OurVersion ours = new OurVersion(text.text(), link, DemoText.mentionId(CORRECTION), null);
      String story = DemoText.mentionId(RUMOUR);
      settings.put(
          Rumour.KIND,
          story,
          new Rumour(story, ours).json(),
          "Camille (démonstration)",
          SettingsStore.ANY_VERSION);
    }
  }

  /** How long the crisis takes at a speed. */
  public Duration length(double speed) {
    return new CrisisPlay(scenario.crisis(), Instant.EPOCH, speed, clock, publisher, text -> {})
        .length();
  }
}
