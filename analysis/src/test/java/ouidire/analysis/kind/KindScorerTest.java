package ouidire.analysis.kind;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ouidire.analysis.tone.MentionReading;
import ouidire.core.mention.RemarkKinds;

class KindScorerTest {
  private final KindScorer scorer = new KindScorer();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          question|Est-ce que vous ouvrez le dimanche ?
          job|Le magasin recrute un commis, CDI temps plein, envoyer CV
          press|La direction annonce un chiffre d'affaires de 12 millions au deuxième trimestre
          praise|Bravo à toute l'équipe, merci, c'était parfait !
          complaint|Toujours en panne, troisième appel au service, personne ne répond
          """)
  void tellsPlainKindsAndWhy(String name, String text) {
    assertThat(scorer.kinds(MentionReading.of(null, text)))
        .as(text)
        .anySatisfy(
            kind -> {
              assertThat(kind.name()).isEqualTo(name);
              assertThat(kind.evidence()).isNotEmpty();
            });
  }

  @Test
  void theModelTellsTheKindsThatThereAre() {
    assertThat(new KindScorer().names()).isEqualTo(RemarkKinds.LEARNED);
    assertThat(RemarkKinds.BY_RULE)
        .containsExactly(Sponsorship.SPONSORED, Sponsorship.HINT)
        .doesNotContainAnyElementsOf(RemarkKinds.LEARNED);
  }
}
