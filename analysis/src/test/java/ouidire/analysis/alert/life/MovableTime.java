package ouidire.analysis.alert.life;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that stands still until it is moved. */
public final class MovableTime implements InstantSource {
  private volatile Instant now;

  public MovableTime(Instant start) {
    now = start;
  }

  @Override
  public Instant instant() {
    return now;
  }

  public Instant pass(Duration time) {
    now = now.plus(time);
    return now;
  }
}
