package ouidire.deploy.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import ouidire.core.mention.Mention;
import ouidire.core.settings.InMemorySettingsStore;
import ouidire.core.story.Rumour;
import ouidire.core.stream.MentionPublisher;
import ouidire.core.waiting.Await;

/** The demonstration started again on a folder where it was played before. */
class DemoResumedTest {
  private static final Instant BEGIN = Instant.parse("2026-03-18T19:20:00Z");
  private static final double SPEED = 12;

  private final Scenario scenario = Scenario.shipped();
  private final List<Mention> said = Collections.synchronizedList(new ArrayList<>());
  private final InMemorySettingsStore settings =
      new InMemorySettingsStore(InstantSource.fixed(BEGIN));

  /** As it finds the folder: with all that was said before. */
  private Demo demo(Instant now) {
    Set<String> there = new HashSet<>(said.stream().map(Mention::id).toList());
    MentionPublisher publisher =
        mention -> {
          said.add(mention);
          return CompletableFuture.completedFuture(null);
        };
    return new Demo(scenario, publisher, there::contains, settings, InstantSource.fixed(now));
  }

  @Test
  void itGoesOnWhereItStoppedAndSaysNothingTwice() throws Exception {
    Demo first = demo(BEGIN);
    assertThat(first.loadOrdinaryWeeks()).isPositive();
    int ordinary = said.size();
    assertThat(first.left()).isEqualTo(first.all());

    // It is ended five minutes after the crisis began.
    Instant ended = BEGIN.plus(Duration.ofMinutes(5));
    long due =
        scenario.crisis().stream()
            .filter(text -> !CrisisPlay.due(text, BEGIN, SPEED).isAfter(ended))
            .count();
    assertThat(due).isPositive().isLessThan(first.all());
    try (CrisisPlay play = demo(ended).begin(BEGIN, SPEED, () -> {})) {
      assertThat(play).isNotNull();
      Await.until("what is due is said", () -> said.size() == ordinary + due);
    }

    // It is started again three days later; to a clock far ahead all is due.
    Instant again = BEGIN.plus(Duration.ofDays(3));
    Demo second = demo(BEGIN.plus(Duration.ofDays(9)));
    assertThat(second.loadOrdinaryWeeks()).as("the weeks are there").isZero();
    assertThat(second.left()).isEqualTo((int) (second.all() - due));
    assertThat(second.length(SPEED)).isLessThan(first.length(SPEED));
    CountDownLatch played = new CountDownLatch(1);
    try (CrisisPlay play = second.begin(again, SPEED, played::countDown)) {
      assertThat(play).isNotNull();
      assertThat(played.await(30, TimeUnit.SECONDS)).isTrue();
    }
    List<Mention> resumed = said.subList(ordinary + (int) due, said.size());
    assertThat(resumed.getFirst().publishedAt()).as("time stood still").isEqualTo(again);
    assertThat(resumed.getLast().publishedAt()).isEqualTo(again.plus(second.length(SPEED)));
    assertThat(said.stream().map(Mention::id)).doesNotHaveDuplicates();
    assertThat(settings.list(Rumour.KIND)).as("our version is attached").hasSize(1);

    // And once more: there is nothing left to say.
    int all = said.size();
    Demo third = demo(BEGIN.plus(Duration.ofDays(10)));
    assertThat(third.loadOrdinaryWeeks()).isZero();
    assertThat(third.left()).isZero();
    assertThat(said).hasSize(all);
    assertThat(settings.history(Rumour.KIND, settings.list(Rumour.KIND).getFirst().id()))
        .as("what people did since is left")
        .hasSize(1);
  }

  @Test
  void weeksThatWereLoadedHalfAreLoadedToTheirEnd() {
    demo(BEGIN).loadOrdinaryWeeks();
    List<Mention> whole = List.copyOf(said);
    said.subList(whole.size() / 2, whole.size()).clear();
    int missing = demo(BEGIN.plus(Duration.ofDays(1))).loadOrdinaryWeeks();
    assertThat(missing).isEqualTo(whole.size() - whole.size() / 2);
    assertThat(said).extracting(Mention::id).doesNotHaveDuplicates();
    assertThat(said)
        .extracting(Mention::publishedAt)
        .containsExactlyElementsOf(whole.stream().map(Mention::publishedAt).toList());
  }
}
