package ouidire.analysis.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class TurnsTest {
  @Test
  void turnsAreTakenInOrderWhoeverComesFirst() throws Exception {
    Turns turns = new Turns();
    List<Integer> taken = new ArrayList<>();
    try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
      turns.begin();
      List<Future<?>> all = new ArrayList<>();
      for (int turn = 99; turn >= 0; turn--) {
        int mine = turn;
        all.add(pool.submit(() -> turns.take(mine, () -> taken.add(mine))));
      }
      for (Future<?> one : all) {
        one.get();
      }
    }
    assertThat(taken).isEqualTo(IntStream.range(0, 100).boxed().toList());
  }

  @Test
  void nobodyWaitsForATurnThatFailed() {
    Turns turns = new Turns();
    turns.begin();
    turns.fail();
    assertThatThrownBy(() -> turns.take(5, () -> {})).isInstanceOf(IllegalStateException.class);
    turns.begin();
    turns.take(0, () -> {});
  }
}
