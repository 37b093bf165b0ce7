package ouidire.deploy.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ouidire.analysis.alert.life.KafkaSeat;
import ouidire.analysis.alert.life.KafkaSeat.Place;
import ouidire.core.stream.KafkaSettings;
import ouidire.core.stream.KafkaTopics;
import ouidire.core.waiting.Await;
import ouidire.deploy.broker.EmbeddedBroker;

/** Who has the one place from which incidents are changed. */
class KafkaSeatTest {
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  @TempDir Path folder;
  private final AtomicInteger sitting = new AtomicInteger();
  private final AtomicInteger most = new AtomicInteger();
  private final List<KafkaSeat> seats = new ArrayList<>();
  private volatile boolean failing;
  private EmbeddedBroker broker;

  @BeforeEach
  void start() {
    broker = EmbeddedBroker.start(folder.resolve("kafka"));
    KafkaTopics.create(KafkaSettings.at(broker.bootstrap()), 1, Duration.ofDays(1));
  }

  @AfterEach
  void stop() {
    seats.forEach(KafkaSeat::close);
    broker.close();
  }

  /** Counts how many sit at once. */
  private final class Counted implements KafkaSeat.Sitter {
    @Override
    public void sit() {
      if (failing) {
        failing = false;
        throw new IllegalStateException("made to fail");
      }
      int now = sitting.incrementAndGet();
      most.accumulateAndGet(now, Math::max);
    }

    @Override
    public void stand() {
      sitting.decrementAndGet();
    }

    @Override
    public void standBy() {}
  }

  private KafkaSeat seat(String member) {
    KafkaSeat seat = new KafkaSeat(KafkaSettings.at(broker.bootstrap()), member, new Counted());
    seats.add(seat);
    seat.start(PATIENCE);
    return seat;
  }

  @Test
  void oneSitsAndWhenItEndsAnotherDoes() {
    KafkaSeat first = seat("a");
    assertThat(first.place()).as("once it has started it knows").isEqualTo(Place.SITTING);
    KafkaSeat second = seat("b");
    KafkaSeat third = seat("c");
    assertThat(List.of(first.place(), second.place(), third.place()))
        .as("who has the place keeps it when others come")
        .containsExactly(Place.SITTING, Place.STANDING_BY, Place.STANDING_BY);
    first.close();
    Await.until(
        "another sits", () -> second.place() == Place.SITTING || third.place() == Place.SITTING);
    assertThat(most).as("never two at once").hasValue(1);
    assertThat(first.place()).isNotEqualTo(Place.SITTING);
    assertThat(second.trouble()).isEmpty();
  }

  @Test
  void whoeverCanKeepNothingMoreStandsUpAndAsksAnew() {
    KafkaSeat first = seat("a");
    KafkaSeat second = seat("b");
    first.giveUp();
    Await.until("the other sits", () -> second.place() == Place.SITTING);
    Await.until("it stands by", () -> first.place() == Place.STANDING_BY);
    assertThat(sitting).hasValue(1);
    second.giveUp();
    Await.until("and sits again", () -> first.place() == Place.SITTING);
  }

  /** Whoever watches over the processes hears of it, until it is known again. */
  @Test
  void whileNobodyIsKnownToAlertThatIsATrouble() {
    KafkaSeat first = seat("a");
    KafkaSeat second = seat("b");
    assertThat(List.of(first.trouble(), second.trouble()))
        .containsOnly(Optional.empty())
        .hasSize(2);
    for (KafkaSeat asking : List.of(second, first)) {
      asking.giveUp();
      Await.until(
          "it says that it does not know",
          () -> asking.trouble().isPresent() && asking.place() == Place.UNTOLD);
      Await.until(
          "it is known again", () -> asking.trouble().isEmpty() && asking.place() != Place.UNTOLD);
    }
  }

  @Test
  void whereAlertingCannotBeginItIsTriedAgain() {
    failing = true;
    KafkaSeat only = seat("a");
    Await.until("it sits in the end", () -> only.place() == Place.SITTING);
    assertThat(only.trouble()).isEmpty();
    assertThat(sitting).hasValue(1);
  }

  @Test
  void twoOfOneNameDoNotTakeThePlaceFromEachOtherForEver() {
    KafkaSeat original = seat("copied");
    KafkaSeat copy = seat("copied");
    Await.until(
        "one sits, the other stands by",
        () ->
            List.of(original.place(), copy.place())
                    .containsAll(List.of(Place.SITTING, Place.STANDING_BY))
                && sitting.get() == 1);
  }
}
