package ouidire.analysis.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.StringJoiner;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MentionTokensTest {
  /** Terms by place: those of one place joined by +, ends of sentences as |. */
  private static String read(String text) {
    MentionTokens tokens = new MentionTokens().read(text);
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < tokens.size(); i++) {
      String term = tokens.kind(i) == TokenKind.SENTENCE_END ? "|" : tokens.term(i);
      boolean same =
          i > 0
              && tokens.position(i) / 16 == tokens.position(i - 1) / 16
              && tokens.kind(i) != TokenKind.SENTENCE_END
              && tokens.kind(i) != TokenKind.EMOJI;
      out.append(out.isEmpty() ? "" : same ? "+" : " ").append(term);
      assertThat(tokens.hash(i)).isEqualTo(tokens.term(i).hashCode());
    }
    return out.toString();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "Cœur d’Événement;coeur 'd'evenement+evenement |",
        "L'Oréal, l’Oréal;'l'oreal+oreal 'l'oreal+oreal |",
        "qu'est-ce que c'est;'qu'est+est ce que 'c'est+est |",
        "d'l'eau;'d'l'eau+'l'eau+eau |",
        "aujourd'hui chez McDonald's;aujourd'hui chez mcdonald's+mcdonald |",
        "l'« Oréal » et l'@oreal;oreal et @oreal |",
        "le plan 'C' tient;le plan c tient |",
        "Saint-Félix, Coca\u2011Cola;saint felix coca cola |",
        "Hydro\u00A0Québec;hydro quebec |",
        "E\u0301te\u0301 NA\u00CFF;ete naif |",
        "3,5 M$ le 12.05, 1 000;3.5 m le 12.05 1 000 |",
        "CO₂ et 𝗡𝗼𝗿𝗱𝗶𝗸𝗮 ﬁn;co2 et nordika fin |",
        "Bravo @Nordika_Sante! Oui;bravo @nordika_sante | oui |",
        "@nom@piaille.fr @nom.bsky.social.;@nom@piaille.fr+@nom @nom.bsky.social+@nom |",
        "info@nordika.ca;info nordika ca |",
        "#BoycottNordika #SNCFMonTrain;#boycottnordika+boycottnordika+boycott+nordika"
            + " #sncfmontrain+sncfmontrain+sncf+mon+train |",
        "C# et #1 mais #Été2026;c et 1 mais #ete2026+ete2026 |",
        "Nordika🔥🔥 non;nordika 🔥 🔥 non |",
        "👍🏽 👩‍🚀 🇫🇷 ❤️ oui;👍 👩‍🚀 🇫🇷 ❤ oui |",
        "Voir https://nordika.ca/a?b=1. Et www.nordika.ca, nordika.ca/offre oui;voir | et oui |",
        "Le prix monte. M. Roy part… puis dit « Non! » Fin;"
            + "le prix monte | m roy part puis dit non | fin |",
        "café 東京 bien;cafe 東 京 bien |",
      })
  void readsFrenchTraps(String text, String expected) {
    assertThat(read(text)).isEqualTo(expected);
  }

  @Test
  void linesEndSentences() {
    assertThat(read("Oui\nnon\n\n")).isEqualTo("oui | non |");
  }

  @Test
  void offsetsAreThoseOfTheOriginal() {
    String text = "De\u0301ja\u0300 l’Œuvre: #NordikaGate";
    MentionTokens tokens = new MentionTokens().read(text);
    StringJoiner parts = new StringJoiner("/");
    for (int i = 0; i < tokens.size(); i++) {
      parts.add(text.substring(tokens.start(i), tokens.end(i)));
    }
    assertThat(parts.toString())
        .isEqualTo("De\u0301ja\u0300/l’Œuvre/Œuvre/#NordikaGate/#NordikaGate/Nordika/Gate/");
  }

  @Test
  void knowsQuestionsAndAddresses() {
    MentionTokens tokens = new MentionTokens();
    assertThat(tokens.read("Voir https://a.ca/x?y=1 (www.b.ca)").hasQuestion()).isFalse();
    assertThat(tokens.linkCount()).isEqualTo(2);
    assertThat(tokens.read("Vraiment?!").hasQuestion()).isTrue();
    assertThat(tokens.linkCount()).isZero();
  }

  @Test
  void placesDoNotCountEmojiAndAddresses() {
    assertThat(new MentionTokens().read("a 🔥 https://x.ca l'b @c #dE").places()).isEqualTo(4);
  }

  @Test
  void luceneSeesTheSame() throws Exception {
    String text = "L’Oréal 🔥 répond. #BoycottNordika";
    MentionTokens tokens = new MentionTokens().read(text);
    try (MentionAnalyzer analyzer = new MentionAnalyzer();
        TokenStream stream = analyzer.tokenStream("text", text)) {
      var term = stream.addAttribute(CharTermAttribute.class);
      var offset = stream.addAttribute(OffsetAttribute.class);
      var increment = stream.addAttribute(PositionIncrementAttribute.class);
      stream.reset();
      int position = -1;
      for (int i = 0; i < tokens.size(); i++) {
        assertThat(stream.incrementToken()).isTrue();
        position += increment.getPositionIncrement();
        assertThat(term.toString()).isEqualTo(tokens.term(i));
        assertThat(position).isEqualTo(tokens.position(i));
        assertThat(offset.startOffset()).isEqualTo(tokens.start(i));
        assertThat(offset.endOffset()).isEqualTo(tokens.end(i));
      }
      assertThat(stream.incrementToken()).isFalse();
    }
  }

  @Test
  void longWordsAreCut() {
    MentionTokens tokens = new MentionTokens().read("é".repeat(100_000));
    assertThat(tokens.term(0)).isEqualTo("e".repeat(MentionTokens.MAX_TERM));
  }
}
