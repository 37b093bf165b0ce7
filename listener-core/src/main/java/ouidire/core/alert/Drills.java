package ouidire.core.alert;

import java.util.Optional;
import java.util.Set;

/** Exercises: a scripted crisis through the real alert path. */
public interface Drills {
  /**
   * Begins one; mentions of it reach no history and no metric.
   *
   * @param brand id of the brand it is about
   * @param speed minutes of the script in one of ours, 1 to 1,000
   * @param channels ids of the channels that it may use besides the dashboard
   * @param by who asks for it
   * @throws IllegalStateException when one is under way
   * @throws java.util.NoSuchElementException when there is no such brand
   */
  void begin(String brand, double speed, Set<String> channels, String by);

  /** Ends the one under way; nothing when none is. */
  void end(String by);

  /** The incident of the one under way, once there is one. */
  Optional<Incident> underWay();
}
