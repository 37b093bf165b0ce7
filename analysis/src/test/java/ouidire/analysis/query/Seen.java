package ouidire.analysis.query;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ouidire.core.mention.AnalysedMention;
import ouidire.core.mention.Author;
import ouidire.core.mention.Engagement;
import ouidire.core.mention.Mention;
import ouidire.core.mention.MentionType;
import ouidire.core.mention.SourceRef;
import ouidire.core.mention.Tone;
import ouidire.core.mention.ToneLabel;

/** Mentions for tests. */
public final class Seen {
  public static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  private Seen() {}

  /** A post with nothing but a text. */
  public static AnalysedMention text(String text) {
    return of("m1", null, text);
  }

  public static AnalysedMention of(String id, @Nullable String title, String text) {
    Mention mention =
        new Mention(
            id,
            new SourceRef("rss", "Le Quotidien"),
            null,
            Author.UNKNOWN,
            NOON,
            NOON,
            null,
            null,
            MentionType.POST,
            title,
            text,
            List.of(),
            List.of(),
            Engagement.NONE,
            null,
            null);
    return new AnalysedMention(mention, "fr", Tone.UNKNOWN, List.of(), NOON);
  }

  /** One with all there is. */
  public static AnalysedMention full() {
    Mention mention =
        new Mention(
            "m9",
            new SourceRef("mastodon", "Piaille"),
            "https://www.actu.nordika.ca/offres/ete?x=1",
            new Author("@MarieCote", "Marie Côté-L’Heureux", 1_200L),
            NOON,
            NOON,
            "fr",
            "fr-CA",
            MentionType.ARTICLE,
            "Rappel chez Nordika",
            "Pourquoi ce retrait? Voir www.exemple.ca/photo.png et @NordikaSante #BoycottNordika",
            List.of("https://bit.ly/AbC", "https://lequotidien.ca/a/b"),
            List.of("Été2026"),
            new Engagement(10L, 0L, null),
            "m1",
            "m1");
    Tone tone = new Tone(ToneLabel.NEGATIVE, -0.62, 0.9, List.of());
    return new AnalysedMention(mention, "fr", tone, List.of(), NOON);
  }
}
