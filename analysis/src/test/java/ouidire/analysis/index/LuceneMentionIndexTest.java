package ouidire.analysis.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.kafka.common.TopicPartition;
import org.apache.lucene.index.CheckIndex;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.IOUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ouidire.core.history.MentionFilter;
import ouidire.core.history.MentionHistory;
import ouidire.core.history.SampleMention;
import ouidire.core.mention.AnalysedMention;
import ouidire.core.mention.MentionJson;

class LuceneMentionIndexTest {
  private static final TopicPartition PARTITION = new TopicPartition("ouidire.analysed", 0);

  @TempDir Path root;

  @Test
  void aCommitKeepsDocumentsAndPositionTogether() throws IOException {
    Path folder = root.resolve("index");
    try (LuceneMentionIndex index = new LuceneMentionIndex(folder)) {
      assertThat(index.committed()).isEqualTo(Processed.NOTHING);
      add(index, "a");
      index.commit(at(1));
      add(index, "b");
      index.refresh();
      assertThat(history(index).count(MentionFilter.ALL)).isEqualTo(2);
    }
    try (LuceneMentionIndex index = new LuceneMentionIndex(folder)) {
      assertThat(index.committed()).isEqualTo(at(1));
      assertThat(history(index).count(MentionFilter.ALL)).isEqualTo(1);
      add(index, "a");
      add(index, "b");
      index.commit(at(2));
      index.refresh();
      assertThat(history(index).count(MentionFilter.ALL)).isEqualTo(2);
    }
  }

  @Test
  void aPositionIsCommittedWithoutDocuments() throws IOException {
    Path folder = root.resolve("index");
    try (LuceneMentionIndex index = new LuceneMentionIndex(folder)) {
      index.commit(at(7));
    }
    try (LuceneMentionIndex index = new LuceneMentionIndex(folder)) {
      assertThat(index.committed()).isEqualTo(at(7));
    }
  }

  @Test
  void anotherSchemaIsMovedAside() throws IOException {
    Path folder = root.resolve("index");
    try (IndexWriter writer =
        new IndexWriter(FSDirectory.open(folder), WriterSettings.forMentions())) {
      writer.setLiveCommitData(Map.of("schema", "0").entrySet());
      writer.commit();
    }
    try (LuceneMentionIndex index = new LuceneMentionIndex(folder)) {
      assertThat(index.committed()).isEqualTo(Processed.NOTHING);
    }
    assertThat(root.resolve("index.unusable")).isDirectoryContaining(f -> Files.exists(f));
  }

  @Test
  void everyDamagedFileMeansAFreshIndexOrAWorkingOne() throws IOException {
    Path folder = root.resolve("index");
    for (int seed = 0; seed < 20; seed++) {
      try (LuceneMentionIndex index = new LuceneMentionIndex(folder)) {
        add(index, "a" + seed);
        index.commit(at(1));
      }
      Random random = new Random(seed);
      List<Path> files;
      try (Stream<Path> all = Files.list(folder)) {
        files = all.filter(f -> !f.endsWith("write.lock")).sorted().toList();
      }
      Path victim = files.get(random.nextInt(files.size()));
      byte[] bytes = Files.readAllBytes(victim);
      if (seed % 2 == 0) {
        Files.write(victim, Arrays.copyOf(bytes, bytes.length / 2));
      } else {
        Files.delete(victim);
      }
      try (LuceneMentionIndex index = new LuceneMentionIndex(folder)) {
        add(index, "new");
        index.refresh();
        assertThat(history(index).find("new")).isPresent();
        assertThat(index.committed().equals(Processed.NOTHING) || index.committed().equals(at(1)))
            .as("position after %s was damaged", victim.getFileName())
            .isTrue();
      }
    }
  }

  @Test
  void aSecondProcessIsToldSo() throws IOException {
    Path folder = root.resolve("index");
    try (LuceneMentionIndex index = new LuceneMentionIndex(folder)) {
      add(index, "a");
      assertThatThrownBy(() -> new LuceneMentionIndex(folder))
          .isInstanceOf(IOException.class)
          .hasMessageContaining(folder.toString());
      index.refresh();
      assertThat(history(index).find("a")).isPresent();
    }
  }

  @Test
  void aFullDiskLeavesTheHistoryReadable() throws IOException {
    FaultyFolder disk = new FaultyFolder(1);
    try (LuceneMentionIndex index = new LuceneMentionIndex(disk)) {
      MentionHistory history = history(index);
      add(index, "a");
      index.commit(at(1));
      add(index, "b");
      index.refresh();
      disk.full(true);
      assertThatThrownBy(
              () -> {
                add(index, "c");
                index.commit(at(3));
              })
          .isInstanceOf(IOException.class);
      assertThat(history.find("b")).isPresent();
      assertThatThrownBy(() -> index.reopen(new IOException())).isInstanceOf(IOException.class);
      assertThat(history.find("b")).isPresent();
      assertThat(history.count(MentionFilter.ALL)).isEqualTo(2);
      disk.full(false);
      index.reopen(new IOException());
      assertThat(index.committed()).isEqualTo(at(1));
      add(index, "b");
      add(index, "c");
      index.commit(at(3));
      index.refresh();
      assertThat(history.count(MentionFilter.ALL)).isEqualTo(3);
    }
  }

  @Test
  void damageFoundWhileRunningBeginsAnew() throws IOException {
    Path folder = root.resolve("index");
    try (LuceneMentionIndex index = new LuceneMentionIndex(folder)) {
      MentionHistory history = history(index);
      add(index, "a");
      index.commit(at(1));
      index.refresh();
      index.reopen(new IOException(new CorruptIndexException("checksum failed", "_0.fdt")));
      assertThat(index.committed()).isEqualTo(Processed.NOTHING);
      assertThat(history.count(MentionFilter.ALL)).isZero();
      assertThat(root.resolve("index.unusable")).isDirectory();
    }
  }

  /**
   * A stream of writes, commits, failing writes and power cuts; the seed in the name repeats it.
   */
  @Test
  void afterAnyPowerCutTheIndexIsThatOfItsPosition() throws IOException {
    int seeds = Integer.getInteger("ouidire.chaos.powercuts", 20);
    for (int seed = 0; seed < seeds; seed++) {
      playPowerCuts(seed);
    }
  }

  private static void playPowerCuts(long seed) throws IOException {
    Random random = new Random(seed);
    List<String> log = new ArrayList<>();
    for (int i = 0; i < 120; i++) {
      log.add("m" + random.nextInt(60) + (random.nextInt(8) == 0 ? " erased" : " v" + i));
    }
    FaultyFolder disk = new FaultyFolder(seed);
    int done = 0;
    for (int cut = 0; cut < 4; cut++) {
      LuceneMentionIndex index = new LuceneMentionIndex(disk);
      done = checkAgainst(index, log, seed);
      int stop = Math.min(log.size(), done + random.nextInt(50));
      disk.failing(cut == 2 ? 0.02 : 0);
      try {
        while (done < stop) {
          apply(index, log.get(done++));
          if (random.nextInt(6) == 0) {
            index.refresh();
          }
          if (random.nextInt(10) == 0) {
            index.commit(at(done));
          }
        }
      } catch (IOException | AlreadyClosedException expected) {
        assertThat(cut).as("seed %s: only the failing disk fails", seed).isEqualTo(2);
      }
      disk.failing(0);
      disk.cutPower();
      IOUtils.closeWhileHandlingException(index);
    }
    LuceneMentionIndex index = new LuceneMentionIndex(disk);
    for (done = checkAgainst(index, log, seed); done < log.size(); done++) {
      apply(index, log.get(done));
    }
    index.commit(at(done));
    index.close();
    index = new LuceneMentionIndex(disk);
    assertThat(checkAgainst(index, log, seed)).isEqualTo(log.size());
    index.close();
    try (CheckIndex check = new CheckIndex(disk.disk())) {
      assertThat(check.checkIndex().clean).as("seed %s", seed).isTrue();
    }
  }

  private static void apply(LuceneMentionIndex index, String entry) throws IOException {
    String[] words = entry.split(" ");
    if (words[1].equals("erased")) {
      index.erase(words[0]);
    } else {
      AnalysedMention mention = SampleMention.of(words[0]).text(words[1]).build();
      index.index(mention, MentionJson.write(mention));
    }
  }

  /** The committed position; the index holds exactly what the log says up to there. */
  private static int checkAgainst(LuceneMentionIndex index, List<String> log, long seed) {
    int position = Math.toIntExact(index.committed().next().getOrDefault(PARTITION, 0L));
    Map<String, String> expected = new TreeMap<>();
    for (String entry : log.subList(0, position)) {
      String[] words = entry.split(" ");
      if (words[1].equals("erased")) {
        expected.remove(words[0]);
      } else {
        expected.put(words[0], words[1]);
      }
    }
    Map<String, String> actual = new TreeMap<>();
    history(index)
        .forEach(
            MentionFilter.ALL,
            m ->
                assertThat(actual.put(m.id(), m.mention().text()))
                    .as("seed %s: %s twice", seed, m.id())
                    .isNull());
    assertThat(actual).as("seed %s at %s", seed, position).isEqualTo(expected);
    return position;
  }

  private static MentionHistory history(LuceneMentionIndex index) {
    return new LuceneMentionHistory(index, PlainLuceneQueries::compile);
  }

  private static void add(LuceneMentionIndex index, String id) throws IOException {
    AnalysedMention mention = SampleMention.of(id).build();
    index.index(mention, MentionJson.write(mention));
  }

  private static Processed at(long offset) {
    return new Processed("stream", Map.of(PARTITION, offset));
  }
}
