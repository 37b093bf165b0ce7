package ouidire.analysis.tone;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What lexicon and rules read, before any model weighs it. */
class ToneReadingTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "aucun souci, aucun regret",
        "je peux plus m'en passer",
        "on y retournera c'est sûr",
        "ils m'ont rien facturé",
        "elle roule encore comme au premier jour",
        "le gars est ben smatte",
        "du ben bon monde",
        "léché l'assiette",
        "aucune mauvaise surprise sur la facture"
      })
  void hearsPraiseThatTellsWhatHappened(String text) {
    assertThat(read(text).score()).as(text).isPositive();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "on m'y reprendra plus",
        "il m'a raccroché au nez",
        "j'ai dû rappeler trois fois",
        "le colis est arrivé en miettes",
        "annulé à la dernière minute sans prévenir",
        "y nous prennent pour des valises",
        "j'ai mon voyage de leurs menus",
        "personne au comptoir",
        "trois heures de file dehors"
      })
  void hearsComplaintsThatTellWhatHappened(String text) {
    assertThat(read(text).score()).as(text).isNegative();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "la valise est sur la table",
        "la porte de la boutique est ouverte",
        "mon vieux frère habite vers le nouveau quartier",
        "la facture est dans le petit carton",
        "un vol vers le sud"
      })
  void hearsNothingInWordsOfEveryDay(String text) {
    assertThat(read(text).hits).as(text).isEmpty();
  }

  @Test
  void aNegationReachesWithinItsClauseOnly() {
    assertThat(read("pas mangé, délicieux").hits).allMatch(hit -> hit.negator < 0);
    assertThat(read("ce n'est vraiment pas délicieux").hits)
        .singleElement()
        .matches(hit -> hit.value < 0);
  }

  private static ToneReading read(String text) {
    return MentionReading.of(null, text).rules;
  }
}
