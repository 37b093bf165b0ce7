package ouidire.analysis.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import ouidire.core.mention.Author;
import ouidire.core.mention.Engagement;
import ouidire.core.mention.Mention;
import ouidire.core.mention.MentionType;
import ouidire.core.mention.SourceRef;
import ouidire.core.mention.Tone;
import ouidire.core.mention.ToneLabel;

class MentionFactsTest {
  private static final Mention MENTION =
      new Mention(
          "m1",
          new SourceRef("rss", "Le Quotidien"),
          "https://www.actu.nordika.ca/a/B/?x#y",
          new Author("@Élodie", "Élodie  Côté", 12L),
          Instant.parse("2026-03-01T12:00:00Z"),
          Instant.parse("2026-03-01T12:00:00Z"),
          null,
          "fr-CA",
          MentionType.ARTICLE,
          "Pourquoi?",
          "Voir www.exemple.ca/p.JPG. #Été",
          List.of("http://bit.ly/Abc/"),
          List.of("Nordika"),
          new Engagement(3L, null, null),
          null,
          "m0");

  @Test
  void factsAreFoldedAndNamed() {
    Tone tone = new Tone(ToneLabel.NEGATIVE, -0.5, 0.9, List.of());
    MentionFacts facts = new MentionFacts().read(MENTION, "fr", tone);
    assertThat(facts.facts())
        .containsExactlyInAnyOrder(
            "author:elodie",
            "author:elodie cote",
            "tag:nordika",
            "tag:ete",
            "site:actu.nordika.ca",
            "site:nordika.ca",
            "site:ca",
            "url:ca.nordika.actu/a/b/?x",
            "link:ly.bit/abc",
            "linksite:bit.ly",
            "linksite:ly",
            "link:ca.exemple/p.jpg",
            "linksite:exemple.ca",
            "linksite:ca",
            "has:image",
            "has:link",
            "has:question",
            "lang:fr",
            "region:fr-ca",
            "country:ca",
            "source:rss",
            "source:le quotidien",
            "type:article",
            "tone:negative",
            "thread:m1",
            "thread:m0");
    assertThat(facts.measure(Measure.LIKES)).isEqualTo(3);
    assertThat(facts.measure(Measure.COMMENTS)).isNull();
    assertThat(facts.measure(Measure.TONE)).isEqualTo(-5_000);
  }

  @Test
  void addressesCoverWhatContinuesThem() {
    Address wanted = new Address("nordika.ca", "/offre");
    assertThat(Address.parse("https://www.Nordika.ca/offre/")).isEqualTo(wanted);
    assertThat(List.of("ca.nordika/offre", "ca.nordika.actu/offre/ete", "ca.nordika/offre?x"))
        .allMatch(wanted::covers);
    assertThat(List.of("ca.nordika/offres", "ca.nordikasante/offre", "ca.nordika", "ca/offre"))
        .noneMatch(wanted::covers);
    assertThat(Address.parse("https:///x")).isNull();
  }
}
