package ouidire.core.alert;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message that an incident owes to a channel. It is kept with the state that made it, in one
 * record, before it is sent.
 *
 * @param id the same however often it is sent
 * @param channel id of the channel
 * @param recipient the role or person it is for
 * @param audience in whose words
 * @param action what it says
 * @param madeAt when it was owed
 * @param nextTry not to be sent before
 * @param tries how often it was tried in vain
 * @param state what became of it
 * @param error why the last try was in vain, without secrets; null without one
 */
public record Dispatch(
    String id,
    String channel,
    String recipient,
    Audience audience,
    Action action,
    Instant madeAt,
    Instant nextTry,
    int tries,
    State state,
    @Nullable String error) {
  /** What a message says. */
  public enum Action {
    TRIGGER,
    /** It became worse. */
    UPDATE,
    ACKNOWLEDGE,
    RESOLVE,
    /** Another channel cannot be reached. */
    CHANNEL_DEAD
  }

  /** What became of a message. */
  public enum State {
    WAITING,
    DELIVERED,
    /** Given up. */
    DEAD,
    /** No longer worth sending: it was over before it was due. */
    DROPPED
  }

  public boolean waiting() {
    return state == State.WAITING;
  }
}
