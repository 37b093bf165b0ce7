package ouidire.analysis.alert.life;

import java.time.Instant;
import java.util.Optional;
import ouidire.core.alert.AlertPolicy;
import ouidire.core.alert.Audience;
import ouidire.core.alert.Channel;
import ouidire.core.alert.DeliveryFault;
import ouidire.core.alert.Dispatch;
import ouidire.core.alert.Entry;
import ouidire.core.alert.Incident;

/** What an incident's messages become; a channel that cannot be reached is told of on another. */
final class Outbox {
  /** Tries in vain after which another channel hears of it: about a minute. */
  private static final int TOLD_AFTER = 5;

  private final AlertPolicy policy;

  Outbox(AlertPolicy policy) {
    this.policy = policy;
  }

  Incident after(Incident incident, String id, Sent outcome, Instant now) {
    Dispatch dispatch =
        incident.outbox().stream()
            .filter(each -> each.id().equals(id) && each.waiting())
            .findFirst()
            .orElse(null);
    if (dispatch == null) {
      return incident;
    }
    Draft draft = new Draft(incident, now);
    String channel = dispatch.channel();
    String action = dispatch.action().name().toLowerCase(java.util.Locale.ROOT);
    switch (outcome) {
      case Sent.Delivered() -> {
        draft.put(dispatch.with(Dispatch.State.DELIVERED, now, null));
        draft.say(
            Entry.Kind.DELIVERED,
            Entry.OURSELVES,
            "channel",
            channel,
            "recipient",
            dispatch.recipient(),
            "action",
            action);
      }
      case Sent.Failed(DeliveryFault why, Instant nextTry) -> {
        String reason = why.code();
        int tries = dispatch.tries() + 1;
        draft.put(dispatch.triedInVain().with(Dispatch.State.WAITING, nextTry, reason));
        if (tries == 1) {
          draft.say(
              Entry.Kind.DELIVERY_FAILED, Entry.OURSELVES, "channel", channel, "reason", reason);
        }
        if (tries == TOLD_AFTER) {
          elsewhere(draft, dispatch);
        }
      }
      case Sent.Dropped(DeliveryFault why) ->
          draft.put(dispatch.with(Dispatch.State.DROPPED, now, why.code()));
      case Sent.GivenUp(DeliveryFault why) -> {
        String reason = why.code();
        draft.put(dispatch.triedInVain().with(Dispatch.State.DEAD, now, reason));
        draft.say(
            Entry.Kind.DELIVERY_GIVEN_UP, Entry.OURSELVES, "channel", channel, "reason", reason);
        elsewhere(draft, dispatch);
      }
    }
    return draft.done();
  }

  /** Tells another channel, once an incident. */
  private void elsewhere(Draft draft, Dispatch dead) {
    if (dead.action() == Dispatch.Action.CHANNEL_DEAD) {
      return;
    }
    boolean told =
        draft.outbox.stream()
            .anyMatch(
                each ->
                    each.action() == Dispatch.Action.CHANNEL_DEAD
                        && each.recipient().equals(dead.channel()));
    if (told) {
      return;
    }
    other(dead.channel())
        .ifPresent(
            channel ->
                draft.owe(
                    channel.id(),
                    dead.channel(),
                    Audience.IT,
                    Dispatch.Action.CHANNEL_DEAD,
                    draft.now));
  }

  /**
   * A channel to people rather than to machines, and never the dashboard while there is another.
   */
  private Optional<Channel> other(String dead) {
    return policy.channels().stream()
        .filter(channel -> channel.enabled() && !channel.id().equals(dead))
        .min(java.util.Comparator.comparing(channel -> channel.kind() == Channel.Kind.PAGE));
  }

  /** The same with the message under way. */
  static Incident sending(Incident incident, String id, Instant now) {
    Draft draft = new Draft(incident, now);
    incident.outbox().stream()
        .filter(each -> each.id().equals(id) && each.waiting())
        .forEach(each -> draft.put(each.sending(now)));
    return draft.done();
  }
}
