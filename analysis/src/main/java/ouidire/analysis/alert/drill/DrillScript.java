package ouidire.analysis.alert.drill;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import ouidire.core.alert.InvalidDocumentException;
import ouidire.core.brand.Brand;
import ouidire.core.mention.AnalysedMention;
import ouidire.core.mention.Author;
import ouidire.core.mention.BrandMatch;
import ouidire.core.mention.Engagement;
import ouidire.core.mention.Mention;
import ouidire.core.mention.MentionType;
import ouidire.core.mention.SourceRef;
import ouidire.core.mention.Tone;
import ouidire.core.mention.ToneLabel;
import ouidire.core.words.Wording;

/** What is said in an exercise: forty voices in forty minutes of the script, each marked. */
final class DrillScript implements Script {
  /** Before everything that is said. */
  static final String MARK = "EXERCICE — ";

  private static final Duration LENGTH = Duration.ofMinutes(40);
  private static final int VOICES = 40;

  private static final Map<String, List<String>> SAID = read();

  /** Ids of the playbooks that have a script, in the order in which they are told. */
  static final List<String> SCENARIOS = List.copyOf(SAID.keySet());

  private final String playbook;
  private final List<String> said;

  private DrillScript(String playbook, List<String> said) {
    this.playbook = playbook;
    this.said = said;
  }

  static DrillScript of(String scenario) {
    List<String> said = SAID.get(scenario);
    if (said == null) {
      String known = String.join(", ", SCENARIOS);
      throw new InvalidDocumentException(
          "scenario",
          scenario,
          new Wording("donnez un de ceux-ci : " + known, "give one of " + known));
    }
    return new DrillScript(scenario, said);
  }

  private static Map<String, List<String>> read() {
    try (InputStream in =
        Objects.requireNonNull(DrillScript.class.getResourceAsStream("scenarios.json"))) {
      Map<String, List<String>> all = new LinkedHashMap<>();
      for (Map.Entry<String, JsonNode> each : new ObjectMapper().readTree(in).properties()) {
        List<String> lines = new ArrayList<>();
        each.getValue().forEach(line -> lines.add(line.asText()));
        all.put(each.getKey(), List.copyOf(lines));
      }
      return all;
    } catch (IOException e) {
      throw new UncheckedIOException("scenarios.json is in the build", e);
    }
  }

  @Override
  public Duration length() {
    return LENGTH;
  }

  @Override
  public String playbook() {
    return playbook;
  }

  @Override
  public List<AnalysedMention> mentions(Brand brand, Instant start, double speed, long seed) {
    Random random = new Random(seed);
    List<AnalysedMention> all = new ArrayList<>();
    for (int i = 0; i < VOICES; i++) {
      double when = Math.pow(i / (double) VOICES, 0.9);
      Instant at = start.plusMillis(Math.round(LENGTH.toMillis() * when / speed));
      all.add(mention(brand, at, i, random));
    }
    return all;
  }

  private AnalysedMention mention(Brand brand, Instant at, int number, Random random) {
    Mention mention =
        new Mention(
            "exercice-" + at.toEpochMilli() + "-" + number,
            new SourceRef(
                "exercice", number % 3 == 0 ? "presse" : number % 3 == 1 ? "forum" : "fil"),
            null,
            new Author("exercice_" + number, null, (long) Math.exp(5 + 2 * random.nextGaussian())),
            at,
            at,
            "fr",
            null,
            MentionType.POST,
            null,
            MARK + said.get(number % said.size()).formatted(brand.name()),
            List.of(),
            List.of(),
            Engagement.NONE,
            null,
            null);
    Tone angry = new Tone(ToneLabel.NEGATIVE, -0.8, 0.9, List.of());
    return new AnalysedMention(
        mention, "fr", angry, List.of(new BrandMatch(brand.id(), List.of(), angry)), at);
  }
}
