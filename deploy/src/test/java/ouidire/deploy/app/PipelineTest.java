package ouidire.deploy.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ouidire.analysis.index.LuceneMentionHistory;
import ouidire.analysis.index.LuceneMentionIndex;
import ouidire.analysis.pipeline.DeadLetter;
import ouidire.analysis.pipeline.DeadLetters;
import ouidire.analysis.pipeline.MentionAnalyser;
import ouidire.analysis.pipeline.MentionAnalysis;
import ouidire.analysis.pipeline.MentionIndexer;
import ouidire.analysis.story.StoryGrouper;
import ouidire.core.history.MentionFilter;
import ouidire.core.history.MentionHistory;
import ouidire.core.history.SampleMention;
import ouidire.core.mention.AnalysedMention;
import ouidire.core.mention.Mention;
import ouidire.core.mention.MentionJson;
import ouidire.core.mention.Tone;
import ouidire.core.metrics.PipelineMetrics;
import ouidire.core.stream.KafkaSettings;
import ouidire.core.stream.KafkaTopics;
import ouidire.core.stream.Topics;
import ouidire.core.waiting.Await;
import ouidire.deploy.broker.EmbeddedBroker;
import ouidire.ingest.publish.KafkaMentionPublisher;

/** Analyser and indexer on a real broker, analysis itself played. */
class PipelineTest {
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-03-03T00:00:00Z"));
  private static @TempDir Path brokerFolder;
  private static EmbeddedBroker broker;

  @TempDir Path folder;
  private final List<AutoCloseable> open = new ArrayList<>();
  private final PipelineMetrics metrics = new PipelineMetrics(new SimpleMeterRegistry());
  private KafkaSettings kafka;
  private Producer<String, byte[]> producer;

  @BeforeAll
  static void startBroker() {
    broker = EmbeddedBroker.start(brokerFolder);
  }

  @AfterAll
  static void stopBroker() {
    broker.close();
  }

  @BeforeEach
  void freshTopics() throws Exception {
    kafka = KafkaSettings.at(broker.bootstrap());
    List<String> names = Stream.of(Topics.values()).map(Topics::topicName).toList();
    try (Admin admin = Admin.create(kafka.admin("test"))) {
      if (admin.listTopics().names().get().contains(names.getFirst())) {
        admin.deleteTopics(names).all().get();
        Await.until("old topics gone", () -> admin.listTopics().names().get().isEmpty());
      }
    }
    KafkaTopics.create(kafka, 3, Duration.ofDays(7));
    producer = opened(new KafkaProducer<>(kafka.producer("test")));
  }

  @AfterEach
  void close() throws Exception {
    for (AutoCloseable one : open.reversed()) {
      one.close();
    }
  }

  @Test
  void goodOnesArriveAndBadOnesAreLettersWithTheirCause() throws Exception {
    Running running = run();
    List<String> heard = new CopyOnWriteArrayList<>();
    running.indexer.subscribe(m -> heard.add(m.id()));
    byte[] broken = "{\"id\":\"x\",\"text\":\"\u0000".getBytes(UTF_8);
    for (int i = 0; i < 300; i++) {
      publish(SampleMention.of("m" + i).build());
      if (i % 100 == 0) {
        send(Topics.MENTIONS, "bad" + i, broken);
        publish(SampleMention.of("late" + i).at("2099-01-01T00:00:00Z").build());
        publish(SampleMention.of("crash" + i).text("plante").build());
      }
    }
    send(Topics.MENTIONS, "empty", null);
    awaitCount(running.history, 300);
    Await.until("all live", () -> heard.size() == 300);
    assertThat(heard).doesNotHaveDuplicates();
    Await.until("all letters", () -> letters().size() == 10);
    Map<String, List<DeadLetter>> byException = new HashMap<>();
    letters()
        .forEach(l -> byException.computeIfAbsent(l.exception(), _ -> new ArrayList<>()).add(l));
    assertThat(byException).hasSize(2);
    assertThat(byException.get("java.lang.IllegalStateException"))
        .hasSize(3)
        .allSatisfy(l -> assertThat(l.reason()).doesNotContain("plante"))
        .extracting(DeadLetter::stack)
        .hasSize(3)
        .containsOnly(
            requireNonNull(byException.get("java.lang.IllegalStateException")).getFirst().stack());
    assertThat(letters().stream().filter(l -> l.kind() == DeadLetter.Kind.REJECTED))
        .hasSize(3)
        .allSatisfy(l -> assertThat(l.reason()).contains("publishedAt"));
    assertThat(letters().stream().map(DeadLetter::bytes)).contains(broken);
    Await.until("counters settle", () -> metrics.counts().indexed() == 300);
    PipelineMetrics.Counts counts = metrics.counts();
    assertThat(counts.collected())
        .isEqualTo(counts.analysed() + counts.rejected() + counts.dead())
        .isEqualTo(310);
    assertThat(counts.rejected()).isEqualTo(3);
  }

  @Test
  void lettersAreReplayedOnceAndByChoice() throws Exception {
    boolean[] crash = {true};
    Running running = run(crash);
    publish(SampleMention.of("a").text("plante").build());
    publish(SampleMention.of("b").at("2099-01-01T00:00:00Z").build());
    Await.until("both letters", () -> letters().size() == 2);
    crash[0] = false;
    DeadLetters letters = new DeadLetters(kafka, CLOCK);
    assertThat(letters.replay(l -> l.kind() == DeadLetter.Kind.DEAD)).isEqualTo(1);
    awaitCount(running.history, 1);
    assertThat(letters.replay(l -> l.kind() == DeadLetter.Kind.DEAD)).isZero();
    assertThat(letters())
        .extracting(l -> l.kind() + " " + (l.replayedAt() != null))
        .containsExactlyInAnyOrder("DEAD true", "REJECTED false");
    assertThat(letters.replay(l -> l.kind() == DeadLetter.Kind.REJECTED)).isEqualTo(1);
    Await.until("rejected again", () -> letters().size() == 3);
  }

  @Test
  void tombstonesEraseAndLaterRecordsReplace() throws Exception {
    Running running = run();
    publish(SampleMention.of("a").text("avant").build());
    publish(SampleMention.of("b").build());
    awaitCount(running.history, 2);
    publish(SampleMention.of("a").text("après").build());
    Await.until("replaced", () -> text(running.history, "a").equals("après"));
    send(Topics.ANALYSED, "b", null);
    awaitCount(running.history, 1);
    send(Topics.ANALYSED, "c", "no mention".getBytes(UTF_8));
    Await.until("a letter", () -> letters().size() == 1);
    assertThat(letters().getFirst().topic()).isEqualTo(Topics.ANALYSED.topicName());
  }

  @Test
  void aRestartGoesOnAndALostIndexIsRebuilt() throws Exception {
    Running first = run();
    for (int i = 0; i < 200; i++) {
      publish(SampleMention.of("m" + i).build());
    }
    awaitCount(first.history, 200);
    first.close();
    Running second = run();
    assertThat(second.history.count(MentionFilter.ALL)).isEqualTo(200);
    publish(SampleMention.of("m200").build());
    awaitCount(second.history, 201);
    long before = metrics.counts().indexed();
    assertThat(before).isEqualTo(201);
    second.close();
    deleteIndex();
    Running third = run();
    awaitCount(third.history, 201);
  }

  @Test
  void aStoryGoesOnOverARestart() throws Exception {
    String dispatch =
        "Le fabricant Nivôse rappelle quatre mille paires de raquettes vendues à Tadoussac parce"
            + " que leur fixation peut céder";
    Running first = run();
    publish(SampleMention.of("m0").text(dispatch).build());
    awaitCount(first.history, 1);
    publish(SampleMention.of("m1").text("URGENT - " + dispatch).build());
    awaitCount(first.history, 2);
    first.close();
    Running second = run();
    publish(SampleMention.of("m2").text(dispatch + " #raquettes").build());
    publish(SampleMention.of("m3").text(dispatch.replace("Tadoussac", "Percé")).build());
    awaitCount(second.history, 4);
    assertThat(second.history.count(MentionFilter.ALL.withStories(Set.of("m0")))).isEqualTo(3);
    assertThat(second.history.count(MentionFilter.ALL.withCopies(Set.of("m0")))).isEqualTo(3);
    assertThat(second.history.find("m3").map(AnalysedMention::storyId)).contains("m3");
  }

  @Test
  void anIndexOfAnotherStreamIsRebuilt() throws Exception {
    Running first = run();
    publish(SampleMention.of("old").build());
    awaitCount(first.history, 1);
    first.close();
    freshTopics();
    publish(SampleMention.of("new").build());
    Running second = run();
    Await.until(
        "only the new", () -> second.history.existing(Set.of("old", "new")).equals(Set.of("new")));
  }

  @Test
  void newPartitionsAreRead() throws Exception {
    Running running = run();
    publish(SampleMention.of("a").build());
    awaitCount(running.history, 1);
    running.close();
    try (Admin admin = Admin.create(kafka.admin("test"))) {
      admin
          .createPartitions(Map.of(Topics.ANALYSED.topicName(), NewPartitions.increaseTo(6)))
          .all()
          .get();
    }
    Running wider = run();
    for (int i = 0; i < 60; i++) {
      publish(SampleMention.of("b" + i).build());
    }
    awaitCount(wider.history, 61);
  }

  /** The one brand there is, by its name alone. */
  private static List<MentionAnalysis.BrandMatcher.Found> erabelle(
      Mention mention, String language) {
    return mention.text().equals("erabelle")
        ? List.of(new MentionAnalysis.BrandMatcher.Found("erabelle", List.of()))
        : List.of();
  }

  private Running run() throws IOException {
    return run(new boolean[] {true});
  }

  private Running run(boolean[] crash) throws IOException {
    return opened(new Running(crash)).start();
  }

  /** Analyser, index and indexer as the service runs them. */
  private final class Running implements AutoCloseable {
    private final MentionAnalyser analyser;
    private final LuceneMentionIndex index;
    private final MentionIndexer indexer;
    private final MentionHistory history;

    Running(boolean[] crash) throws IOException {
      MentionAnalysis analysis =
          new MentionAnalysis(_ -> "fr", PipelineTest::erabelle, new PlayedTone(crash), CLOCK);
      analyser =
          new MentionAnalyser(kafka, analysis, metrics, CLOCK, "test", new StoryGrouper(1_000), 2);
      index = new LuceneMentionIndex(folder.resolve("index"));
      indexer = new MentionIndexer(kafka, index, metrics, CLOCK);
      history = new LuceneMentionHistory(index, _ -> new MatchAllDocsQuery());
    }

    Running start() {
      analyser.start();
      indexer.start();
      return this;
    }

    @Override
    public void close() throws IOException {
      analyser.close();
      indexer.close();
      index.close();
    }
  }

  private record PlayedTone(boolean[] crash) implements MentionAnalysis.Listener {
    @Override
    public Heard hear(Mention mention, String language) {
      if (crash[0] && mention.text().equals("plante")) {
        throw new IllegalStateException("at: " + mention.text());
      }
      return Heard.only(Tone.UNKNOWN);
    }
  }

  private List<DeadLetter> letters() {
    List<DeadLetter> all = new ArrayList<>();
    new DeadLetters(kafka, CLOCK).forEach(all::add);
    return all;
  }

  @Test
  void ofASourceThatKeepsOnlyWhatMatchesTheRestIsCountedAndNotIndexed() throws Exception {
    try (KafkaMentionPublisher publisher = new KafkaMentionPublisher(kafka)) {
      publisher.publish(SampleMention.of("kept").build().mention()).get();
      publisher.publishIfMatched(SampleMention.of("not").build().mention()).get();
      publisher
          .publishIfMatched(SampleMention.of("matched").text("erabelle").build().mention())
          .get();
      publisher.refused(5).get();
    }
    Running running = run();
    awaitCount(running.history, 2);
    Await.until("refusals counted", () -> metrics.counts().collected() == 8);
    Await.until("all analysed", () -> metrics.counts().analysed() == 3);
    assertThat(running.history.existing(Set.of("kept", "not", "matched")))
        .containsExactlyInAnyOrder("kept", "matched");
    PipelineMetrics.Counts counts = metrics.counts();
    assertThat(counts.notKept()).isEqualTo(1);
    assertThat(counts.rejected()).isEqualTo(5);
    assertThat(counts.collected()).isEqualTo(counts.analysed() + counts.rejected() + counts.dead());
    assertThat(letters()).as("a count of refusals is no mention").isEmpty();
  }

  @Test
  void theBacklogIsWhatIsPublishedAndNotSearchable() throws Exception {
    for (int i = 0; i < 40; i++) {
      publish(SampleMention.of("m" + i).build());
    }
    Running running = opened(new Running(new boolean[] {true}));
    try (Backlog backlog = new Backlog(kafka, running.indexer)) {
      assertThat(backlog.records()).as("nobody analyses yet").isEqualTo(40);
      running.analyser.start();
      Await.until("analysed", () -> metrics.counts().analysed() == 40);
      Await.until("analysis committed", () -> backlog.records() == 40);
      assertThat(running.history.count(MentionFilter.ALL)).isZero();
      running.indexer.start();
      Await.until("nothing left", () -> backlog.records() == 0);
      assertThat(running.history.count(MentionFilter.ALL)).isEqualTo(40);
    }
  }

  private void publish(AnalysedMention mention) throws Exception {
    send(Topics.MENTIONS, mention.id(), MentionJson.write(mention.mention()));
  }

  private void send(Topics topic, String key, byte @Nullable [] value) throws Exception {
    producer.send(new ProducerRecord<>(topic.topicName(), key, value)).get();
  }

  private static void awaitCount(MentionHistory history, long count) {
    Await.until(count + " mentions", () -> history.count(MentionFilter.ALL) == count);
  }

  private static String text(MentionHistory history, String id) {
    return history.find(id).map(m -> m.mention().text()).orElse("");
  }

  private void deleteIndex() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("index"))) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
  }

  private <T extends AutoCloseable> T opened(T resource) {
    open.add(resource);
    return resource;
  }
}
