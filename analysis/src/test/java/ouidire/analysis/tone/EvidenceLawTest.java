package ouidire.analysis.tone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import ouidire.core.mention.Evidence;
import ouidire.core.mention.Tone;
import ouidire.core.mention.ToneLabel;

/** The parts cited are the parts that decided, over the whole corpus. */
class EvidenceLawTest {
  private static final double TELLING = 0.15;

  private final ToneScorer scorer = new ToneScorer();

  @Test
  void withoutTheCitedWordsTheScoreLiesNearerToNeutral() throws Exception {
    List<String> broken = new ArrayList<>();
    int polar = 0;
    for (CorpusRow row : CorpusRow.readAll(Path.of("corpus"))) {
      Tone tone = scorer.score(null, row.text());
      if (tone.label() != ToneLabel.POSITIVE && tone.label() != ToneLabel.NEGATIVE) {
        continue;
      }
      polar++;
      Tone rest = scorer.score(null, without(row.text(), tone.evidence()));
      double sign = Math.signum(tone.score());
      if (sign * rest.score() >= sign * tone.score() && rest.label() != ToneLabel.UNKNOWN) {
        broken.add(row.text());
      }
    }
    assertThat(polar).isGreaterThan(1000);
    assertThat(broken).as("texts whose cited words did not decide").isEmpty();
  }

  @Test
  void noScoreStandsWithoutEvidence() throws Exception {
    for (CorpusRow row : CorpusRow.readAll(Path.of("corpus"))) {
      Tone tone = scorer.score(null, row.text());
      if (tone.label() != ToneLabel.UNKNOWN || Math.abs(tone.score()) > TELLING) {
        assertThat(tone.evidence()).as(row.text()).isNotEmpty();
      }
      for (Evidence part : tone.evidence()) {
        assertThat(part.start()).isNotNegative().isLessThan(part.end());
        assertThat(part.end()).isLessThanOrEqualTo(row.text().length());
      }
    }
  }

  private static String without(String text, List<Evidence> evidence) {
    StringBuilder rest = new StringBuilder(text);
    evidence.stream()
        .sorted((a, b) -> Integer.compare(b.start(), a.start()))
        .forEach(part -> rest.replace(part.start(), part.end(), " "));
    return rest.toString();
  }
}
