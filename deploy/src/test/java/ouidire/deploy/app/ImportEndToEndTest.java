package ouidire.deploy.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ouidire.core.config.Settings;
import ouidire.core.config.SettingsReader;
import ouidire.core.config.Surroundings;
import ouidire.ingest.file.FileImporter;
import ouidire.ingest.file.ImportOptions;
import ouidire.ingest.file.ImportSummary;

/** A whole service on free ports: what a file brings is counted once, everywhere the same. */
class ImportEndToEndTest {
  private static final int ROWS = 3_700;
  private static final ObjectMapper JSON = new ObjectMapper();
  @TempDir Path folder;

  @Test
  void everyRowIsInOnceAfterImportingTwiceAndAfterARestart() throws Exception {
    Path csv = folder.resolve("tweets.csv");
    long aboutMonterel = write(csv);
    Settings settings = settings();
    String key;
    Set<String> ids;
    try (App app = App.start(settings, "test")) {
      key = app.firstKey().orElseThrow();
      assertThat(importing(app, csv).accepted()).isEqualTo(ROWS);
      assertThat(importing(app, csv).accepted()).isEqualTo(ROWS);
      app.settle();
      ids = exported(app, key, "");
      assertThat(ids).hasSize(ROWS);
      assertThat(count(app, key, "")).isEqualTo(ROWS);
      assertThat(count(app, key, "brand=monterel")).isEqualTo(aboutMonterel);
      assertThat(count(app, key, "q=monterel")).isEqualTo(aboutMonterel);
      assertThat(exported(app, key, "q=monterel")).hasSize((int) aboutMonterel);
      assertThat(timeline(app, key)).isEqualTo(ROWS);
      assertThat(app.counts().collected())
          .isEqualTo(app.counts().analysed() + app.counts().rejected() + app.counts().dead());
    }
    try (App again = App.start(settings, "test")) {
      assertThat(again.firstKey()).isEmpty();
      assertThat(count(again, key, "")).isEqualTo(ROWS);
      assertThat(exported(again, key, "")).isEqualTo(ids);
    }
  }

  private Settings settings() throws Exception {
    Path config = folder.resolve("ouidire.yml");
    Files.writeString(
        config,
        """
        zone: America/Toronto
        brands:
          - name: Érabelle
          - name: Laiterie Monterel
            id: monterel
            query: monterel
            competitor: true
        """);
    return new SettingsReader(
            new Surroundings(
                Map.of(),
                Map.of("http.port", "0", "data", folder.resolve("data").toString()),
                folder,
                folder,
                ZoneId.of("America/Toronto")))
        .read(config);
  }

  /** Every combination of some words, numbered: load, not French to learn from. */
  private static long write(Path csv) throws Exception {
    String[] who = {"le yogourt Érabelle", "la crème Monterel", "mon café", "la tarte au sucre"};
    String[] how = {"est bonne", "m'a déçu", "goûte l'érable", "coûte cher", "est en rabais"};
    StringBuilder rows = new StringBuilder("tweet_id,author,text,date,url\n");
    long monterel = 0;
    for (int i = 0; i < ROWS; i++) {
      String subject = who[i % who.length];
      monterel += subject.contains("Monterel") ? 1 : 0;
      rows.append(
          String.format(
              "%d,auteur%d,\"Bon, %s %s, no %d\",2026-%02d-%02d %02d:%02d:00,https://x.example/%d%n",
              90_000 + i,
              i % 400,
              subject,
              how[i / who.length % how.length],
              i,
              1 + i % 6,
              1 + i % 28,
              i % 24,
              i % 60,
              i));
    }
    Files.writeString(csv, rows);
    return monterel;
  }

  private static ImportSummary importing(App app, Path csv) throws Exception {
    return new FileImporter(app.publisher(), app.cursors(), Clock.systemUTC())
        .run(csv, ImportOptions.in(ZoneId.of("America/Toronto")), progress -> {});
  }

  private static long count(App app, String key, String filter) throws Exception {
    return JSON.readTree(get(app, key, "metrics/count" + (filter.isEmpty() ? "" : "?" + filter)))
        .get("mentions")
        .asLong();
  }

  private static long timeline(App app, String key) throws Exception {
    JsonNode buckets = JSON.readTree(get(app, key, "metrics/timeline?bucket=day")).get("buckets");
    long sum = 0;
    for (JsonNode bucket : buckets) {
      sum += bucket.get("count").asLong();
    }
    return sum;
  }

  private static Set<String> exported(App app, String key, String filter) throws Exception {
    List<String> lines =
        get(app, key, "export?format=jsonl" + (filter.isEmpty() ? "" : "&" + filter))
            .lines()
            .toList();
    Set<String> ids = new HashSet<>();
    for (String line : lines) {
      assertThat(ids.add(JSON.readTree(line).get("id").asText())).isTrue();
    }
    return ids;
  }

  private static String get(App app, String key, String call) throws Exception {
    URI address = URI.create(app.http().orElseThrow() + "/api/v1/" + call);
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<String> answer =
          client.send(
              HttpRequest.newBuilder(address).header("Authorization", "Bearer " + key).build(),
              HttpResponse.BodyHandlers.ofString());
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
      return answer.body();
    }
  }
}
