package ouidire.analysis.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class StoryEvaluationTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"stories-tune.jsonl", "stories-heldout.jsonl"})
  void groupsAsPeopleDo(String name) throws Exception {
    ObjectNode result = StoryEvaluation.run(LabelledStories.file(name));
    assertThat(result.get("n").asInt()).isGreaterThan(200);
    assertThat(result.get("f1").asDouble()).isGreaterThan(0.88);
    assertThat(result.get("copies").get("f1").asDouble()).isGreaterThan(0.97);
  }

  @Test
  void bCubedIsTheMeanOverMentions() {
    // By hand: mentions 1, 2 together rightly, 3 wrongly with them, 4 alone though it is with 3.
    BCubed score = BCubed.of(List.of("x", "x", "x", "y"), List.of("a", "a", "b", "b"));
    assertThat(score.precision()).isCloseTo((2 / 3.0 + 2 / 3.0 + 1 / 3.0 + 1) / 4, within(1e-12));
    assertThat(score.recall()).isCloseTo((1 + 1 + 0.5 + 0.5) / 4, within(1e-12));
    double harmonic = 2 * score.precision() * score.recall() / (score.precision() + score.recall());
    assertThat(score.f1()).isCloseTo(harmonic, within(1e-12));
  }

  @Test
  void aBadLineIsNamed() throws Exception {
    String good = "{\"text\":\"Bonjour\",\"publishedAt\":\"2026-03-01T00:00:00Z\",\"story\":\"a\"}";
    assertThatThrownBy(() -> StoryEvaluation.run(file(good, "{\"text\":1")))
        .hasMessageContaining("m.jsonl, line 2")
        .hasMessageContaining("a mention in JSON");
    assertThatThrownBy(() -> StoryEvaluation.run(file(good.replace("\"story\"", "\"tale\""))))
        .hasMessageContaining("line 1: found no story");
    assertThatThrownBy(() -> StoryEvaluation.run(file(good, good)))
        .hasMessageContaining("line 2: found the id of line 1");
    assertThatThrownBy(() -> StoryEvaluation.run(file())).hasMessageContaining("found no mention");
  }

  @Test
  void copiesAreMeasuredOnlyWhereAllAreLabelled() throws Exception {
    String line = "{\"text\":\"Bonjour\",\"publishedAt\":\"2026-03-01T00:00:00Z\",\"story\":\"a\"}";
    assertThat(StoryEvaluation.run(file(line)).has("copies")).isFalse();
  }

  private Path file(String... lines) throws Exception {
    return Files.writeString(folder.resolve("m.jsonl"), String.join("\n", lines));
  }
}
