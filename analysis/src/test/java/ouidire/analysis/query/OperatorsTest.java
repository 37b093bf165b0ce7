package ouidire.analysis.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ouidire.analysis.text.MentionFacts;
import ouidire.core.mention.AnalysedMention;

/** What each operator finds, in the text at hand and in the index alike. */
class OperatorsTest {
  private static final QueryParser PARSER = new QueryParser();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\u0002',
      value = {
        // Words: case, accents, ligatures, elision, hyphens, spaces.
        "Oréal | Chez L’OREAL aujourd'hui | yes",
        "oreal | d'Oréal | yes",
        "l'Oréal | L’Oréal | yes",
        "l'Oréal | Oréal | no",
        "d'Oréal | l'Oréal | no",
        "coeur | Le CŒUR | yes",
        "cœur | le coeur | yes",
        "québec | hydro quebec | yes",
        "félix | à Saint-Félix | yes",
        "saint-félix | à Saint\u2011Félix | yes",
        "saint-félix | à Saint Félix | yes",
        "\"saint félix\" | à Saint-Félix | yes",
        "saint-félix | à Saintfélix | no",
        "\"hydro québec\" | Hydro\u00A0Québec | yes",
        "aujourd'hui | Aujourd’hui | yes",
        "hui | aujourd'hui | no",
        "nordikas | nordika | no",
        "nordika | nordikas | no",
        "nordika | Nordika's | yes",
        "été | e\u0301te\u0301 | yes",
        // Hashtags, accounts, addresses, emoji.
        "nordika | #Nordika | yes",
        "nordika | #BoycottNordika | yes",
        "nordika | #boycottnordika | no",
        "boycottnordika | #BoycottNordika | yes",
        "nordika | @nordika | no",
        "nordika | https://nordika.ca/nordika | no",
        "#boycottnordika | #BoycottNordika | yes",
        "#nordika | #BoycottNordika | no",
        "#nordika | nordika | no",
        "hashtags:nordika | #Nordika | yes",
        "at:@Nordika | bonjour @nordika! | yes",
        "at:nordika | bonjour @nordika! | yes",
        "@nordika | bonjour @nordika@piaille.fr | yes",
        "@nordika | bonjour nordika | no",
        "🔥 | Nordika🔥 | yes",
        "nordika | Nordika🔥 | yes",
        "👍 | 👍🏽 | yes",
        "nordika NEAR/0 🔥 | Nordika🔥🔥 | yes",
        "🔥 NEAR/0 🔥 | Nordika🔥 | no",
        "🔥 NEAR/0 🔥 | Nordika🔥🔥 | yes",
        // Phrases.
        "\"retrait de produits\" | retrait, de produits | yes",
        "\"retrait de produits\" | Retrait. De produits | yes",
        "\"retrait produits\" | retrait de produits | no",
        "« retrait de » | retrait de produits | yes",
        "“retrait de” | retrait de produits | yes",
        "\"retr* de\" | retraits de produits | yes",
        "\"a b\"~0 | b a | yes",
        "\"a b\"~1 | b x a | yes",
        "\"a b\"~1 | b x y a | no",
        "\"a b c\"~2 | c x a y b | yes",
        "\"a b c\"~1 | c x a y b | no",
        "\"a a\"~3 | a | no",
        "\"a a\"~3 | a x a | yes",
        // Nearness.
        "a NEAR/0 b | b a | yes",
        "a NEAR/0 b | a x b | no",
        "a NEAR/1 b | a x b | yes",
        "a ONEAR/1 b | b x a | no",
        "a NEAR/1f b | a x b | yes",
        "a NEAR/1f b | b x a | no",
        "a PROCHE/1 b | b x a | yes",
        "a SUIVI/1 b | b x a | no",
        "a NEAR/0 b | a l'b | yes",
        "a NEAR/0 b | a 🔥 https://x.ca b | yes",
        "a NEAR/1 b | a @x b | yes",
        "a NEAR/0 b | a #x b | no",
        "a NEAR/0 c | a-b-c | no",
        "a NEAR/1 c | a-b-c | yes",
        "a NEAR/3 a | a | no",
        "a NEAR/3 a | a x a | yes",
        "oréal NEAR/0 l'oréal | l'Oréal | no",
        "a NEAR/2 b NEAR/2 c | a x b y c | yes",
        "a NEAR/2 b NEAR/0 c | b a b c | yes",
        "a NEAR/0 b NEAR/0 c | a b x c | no",
        "(a OR b) NEAR/1 (c OR d) | b x d | yes",
        "(a OR b) NEAR/1 (c OR d) | a b | no",
        "NOT a NEAR/1 b z | a z b | no",
        "z NOT a NEAR/1 b | a x y z b | yes",
        "boycott NEAR/3 nordika | #BoycottNordika | yes",
        "nordik* NEAR/1 rappel | rappel chez Nordikas | yes",
        // Sentences.
        "a SENTENCE b | a x. b | no",
        "a SENTENCE b | x. b y a! | yes",
        "a SENTENCE b | a M. b | yes",
        "a SENTENCE a SENTENCE a | A a. A | no",
        "a SENTENCE b | a x… b | yes",
        "a SENTENCE b | a Nordika inc. b | yes",
        // Boolean.
        "a b | b x a | yes",
        "a b | a | no",
        "a AND b | b a | yes",
        "a OR b AND c | a | yes",
        "a OR b AND c | b | no",
        "(a OR b) AND c | a | no",
        "a NOT b | a b | no",
        "a -b | a c | yes",
        "a AND NOT b | a b | no",
        "a ET b SAUF c | a b c | no",
        "a OU b | b | yes",
        "a ET SAUF b | a | yes",
        "a /* x OR */ b | a b | yes",
        // Wildcards and stems.
        "nord* | Nordika | yes",
        "nord* | #LeNordika | yes",
        "nord* | @nordika | no",
        "t?m | tom | yes",
        "t?m | tm | no",
        "t?m | toom | no",
        "tom? | tome | yes",
        "tom? | tom | no",
        "nor*ka | nordika | yes",
        "l'oré* | l'Oréal | yes",
        "lor* | l'Oréal | no",
        "#nor* | #Nordika | yes",
        "@nor* | @Nordika | yes",
        "stem:boycotter | ils boycottent | yes",
        "stem:boycott | BOYCOTTÉES | yes",
        "stem:cheval | chevaux | yes",
        "stem:cheval NEAR/1 stem:grand | grands chevaux | yes",
        "boycott | boycottent | no",
        // Exact.
        "raw:Google+ | essayer Google+ ici | yes",
        "raw:Google+ | essayer google+ ici | no",
        "raw:Goog | essayer Google+ ici | no",
        "raw:\"l'Été\" | dans l'Été | yes",
        "raw:\"l'Été\" | dans l’Été | no",
        "raw:\"Hydro Québec\" | Hydro\u00A0Québec | yes",
        "raw:É | E\u0301 | yes",
        "raw:Nordika NEAR/1 rappel | rappel de Nordika | yes",
        "raw:nordika NEAR/1 rappel | rappel de Nordika | no",
        "raw:nordika | https://nordika.ca | no",
        // Counts.
        "ATLEAST/2(nordika) | nordika et Nordika | yes",
        "ATLEAST/2(nordika) | nordika | no",
        "ATLEAST/2(a OR b) | a b | yes",
        "ATLEAST/2(a NEAR/1 b) | a b a | no",
        "ATLEAST/2(a NEAR/1 b) | a b a b | yes",
        "ATLEAST/1(nordika) | nordika | yes",
        // Fields of the text.
        "title:a | a | no",
        "text:a | a | yes",
        "text:(a NEAR/1 b) | a x b | yes",
        "has:question | ça va? | yes",
        "a has:question | a https://x.ca/?q | no",
        "a has:link | a https://x.ca/?q | yes",
        "links:x.ca | voir https://actu.x.ca/?q | yes",
        "links:x.ca | voir https://xx.ca | no",
        "links:x.ca/a | voir https://x.ca/a/b | yes",
        "links:x.ca/a | voir https://x.ca/ab | no",
        "lang:fr a | a | yes",
        "lang:en a | a | no",
        "a -lang:fr | a | no",
        "source:(rss OR reddit) | a | yes",
        "source:\"le quotidien\" | a | yes",
        "after:2026-03-01 | a | yes",
        "after:2026-03-02 | a | no",
        "before:2026-03-01 | a | no",
        "before:2026-03-02 | a | yes",
        "likes:>0 OR a | b | no",
        "a NOT likes:>=0 | a | yes",
      })
  void findsTheSameLiveAndInHistory(String query, String text, String expected) throws IOException {
    check(query, Seen.text(text), expected.equals("yes"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\u0002',
      value = {
        "title:rappel | yes",
        "text:rappel | no",
        "title:(rappel NEAR/1 nordika) | yes",
        "titre:\"rappel chez\" | yes",
        "\"nordika pourquoi\" | no",
        "nordika NEAR/2 pourquoi | no",
        "rappel retrait | yes",
        "ATLEAST/2(nordika) | yes",
        "author:mariecote | yes",
        "from:@MarieCôté | yes",
        "author:\"marie côté‑l'heureux\" | yes",
        "author:marie | no",
        "author:mari* | yes",
        "at:nordikasante | yes",
        "#ete2026 | yes",
        "#boycottnordika | yes",
        "#boyc* | yes",
        "site:nordika.ca | yes",
        "site:www.actu.nordika.ca | yes",
        "site:rdika.ca | no",
        "site:quotidien.ca | no",
        "url:nordika.ca/offres | yes",
        "url:nordika.ca/off | no",
        "url:actu.nordika.ca/offres/ete | yes",
        "url:nordika.ca | yes",
        "url:lequotidien.ca | no",
        "links:lequotidien.ca | yes",
        "links:https://www.lequotidien.ca/a | yes",
        "links:bit.ly/abc | yes",
        "links:exemple.ca | yes",
        "source:mastodon | yes",
        "source:import | no",
        "lang:fr | yes",
        "region:fr-CA | yes",
        "region:fr_ca | yes",
        "region:fr-FR | no",
        "country:ca | yes",
        "type:article | yes",
        "type:(post OR comment) | no",
        "has:image | yes",
        "has:link | yes",
        "has:question | yes",
        "followers:>1000 | yes",
        "reach:[1k TO 2k] | yes",
        "followers:[* TO 1199] | no",
        "likes:10 | yes",
        "likes:>=10 | yes",
        "likes:<10 | no",
        "comments:<=0 | yes",
        "shares:<5 | no",
        "engagement:>9 | yes",
        "tone:neg | yes",
        "tone:négatif | yes",
        "sentiment:(pos OR neu) | no",
        "tone:<-0.5 | yes",
        "tone:[-0,7 TO -0,6] | yes",
        "tone:>0 | no",
        "thread:m1 | yes",
        "thread:m9 | yes",
        "thread:m2 | no",
        "story:x | no",
        "retweets_of:nordikasante | no",
        "type:article -has:image | no",
      })
  void asksAllThatIsKnown(String query, String expected) throws IOException {
    check(query, Seen.full(), expected.equals("yes"));
  }

  private static void check(String text, AnalysedMention seen, boolean expected)
      throws IOException {
    ParsedQuery parsed = PARSER.parse(text, Stage.VIEW);
    MentionFacts facts = new MentionFacts().read(seen);
    assertThat(new QueryEvaluator().matches(parsed.query(), facts)).isEqualTo(expected);
    try (MemoryHistory history = new MemoryHistory(List.of(seen))) {
      assertThat(history.matching(parsed.query()).get(0)).as("history").isEqualTo(expected);
    }
    ParsedQuery again = PARSER.parse(parsed.canonical(), Stage.VIEW);
    assertThat(again.canonical()).isEqualTo(parsed.canonical());
    assertThat(new QueryEvaluator().matches(again.query(), facts)).isEqualTo(expected);
  }
}
