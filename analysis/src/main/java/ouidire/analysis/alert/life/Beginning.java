package ouidire.analysis.alert.life;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import ouidire.analysis.alert.rule.Judgement;
import ouidire.core.alert.Alert.Severity;
import ouidire.core.alert.AlertPolicy;
import ouidire.core.alert.Campaign;
import ouidire.core.alert.Incident;
import ouidire.core.alert.Mute;
import ouidire.core.alert.Signal;

/** Whether what fires is something new, and whether it may speak. */
final class Beginning {
  /** Kinds that tell of the same thing when they fire on one brand at one time. */
  private static final Set<String> GENERAL = Set.of("crisis", "volume");

  /** Share of negative mentions from which a campaign explains nothing. */
  private static final double ANGER = 0.4;

  /** What is so many times larger than an incident at its worst is no echo of it. */
  private static final double FAR_LARGER = 2;

  private static final Duration DAY = Duration.ofHours(24);

  private final AlertPolicy policy;
  private final Collection<Incident> known;
  private final Instant now;
  private final boolean drill;

  Beginning(AlertPolicy policy, Collection<Incident> known, Instant now, boolean drill) {
    this.policy = policy;
    this.known = known;
    this.now = now;
    this.drill = drill;
  }

  /** Whether a rule fires on the story of an incident that goes on. */
  static boolean sameStory(Incident incident, Judgement judgement) {
    Signal signal = judgement.signal();
    if (incident.rules().contains(judgement.rule().id())) {
      return true;
    }
    return GENERAL.contains(signal.kind()) && GENERAL.contains(incident.signal().kind())
        || signal.story() != null && signal.story().equals(incident.story())
        || !Collections.disjoint(signal.mentions(), incident.signal().mentions());
  }

  /**
   * Whether it is the after-sound of an incident that ended a short while ago: no graver, not twice
   * as large as that one at its worst, and not of another story.
   */
  boolean isEcho(Judgement judgement) {
    Duration coolDown = judgement.rule().coolDown();
    Signal signal = judgement.signal();
    return known.stream()
        .filter(incident -> incident.exercise() == drill && incident.fired())
        .filter(incident -> incident.brand().equals(signal.brand()))
        .filter(incident -> incident.rules().contains(judgement.rule().id()))
        .filter(incident -> signal.severity().compareTo(incident.severity()) <= 0)
        .filter(incident -> signal.observed() <= FAR_LARGER * incident.peak())
        .filter(incident -> !ofAnotherStory(signal, incident))
        .anyMatch(
            incident -> {
              Instant ended = incident.endedAt();
              return ended != null && ended.plus(coolDown).isAfter(now);
            });
  }

  /** Where most of what is said belongs to one story, both times, and not to the same. */
  private static boolean ofAnotherStory(Signal signal, Incident incident) {
    String before = incident.story();
    String story = signal.story();
    return before != null && story != null && !story.equals(before);
  }

  /** What keeps it quiet from the start. */
  List<Mute> mutes(Judgement judgement) {
    List<Mute> mutes = new ArrayList<>();
    Signal signal = judgement.signal();
    if (signal.figures().negativeShare() < ANGER && !signal.kind().equals("leak")) {
      policy.campaigns().stream()
          .filter(campaign -> campaign.covers(signal.brand(), now))
          .findFirst()
          .ifPresent(campaign -> mutes.add(suppressed(campaign)));
    }
    known.stream()
        .filter(incident -> incident.open() && incident.exercise() == drill)
        .filter(incident -> inhibits(incident, signal))
        .findFirst()
        .ifPresent(incident -> mutes.add(new Mute(Mute.Kind.INHIBITED, incident.id(), null)));
    if (overBudget(judgement)) {
      mutes.add(new Mute(Mute.Kind.OVER_BUDGET, judgement.rule().id(), null));
    }
    return mutes;
  }

  /**
   * Whether its rule has paged for this brand as often as it may in a day. No budget is worth a
   * crisis, and the noise of one brand never silences another.
   */
  boolean overBudget(Judgement judgement) {
    return judgement.signal().severity() == Severity.WARNING
        && pagesToday(judgement) >= judgement.rule().pagesPerDay();
  }

  private static Mute suppressed(Campaign campaign) {
    return new Mute(Mute.Kind.SUPPRESSED, campaign.id(), campaign.to());
  }

  /**
   * A crisis of a brand speaks for unrest about its products, whose ids begin with the brand's and
   * a hyphen; a source that is down explains the silence of what it carried.
   */
  private static boolean inhibits(Incident incident, Signal signal) {
    boolean product =
        incident.severity() == Severity.CRISIS
            && signal.severity() != Severity.CRISIS
            && GENERAL.contains(signal.kind())
            && signal.brand().startsWith(incident.brand() + "-");
    boolean outage = incident.signal().kind().equals("source") && signal.kind().equals("silence");
    return product || outage;
  }

  static boolean inhibitorIsOver(Incident incident, Map<String, Incident> known) {
    return incident.mutes().stream()
        .filter(mute -> mute.kind() == Mute.Kind.INHIBITED)
        .anyMatch(
            mute -> {
              Incident inhibitor = known.get(mute.by());
              return inhibitor == null || !inhibitor.open();
            });
  }

  private long pagesToday(Judgement judgement) {
    return known.stream()
        .filter(incident -> incident.exercise() == drill && !incident.muted())
        .filter(incident -> incident.brand().equals(judgement.signal().brand()))
        .filter(incident -> incident.rules().contains(judgement.rule().id()))
        .filter(incident -> incident.severity() != Severity.WATCH)
        .filter(
            incident -> {
              Instant fired = incident.firedAt();
              return fired != null && fired.plus(DAY).isAfter(now);
            })
        .count();
  }
}
