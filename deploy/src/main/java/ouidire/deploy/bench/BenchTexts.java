package ouidire.deploy.bench;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import ouidire.core.brand.Brand;
import ouidire.core.mention.Mention;
import ouidire.deploy.demo.Scenario;

/** Load: the demonstration's texts over and over, each time another mention. */
final class BenchTexts {
  private final List<Mention> originals;

  BenchTexts() {
    originals = Scenario.shipped().mentions(Instant.parse("2026-03-01T12:00:00Z"));
  }

  /** The n-th mention of a run. */
  Mention mention(String run, int n, Instant now) {
    Mention text = originals.get(n % originals.size());
    return new Mention(
        run + "-" + n,
        text.source(),
        text.url(),
        text.author(),
        now.minusSeconds(n % 86_400),
        now,
        text.language(),
        text.region(),
        text.type(),
        text.title(),
        text.text() + " " + n,
        text.links(),
        text.hashtags(),
        text.engagement(),
        null,
        null);
  }

  /** Brands of which each has a query of two words and a phrase. */
  static List<Brand> brands(int count) {
    String[] words = {"yogourt", "usine", "rappel", "érable", "enfants", "prix", "gourde", "lait"};
    List<Brand> all = new ArrayList<>(count);
    all.addAll(Scenario.brands());
    for (int i = all.size(); i < count; i++) {
      String query =
          "marque%d OR \"maison %d\" OR (%s AND produit%d)".formatted(i, i, words[i % 8], i);
      all.add(new Brand("b" + i, "B" + i, query, true, List.of(), ZoneId.of("America/Toronto")));
    }
    return all;
  }
}
