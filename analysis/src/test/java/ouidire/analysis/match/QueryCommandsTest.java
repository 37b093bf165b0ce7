package ouidire.analysis.match;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import ouidire.analysis.match.QueryCommands.Via;
import ouidire.analysis.query.QueryParser;
import ouidire.analysis.query.Stage;
import ouidire.analysis.query.Tool;

class QueryCommandsTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final QueryCommands commands =
      new QueryCommands(
          new QueryParser(),
          new PrintStream(out, true, UTF_8),
          new PrintStream(err, true, UTF_8),
          true);
  @TempDir Path folder;
  private Path mentions;

  @BeforeEach
  void mentions() throws Exception {
    mentions = folder.resolve("m.jsonl");
    Files.writeString(
        mentions,
        """
        {"id":"1","publishedAt":"2026-03-01T12:00:00Z","text":"Rappel chez Nordika"}
        pas du JSON
        {"id":"2","publishedAt":"2026-03-01T12:00:00Z","text":"Rien ici"}

        {"id":"3","publishedAt":"2026-03-01T12:00:00Z","text":"nordika, un rappel et encore"}
        """);
  }

  @ParameterizedTest
  @EnumSource
  void matchPrintsIdsInFileOrder(Via via) throws Exception {
    assertThat(commands.match("nordika NEAR/1 rappel", mentions, via)).isEqualTo(1);
    assertThat(out.toString(UTF_8).lines()).containsExactly("1", "3");
    assertThat(err.toString(UTF_8)).contains("m.jsonl:2");
  }

  @ParameterizedTest
  @EnumSource
  void aBrokenQueryNeverStopsTheRest(Via via) throws Exception {
    Path queries = folder.resolve("q.tsv");
    Files.writeString(queries, "tout\trappel\ncasse\t(a\nrien\tabsent\nun\tchez\n");
    commands.matchAll(queries, mentions, via);
    assertThat(out.toString(UTF_8).lines())
        .hasSize(4)
        .contains("tout\t1", "un\t1", "tout\t3")
        .anyMatch(line -> line.startsWith("casse\t!\tposition 0 : trouvé"));
  }

  @Test
  void aWrongQueryIsWrongUsage() throws Exception {
    assertThat(commands.match("(a", mentions, Via.LIVE)).isEqualTo(2);
    assertThat(err.toString(UTF_8)).contains("position 0");
    assertThat(commands.parse("(a", Stage.VIEW)).isEqualTo(2);
    assertThat(json().at("/error/code").asText()).isEqualTo("unclosed-bracket");
  }

  @Test
  void explainsWhyNot() throws Exception {
    assertThat(commands.explain("nordika (chez OR absent)", mentions, "3")).isEqualTo(0);
    assertThat(json().at("/matches").asBoolean()).isFalse();
    assertThat(json().at("/failed/clause").asText()).isEqualTo("chez OR absent");
  }

  @Test
  void explainsWhy() throws Exception {
    assertThat(commands.explain("nordika chez", mentions, "1")).isEqualTo(0);
    assertThat(json().at("/matches").asBoolean()).isTrue();
    assertThat(json().at("/spans/0/text").asText()).isEqualTo("chez");
    assertThat(json().at("/tree/parts/0/holds").asBoolean()).isTrue();
    assertThat(commands.explain("nordika", mentions, "9")).isEqualTo(2);
  }

  @Test
  void parseAndTranslatePrintJson() throws Exception {
    commands.parse("a ou b", Stage.VIEW);
    assertThat(json().at("/warnings").size()).isEqualTo(2);
    out.reset();
    commands.translate(Tool.X, "a is:verified");
    assertThat(json().at("/query").asText()).isEqualTo("a");
    assertThat(json().at("/lost").size()).isEqualTo(1);
    assertThat(QueryCommands.tool("x")).contains(Tool.X);
    assertThat(QueryCommands.tool("y")).isEmpty();
  }

  private JsonNode json() throws Exception {
    return new ObjectMapper().readTree(out.toString(UTF_8));
  }
}
