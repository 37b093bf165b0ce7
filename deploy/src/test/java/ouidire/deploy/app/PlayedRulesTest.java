package ouidire.deploy.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ouidire.analysis.query.KnownLists;
import ouidire.analysis.query.QueryParser;
import ouidire.core.alert.AlertDocument;
import ouidire.core.alert.AlertRule;
import ouidire.core.alert.IncidentJson;
import ouidire.core.alert.InvalidDocumentException;
import ouidire.core.alert.RuleReplay;
import ouidire.core.brand.Brand;
import ouidire.core.config.Settings;
import ouidire.core.config.SettingsReader;
import ouidire.core.config.Surroundings;
import ouidire.core.history.InMemoryMentionHistory;
import ouidire.core.history.InvalidQueryException;
import ouidire.core.history.SampleMention;
import ouidire.core.mention.ToneLabel;
import ouidire.core.settings.InMemorySettingsStore;
import ouidire.core.settings.SettingsStore;

/** A rule is played, or refused, in the same way for the command line and for the API. */
class PlayedRulesTest {
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
  private static final String THREE_IN_AN_HOUR =
      "[{\"metric\": \"count\", \"atLeast\": 3, \"window\": \"PT1H\"}]";

  private final InMemoryMentionHistory history = new InMemoryMentionHistory();
  private final InMemorySettingsStore store = new InMemorySettingsStore(InstantSource.fixed(NOON));

  @TempDir Path folder;

  private PlayedRules rules() throws Exception {
    Brand brand = new Brand("erabelle", "Érabelle", "érabelle", false, List.of(), ZoneOffset.UTC);
    Settings settings =
        new SettingsReader(
                new Surroundings(
                    Map.of(), Map.of("data", folder.toString()), folder, folder, ZoneOffset.UTC))
            .read(null);
    return new PlayedRules(
        history,
        () -> List.of(brand),
        new QueryPredicates(new QueryParser(ZoneOffset.UTC, KnownLists.NONE))::compile,
        () -> ShippedPolicy.now(settings, store));
  }

  private static AlertRule rule(String json) throws Exception {
    return IncidentJson.document(new ObjectMapper().readTree(json), AlertRule.class);
  }

  private RuleReplay.Played played(String json) throws Exception {
    return rules().play(rule(json), NOON, NOON.plus(Duration.ofHours(6)));
  }

  private String refused(String json) {
    return catchThrowableOfType(InvalidDocumentException.class, () -> played(json)).field();
  }

  @Test
  void whatWouldNotDoWhatItSaysIsRefused() {
    assertThat(refused("{\"id\": \"vide\", \"kind\": \"volume\"}")).isEqualTo("when");
    assertThat(
            refused(
                "{\"id\": \"a\", \"brands\": [\"erabele\"], \"when\": " + THREE_IN_AN_HOUR + "}"))
        .isEqualTo("brands[0]");
    assertThatThrownBy(
            () ->
                played(
                    "{\"id\": \"a\", \"filter\": {\"q\": \"pont AND (\"}, \"when\": "
                        + THREE_IN_AN_HOUR
                        + "}"))
        .as("although there is nothing to ask it of")
        .isInstanceOf(InvalidQueryException.class);
  }

  @Test
  void itIsPlayedOnThePolicyThatCounts() throws Exception {
    for (int i = 0; i < 6; i++) {
      history.add(
          SampleMention.of("m" + i)
              .at(NOON.plus(Duration.ofMinutes(60 + i)))
              .by("voisin" + i, null, null)
              .brand("erabelle", ToneLabel.NEGATIVE)
              .build());
    }
    RuleReplay.Played played =
        played(
            "{\"id\": \"volume\", \"playbook\": \"produit\", \"when\": " + THREE_IN_AN_HOUR + "}");
    assertThat(played.mentions()).isEqualTo(6);
    assertThat(played.incidents()).hasSize(1);
    assertThat(played.incidents().getFirst().tasks()).as("of the shipped playbook").isNotEmpty();
  }

  @Test
  void aRuleThatPeopleKeptAndTheOneThatIsShippedAreKnown() throws Exception {
    store.put(
        AlertDocument.RULE.kind(),
        "soir",
        IncidentJson.tree(rule("{\"id\": \"soir\", \"when\": " + THREE_IN_AN_HOUR + "}")),
        "test",
        SettingsStore.ANY_VERSION);
    assertThat(rules().rule("soir")).isPresent();
    assertThat(rules().rule("crisis")).isPresent();
    assertThat(rules().rule("absente")).isEmpty();
  }
}
