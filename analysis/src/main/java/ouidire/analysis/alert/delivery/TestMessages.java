package ouidire.analysis.alert.delivery;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.function.Supplier;
import ouidire.core.alert.Alert;
import ouidire.core.alert.AlertPolicy;
import ouidire.core.alert.Audience;
import ouidire.core.alert.Channel;
import ouidire.core.alert.ChannelTester;
import ouidire.core.alert.DeliveryFault;
import ouidire.core.alert.Dispatch;
import ouidire.core.alert.Incident;
import ouidire.core.alert.InvalidDocumentException;
import ouidire.core.alert.Reason;
import ouidire.core.alert.Signal;

/** Sends tests: an incident that nobody keeps, marked as an exercise. */
public final class TestMessages implements ChannelTester {
  private final Supplier<AlertPolicy> policy;
  private final Channels channels;
  private final InstantSource clock;

  public TestMessages(Supplier<AlertPolicy> policy, Channels channels, InstantSource clock) {
    this.policy = policy;
    this.channels = channels;
    this.clock = clock;
  }

  @Override
  public Outcome test(String id) {
    Channel channel =
        policy
            .get()
            .channel(id)
            .orElseThrow(() -> new NoSuchElementException("channel " + id + " does not exist"));
    try {
      channel.requireComplete();
    } catch (InvalidDocumentException e) {
      return Outcome.refused(e);
    }
    return switch (channels.of(channel).deliver(message(channel))) {
      case Delivery.Delivered() -> Outcome.DELIVERED;
      case Delivery.Retry(DeliveryFault why, long after) -> Outcome.failed(why);
      case Delivery.GiveUp(DeliveryFault why) -> Outcome.failed(why);
    };
  }

  private Message message(Channel channel) {
    Instant now = clock.instant();
    boolean english = "en".equals(channel.value(Channel.LANGUAGE));
    Locale language = english ? Locale.ENGLISH : Locale.FRENCH;
    String workspace = policy.get().workspace();
    String id = "essai-" + now.toEpochMilli();
    Reason reason = new Reason("Essai du canal, rien à faire.", "A test, nothing to do.");
    Signal signal =
        new Signal(
            "essai",
            "test",
            "ouidire",
            null,
            now,
            Alert.Severity.WATCH,
            "test",
            0,
            0,
            0,
            Signal.Figures.NONE,
            reason,
            List.of(),
            List.of());
    Dispatch dispatch =
        new Dispatch(
            id + ":1",
            channel.id(),
            channel.id(),
            Audience.COMMUNICATIONS,
            Dispatch.Action.TRIGGER,
            now,
            now,
            0,
            Dispatch.State.WAITING,
            null,
            null,
            null);
    Incident incident =
        new Incident(
            id,
            "ouidire:" + workspace + ":essai:" + channel.id() + ":" + now.toEpochMilli(),
            "ouidire",
            null,
            List.of("essai"),
            Alert.Severity.WATCH,
            Incident.State.FIRING,
            true,
            now,
            now,
            now,
            null,
            null,
            0,
            null,
            null,
            List.of(),
            signal,
            Incident.Escalation.NONE,
            List.of(),
            List.of(),
            List.of(dispatch),
            null,
            List.of());
    return new Message(
        dispatch.id(),
        incident,
        Dispatch.Action.TRIGGER,
        Words.say(language, "EXERCICE — Essai du canal ", "DRILL (EXERCICE) — Test of the channel ")
            + channel.name(),
        List.of(reason.in(language)),
        null,
        null,
        now,
        language,
        workspace,
        Words.say(language, "Essai", "Test"),
        "Ouïdire");
  }
}
