package ouidire.analysis.match;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import ouidire.core.mention.AnalysedMention;
import ouidire.core.mention.Author;
import ouidire.core.mention.Engagement;
import ouidire.core.mention.Mention;
import ouidire.core.mention.MentionType;
import ouidire.core.mention.SourceRef;
import ouidire.core.mention.Tone;

/**
 * Made-up brands, queries about them and French mentions of them, the same for the same seed. Word
 * frequencies fall as in a language: the most frequent word is every fifteenth, and so on by Zipf's
 * law.
 */
final class MatcherWorkload {
  private static final String[] COMMON =
      ("de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se ce il"
              + " sont avec son je mais vous nous tout bien fait cette comme leur très mon ont été"
              + " encore aussi même service produit magasin client prix jour année monde rien")
          .split(" ");
  private static final String[] TOPICS =
      ("rappel retrait boycott scandale plainte panne retard hausse grève fuite enquête amende"
              + " accident rupture promotion livraison remboursement qualité sécurité données")
          .split(" ");
  private static final String[] SYLLABLES =
      ("ba be bi bo da de di do fa fe fi ga gui la le li lo ma me mi mo na ne ni no pa pe pi po"
              + " ra re ri ro sa se si so ta te ti to va ve vi vo eau ier ette ance")
          .split(" ");

  private final Random random;
  private final List<String> words = new ArrayList<>(List.of(COMMON));
  private final List<String> brands = new ArrayList<>();

  MatcherWorkload(long seed, int brandCount) {
    random = new Random(seed);
    while (words.size() < 20_000) {
      words.add(word(2 + random.nextInt(3)));
    }
    while (brands.size() < brandCount) {
      String name = word(3 + random.nextInt(2));
      brands.add(Character.toUpperCase(name.charAt(0)) + name.substring(1));
    }
  }

  private String word(int syllables) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < syllables; i++) {
      out.append(SYLLABLES[random.nextInt(SYLLABLES.length)]);
    }
    return out.toString();
  }

  /** A word of the language, frequent ones more often. */
  private String zipf() {
    double rank = Math.exp(random.nextDouble() * Math.log(words.size())) - 1;
    return words.get((int) rank);
  }

  /** A word that is neither a function word nor rare. */
  private String ordinary() {
    return words.get(COMMON.length + random.nextInt(3_000));
  }

  private String topic() {
    return TOPICS[random.nextInt(TOPICS.length)];
  }

  private String brand() {
    return brands.get(random.nextInt(brands.size()));
  }

  /** Queries as analysts write them: nearness, phrases, prefixes, exclusions. */
  Map<String, String> queries(int count) {
    Map<String, String> queries = new LinkedHashMap<>();
    for (int i = 0; i < count; i++) {
      String brand = brands.get(i % brands.size());
      String query =
          switch (random.nextInt(10)) {
            case 0, 1 -> "(" + brand + " OR #" + brand + ") NOT (" + topic() + " OR emploi)";
            case 2, 3, 4 ->
                brand + " NEAR/5 (" + topic() + " OR " + topic() + " OR " + ordinary() + ")";
            case 5 -> "\"" + brand + " " + topic() + "\" OR \"" + topic() + " de " + brand + "\"";
            case 6 -> brand.substring(0, 5) + "* AND " + topic() + " AND " + ordinary();
            case 7 ->
                "("
                    + ordinary()
                    + " OR "
                    + ordinary()
                    + ") AND ("
                    + topic()
                    + " OR "
                    + topic()
                    + ") NOT "
                    + ordinary();
            case 8 -> "\"" + ordinary() + " " + ordinary() + "\" NEAR/10 " + topic();
            default -> "(" + brand + " OR " + brand() + ") AND lang:fr NOT \"offre d'emploi\"";
          };
      queries.put("q" + i, query);
    }
    return queries;
  }

  /** Mentions of about 300 bytes, three in ten of a brand. */
  List<AnalysedMention> mentions(int count) {
    List<AnalysedMention> mentions = new ArrayList<>(count);
    Instant noon = Instant.parse("2026-03-01T12:00:00Z");
    for (int i = 0; i < count; i++) {
      StringBuilder text = new StringBuilder();
      int length = 30 + random.nextInt(35);
      boolean about = random.nextInt(10) < 3;
      int at = random.nextInt(length);
      for (int k = 0; k < length; k++) {
        String word = about && k == at ? mentioned() : random.nextInt(25) == 0 ? topic() : zipf();
        text.append(k == 0 ? "" : random.nextInt(12) == 0 ? ". " : " ").append(word);
      }
      text.append(i % 5 == 0 ? " 🔥" : i % 7 == 0 ? " https://exemple.ca/" + i : ".");
      Mention mention =
          new Mention(
              "m" + i,
              new SourceRef("mastodon", "essai"),
              "https://exemple.ca/" + i,
              new Author("a" + i % 1_000, null, 10L),
              noon,
              noon,
              "fr",
              null,
              MentionType.POST,
              null,
              text.toString(),
              List.of(),
              List.of(),
              Engagement.NONE,
              null,
              null);
      mentions.add(new AnalysedMention(mention, "fr", Tone.UNKNOWN, List.of(), noon));
    }
    return mentions;
  }

  private String mentioned() {
    String brand = brand();
    return switch (random.nextInt(6)) {
      case 0 -> "#" + brand;
      case 1 -> "d’" + brand;
      case 2 -> topic() + " de " + brand;
      default -> brand;
    };
  }
}
