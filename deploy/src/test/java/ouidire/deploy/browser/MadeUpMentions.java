package ouidire.deploy.browser;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ouidire.core.mention.AnalysedMention;
import ouidire.core.mention.Author;
import ouidire.core.mention.BrandMatch;
import ouidire.core.mention.Engagement;
import ouidire.core.mention.Evidence;
import ouidire.core.mention.Mention;
import ouidire.core.mention.MentionType;
import ouidire.core.mention.SourceRef;
import ouidire.core.mention.Span;
import ouidire.core.mention.Tone;
import ouidire.core.mention.ToneLabel;

/** Ordinary weeks about two made-up brands, then an evening when one of them is in trouble. */
final class MadeUpMentions {
  private static final int WEEKS = 6;

  private MadeUpMentions() {}

  static List<AnalysedMention> until(Instant now) {
    List<AnalysedMention> all = new ArrayList<>();
    Instant hour = now.minus(Duration.ofDays(7L * WEEKS));
    for (int i = 0; hour.isBefore(now); i++, hour = hour.plus(Duration.ofHours(2))) {
      all.add(ordinary(i, hour.plusSeconds(i % 7 * 60L)));
    }
    for (int i = 0; i < 24; i++) {
      all.add(scare(i, now.minusSeconds(30 + i * 70L)));
    }
    return all;
  }

  private static AnalysedMention ordinary(int i, Instant at) {
    return switch (i % 4) {
      case 0 ->
          one("o-" + i, at, "Un yogourt Érabelle au déjeuner, délicieux.", "délicieux", 0.6)
              .from("bluesky", "bluesky")
              .by("mariflo", "Marie-Flo")
              .build();
      case 1 ->
          one("o-" + i, at, "La Laiterie Monterel engage douze personnes.", null, 0)
              .from("rss", "Le Fjord")
              .by("lefjord", "Le Fjord")
              .type(MentionType.ARTICLE)
              .title("Monterel engage")
              .links("https://le-fjord.example/monterel")
              .build();
      case 2 ->
          one("o-" + i, at, "Je cherche une recette avec du sirop. Érabelle ?", null, 0)
              .from("forum", "Papilles")
              .by("tibidon", null)
              .hashtags("recette", "sirop")
              .build();
      default ->
          one("o-" + i, at, "Monterel ou Érabelle, c'est aussi cher.", "cher", -0.3)
              .from("bluesky", "bluesky")
              .by("antoine", "Antoine")
              .type(MentionType.COMMENT)
              .build();
    };
  }

  private static AnalysedMention scare(int i, Instant at) {
    return one("c-" + i, at, "Ma fille est malade depuis sa gourde Érabelle.", "malade", -0.7)
        .from("mastodon", "quebec.example")
        .by("parent" + i % 5, "Parent " + i % 5)
        .hashtags("Érabelle")
        .links("https://conso.example/gourdes")
        .build();
  }

  /** A mention that would be code if it were read as HTML. */
  static AnalysedMention hostile(Instant at) {
    return one(
            "x-1",
            at,
            "<img src=x onerror=\"window.harmed=1\"><script>window.harmed=1</script> Érabelle",
            null,
            0)
        .title("<b onmouseover=window.harmed=1>Érabelle</b>")
        .links("javascript:window.harmed=1", "https://conso.example/%22onclick=x")
        .hashtags("<svg/onload=window.harmed=1>")
        .by("<i>nom</i>", "<u>Nom</u>")
        .build();
  }

  static AnalysedMention fresh(String id, Instant at) {
    return one(id, at, "Érabelle vient de répondre, bravo.", "bravo", 0.5)
        .by("camille", "Camille")
        .build();
  }

  private static Draft one(String id, Instant at, String text, @Nullable String word, double tone) {
    return new Draft(id, at, text, word, tone);
  }

  /** Fills what a mention leaves open and finds the brands and words in its text. */
  private static final class Draft {
    private final String id;
    private final Instant at;
    private final String text;
    private final @Nullable String word;
    private final double score;
    private SourceRef source = new SourceRef("bluesky", "bluesky");
    private Author author = Author.UNKNOWN;
    private MentionType type = MentionType.POST;
    private @Nullable String title;
    private List<String> links = List.of();
    private List<String> hashtags = List.of();

    Draft(String id, Instant at, String text, @Nullable String word, double score) {
      this.id = id;
      this.at = at;
      this.text = text;
      this.word = word;
      this.score = score;
    }

    Draft from(String kind, String name) {
      source = new SourceRef(kind, name);
      return this;
    }

    Draft by(String handle, @Nullable String name) {
      author = new Author(handle, name, 120L);
      return this;
    }

    Draft type(MentionType value) {
      type = value;
      return this;
    }

    Draft title(String value) {
      title = value;
      return this;
    }

    Draft links(String... values) {
      links = List.of(values);
      return this;
    }

    Draft hashtags(String... values) {
      hashtags = List.of(values);
      return this;
    }

    AnalysedMention build() {
      Mention mention =
          new Mention(
              id,
              source,
              "https://exemple.example/" + id,
              author,
              at,
              at.plusSeconds(2),
              "fr",
              "fr-CA",
              type,
              title,
              text,
              links,
              hashtags,
              new Engagement(3L, 1L, null),
              null,
              null);
      List<BrandMatch> matches = new ArrayList<>();
      match(matches, "erabelle", "Érabelle");
      match(matches, "monterel", "Monterel");
      return new AnalysedMention(mention, "fr", tone(), matches, at.plusSeconds(3));
    }

    private void match(List<BrandMatch> matches, String brand, String name) {
      int start = text.indexOf(name);
      if (start >= 0) {
        Span span = new Span("text", start, start + name.length());
        matches.add(new BrandMatch(brand, List.of(span), tone()));
      }
    }

    private Tone tone() {
      if (word == null) {
        return new Tone(ToneLabel.NEUTRAL, 0, 0.6, List.of());
      }
      int start = text.indexOf(word);
      Evidence seen = new Evidence("text", start, start + word.length(), "word", score);
      ToneLabel label = score < 0 ? ToneLabel.NEGATIVE : ToneLabel.POSITIVE;
      return new Tone(label, score, 0.8, List.of(seen));
    }
  }
}
