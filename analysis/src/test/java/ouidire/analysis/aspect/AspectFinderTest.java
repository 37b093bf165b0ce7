package ouidire.analysis.aspect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ouidire.analysis.tone.MentionReading;
import ouidire.analysis.tone.ToneScorer;
import ouidire.core.mention.Aspect;
import ouidire.core.mention.Evidence;

class AspectFinderTest {
  private final AspectFinder finder = new AspectFinder(new ToneScorer());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          price    | Franchement trop cher pour ce que c'est
          billing  | facturée deux fois, j'attends encore mon remboursement
          service  | leur service à la clientèle ne répond jamais
          staff    | la caissière était adorable
          delay    | toujours pas reçu mon colis
          quality  | le goût a changé, c'est fade
          app      | l'appli plante à l'ouverture
          safety   | mon fils a été malade après en avoir mangé
          choice   | encore en rupture au rayon bio
          place    | les toilettes étaient sales
          """)
  void namesWhatIsSpokenAbout(String aspect, String text) {
    assertThat(aspects(text)).extracting(Aspect::name).contains(aspect);
  }

  @Test
  void tellsTheToneTowardEachOfSeveral() {
    List<Aspect> aspects =
        aspects("Les prix sont vraiment excellents, mais l'appli est nulle et plante sans arrêt.");

    assertThat(aspects).extracting(Aspect::toned).contains("price:positive", "app:negative");
  }

  @Test
  void citesTheWordsThatNameIt() {
    String text = "Très déçue de la livraison.";
    Aspect aspect = aspects(text).getFirst();
    Evidence named = aspect.evidence().getFirst();

    assertThat(named.rule()).isEqualTo(Aspect.NAMED);
    assertThat(text.substring(named.start(), named.end())).isEqualTo("livraison");
  }

  @Test
  void findsNoneInATextOfOtherThings() {
    assertThat(aspects("Bonne soirée à tous, on se voit demain !")).isEmpty();
  }

  private List<Aspect> aspects(String text) {
    return finder.of(MentionReading.of(null, text));
  }
}
