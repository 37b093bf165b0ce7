package ouidire.analysis.story;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import ouidire.core.mention.Author;
import ouidire.core.mention.Engagement;
import ouidire.core.mention.Mention;
import ouidire.core.mention.MentionType;
import ouidire.core.mention.SourceRef;

/**
 * Measures grouping with a full window: {@code ouidire bench stories}. Made-up mentions of some
 * thirty words, of which a third are edited copies and a sixth speak of an earlier event.
 */
public final class StoryBench {
  private static final int ROUND = 2_000;
  private static final int RECENT = 4_000;
  private static final Instant BEGINNING = Instant.parse("2026-03-01T00:00:00Z");

  private final int window;
  private final int measured;
  private final Random random = new Random(5);
  private final List<String> vocabulary = new ArrayList<>();
  private final List<String[]> recent = new ArrayList<>();
  private int made;

  /**
   * @param window mentions that the grouper remembers; all are placed before measuring begins
   * @param measured mentions placed while measuring
   */
  public StoryBench(int window, int measured) {
    this.window = window;
    this.measured = measured;
    String[] syllables = {
      "ba", "ro", "mi", "ven", "tal", "sou", "ri", "ne", "pla", "co", "du", "fer", "ga", "lin", "mo"
    };
    for (int i = 0; i < 60_000; i++) {
      StringBuilder word = new StringBuilder();
      for (int rest = i + 15; rest > 0; rest /= syllables.length) {
        word.append(syllables[rest % syllables.length]);
      }
      vocabulary.add(word.toString());
    }
  }

  /**
   * @return {@code window, mentions, mentions_per_second} of reading and placing on one thread,
   *     {@code per_cpu_second} by the time that the thread was given, {@code
   *     placing_per_cpu_second} of the part that must be on one thread, {@code memory_mb} that the
   *     full window holds, {@code table_mb} of it in tables of a fixed size, {@code stories}
   */
  public ObjectNode run() {
    StoryReader reader = new StoryReader();
    long before = used();
    StoryGrouper grouper = new StoryGrouper(window);
    for (int i = 0; i < window; i++) {
      grouper.place(reader, next());
    }
    recent.subList(0, Math.max(0, recent.size() - RECENT)).clear();
    long held = used() - before;
    long reading = 0;
    long placing = 0;
    long wall = 0;
    int firsts = 0;
    StorySketch[] sketches = new StorySketch[ROUND];
    for (int done = 0; done < measured; done += ROUND) {
      List<Mention> mentions = new ArrayList<>(ROUND);
      for (int i = 0; i < ROUND; i++) {
        mentions.add(next());
      }
      long started = System.nanoTime();
      long begun = cpu();
      for (int i = 0; i < ROUND; i++) {
        sketches[i] = reader.read(mentions.get(i));
      }
      long read = cpu();
      for (StorySketch sketch : sketches) {
        firsts += grouper.place(sketch).reasons().isEmpty() ? 1 : 0;
      }
      placing += cpu() - read;
      wall += System.nanoTime() - started;
      reading += read - begun;
    }
    int placed = (measured + ROUND - 1) / ROUND * ROUND;
    ObjectNode result = new ObjectMapper().createObjectNode();
    result.put("window", window).put("mentions", placed);
    result.put("mentions_per_second", Math.round(placed * 1e9 / wall));
    result.put("per_cpu_second", Math.round(placed * 1e9 / (reading + placing)));
    result.put("placing_per_cpu_second", Math.round(placed * 1e9 / placing));
    result.put("memory_mb", held >> 20);
    result.put("table_mb", grouper.tableBytes() >> 20);
    result.put("stories", firsts);
    return result;
  }

  private Mention next() {
    double kind = random.nextDouble();
    String[] words;
    if (kind < 0.33 && !recent.isEmpty()) {
      words =
          recent.get(recent.size() - 1 - random.nextInt(Math.min(RECENT, recent.size()))).clone();
      words[random.nextInt(words.length)] = word();
    } else if (kind < 0.5 && !recent.isEmpty()) {
      String[] like =
          recent.get(recent.size() - 1 - random.nextInt(Math.min(RECENT, recent.size())));
      words = words();
      for (int i = 0; i < 8; i++) {
        words[random.nextInt(words.length)] = like[random.nextInt(like.length)];
      }
    } else {
      words = words();
    }
    recent.add(words);
    if (recent.size() > 3 * RECENT) {
      recent.subList(0, 2 * RECENT).clear();
    }
    int number = made++;
    return new Mention(
        "bench-" + number,
        new SourceRef("import", "bench"),
        null,
        Author.UNKNOWN,
        BEGINNING.plusMillis(number * 50L),
        BEGINNING,
        "fr",
        null,
        MentionType.POST,
        null,
        String.join(" ", words),
        List.of(),
        List.of(),
        Engagement.NONE,
        null,
        null);
  }

  private String[] words() {
    String[] words = new String[20 + random.nextInt(20)];
    for (int i = 0; i < words.length; i++) {
      words[i] = word();
    }
    return words;
  }

  /** By Zipf's law, nearly: the rank is a power of an even number; some begin with a capital. */
  private String word() {
    int rank = (int) Math.pow(vocabulary.size(), random.nextDouble()) - 1;
    String word = vocabulary.get(rank);
    return random.nextInt(12) == 0
        ? Character.toUpperCase(word.charAt(0)) + word.substring(1)
        : word;
  }

  /** What this thread has worked: other processes on the machine do not count. */
  private static long cpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static long used() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }
}
