package ouidire.analysis.query;

import java.util.ArrayList;
import java.util.List;

/**
 * A query of another tool in our language.
 *
 * @param query canonical when it parses; else as far as it was carried
 * @param lost what could not be carried, and why
 * @param notes what was carried with another spelling, or means something else here
 */
public record Translation(String query, List<Message> lost, List<Message> notes) {
  public Translation {
    lost = List.copyOf(lost);
    notes = List.copyOf(notes);
  }

  /** Translates; never fails: what cannot be understood is in {@link #lost}. */
  public static Translation of(String foreign, Tool tool) {
    List<Message> lost = new ArrayList<>();
    List<Message> notes = new ArrayList<>();
    if (foreign.length() > 2 * QueryLimits.MAX_LENGTH) {
      lost.add(SizeErrors.tooLong(foreign.length()).text());
      return new Translation("", lost, notes);
    }
    List<ForeignToken> tokens = ForeignToken.read(foreign, tool == Tool.VISIBRAIN);
    ForeignWords words = new ForeignWords(tool, lost, notes);
    List<ForeignToken> ours = new ArrayList<>();
    for (ForeignToken token : tokens) {
      words.translate(token, ours);
    }
    String written = ForeignToken.join(ForeignToken.withoutLost(ours));
    if (written.isBlank()) {
      lost.add(SizeErrors.empty().text());
      return new Translation("", lost, notes);
    }
    try {
      ParsedQuery parsed = new QueryParser().parse(written, Stage.VIEW);
      parsed.warnings().forEach(warning -> notes.add(warning.message()));
      return new Translation(parsed.canonical(), lost, notes);
    } catch (QueryException e) {
      lost.add(e.text());
      return new Translation(written, lost, notes);
    }
  }
}
