package ouidire.analysis.tone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ouidire.core.mention.ToneLabel;

class ToneTrainingTest {
  @TempDir Path folder;

  @Test
  void theSameRowsGiveTheSameModel() throws Exception {
    Path data = rows();
    Path first = folder.resolve("first.model");
    Path second = folder.resolve("second.model");

    ToneTraining.train(data, first);
    ToneTraining.train(data, second);

    assertThat(Files.readAllBytes(first)).isEqualTo(Files.readAllBytes(second));
  }

  @Test
  void learnsWhatItsRowsSay() throws Exception {
    Path model = folder.resolve("small.model");
    ToneTraining.train(rows(), model);

    ToneScorer scorer = ToneScorer.of(model);

    assertThat(scorer.score(null, "le zoublard vert est arrivé").label())
        .isEqualTo(ToneLabel.POSITIVE);
    assertThat(scorer.score(null, "le grimpion gris est arrivé").label())
        .isEqualTo(ToneLabel.NEGATIVE);
  }

  @Test
  void saysWhichRowIsWrong() throws Exception {
    Path data = Files.writeString(folder.resolve("bad.tsv"), "label\ttext\nbad\tbonjour\n");

    assertThatThrownBy(() -> ToneTraining.train(data, folder.resolve("no.model")))
        .isInstanceOf(InvalidLabelsException.class)
        .hasMessageContaining("line 2")
        .hasMessageContaining("\"bad\"")
        .hasMessageContaining("negative, neutral, positive");
  }

  @Test
  void saysHowManyColumnsWereFound() throws Exception {
    Path data = Files.writeString(folder.resolve("bad.tsv"), "positive\tun\tdeux\n");

    assertThatThrownBy(() -> new ToneEvaluation(new ToneScorer()).ofTexts(data))
        .isInstanceOf(InvalidLabelsException.class)
        .hasMessageContaining("line 1: found 3 columns, expected 2: label<TAB>text");
  }

  @Test
  void refusesAFileThatIsNoModel() throws Exception {
    Path file = Files.writeString(folder.resolve("text.model"), "bonjour");

    assertThatThrownBy(() -> ToneScorer.of(file)).isInstanceOf(IOException.class);
  }

  private Path rows() throws IOException {
    StringBuilder rows = new StringBuilder("label\ttext\n");
    String[] places = {"ici", "là", "chez nous", "au marché", "en ville", "demain", "lundi", "tôt"};
    for (String place : places) {
      rows.append("positive\tun zoublard vert ").append(place).append('\n');
      rows.append("negative\tun grimpion gris ").append(place).append('\n');
      rows.append("neutral\tla table carrée ").append(place).append('\n');
    }
    return Files.writeString(folder.resolve("rows.tsv"), rows);
  }
}
