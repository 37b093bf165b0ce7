package ouidire.core.mention;

import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.jspecify.annotations.Nullable;

/** Mentions of every shape, for properties. */
public final class Mentions {
  private static final Instant EARLIEST = Instant.parse("1995-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("2026-05-31T23:59:59.999Z");

  private Mentions() {}

  /** Texts as hostile as people and machines write them; never half a surrogate pair. */
  public static Arbitrary<String> texts() {
    Arbitrary<String> pieces =
        Arbitraries.of(
            "Le sirop Érabelle",
            "\"",
            "\"\"",
            "'",
            "''=",
            "=HYPERLINK(\"http://a.example\")",
            "+1",
            "-2",
            "@lou",
            "\t",
            "\r",
            "\n",
            "\r\n",
            ",",
            ";",
            "|",
            "\\",
            "\\\"",
            "\u0000",
            "\u00a0",
            " ",
            "😡🍁",
            "<script>alert(1)</script>",
            "\u202Eesrever\u202C",
            "\uFEFF",
            "\uFF1DSOMME(A1)",
            "{\"text\":1}",
            "l’été",
            "œ");
    Arbitrary<String> any =
        Arbitraries.strings()
            .withCharRange('\u0001', '\u017F')
            .withCharRange('\u2000', '\u206F')
            .ofMaxLength(12);
    return Arbitraries.oneOf(pieces, any).list().ofMaxSize(6).map(all -> String.join("", all));
  }

  /** Mentions that pass {@link MentionRules} on 1 June 2026. */
  public static Arbitrary<Mention> any() {
    Arbitrary<String> words = texts().filter(text -> !PlainText.of(text).isBlank());
    Arbitrary<List<String>> lists =
        words
            .map(text -> text.replaceAll("[\r\n]+", " "))
            .filter(text -> !PlainText.of(text).isBlank())
            .list()
            .ofMaxSize(3);
    Arbitrary<Long> counts = Arbitraries.longs().between(0, 5_000_000).injectNull(0.3);
    Arbitrary<Instant> times =
        Arbitraries.longs()
            .between(EARLIEST.toEpochMilli(), LATEST.toEpochMilli())
            .map(Instant::ofEpochMilli);
    Arbitrary<Author> authors =
        Combinators.combine(
                words.injectNull(0.4), words.injectNull(0.4), counts, times.injectNull(0.5))
            .as(Author::new);
    Arbitrary<SourceRef> sources =
        Combinators.combine(Arbitraries.of("rss", "import", "mastodon"), words).as(SourceRef::new);
    Arbitrary<Identity> identities =
        Combinators.combine(
                Arbitraries.strings().withCharRange('a', 'z').ofMinLength(1).ofMaxLength(32),
                sources,
                words.injectNull(0.3),
                authors,
                Arbitraries.of("fr", "en", "fr-CA").injectNull(0.3),
                Arbitraries.of(MentionType.values()))
            .as(Identity::new);
    Arbitrary<Content> contents =
        Combinators.combine(
                texts().injectNull(0.5),
                words,
                lists,
                lists,
                Combinators.combine(counts, counts, counts).as(Engagement::new),
                texts().filter(text -> !text.isEmpty()).injectNull(0.6))
            .as(Content::new);
    return Combinators.combine(identities, contents, times, times).as(Mentions::mention);
  }

  private static Mention mention(Identity who, Content what, Instant said, Instant seen) {
    return new Mention(
        who.id,
        who.source,
        who.url,
        who.author,
        said,
        seen,
        who.language,
        null,
        who.type,
        what.title,
        what.text,
        what.links,
        what.hashtags,
        what.engagement,
        what.parent,
        null);
  }

  private record Identity(
      String id,
      SourceRef source,
      @Nullable String url,
      Author author,
      @Nullable String language,
      MentionType type) {}

  private record Content(
      @Nullable String title,
      String text,
      List<String> links,
      List<String> hashtags,
      Engagement engagement,
      @Nullable String parent) {}
}
