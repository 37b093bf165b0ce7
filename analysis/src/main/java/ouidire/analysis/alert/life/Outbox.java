package ouidire.analysis.alert.life;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Set;
import ouidire.core.alert.AlertPolicy;
import ouidire.core.alert.Audience;
import ouidire.core.alert.Channel;
import ouidire.core.alert.DeliveryFault;
import ouidire.core.alert.Dispatch;
import ouidire.core.alert.Dispatch.Action;
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
      case Sent.Dropped(DeliveryFault why) -> {
        draft.put(dispatch.with(Dispatch.State.DROPPED, now, why.code()));
        if (dispatch.action() == Action.CHANNEL_DEAD) {
          elsewhere(draft, dispatch);
        }
      }
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

  /**
   * Tells of a dead channel on another one, and on the next where that one is dead as well: first
   * where this incident was heard, machines and the dashboard last.
   */
  private void elsewhere(Draft draft, Dispatch dead) {
    String about = dead.action() == Action.CHANNEL_DEAD ? dead.recipient() : dead.channel();
    Set<String> tried = new HashSet<>(Set.of(about));
    for (Dispatch each : draft.outbox) {
      if (each.action() == Action.CHANNEL_DEAD && each.recipient().equals(about)) {
        boolean other = !each.id().equals(dead.id());
        if (other && (each.waiting() || each.state() == Dispatch.State.DELIVERED)) {
          return;
        }
        tried.add(each.channel());
      }
    }
    policy.channels().stream()
        .filter(channel -> channel.enabled() && !tried.contains(channel.id()))
        .min(
            Comparator.comparing((Channel channel) -> failed(draft, channel))
                .thenComparing(channel -> !heard(draft, channel))
                .thenComparing(Outbox::farFromPeople))
        .ifPresent(
            channel ->
                draft.owe(
                    channel.id(), about, Audience.IT, Dispatch.Action.CHANNEL_DEAD, draft.now));
  }

  private static boolean failed(Draft draft, Channel channel) {
    return draft.outbox.stream()
        .filter(each -> each.channel().equals(channel.id()))
        .anyMatch(
            each ->
                each.state() == Dispatch.State.DEAD
                    || each.state() == Dispatch.State.DROPPED
                    || each.waiting() && each.tries() > 0);
  }

  /** Whether people heard of the incident there; on the dashboard nobody can tell. */
  private static boolean heard(Draft draft, Channel channel) {
    return channel.kind() != Channel.Kind.PAGE
        && draft.outbox.stream()
            .anyMatch(
                each ->
                    each.channel().equals(channel.id())
                        && each.state() == Dispatch.State.DELIVERED);
  }

  private static int farFromPeople(Channel channel) {
    return switch (channel.kind()) {
      case PAGE -> 2;
      case ALERTMANAGER, ALERTMANAGER_WEBHOOK -> 1;
      default -> 0;
    };
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
