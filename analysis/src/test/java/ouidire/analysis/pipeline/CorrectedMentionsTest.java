package ouidire.analysis.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import ouidire.analysis.pipeline.MentionAnalysis.Listener;
import ouidire.core.correction.Correction;
import ouidire.core.correction.WordRule;
import ouidire.core.history.InMemoryMentionHistory;
import ouidire.core.history.SampleMention;
import ouidire.core.mention.AnalysedMention;
import ouidire.core.mention.Finding;
import ouidire.core.mention.Mention;
import ouidire.core.mention.Tone;
import ouidire.core.mention.ToneLabel;
import ouidire.core.settings.InMemorySettingsStore;
import ouidire.core.settings.SettingsStore;
import ouidire.core.waiting.Await;

class CorrectedMentionsTest {
  private static final Tone NEUTRAL = new Tone(ToneLabel.NEUTRAL, 0, 0.8, List.of());
  private static final Clock NOW =
      Clock.fixed(Instant.parse("2026-05-01T00:00:00Z"), ZoneOffset.UTC);

  private final InMemoryMentionHistory history = new InMemoryMentionHistory();
  private final SettingsStore settings = new InMemorySettingsStore(NOW);
  private final Listener listener =
      new CorrectedListener(
          (mention, language) -> Listener.Heard.only(NEUTRAL),
          id -> settings.get(Correction.KIND, id).map(kept -> Correction.read(kept.value())));
  private CorrectedMentions corrected = start();

  @AfterEach
  void end() throws InterruptedException {
    corrected.close();
  }

  @Test
  void aCorrectionIsInTheHistoryAndLeavesItAgain() {
    history.add(SampleMention.of("a").brand("nordika", ToneLabel.NEUTRAL).build());
    say(
        "a",
        new Correction(
            ToneLabel.POSITIVE, Map.of("nordika", ToneLabel.NEGATIVE), List.of("rumour")));
    await("the correction shows", () -> tone("a") == ToneLabel.POSITIVE);
    AnalysedMention said = history.find("a").orElseThrow();
    assertThat(said.tone().confidence()).isEqualTo(1);
    assertThat(said.tone().evidence().getFirst().rule()).isEqualTo(Correction.RULE);
    assertThat(said.matches().getFirst().tone().label()).isEqualTo(ToneLabel.NEGATIVE);
    assertThat(said.kinds()).extracting(Finding::name).containsExactly("rumour");

    settings.delete(Correction.KIND, "a", "Claire", SettingsStore.ANY_VERSION);
    await("analysis speaks again", () -> tone("a") == ToneLabel.NEUTRAL);
    assertThat(history.find("a").orElseThrow().kinds()).isEmpty();
  }

  @Test
  void whatIsAnalysedAgainStaysCorrected() {
    Mention mention = SampleMention.of("a").build().mention();
    say("a", new Correction(ToneLabel.NEGATIVE, Map.of(), null));
    MentionAnalysis analysis =
        new MentionAnalysis(
            m -> "fr",
            (m, language) -> List.of(new MentionAnalysis.BrandMatcher.Found("nordika", List.of())),
            listener,
            NOW);

    AnalysedMention again = analysis.analyse(mention);

    assertThat(again.tone().label()).isEqualTo(ToneLabel.NEGATIVE);
    assertThat(again.matches().getFirst().tone().label())
        .as("where only the author matches, the tone toward the brand is that of the whole")
        .isEqualTo(ToneLabel.NEGATIVE);
  }

  @Test
  void whatWasCorrectedWhileNobodyListenedIsCaughtUpWith() throws Exception {
    corrected.close();
    history.add(SampleMention.of("a").tone(ToneLabel.NEUTRAL).build());
    say("a", new Correction(ToneLabel.NEGATIVE, Map.of(), null));
    assertThat(tone("a")).isEqualTo(ToneLabel.NEUTRAL);

    corrected = start();

    await("it was caught up with", () -> tone("a") == ToneLabel.NEGATIVE);
  }

  @Test
  void aWordRuleIsHeardInTheMentionsOfItsBrand() {
    history.add(
        SampleMention.of("a").text("zone de guerre").brand("pixelune", ToneLabel.NEGATIVE).build());
    history.add(
        SampleMention.of("b").text("zone de guerre").brand("autre", ToneLabel.NEGATIVE).build());
    settings.put(
        WordRule.KIND,
        "zone",
        new WordRule("pixelune", "zone de guerre", ToneLabel.NEUTRAL).json(),
        "Claire",
        SettingsStore.ANY_VERSION);

    await("the brand's mention was heard again", () -> toward("a") == ToneLabel.NEUTRAL);
    assertThat(toward("b")).isEqualTo(ToneLabel.NEGATIVE);
  }

  @Test
  void aCorrectionThatCannotBeReadStopsNoOther() {
    history.add(SampleMention.of("a").tone(ToneLabel.NEUTRAL).build());
    settings.put(
        WordRule.KIND,
        "broken",
        JsonNodeFactory.instance.objectNode(),
        "Claire",
        SettingsStore.ANY_VERSION);
    say("a", new Correction(ToneLabel.NEGATIVE, Map.of(), null));

    await("the correction shows", () -> tone("a") == ToneLabel.NEGATIVE);
  }

  private CorrectedMentions start() {
    return new CorrectedMentions(
        settings,
        history,
        listener,
        mention -> {
          history.add(mention);
          return CompletableFuture.completedFuture(null);
        },
        NOW);
  }

  private void say(String id, Correction correction) {
    settings.put(Correction.KIND, id, correction.json(), "Claire", SettingsStore.ANY_VERSION);
  }

  private ToneLabel tone(String id) {
    return history.find(id).orElseThrow().tone().label();
  }

  private ToneLabel toward(String id) {
    return history.find(id).orElseThrow().matches().getFirst().tone().label();
  }

  private static void await(String what, java.util.function.BooleanSupplier holds) {
    Await.until(what, holds::getAsBoolean);
  }
}
