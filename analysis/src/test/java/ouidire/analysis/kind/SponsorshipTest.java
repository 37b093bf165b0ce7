package ouidire.analysis.kind;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ouidire.core.history.SampleMention;
import ouidire.core.mention.Evidence;
import ouidire.core.mention.Finding;
import ouidire.core.mention.Mention;

class SponsorshipTest {
  private static Mention said(String text) {
    return SampleMention.of("m").text(text).build().mention();
  }

  private static List<String> names(Mention mention) {
    return Sponsorship.of(mention).stream().map(Finding::name).toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Ma crème du matin #pub",
        "Mon avis sur les raquettes Nivôse #Publicité",
        "Un vrai coup de cœur #sponsorisé",
        "[Partenariat rémunéré] On a dormi chez Nordika",
        "Collaboration commerciale avec Nordika",
        "Une fin de semaine à skis #commandité",
        "New boots from Nivôse! #ad",
        "Reçu hier, adopté ce matin #offert",
        "Contenu commandité : dix idées de soupers",
        "Cette vidéo sponsorisée me plaît quand même",
        "Un placement de produit, et alors ?"
      })
  void whatSaysThatItIsPaidIsSponsored(String text) {
    assertThat(names(said(text))).containsExactly(Sponsorship.SPONSORED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Avec mon code LOU15, c’est 15 % de moins chez Nordika",
        "J’ai reçu ces raquettes en cadeau, elles sont parfaites",
        "Merci à @nordika pour l’envoi, tout le monde est ravi",
        "Ma routine du matin #collab"
      })
  void aTradesSignWithoutAWordIsAHint(String text) {
    assertThat(names(said(text))).containsExactly(Sponsorship.HINT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "La pub de Nordika passe encore à la télé",
        "Le festival est commandité par Nordika",
        "Un partenariat entre la ville et Nordika",
        "Ce n’est pas un partenariat rémunéré, j’ai tout payé",
        "Avis non sponsorisé : pas une publication sponsorisée",
        "Le code de la route a changé",
        "J’ai reçu ma commande en retard",
        "Publié hier soir dans le journal",
        "C'est dans le #publication de la ville"
      })
  void whatOnlySoundsLikeItIsNothing(String text) {
    assertThat(names(said(text))).isEmpty();
  }

  @Test
  void theMarkIsShownWhereItStands() {
    String text = "Été à Rimouski, tout près du fleuve #publicité";
    Finding found = Sponsorship.of(said(text)).getFirst();
    assertThat(found.rule()).isEqualTo("hashtag");
    Evidence mark = found.evidence().getFirst();
    assertThat(text.substring(mark.start(), mark.end())).isEqualTo("#publicité");
  }

  @Test
  void tagsAndLinksThatTheSourceGivesCountAsWell() {
    assertThat(names(SampleMention.of("m").hashtags("Commandité").build().mention()))
        .containsExactly(Sponsorship.SPONSORED);
    assertThat(
            names(
                SampleMention.of("m")
                    .links("https://boutique.test/x?utm_medium=affiliation")
                    .build()
                    .mention()))
        .containsExactly(Sponsorship.HINT);
  }
}
