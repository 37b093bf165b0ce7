package ouidire.analysis.moderation;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The rules of {@code rules-fr.tsv}, in order. */
final class RuleBook {
  private static final String RESOURCE = "rules-fr.tsv";

  private RuleBook() {}

  static List<ModerationRule> shipped() {
    try (InputStream in = RuleBook.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException("resource " + RESOURCE + " is missing from the jar");
      }
      BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      List<ModerationRule> rules = new ArrayList<>();
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        if (!line.isBlank() && !line.startsWith("#")) {
          rules.add(rule(line.split("\t")));
        }
      }
      return List.copyOf(rules);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ModerationRule rule(String[] columns) {
    if (columns.length != 4) {
      throw new IllegalStateException(
          RESOURCE + ": " + columns.length + " columns, expected flag, name, window, terms");
    }
    List<TermSet> parts = Stream.of(columns[3].split(" \\+ ")).map(TermSet::new).toList();
    return new ModerationRule(columns[0], columns[1], Integer.parseInt(columns[2]), parts);
  }
}
