package ouidire.analysis.tone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A row of the project's own corpus.
 *
 * @param label the tone of the whole
 * @param variety {@code fr-FR} or {@code fr-CA}
 * @param kinds kinds of remark; empty for none
 * @param moderation a flag, or {@code none}
 * @param targets the tone toward the brands that it names
 * @param text what was written
 * @param weight how often it counts, see {@code weights.tsv} beside the files
 */
record CorpusRow(
    String label,
    String variety,
    List<String> kinds,
    String moderation,
    List<Target> targets,
    String text,
    float weight) {
  private static final List<String> HEADER =
      List.of("label", "variety", "sector", "kinds", "moderation", "targets", "text");

  /** The tone toward one brand. */
  record Target(String brand, String label) {}

  /** The rows of the files {@code c*.tsv} of a folder, by file name. */
  static List<CorpusRow> readAll(Path folder) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.list(folder)) {
      files =
          all.filter(file -> file.getFileName().toString().matches("c[0-9]+\\.tsv"))
              .sorted()
              .toList();
    }
    List<CorpusRow> rows = new ArrayList<>();
    for (Path file : files) {
      rows.addAll(read(file, weight(folder, file)));
    }
    return rows;
  }

  /** The weight that {@code weights.tsv} gives a file's rows, 1 when it gives none. */
  private static float weight(Path folder, Path file) throws IOException {
    Path weights = folder.resolve("weights.tsv");
    if (Files.exists(weights)) {
      for (String[] row : LabelledRows.read(weights, List.of("file", "weight"), Set.of())) {
        if (row[0].equals(file.getFileName().toString())) {
          return Float.parseFloat(row[1]);
        }
      }
    }
    return 1;
  }

  private static List<CorpusRow> read(Path file, float weight) throws IOException {
    List<CorpusRow> rows = new ArrayList<>();
    for (String[] columns : LabelledRows.read(file, HEADER, Set.copyOf(ToneTraining.LABELS))) {
      List<Target> targets = new ArrayList<>();
      for (String target : list(columns[5], ";")) {
        int equals = target.lastIndexOf('=');
        String label = equals < 0 ? "" : target.substring(equals + 1).strip();
        if (!ToneTraining.LABELS.contains(label)) {
          throw new InvalidLabelsException(
              file + ": found target \"" + target + "\", expected Brand=label");
        }
        targets.add(new Target(target.substring(0, equals).strip(), label));
      }
      rows.add(
          new CorpusRow(
              columns[0],
              columns[1],
              list(columns[3], ","),
              columns[4],
              targets,
              columns[6],
              weight));
    }
    return rows;
  }

  private static List<String> list(String cell, String separator) {
    if (cell.equals("-") || cell.isBlank()) {
      return List.of();
    }
    return Stream.of(cell.split(separator)).map(String::strip).toList();
  }
}
