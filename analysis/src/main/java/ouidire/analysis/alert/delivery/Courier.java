package ouidire.analysis.alert.delivery;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ouidire.analysis.alert.life.Desk;
import ouidire.analysis.alert.life.Desk.Owed;
import ouidire.analysis.alert.life.Sent;
import ouidire.core.alert.AlertPolicy;
import ouidire.core.alert.Channel;
import ouidire.core.alert.DeliveryFault;
import ouidire.core.alert.DeliveryFault.Kind;
import ouidire.core.alert.Dispatch;
import ouidire.core.alert.Incident;
import ouidire.core.alert.InvalidDocumentException;
import ouidire.core.history.LiveMentions.Subscription;

/**
 * Sends what incidents owe, each message at least once and under one id: that it is about to be
 * sent is kept before, what became of it after, so that a crash between the two sends it once more.
 * A channel that fails is tried again after two seconds, doubling to fifteen minutes, with jitter,
 * or as long as it asks for, for a day. An exercise leaves the house only by the channels named for
 * it.
 */
public final class Courier implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Courier.class);
  private static final Duration FIRST_WAIT = Duration.ofSeconds(2);
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);
  private static final Duration WORTH_TRYING = Duration.ofHours(24);
  private static final long LOOK_EVERY_MILLIS = 250;
  private static final Duration CLOSE_WITHIN = Duration.ofSeconds(10);

  private final Desk desk;
  private final Supplier<AlertPolicy> policy;
  private final Channels channels;
  private final MessageText texts;
  private final InstantSource clock;
  private final RandomGenerator random;
  private final Set<String> underWay = ConcurrentHashMap.newKeySet();
  private final Map<String, Instant> saidAgain = new ConcurrentHashMap<>();
  private final Queue<Map.Entry<Owed, Sent>> outcomes = new ConcurrentLinkedQueue<>();
  private final Semaphore news = new Semaphore(0);
  private final ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor();
  private volatile Set<String> drillChannels = Set.of();
  private volatile boolean closed;
  private Subscription following = () -> {};
  private Thread looking = Thread.ofVirtual().unstarted(() -> {});

  public Courier(
      Desk desk,
      Supplier<AlertPolicy> policy,
      Channels channels,
      MessageText texts,
      InstantSource clock,
      RandomGenerator random) {
    this.desk = desk;
    this.policy = policy;
    this.channels = channels;
    this.texts = texts;
    this.clock = clock;
    this.random = random;
  }

  /** Begins to send, also what was left when the process ended. */
  public void start() {
    following = desk.follow(incident -> news.release());
    looking = Thread.ofPlatform().name("ouidire-courier").daemon().start(this::look);
  }

  /**
   * Names the channels that exercises may use; none at first.
   *
   * @param ids of channels
   */
  public void allowDrillsOn(Set<String> ids) {
    drillChannels = Set.copyOf(ids);
  }

  private void look() {
    while (!closed) {
      try {
        boolean told = news.tryAcquire(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
        if (told) {
          news.drainPermits();
        }
        round();
      } catch (InterruptedException e) {
        return;
      } catch (RuntimeException e) {
        LOG.error("a round of the courier failed; the next one goes on", e);
      }
    }
  }

  private void round() {
    Instant now = clock.instant();
    // Asked before the desk: what ended since has its outcome there.
    Set<String> busy = Set.copyOf(underWay);
    List<Owed> due =
        desk.owed(now).stream().filter(owed -> !busy.contains(owed.dispatch().id())).toList();
    if (!due.isEmpty()) {
      desk.sending(due);
      for (Owed owed : due) {
        underWay.add(owed.dispatch().id());
        senders.execute(() -> send(owed));
      }
    }
    sayAgain(now);
  }

  private void send(Owed owed) {
    Dispatch dispatch = owed.dispatch();
    try {
      Sent outcome = outcome(owed);
      report(owed, outcome);
      outcomes.add(Map.entry(owed, outcome));
      keepOutcomes();
    } finally {
      underWay.remove(dispatch.id());
      news.release();
    }
  }

  /** Those of all messages that ended meanwhile are kept in one go. */
  private void keepOutcomes() {
    synchronized (outcomes) {
      Map<Owed, Sent> ended = new LinkedHashMap<>();
      for (Map.Entry<Owed, Sent> one = outcomes.poll(); one != null; one = outcomes.poll()) {
        ended.put(one.getKey(), one.getValue());
      }
      if (ended.isEmpty()) {
        return;
      }
      try {
        desk.sent(ended);
      } catch (RuntimeException e) {
        LOG.error(
            "messages {}: their outcome was not kept; they are sent again",
            ended.keySet().stream().map(owed -> owed.dispatch().id()).toList(),
            e);
      }
    }
  }

  private Sent outcome(Owed owed) {
    Dispatch dispatch = owed.dispatch();
    Incident incident = owed.incident();
    AlertPolicy set = policy.get();
    Channel channel = set.channel(dispatch.channel()).orElse(null);
    if (channel == null || !channel.enabled()) {
      return new Sent.GivenUp(new DeliveryFault(Kind.GONE));
    }
    boolean inHouse = channel.kind() == Channel.Kind.PAGE;
    if (incident.exercise() && !inHouse && !mayHear(channel.id(), incident)) {
      return new Sent.Dropped(new DeliveryFault(Kind.EXERCISE));
    }
    Instant now = clock.instant();
    Delivery delivery;
    try {
      channel.requireComplete();
      delivery = channels.of(channel).deliver(texts.of(incident, dispatch, set, now));
    } catch (InvalidDocumentException e) {
      LOG.warn("channel {} cannot be used: {}", channel.id(), e.getMessage());
      delivery = new Delivery.Retry(new DeliveryFault(Kind.SETTING, e.field()), 60);
    } catch (RuntimeException e) {
      LOG.warn("channel {} cannot be used ({})", channel.id(), e.getClass().getSimpleName());
      String error = e.getClass().getSimpleName();
      delivery = new Delivery.Retry(new DeliveryFault(Kind.FAILED, error), 60);
    }
    return switch (delivery) {
      case Delivery.Delivered() -> new Sent.Delivered();
      case Delivery.GiveUp(DeliveryFault why) -> new Sent.GivenUp(why);
      case Delivery.Retry(DeliveryFault why, long after) -> {
        if (now.isAfter(dispatch.madeAt().plus(WORTH_TRYING))) {
          yield new Sent.GivenUp(why.inVain());
        }
        Duration wait = backOff(dispatch.tries());
        Duration asked = Duration.ofSeconds(after);
        yield new Sent.Failed(why, now.plus(wait.compareTo(asked) > 0 ? wait : asked));
      }
    };
  }

  /**
   * Whether a channel hears of an exercise: it was named for it. One that was told once is told the
   * end as well, whatever was named since and after every restart: else it would wait for ever.
   */
  private boolean mayHear(String channel, Incident exercise) {
    return drillChannels.contains(channel)
        || exercise.outbox().stream()
            .anyMatch(
                each -> each.channel().equals(channel) && each.state() == Dispatch.State.DELIVERED);
  }

  private Duration backOff(int tries) {
    long most = Math.min(LONGEST_WAIT.toMillis(), FIRST_WAIT.toMillis() << Math.min(tries, 20));
    return Duration.ofMillis(most / 2 + random.nextLong(most / 2 + 1));
  }

  private static void report(Owed owed, Sent outcome) {
    String incident = owed.incident().id();
    String channel = owed.dispatch().channel();
    switch (outcome) {
      case Sent.Delivered() ->
          LOG.info("incident {}: {} delivered by {}", incident, owed.dispatch().action(), channel);
      case Sent.Failed(DeliveryFault why, Instant next) ->
          LOG.warn("incident {}: not by {}: {}; again at {}", incident, channel, why, next);
      case Sent.Dropped(DeliveryFault why) ->
          LOG.info("incident {}: not by {}: {}", incident, channel, why);
      case Sent.GivenUp(DeliveryFault why) ->
          LOG.warn("incident {}: given up by {}: {}", incident, channel, why);
    }
  }

  /** Alertmanager forgets what is not said again. */
  private void sayAgain(Instant now) {
    AlertPolicy set = policy.get();
    List<Channel> forgetful =
        set.channels().stream()
            .filter(channel -> channel.enabled() && channel.kind() == Channel.Kind.ALERTMANAGER)
            .toList();
    if (forgetful.isEmpty()) {
      return;
    }
    Set<String> standing = new HashSet<>();
    List<Again> due = new ArrayList<>();
    for (Incident incident : desk.openIncidents()) {
      for (Channel channel : forgetful) {
        incident.outbox().stream()
            .filter(each -> each.channel().equals(channel.id()))
            .filter(each -> each.action() == Dispatch.Action.TRIGGER)
            .filter(each -> each.state() == Dispatch.State.DELIVERED)
            .findFirst()
            .ifPresent(
                told -> {
                  String way = incident.id() + "\n" + channel.id();
                  standing.add(way);
                  Instant last = saidAgain.putIfAbsent(way, now);
                  if (last != null && !now.isBefore(last.plus(Alertmanager.EVERY))) {
                    due.add(new Again(incident, told, channel));
                  }
                });
      }
    }
    saidAgain.keySet().retainAll(standing);
    if (!due.isEmpty()) {
      // A process that hung may have lost the incident to another, which has ended it.
      desk.confirm(due.stream().map(each -> each.incident().id()).distinct().toList());
      for (Again each : due) {
        saidAgain.put(each.way(), now);
        senders.execute(() -> again(each, set));
      }
    }
  }

  /** What a channel has to be told once more. */
  private record Again(Incident incident, Dispatch told, Channel channel) {
    String way() {
      return incident.id() + "\n" + channel.id();
    }
  }

  private void again(Again each, AlertPolicy set) {
    String id = each.incident().id();
    Message message = texts.of(each.incident(), each.told(), set, clock.instant());
    Delivery delivery = channels.of(each.channel()).deliver(message);
    if (!(delivery instanceof Delivery.Delivered)) {
      LOG.warn("incident {} was not said again by {}: {}", id, each.channel().id(), delivery);
    }
  }

  /** Ends what is being kept and sent, at most twice ten seconds, and starts no more. */
  @Override
  public void close() {
    closed = true;
    following.close();
    // Not interrupted: what it keeps at the moment is kept whole.
    news.release();
    try {
      boolean ended = looking.join(CLOSE_WITHIN);
      if (!ended) {
        looking.interrupt();
        LOG.warn("the courier's round does not end; it is broken off");
      }
      senders.shutdown();
      if (!senders.awaitTermination(CLOSE_WITHIN.toSeconds(), TimeUnit.SECONDS)) {
        senders.shutdownNow();
        LOG.warn("a channel still answers nothing; its message is left for the next start");
      }
    } catch (InterruptedException e) {
      senders.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}
