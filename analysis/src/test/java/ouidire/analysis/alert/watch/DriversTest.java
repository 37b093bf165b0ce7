package ouidire.analysis.alert.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DriversTest {
  private static Fact fact(int id, int author, long reach) {
    return new Fact(
        "m" + id,
        id / 2,
        "p" + author,
        "rss:a",
        id % 3 != 0,
        false,
        false,
        false,
        false,
        false,
        reach,
        null,
        "m" + id,
        new long[0]);
  }

  /** Sorted as a whole, then each author once. */
  private static List<String> plainly(List<Fact> facts) {
    Set<String> authors = new HashSet<>();
    return facts.stream()
        .filter(Fact::negative)
        .sorted(Comparator.comparingLong(Fact::reach).reversed().thenComparing(Fact::at))
        .filter(fact -> authors.add(fact.author()))
        .limit(5)
        .map(Fact::id)
        .toList();
  }

  @Test
  void onePassFindsWhatSortingAllWould() {
    Random random = new Random(9);
    for (int round = 0; round < 500; round++) {
      List<Fact> facts = new ArrayList<>();
      int size = random.nextInt(40);
      for (int i = 0; i < size; i++) {
        facts.add(fact(i, random.nextInt(8), random.nextInt(6)));
      }
      assertThat(Drivers.of(facts, Fact::negative)).isEqualTo(plainly(facts));
    }
  }
}
