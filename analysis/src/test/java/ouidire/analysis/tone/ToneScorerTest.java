package ouidire.analysis.tone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ouidire.core.correction.WordRule;
import ouidire.core.mention.Evidence;
import ouidire.core.mention.Span;
import ouidire.core.mention.Tone;
import ouidire.core.mention.ToneLabel;

class ToneScorerTest {
  private final ToneScorer scorer = new ToneScorer();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          POSITIVE|Bravo à l'équipe, service impeccable et personnel adorable
          POSITIVE|Jamais déçue par cette boulangerie, tout est délicieux
          POSITIVE|rien a redire, livraison rapide et colis bien emballé
          POSITIVE|C'est pas pire pantoute leur nouvelle soupe, on s'est régalés
          NEGATIVE|Service nul, trois semaines d'attente, je suis furieuse
          NEGATIVE|pas terrible leur appli, elle plante tout le temps
          NEGATIVE|Chu tanné, le service est plate en maudit
          NEGATIVE|L'accueil était charmant mais le plat immangeable et froid
          NEGATIVE|nuuuul !!! encore en panne 😡😡
          NEUTRAL|La municipalité tiendra une séance d'information mardi à 19 h à la salle communautaire
          NEUTRAL|Vous ouvrez à quelle heure le dimanche ?
          """)
  void tellsPlainTones(ToneLabel label, String text) {
    assertThat(scorer.score(null, text).label()).as(text).isEqualTo(label);
  }

  @Test
  void citesWordsWhereTheyStand() {
    String title = "Quelle horreur";
    String text = "Le service 📦 est vraiment nul.";

    Tone tone = scorer.score(title, text);

    assertThat(tone.evidence()).isNotEmpty();
    for (Evidence part : tone.evidence()) {
      String field = part.field().equals("title") ? title : text;
      assertThat(part.start()).isBetween(0, part.end() - 1);
      assertThat(part.end()).isLessThanOrEqualTo(field.length());
    }
    assertThat(tone.evidence())
        .anySatisfy(
            part -> {
              assertThat(part.field()).isEqualTo("text");
              assertThat(text.substring(part.start(), part.end())).contains("nul");
              assertThat(part.weight()).isNegative();
            });
  }

  @Test
  void partsTheTonesTowardTwoBrands() {
    String text = "J'adore Boréalis, tout est parfait, mais Marchand, quelle misère, jamais livré.";
    MentionReading reading = MentionReading.of(null, text);

    assertThat(scorer.toward(reading, TargetSpans.find("Boréalis", text)).label())
        .isEqualTo(ToneLabel.POSITIVE);
    assertThat(scorer.toward(reading, TargetSpans.find("marchand", text)).label())
        .isEqualTo(ToneLabel.NEGATIVE);
  }

  @Test
  void wordsMeanToABrandWhatItsRulesSay() {
    String text = "Zone de Guerre, j'y joue ce soir, c'est malade";
    MentionReading reading = MentionReading.of(null, text);

    MentionReading passed =
        reading.with(List.of(new WordRule("pixelune", "zone de guerre", ToneLabel.NEUTRAL)));
    assertThat(passed.size()).isEqualTo(reading.size() - 3);
    assertThat(passed.start(0)).as("offsets stay those of the text").isEqualTo(14);
    MentionReading praised =
        reading.with(List.of(new WordRule("pixelune", "c'est malade", ToneLabel.POSITIVE)));
    MentionReading blamed =
        reading.with(List.of(new WordRule("pixelune", "c'est malade", ToneLabel.NEGATIVE)));
    assertThat(scorer.score(praised).score()).isGreaterThan(scorer.score(blamed).score());
    assertThat(reading.with(List.of(new WordRule("pixelune", "rien", ToneLabel.NEUTRAL))))
        .isSameAs(reading);
  }

  @Test
  void aDeniedOpinionTurnsWhatItIsAbout() {
    assertThat(scorer.score(null, "Je pense pas que ce soit une bonne idée").score()).isNegative();
    assertThat(scorer.score(null, "Je ne trouve pas ça drôle").label())
        .isEqualTo(ToneLabel.NEGATIVE);
  }

  @Test
  void aFactOfAProductIsNoPraise() {
    assertThat(
            scorer
                .score(
                    null, "Mon gars a recraché un morceau de plastique dans sa gourde aux fraises")
                .label())
        .isEqualTo(ToneLabel.NEGATIVE);
  }

  @Test
  void findsTargetsWhateverTheirSpelling() {
    assertThat(TargetSpans.find("Val-Brisé", "vive val-brise et #ValBrisé"))
        .containsExactly(new Span("text", 5, 14));
    assertThat(TargetSpans.find("Val Doré", "le #ValDoré"))
        .isEqualTo(List.of(new Span("text", 4, 11)));
  }

  @Test
  void abstainsWithoutEvidence() {
    Tone tone = scorer.score(null, "");

    assertThat(tone.label()).isEqualTo(ToneLabel.UNKNOWN);
    assertThat(tone.evidence()).isEmpty();
  }

  @Test
  void abstainsOnOtherLanguages() {
    assertThat(scorer.score(null, "The customer service is awful and they never answer").label())
        .isEqualTo(ToneLabel.UNKNOWN);
  }
}
