package ouidire.deploy.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ouidire.core.config.Role;
import ouidire.core.config.Settings;
import ouidire.core.config.SettingsReader;
import ouidire.core.config.Surroundings;
import ouidire.deploy.broker.EmbeddedBroker;

/** How the service begins and ends. */
class LifeTest {
  @TempDir Path folder;

  @Test
  void whatBeganLastEndsFirstAndOneFailureStopsNothing() {
    List<String> ended = new ArrayList<>();
    Teardown teardown = new Teardown(Duration.ofSeconds(10));
    teardown.add("first", () -> ended.add("first"));
    teardown.add(
        "second",
        () -> {
          throw new IllegalStateException("made to fail");
        });
    teardown.add("third", () -> ended.add("third"));
    teardown.close();
    teardown.close();
    assertThat(ended).containsExactly("third", "first");
  }

  @Test
  void anEndThatHangsIsLeftBehind() {
    CountDownLatch never = new CountDownLatch(1);
    List<String> ended = new ArrayList<>();
    Teardown teardown = new Teardown(Duration.ofMillis(50));
    teardown.add("first", () -> ended.add("first"));
    teardown.add("hanging", never::await);
    teardown.close();
    assertThat(ended).containsExactly("first");
  }

  @Test
  void rolesBringWhatTheyNeed() {
    assertThat(Part.of(EnumSet.allOf(Role.class))).isEqualTo(EnumSet.allOf(Part.class));
    assertThat(Part.of(Set.of(Role.INGEST)))
        .containsExactlyInAnyOrder(Part.TOPICS, Part.PUBLISHER, Part.SOURCES);
    assertThat(Part.of(Set.of(Role.SERVE)))
        .containsExactlyInAnyOrder(
            Part.TOPICS, Part.SETTINGS, Part.PUBLISHER, Part.INDEX, Part.API);
    assertThat(Part.of(Set.of(Role.ANALYSE)))
        .containsExactlyInAnyOrder(Part.TOPICS, Part.SETTINGS, Part.ANALYSER);
  }

  @Test
  void aDataFolderIsTakenOnceAndTellsWhoHasIt() throws Exception {
    Path data = folder.resolve("data");
    try (DataFolder taken = DataFolder.take(data)) {
      taken.announce(new DataFolder.Running(7, "127.0.0.1:9", "http://127.0.0.1:8", "secret"));
      assertThatThrownBy(() -> DataFolder.take(data))
          .isInstanceOf(DataFolder.TakenException.class)
          .hasMessageContaining(data.toString());
      DataFolder.Running running = DataFolder.running(data).orElseThrow();
      assertThat(running.bootstrap()).isEqualTo("127.0.0.1:9");
      assertThat(running.toString()).doesNotContain("secret");
      assertThat(Files.getPosixFilePermissions(data.resolve("instance.json")))
          .containsExactlyInAnyOrder(
              PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
      assertThat(taken.id()).hasSize(16).isEqualTo(taken.id());
    }
    assertThat(DataFolder.running(data)).isEmpty();
    DataFolder.take(data).close();
  }

  @Test
  void aFolderThatCannotBeUsedIsToldWithTheRemedyInBothLanguages() throws Exception {
    Path file = Files.writeString(folder.resolve("fichier"), "");
    for (Path path : List.of(file, file.resolve("dessous"))) {
      assertThatThrownBy(() -> DataFolder.take(path))
          .as(path.toString())
          .isInstanceOfSatisfying(
              DataFolder.UnusableException.class,
              e -> {
                assertThat(e.words().in(Locale.FRENCH))
                    .contains(path.toString(), "fichier", "--data")
                    .doesNotContain("Exception");
                assertThat(e.words().in(Locale.ENGLISH)).contains("file", "--data");
              });
    }
  }

  @Test
  void whatIsKeptIsItsOwnersAlone() throws Exception {
    Path open = Files.createDirectory(folder.resolve("ouvert"));
    Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxr-xr-x"));
    try (DataFolder fresh = DataFolder.take(folder.resolve("neuf"));
        DataFolder given = DataFolder.take(open)) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(fresh.path())))
          .isEqualTo("rwx------");
      for (String room : List.of("kafka", "index")) {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(given.room(room))))
            .as(room)
            .isEqualTo("rwx------");
      }
      assertThat(given.id()).isNotBlank();
      for (String name : List.of("lock", "id")) {
        assertThat(
                PosixFilePermissions.toString(
                    Files.getPosixFilePermissions(given.path().resolve(name))))
            .as(name)
            .isEqualTo("rw-------");
      }
    }
  }

  @Test
  void aProcessWithoutTheApiAnswersThoseWhoWatchOverIt() throws Exception {
    try (EmbeddedBroker kafka = EmbeddedBroker.start(folder.resolve("outside"))) {
      Settings settings =
          settings(0, "roles: [analyse]\nkafka: {bootstrap: '" + kafka.bootstrap() + "'}\n");
      try (App app = App.start(settings, "test");
          HttpClient client = HttpClient.newHttpClient()) {
        assertThat(app.http()).isEmpty();
        URI probes = app.probes().orElseThrow();
        for (String path : List.of("/health/live", "/health/ready", "/metrics", "/api/v1/keys")) {
          HttpResponse<String> answer =
              client.send(
                  HttpRequest.newBuilder(probes.resolve(path)).build(),
                  HttpResponse.BodyHandlers.ofString());
          assertThat(answer.statusCode()).as(path).isEqualTo(path.startsWith("/api") ? 404 : 200);
          if (path.equals("/metrics")) {
            assertThat(answer.body()).contains("ouidire_mentions_collected_total 0");
          }
        }
      }
    }
  }

  @Test
  void aPortInUseIsToldBeforeAnythingBegins() throws Exception {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Settings settings = settings(other.getLocalPort(), "brands: []\n");
      assertThatThrownBy(() -> App.start(settings, "test"))
          .isInstanceOf(PortTakenException.class)
          .hasMessageContaining(Integer.toString(other.getLocalPort()));
      assertThat(settings.data().resolve("kafka")).doesNotExist();
      DataFolder.take(settings.data()).close();
    }
  }

  @Test
  void aBrandsQueryThatDoesNotParseIsToldWithTheBrand() throws Exception {
    Settings settings = settings(0, "brands: [{name: A, query: 'a AND (b'}]\n");
    assertThatThrownBy(() -> App.start(settings, "test"))
        .isInstanceOf(BrandQueryException.class)
        .hasMessageContaining("query of a:")
        .hasMessageContaining("ouidire.yml:1");
  }

  private Settings settings(int port, String yaml) throws Exception {
    Path config = Files.writeString(folder.resolve("ouidire.yml"), yaml);
    return new SettingsReader(
            new Surroundings(
                Map.of(),
                Map.of(
                    "http.port", Integer.toString(port), "data", folder.resolve("data").toString()),
                folder,
                folder,
                ZoneId.of("America/Toronto")))
        .read(config);
  }
}
