package ouidire.ingest.file;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ouidire.core.config.Settings;
import ouidire.core.source.SourceStatus;
import ouidire.core.stream.InMemoryCursorStore;
import ouidire.core.stream.InMemoryMentionPublisher;

class FileSourcesTest {
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-06-01T12:00:00Z"));

  @TempDir Path folder;
  private final InMemoryMentionPublisher stream = new InMemoryMentionPublisher();
  private final InMemoryCursorStore cursors = new InMemoryCursorStore();

  @Test
  void everyFileIsReadOnceAndABrokenOneStopsNone() throws Exception {
    Path good = Files.writeString(folder.resolve("avis.csv"), "date,texte\n2026-03-02,bien\n");
    Path other = Files.writeString(folder.resolve("autres.csv"), "date,texte\n2026-03-03,mal\n");
    List<Settings.InputFile> files =
        List.of(
            new Settings.InputFile(folder.resolve("absent.csv"), null),
            new Settings.InputFile(good, "Archives"),
            new Settings.InputFile(other, null));
    assertThat(states(files))
        .containsExactly(SourceStatus.State.FAILING, SourceStatus.State.OK, SourceStatus.State.OK);
    assertThat(stream.kept()).hasSize(2);
    assertThat(stream.kept().getFirst().source().name()).isEqualTo("Archives");
    states(files);
    assertThat(stream.kept()).hasSize(2);
    Files.writeString(other, "date,texte\n2026-03-03,pire\n");
    states(files);
    assertThat(stream.kept()).hasSize(3);
  }

  private List<SourceStatus.State> states(List<Settings.InputFile> files) throws Exception {
    FileImporter importer = new FileImporter(stream, cursors, CLOCK);
    try (FileSources sources =
        new FileSources(importer, files, ZoneOffset.UTC, Locale.FRENCH, CLOCK)) {
      assertThat(sources.sources())
          .allMatch(source -> source.state() == SourceStatus.State.WAITING);
      sources.start();
      sources.await();
      assertThat(requireNonNull(sources.sources().getFirst().lastError()).in(Locale.FRENCH))
          .contains("n’existe pas", "nommez un fichier");
      return sources.sources().stream().map(SourceStatus::state).toList();
    }
  }
}
