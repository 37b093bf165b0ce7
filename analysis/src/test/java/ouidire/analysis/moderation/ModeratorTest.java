package ouidire.analysis.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ouidire.analysis.tone.MentionReading;

class ModeratorTest {
  private final Moderator moderator = new Moderator();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          threat|Je sais où tu restes, dors bien
          insult|T'es un pauvre abruti, monsieur le directeur
          racist|qu'ils retournent dans leur pays ces immigrés
          sexist|une femme au volant, qu'elle retourne à sa cuisine
          defamation_candidate|Le patron blanchit l'argent de la mafia
          """)
  void raisesFlagsWithTheirRule(String name, String text) {
    assertThat(moderator.flags(MentionReading.of(null, text)))
        .as(text)
        .anySatisfy(
            flag -> {
              assertThat(flag.name()).isEqualTo(name);
              assertThat(flag.rule()).isNotBlank();
              assertThat(flag.evidence()).isNotEmpty();
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          criticism|Service pourri, tabarnak, trois heures d'attente pour rien
          condemning|Dire qu'une femme doit retourner à sa cuisine, c'est sexiste et honteux
          news|Le directeur, soupçonné d'avoir détourné l'argent de la caisse, sera jugé en mai
          wit|Ma mère va me tuer, j'ai oublié son gâteau
          """)
  void doesNotFlagWhatIsNotDone(String why, String text) {
    assertThat(moderator.flags(MentionReading.of(null, text))).as(why).isEmpty();
  }
}
