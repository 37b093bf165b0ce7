package ouidire.analysis.alert.drill;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
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

/** What is said in an exercise: forty voices in forty minutes of the script, each marked. */
final class DrillScript {
  static final Duration LENGTH = Duration.ofMinutes(40);
  private static final int VOICES = 40;
  private static final String[] SAID = {
    "J'ai trouvé un morceau de plastique dans un produit %s acheté hier, et personne ne répond.",
    "Encore %s : service introuvable, commande perdue, aucune excuse.",
    "Si c'est vrai, %s doit rappeler ce lot aujourd'hui, pas demain.",
    "Ma sœur a été malade après avoir mangé du %s. Quelqu'un d'autre ?",
    "%s efface les commentaires au lieu de répondre. C'est honteux.",
    "Le silence de %s devient pire que le problème.",
    "Je ne rachète plus rien chez %s tant qu'on ne nous dit rien.",
    "Une journaliste demande des comptes à %s : toujours pas de porte-parole."
  };

  private DrillScript() {}

  static List<AnalysedMention> mentions(Brand brand, Instant start, double speed, long seed) {
    Random random = new Random(seed);
    List<AnalysedMention> all = new ArrayList<>();
    for (int i = 0; i < VOICES; i++) {
      double when = Math.pow(i / (double) VOICES, 0.9);
      Instant at = start.plusMillis(Math.round(LENGTH.toMillis() * when / speed));
      all.add(mention(brand, at, i, random));
    }
    return all;
  }

  private static AnalysedMention mention(Brand brand, Instant at, int number, Random random) {
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
            "EXERCICE — " + SAID[number % SAID.length].formatted(brand.name()),
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
