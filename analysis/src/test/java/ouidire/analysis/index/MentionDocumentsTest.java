package ouidire.analysis.index;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DocValuesType;
import org.apache.lucene.index.IndexOptions;
import org.junit.jupiter.api.Test;
import ouidire.core.mention.AnalysedMention;
import ouidire.core.mention.Author;
import ouidire.core.mention.BrandMatch;
import ouidire.core.mention.Engagement;
import ouidire.core.mention.Mention;
import ouidire.core.mention.MentionType;
import ouidire.core.mention.SourceRef;
import ouidire.core.mention.Tone;
import ouidire.core.mention.ToneLabel;

class MentionDocumentsTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00.123456789Z");

  private final Document doc = new MentionDocuments().of(analysed(), "{}".getBytes(UTF_8));

  @Test
  void sitesAreTheHostAndTheDomainsAboveIt() {
    assertThat(terms(Fields.FACT))
        .contains("site:blogue.nordika.ca", "site:nordika.ca", "url:ca.nordika.blogue/a");
  }

  @Test
  void authorsAreFoundExactlyAndFolded() {
    assertThat(terms(Fields.AUTHOR)).containsExactly("Élodie");
    assertThat(terms(Fields.FACT)).contains("author:elodie", "author:elodie l'ancienne");
  }

  @Test
  void hashtagsAreFoldedAndOnce() {
    assertThat(terms(Fields.HASHTAG)).containsExactly("ete");
  }

  @Test
  void linksGiveDomainsAndTraits() {
    assertThat(terms(Fields.LINK))
        .containsExactlyInAnyOrder(
            "https://www.exemple.ca/a?b", "https://cdn.exemple.ca/p.JPG?w=3");
    assertThat(terms(Fields.DOMAIN)).containsExactlyInAnyOrder("exemple.ca", "cdn.exemple.ca");
    assertThat(terms(Fields.FACT)).contains("has:question", "has:link", "has:image");
  }

  @Test
  void eachBrandHasItsTone() {
    assertThat(terms(Fields.TONE)).containsExactly("unknown");
    assertThat(terms(Fields.BRAND_TONE)).containsExactly("nordika/negative");
    assertThat(doc.getFields(Fields.TONE_SCORE)).isEmpty();
  }

  @Test
  void timesKeepTheirNanoseconds() {
    long nanos = doc.getField(Fields.PUBLISHED).numericValue().longValue();
    assertThat(Fields.instant(nanos)).isEqualTo(NOON);
    Instant old = Instant.parse("1969-12-31T23:59:59.9Z");
    assertThat(Fields.instant(Fields.time(old))).isEqualTo(old);
    assertThat(Fields.time(Instant.MAX)).isEqualTo(Long.MAX_VALUE);
    assertThat(Fields.time(Instant.MIN)).isEqualTo(Long.MIN_VALUE);
  }

  @Test
  void aTermThatLuceneWouldRefuseIsCut() {
    assertThat(MentionDocuments.bytes("é".repeat(40_000)).length).isEqualTo(32_000);
  }

  private List<String> terms(String field) {
    return Arrays.stream(doc.getFields(field))
        .filter(f -> f.fieldType().indexOptions() != IndexOptions.NONE)
        .filter(f -> f.fieldType().docValuesType() == DocValuesType.NONE)
        .map(f -> f.binaryValue().utf8ToString())
        .toList();
  }

  private static AnalysedMention analysed() {
    Mention mention =
        new Mention(
            "m1",
            new SourceRef("rss", "Le Quotidien"),
            "https://www.blogue.nordika.ca/a",
            new Author("Élodie", "Élodie L’Ancienne", null),
            NOON,
            NOON,
            null,
            "fr-CA",
            MentionType.ARTICLE,
            "Un rappel?",
            "Le texte",
            List.of("https://www.exemple.ca/a?b", "https://cdn.exemple.ca/p.JPG?w=3"),
            List.of("Été", "ete"),
            new Engagement(3L, null, 4L),
            null,
            null);
    Tone bad = new Tone(ToneLabel.NEGATIVE, -0.5, 0.9, List.of());
    BrandMatch match = new BrandMatch("nordika", List.of(), bad);
    return new AnalysedMention(mention, "fr", Tone.UNKNOWN, List.of(match, match), NOON);
  }
}
