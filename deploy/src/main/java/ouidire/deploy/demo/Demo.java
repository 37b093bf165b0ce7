package ouidire.deploy.demo;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import ouidire.core.config.Settings;
import ouidire.core.mention.Mention;
import ouidire.core.settings.Setting;
import ouidire.core.settings.SettingsStore;
import ouidire.core.story.Rumour;
import ouidire.core.story.Rumour.OurVersion;
import ouidire.core.stream.MentionPublisher;

/**
 * The demonstration, played into a running service through the door that every source takes. What
 * is there already is not said again: in a folder where it was played before it goes on where it
 * stopped.
 */
public final class Demo {
  /** The text that begins the rumour of the crisis, and the one that sets it right. */
  private static final String RUMOUR = "c-0072";

  private static final String CORRECTION = "c-0218";

  /** The kind of setting that remembers before when the ordinary weeks are. */
  private static final String KIND = "demo";

  private static final String WEEKS = "weeks";
  private static final String BEFORE = "before";
  private static final String AUTHOR = "démonstration";

  private final Scenario scenario;
  private final MentionPublisher publisher;
  private final Predicate<String> known;
  private final SettingsStore settings;
  private final InstantSource clock;

  /**
   * @param known whether a mention of this id is there
   */
  public Demo(
      Scenario scenario,
      MentionPublisher publisher,
      Predicate<String> known,
      SettingsStore settings,
      InstantSource clock) {
    this.scenario = scenario;
    this.publisher = publisher;
    this.known = known;
    this.settings = settings;
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

  /**
   * Publishes what is missing of the ordinary weeks, those before the demonstration was first
   * played here; returns how many mentions, once the stream has them.
   */
  public int loadOrdinaryWeeks() {
    List<Mention> mentions =
        OrdinaryWeeks.before(firstPlayed(), scenario.ordinary()).stream()
            .filter(mention -> !known.test(mention.id()))
            .toList();
    List<CompletableFuture<Void>> kept = new ArrayList<>(mentions.size());
    for (Mention mention : mentions) {
      kept.add(publisher.publish(mention));
    }
    kept.forEach(CompletableFuture::join);
    return mentions.size();
  }

  /** Remembered before anything is said, so that whoever goes on says the same. */
  private Instant firstPlayed() {
    Optional<Setting> remembered = settings.get(KIND, WEEKS);
    if (remembered.isPresent()) {
      return Instant.parse(remembered.get().value().path(BEFORE).asText());
    }
    Instant now = clock.instant();
    var unused =
        settings.replace(
            KIND, WEEKS, JsonNodeFactory.instance.objectNode().put(BEFORE, now.toString()), AUTHOR);
    return now;
  }

  /** Texts of the crisis that were not said yet. */
  public int left() {
    return remaining().size();
  }

  /** Texts of the crisis. */
  public int all() {
    return scenario.crisis().size();
  }

  private List<DemoText> remaining() {
    return scenario.crisis().stream()
        .filter(text -> !known.test(DemoText.mentionId(text.id())))
        .toList();
  }

  /**
   * Begins the crisis, or goes on with it: its time stood still while nothing was played.
   *
   * @param next when the next text is said
   * @param speed minutes of the scenario in one of ours, above 0
   */
  public CrisisPlay begin(Instant next, double speed, Runnable whenDone) {
    List<DemoText> texts = remaining();
    Duration passed =
        texts.isEmpty() || texts.size() == all()
            ? Duration.ZERO
            : Duration.between(
                Instant.EPOCH, CrisisPlay.due(texts.getFirst(), Instant.EPOCH, speed));
    CrisisPlay play =
        new CrisisPlay(texts, next.minus(passed), speed, clock, publisher, this::mark);
    boolean corrected = known.test(DemoText.mentionId(CORRECTION));
    if (corrected && settings.history(Rumour.KIND, DemoText.mentionId(RUMOUR)).isEmpty()) {
      scenario.crisis().forEach(this::mark);
    }
    play.begin(whenDone);
    return play;
  }

  /** Once our version was given, somebody calls the other story a rumour and attaches it. */
  private void mark(DemoText text) {
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

  /** How long what is left of the crisis takes at a speed. */
  public Duration length(double speed) {
    List<DemoText> texts = remaining();
    return texts.isEmpty()
        ? Duration.ZERO
        : Duration.between(
            CrisisPlay.due(texts.getFirst(), Instant.EPOCH, speed),
            CrisisPlay.due(texts.getLast(), Instant.EPOCH, speed));
  }
}
