package ouidire.analysis.moderation;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Stream;
import ouidire.analysis.text.FormCache;
import ouidire.analysis.tone.MentionReading;

/** The rules of {@code rules-fr.tsv}, in order. */
final class RuleBook {
  private static final String RESOURCE = "rules-fr.tsv";

  private final List<ModerationRule> rules;

  /** Every set of terms, and for a word those of them of which a term may begin with it. */
  private final List<TermSet> terms;

  private final FormCache<BitSet> begun;

  RuleBook(List<ModerationRule> rules) {
    this.rules = List.copyOf(rules);
    this.terms = rules.stream().flatMap(rule -> rule.parts().stream()).toList();
    this.begun = new FormCache<>(this::begun);
  }

  /** The rules whose every part may begin somewhere in a text, in order: for most texts none. */
  List<ModerationRule> thatMayHold(MentionReading reading) {
    BitSet seen = new BitSet(terms.size());
    for (int i = 0; i < reading.size(); i++) {
      seen.or(begun.of(reading.plain(i)));
    }
    if (seen.isEmpty()) {
      return List.of();
    }
    List<ModerationRule> may = new ArrayList<>();
    int at = 0;
    for (ModerationRule rule : rules) {
      int end = at + rule.parts().size();
      if (seen.nextClearBit(at) >= end) {
        may.add(rule);
      }
      at = end;
    }
    return may;
  }

  private BitSet begun(String plain) {
    BitSet sets = new BitSet();
    if (plain.isEmpty() || !Character.isLetter(plain.charAt(0))) {
      return sets;
    }
    for (int i = 0; i < terms.size(); i++) {
      sets.set(i, terms.get(i).mayBeginWith(plain));
    }
    return sets;
  }

  static RuleBook shipped() {
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
      return new RuleBook(rules);
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
