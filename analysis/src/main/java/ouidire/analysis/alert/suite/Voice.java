package ouidire.analysis.alert.suite;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import ouidire.core.mention.AnalysedMention;
import ouidire.core.mention.Author;
import ouidire.core.mention.BrandMatch;
import ouidire.core.mention.Engagement;
import ouidire.core.mention.Finding;
import ouidire.core.mention.Mention;
import ouidire.core.mention.MentionType;
import ouidire.core.mention.SourceRef;
import ouidire.core.mention.Tone;
import ouidire.core.mention.ToneLabel;

/** Somebody who says something, in words nobody else has used. */
final class Voice {
  private static final String[] WORDS = {
    "livraison",
    "boutique",
    "comptoir",
    "hier",
    "matin",
    "voisine",
    "cousin",
    "caisse",
    "panne",
    "recette",
    "couvercle",
    "étiquette",
    "rappel",
    "service",
    "téléphone",
    "attente",
    "samedi",
    "camion",
    "usine",
    "goût",
    "odeur",
    "facture",
    "remboursement",
    "sourire",
    "promesse",
    "colis",
    "marché",
    "enfants",
    "école",
    "quartier",
    "autobus",
    "pluie",
    "neige",
    "printemps"
  };
  private static final String[] PLACES = {
    "mastodon:fjord.example",
    "bluesky:bluesky",
    "rss:Le Quotidien du Fjord",
    "webhook:forum",
    "rss:Radio Rive",
    "import:courriels"
  };

  private final String brand;
  private final Random random;
  private final String author;
  private Instant at = Instant.EPOCH;
  private ToneLabel tone = ToneLabel.NEUTRAL;
  private long lagMillis;
  private long followers;
  private boolean insult;
  private MentionType type = MentionType.POST;
  private String place;
  private @Nullable String text;

  Voice(String brand, Random random) {
    this.brand = brand;
    this.random = random;
    author = "p" + random.nextInt(40_000);
    // Most are heard by few, few by many.
    followers = Math.round(Math.exp(4 + 1.8 * random.nextGaussian()));
    place = PLACES[random.nextInt(PLACES.length)];
  }

  Voice says(Instant when, ToneLabel how) {
    at = when;
    tone = how;
    return this;
  }

  Voice lag(long millis) {
    lagMillis = millis;
    return this;
  }

  Voice heardBy(long people) {
    followers = people;
    return this;
  }

  Voice insulting() {
    insult = true;
    return this;
  }

  Voice reprints(String dispatch) {
    type = MentionType.ARTICLE;
    text = dispatch;
    place = "rss:journal " + random.nextInt(60);
    return this;
  }

  AnalysedMention mention(String id) {
    String[] where = place.split(":", 2);
    Mention mention =
        new Mention(
            id,
            new SourceRef(where[0], where[1]),
            null,
            new Author(author, null, followers),
            at,
            at.plusMillis(lagMillis),
            "fr",
            null,
            type,
            null,
            text == null ? words() : text,
            List.of(),
            List.of(),
            Engagement.NONE,
            null,
            null);
    double score = tone == ToneLabel.NEGATIVE ? -0.8 : tone == ToneLabel.POSITIVE ? 0.8 : 0;
    Tone said = new Tone(tone, score, 0.8, List.of());
    List<Finding> flags = new ArrayList<>();
    if (insult) {
      flags.add(new Finding("insult", Finding.LEARNED, 0.9, List.of()));
    }
    return new AnalysedMention(
        mention,
        "fr",
        said,
        List.of(new BrandMatch(brand, List.of(), said)),
        List.of(),
        flags,
        List.of(),
        null,
        mention.collectedAt());
  }

  private String words() {
    StringBuilder said = new StringBuilder();
    for (int i = 0; i < 9; i++) {
      said.append(i == 0 ? "" : " ").append(WORDS[random.nextInt(WORDS.length)]);
    }
    return said.append(' ').append(random.nextInt(1_000_000)).toString();
  }
}
