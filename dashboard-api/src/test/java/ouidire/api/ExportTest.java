package ouidire.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import ouidire.core.history.SampleMention;
import ouidire.core.mention.AnalysedMention;
import ouidire.core.mention.MentionJson;
import ouidire.core.mention.ToneLabel;

class ExportTest {
  @TempDir Path folder;
  private ApiFixture api;

  @BeforeEach
  void start() {
    api = ApiFixture.in(folder);
    for (int i = 0; i < 500; i++) {
      api.history.add(
          SampleMention.of("m" + i)
              .at(api.clock.instant().minusSeconds(1000 - i))
              .text(i % 2 == 0 ? "=HYPERLINK(\"http://x\")" : "Érabelle; \"encore\"\nune ligne")
              .tone(i % 5 == 0 ? ToneLabel.NEGATIVE : ToneLabel.NEUTRAL)
              .build());
    }
  }

  @AfterEach
  void stop() {
    api.close();
  }

  @Test
  void linesHoldEveryMentionWhole() {
    HttpResponse<String> answer = api.get("/api/v1/export?tone=negative");
    assertThat(answer.headers().firstValue("Content-Disposition"))
        .contains("attachment; filename=\"ouidire-2026-03-02.jsonl\"");
    List<AnalysedMention> read = new ArrayList<>();
    answer.body().lines().forEach(line -> read.add(MentionJson.readAnalysed(line.getBytes(UTF_8))));
    assertThat(read).hasSize(100);
    assertThat(read.getFirst()).isEqualTo(api.history.find("m0").orElseThrow());
    assertThat((long) read.size())
        .isEqualTo(api.json("/api/v1/metrics/count?tone=negative").path("mentions").asLong());
  }

  @Test
  void tablesOpenInSpreadsheetsAndHoldNoFormula() {
    HttpResponse<String> answer = api.get("/api/v1/export?format=csv");
    assertThat(answer.body()).startsWith("\uFEFFid,source_kind,");
    assertThat(answer.body()).contains(",\"'=HYPERLINK(\"\"http://x\"\")\",");
    assertThat(answer.body().split("\r\n")).hasSize(501);
    assertThat(api.get("/api/v1/export?format=csv&separator=semicolon").body())
        .startsWith("\uFEFFid;source_kind;");
  }

  @Test
  void whoAsksForItGetsItCompressed() throws Exception {
    HttpResponse<byte[]> answer =
        api.client.send(
            api.signed("/api/v1/export").header("Accept-Encoding", "gzip").build(),
            HttpResponse.BodyHandlers.ofByteArray());
    assertThat(answer.headers().firstValue("Content-Encoding")).contains("gzip");
    try (InputStream in = new GZIPInputStream(new java.io.ByteArrayInputStream(answer.body()))) {
      assertThat(new String(in.readAllBytes(), UTF_8).lines()).hasSize(500);
    }
  }

  @Test
  void anExportThatBreaksOffIsNotTakenForAWholeOne() {
    Random random = new Random(7);
    for (int i = 0; i < 3_000; i++) {
      api.history.add(SampleMention.of("r" + i).text("" + random.nextLong()).build());
    }
    api.failExportsAfter(3_400);
    for (String parameters : List.of("", "?format=csv")) {
      for (String encoding : List.of("identity", "gzip")) {
        assertThatThrownBy(
                () ->
                    api.client.send(
                        api.signed("/api/v1/export" + parameters)
                            .header("Accept-Encoding", encoding)
                            .build(),
                        HttpResponse.BodyHandlers.ofByteArray()))
            .as("%s %s", parameters, encoding)
            .isInstanceOf(IOException.class);
      }
    }
  }

  @Test
  void anExportThatFailsBeforeItsFirstByteIsAProblem() {
    api.failExportsAfter(3);
    Logger log = (Logger) LoggerFactory.getLogger(Problems.class);
    log.setLevel(Level.OFF);
    HttpResponse<String> answer = api.get("/api/v1/export");
    log.setLevel(null);
    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(answer.headers().firstValue("Content-Disposition")).isEmpty();
    assertThat(ApiFixture.parse(answer.body()).path("status").asInt()).isEqualTo(500);
  }

  @Test
  void whatCannotBeExportedIsAProblem() {
    assertThat(api.get("/api/v1/export?format=xlsx").body()).contains("jsonl, csv");
    assertThat(api.get("/api/v1/export?q=(").statusCode()).isEqualTo(400);
    HttpResponse<String> answer = api.get("/api/v1/export?separator=pipe");
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.headers().firstValue("Content-Disposition")).isEmpty();
  }
}
