package ouidire.api.problem;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class LanguageTest {
  @Test
  void bothLanguagesSayEverything() {
    assertThat(Language.FR.keys()).isEqualTo(Language.EN.keys());
  }

  @ParameterizedTest
  @EnumSource(ProblemKind.class)
  void everyProblemHasWords(ProblemKind kind) {
    assertThat(Language.FR.keys()).contains("title." + kind.slug(), "detail." + kind.slug());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "fr-CA,fr;q=0.9,en;q=0.8 | FR",
        "en-US,en;q=0.9,fr;q=0.8 | EN",
        "en;q=0.1,fr;q=0.9 | FR",
        "de | FR",
        "* | FR",
        ";;;q=x | FR",
        " | FR",
      })
  void theBestOfTheHeaderElseFrench(String header, Language expected) {
    assertThat(Language.of(header)).isEqualTo(expected);
  }

  @Test
  void messagesWithinMessagesAreSaidInTheSameLanguage() {
    Message message =
        Problem.parameter("limit", "0", Message.of("remedy.number", "1", "9")).detail();
    assertThat(Language.FR.say(message))
        .isEqualTo("limit = «\u00a00\u00a0»\u00a0: donnez un nombre entier de 1 à 9.");
    assertThat(Language.EN.say(message))
        .isEqualTo("limit = \"0\": give a whole number from 1 to 9.");
  }

  @Test
  void aValueCannotBringItsOwnPlaceholders() {
    Message message = Problem.parameter("q", "{0}{9}", Message.of("remedy.once")).detail();
    assertThat(Language.EN.say(message)).contains("\"{0}{9}\"");
  }
}
