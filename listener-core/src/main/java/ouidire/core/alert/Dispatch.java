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
 * @param sendingSince since when it is being sent, as far as is known: set before it is sent, so
 *     that a crash leaves it in doubt rather than forgotten; null otherwise
 * @param triedAt when the last try in vain began; null before the first
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
    @Nullable String error,
    @Nullable Instant sendingSince,
    @Nullable Instant triedAt) {
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

  /** The same, about to be sent. */
  public Dispatch sending(Instant now) {
    return new Dispatch(
        id, channel, recipient, audience, action, madeAt, nextTry, tries, state, error, now,
        triedAt);
  }

  /** The same, tried once more in vain. */
  public Dispatch triedInVain() {
    return new Dispatch(
        id,
        channel,
        recipient,
        audience,
        action,
        madeAt,
        nextTry,
        tries + 1,
        state,
        error,
        sendingSince,
        sendingSince == null ? triedAt : sendingSince);
  }

  /** The same, with what became of it: it is in doubt no longer. */
  public Dispatch with(State newState, Instant newNextTry, @Nullable String newError) {
    return new Dispatch(
        id,
        channel,
        recipient,
        audience,
        action,
        madeAt,
        newNextTry,
        tries,
        newState,
        newError,
        null,
        triedAt);
  }
}
