package ouidire.analysis.kind;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import ouidire.analysis.moderation.ModerationEvaluation;
import ouidire.analysis.tone.ToneEvaluation;
import ouidire.analysis.tone.ToneScorer;

/**
 * How good the shipped models are on the rows that none of them has learned from: {@code tone
 * report --corpus DIR --out FILE.json}, the figures of the dashboard's page. The same files give
 * the same bytes: it holds what the {@code eval} verbs print, less what depends on the hour.
 */
public final class ToneReport {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
  private static final int LABEL = 0;
  private static final int VARIETY = 1;
  private static final int KINDS = 3;
  private static final int MODERATION = 4;
  private static final int TARGETS = 5;
  private static final int TEXT = 6;

  private final List<String[]> learned;
  private final List<String[]> held;
  private final Path folder;

  private ToneReport(List<String[]> learned, List<String[]> held, Path folder) {
    this.learned = learned;
    this.held = held;
    this.folder = folder;
  }

  /**
   * Measures on the files {@code heldout*.tsv} of a corpus.
   *
   * @return one JSON object: {@code rows{learned, measured}}, {@code tone} and its parts {@code
   *     varieties}, {@code target}, {@code kinds}, {@code moderation}, each as its {@code eval}
   *     verb prints it
   * @throws IOException when a file cannot be read
   */
  public static String of(Path corpus) throws IOException {
    Path folder = Files.createTempDirectory("ouidire-tone");
    try {
      return new ToneReport(
              rows(corpus, "c[0-9]+\\.tsv"), rows(corpus, "heldout[0-9]*\\.tsv"), folder)
          .json();
    } finally {
      try (Stream<Path> left = Files.list(folder)) {
        for (Path file : left.toList()) {
          Files.delete(file);
        }
      }
      Files.delete(folder);
    }
  }

  private String json() throws IOException {
    ObjectNode report = JSON.createObjectNode();
    report.putObject("rows").put("learned", learned.size()).put("measured", held.size());
    ToneEvaluation tones = new ToneEvaluation(new ToneScorer());
    report.set("tone", tone(tones.ofTexts(file(held, LABEL, TEXT))));
    ObjectNode varieties = report.putObject("varieties");
    for (String variety : List.of("fr-CA", "fr-FR")) {
      List<String[]> own = held.stream().filter(row -> row[VARIETY].equals(variety)).toList();
      varieties.set(variety, tone(tones.ofTexts(file(own, LABEL, TEXT))));
    }
    report.set("target", tone(tones.ofTargets(targets())));
    report.set("kinds", JSON.readTree(new KindEvaluation().of(file(held, KINDS, TEXT))));
    report.set(
        "moderation", JSON.readTree(new ModerationEvaluation().of(file(held, MODERATION, TEXT))));
    return JSON.writeValueAsString(report) + "\n";
  }

  private static JsonNode tone(String printed) throws IOException {
    ObjectNode figures = (ObjectNode) JSON.readTree(printed);
    figures.remove("texts_per_second");
    return figures;
  }

  private Path file(List<String[]> rows, int first, int second) throws IOException {
    List<String> lines = rows.stream().map(row -> row[first] + "\t" + row[second]).toList();
    return Files.write(Files.createTempFile(folder, "rows", ".tsv"), lines);
  }

  private Path targets() throws IOException {
    List<String> lines = new ArrayList<>();
    for (String[] row : held) {
      for (String target : row[TARGETS].equals("-") ? new String[0] : row[TARGETS].split(";")) {
        int equals = target.lastIndexOf('=');
        lines.add(
            target.substring(equals + 1) + "\t" + target.substring(0, equals) + "\t" + row[TEXT]);
      }
    }
    return Files.write(Files.createTempFile(folder, "rows", ".tsv"), lines);
  }

  private static List<String[]> rows(Path corpus, String name) throws IOException {
    List<String[]> rows = new ArrayList<>();
    try (Stream<Path> all = Files.list(corpus)) {
      for (Path file :
          all.filter(one -> one.getFileName().toString().matches(name)).sorted().toList()) {
        for (String line : Files.readAllLines(file)) {
          rows.add(line.split("\t", -1));
        }
      }
    }
    if (rows.isEmpty()) {
      throw new IOException(corpus + " has no file " + name + "; give the folder of the corpus");
    }
    return rows;
  }
}
