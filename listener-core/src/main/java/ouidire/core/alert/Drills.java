package ouidire.core.alert;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import ouidire.core.mention.AnalysedMention;

/** Exercises: a scripted crisis through the real alert path. */
public interface Drills {
  /** Before the id of an incident: the scenario is that crisis, as it was. */
  String RECORDED = "incident:";

  /**
   * Begins one; mentions of it reach no history and no metric.
   *
   * @param brand id of the brand it is about
   * @param scenario one of {@link #scenarios()}
   * @param speed minutes of the script in one of ours, 1 to 1,000
   * @param channels ids of the channels that it may use besides the dashboard
   * @param by who asks for it
   * @throws IllegalStateException when one is under way
   * @throws UnansweredException when it was sent on and nobody has answered
   * @throws UnkeptException when it could not be kept: none begins
   * @throws java.util.NoSuchElementException when there is no such brand
   * @throws InvalidDocumentException when the scenario or the speed is none
   */
  void begin(String brand, String scenario, double speed, Set<String> channels, String by);

  /**
   * Ends the one under way; nothing when none is.
   *
   * @throws IllegalStateException when it could not be ended where it is played
   * @throws UnansweredException when it was sent on and nobody has answered
   * @throws UnkeptException when it could not be kept
   */
  void end(String by);

  /** The incident of the one under way, once there is one. */
  Optional<Incident> underWay();

  /** How far the script has been played; empty when none is. */
  Optional<Progress> progress();

  /** What was said in the latest one; it is in no history. */
  Optional<AnalysedMention> mention(String id);

  /** What can be played: ids of the playbooks they put to the test. */
  List<String> scenarios();

  /**
   * How far the script has been played.
   *
   * @param brand id of the brand it is about
   * @param scenario what is played
   * @param speed minutes of the script in one of ours
   * @param said mentions played so far
   * @param of mentions in the script
   * @param endsAt when the script is over; the incident stays until people end it
   * @param channels ids of the channels that it may use
   */
  record Progress(
      String brand,
      String scenario,
      double speed,
      int said,
      int of,
      Instant endsAt,
      Set<String> channels) {
    public Progress {
      channels = Set.copyOf(channels);
    }
  }
}
