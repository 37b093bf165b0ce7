package ouidire.analysis.story;

import static org.assertj.core.api.Assertions.assertThat;
import static ouidire.analysis.story.StoryMentions.said;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What grouping remembers, each part beside a plain way to do the same. */
final class MemoryTest {
  @Test
  void theNewestValuesOfAKeyAreFoundUntilTheyAreOverwritten() {
    RecentPostings postings = new RecentPostings(64);
    Deque<int[]> plain = new ArrayDeque<>();
    Random random = new Random(3);
    int[] found = new int[8];
    for (int i = 1; i < 5_000; i++) {
      int key = random.nextInt(20);
      postings.put(key, i);
      plain.addFirst(new int[] {key, i});
      // One less than its capacity is sure to be there.
      while (plain.size() > 63) {
        plain.removeLast();
      }
      int asked = random.nextInt(20);
      int[] all = plain.stream().filter(e -> e[0] == asked).mapToInt(e -> e[1]).toArray();
      int[] read = Arrays.copyOf(found, postings.read(asked, found));
      // The newest first, none left out; those put down lately are there for sure.
      assertThat(Arrays.copyOf(all, read.length)).isEqualTo(read);
      int now = i;
      long lately = IntStream.of(all).filter(value -> value > now - 8).count();
      assertThat(read.length).isGreaterThanOrEqualTo((int) Math.min(8, lately));
    }
  }

  @Test
  void theLastMentionsAreKnownAndNoOthers() {
    KnownMentions known = new KnownMentions(100);
    StorySketch sketch = new StoryReader().read(said("g", 0, "un texte"));
    CopyGroup group = new CopyGroup("g", sketch, new StoryEvent("g", sketch));
    for (int i = 0; i < 3_000; i++) {
      known.add("m" + i, group, 1, 0, 0.5);
      for (int back = 0; back < 100 && back <= i; back += 7) {
        assertThat(known.find("m" + (i - back))).as("m" + (i - back)).isNotNegative();
      }
      assertThat(known.find("m" + (i - 100))).isNegative();
    }
  }

  @Test
  void aTermOfManyEventsIsLessRareThanOneOfFew() {
    Rarity rarity = new Rarity();
    int often = FrenchWords.stem("gourde");
    int once = FrenchWords.stem("zirconium");
    for (int i = 0; i < 200; i++) {
      rarity.event();
      rarity.add(often);
    }
    rarity.add(once);
    assertThat(rarity.of(often)).isLessThan(rarity.of(once));
    assertThat(rarity.of(FrenchWords.stem("maison"))).isLessThan(rarity.of(once));
  }

  @Test
  void votesAreSummedAndTheMostComeFirst() {
    Votes votes = new Votes();
    for (int round = 0; round < 3; round++) {
      votes.clear();
      votes.add(7, 1);
      votes.add(9, 2);
      votes.add(7, 3);
      votes.add(5, 2);
      int[] top = new int[2];
      assertThat(votes.top(top)).isEqualTo(2);
      assertThat(top).containsExactly(7, 9);
    }
  }
}
