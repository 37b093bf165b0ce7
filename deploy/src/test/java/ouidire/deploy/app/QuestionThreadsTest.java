package ouidire.deploy.app;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import ouidire.analysis.language.LanguageDetector;
import ouidire.analysis.pipeline.MentionAnalysis;
import ouidire.analysis.story.StoryGrouper;
import ouidire.analysis.story.StoryReader;
import ouidire.analysis.tone.ToneReview;
import ouidire.api.metric.Questions;
import ouidire.core.history.InMemoryMentionHistory;
import ouidire.core.history.MentionFilter;
import ouidire.core.mention.AnalysedMention;
import ouidire.core.mention.Author;
import ouidire.core.mention.Engagement;
import ouidire.core.mention.Mention;
import ouidire.core.mention.MentionType;
import ouidire.core.mention.SourceRef;

/** Threads written for this test, read as the service reads them: which questions are open. */
final class QuestionThreadsTest {
  private static final Instant START = Instant.parse("2026-03-02T12:00:00Z");
  private static final Instant NOW = START.plus(Duration.ofHours(10));

  /** {@code id parent minute author gold | text}; gold: open, answered, or - for no question. */
  private static final List<String> LINES =
      List.of(
          "a1 - 0 lea open | Est-ce que la tuque Boréalis se lave à la machine?",
          "a2 a1 4 max - | Moi je la lave à la main, ça va bien",
          "b1 - 3 tom answered | Quelqu'un sait à quelle heure ferme la boutique Boréalis de Rimouski?",
          "b2 b1 9 boreal_officiel - | Bonjour Tom, nous fermons à 21 h ce soir.",
          "c1 - 5 ines open | Pourquoi mon colis Boréalis est bloqué à la douane depuis deux semaines ?",
          "c2 c1 50 ines - | Toujours rien trois jours plus tard",
          "d1 - 8 gus - | Belle journée de ski avec mes mitaines Boréalis",
          "d2 d1 12 rita answered | Elles sont en quelle matière, tes mitaines?",
          "d3 d2 30 boreal_officiel - | En laine mérinos et nylon recyclé!",
          "e1 - 10 boreal_officiel - | Quelle est votre couleur préférée de la collection ?",
          "e2 e1 15 zoe - | Le bleu nuit sans hésiter",
          "e3 e1 17 kim open | Allez-vous ressortir le vert de l'an passé?",
          "f1 - 20 paul - | Le service de Boréalis est lamentable, une heure d'attente",
          "f2 f1 25 boreal_officiel - | Nous sommes désolés, écrivez-nous en privé.",
          "f3 f2 31 paul answered | C'est quoi l'adresse courriel?",
          "f4 f3 44 boreal_officiel - | service@borealis.example",
          "g1 - 22 nadia open | @boreal_officiel avez-vous un magasin à Gaspé?",
          "h1 - 30 luc open | Où est-ce qu'on peut acheter des lacets de rechange pour les bottes Boréalis ?",
          "h2 h1 40 marc - | À la cordonnerie du coin",
          "h3 h2 55 luc - | Merci Marc",
          "i1 - 33 eve answered | Comment on fait pour retourner un manteau Boréalis trop petit?",
          "i2 i1 35 fan - | Bonne question",
          "i3 i2 80 boreal_officiel - | Bonjour Eve, l'étiquette de retour est dans le colis.",
          "j1 - 41 seb - | J'ai reçu mon foulard Boréalis hier, très content",
          "k1 - 44 mia open | Combien coûte la livraison au Nunavik svp?",
          "l1 - 47 leo - | Boréalis ouvre une boutique à Lyon en avril",
          "l2 l1 52 ana open | À quelle date exactement ?",
          "m1 - 60 ugo answered | Est-ce que le rabais étudiant s'applique aussi en ligne?",
          "m2 m1 61 boreal_officiel - | Oui, avec le code sur votre carte.",
          "n1 - 65 val - | Je recommande leurs bas de laine à tout le monde",
          "o1 - 70 noa open | Savez-vous si le parka Boréalis existe en taille enfant?",
          "p1 - 75 raf - | Trop hâte à la vente d'entrepôt de Boréalis samedi",
          "p2 p1 77 jade open | C'est où la vente d'entrepôt?",
          "p3 p2 79 raf - | Au centre des congrès",
          "q1 - 80 sam answered | Mes bottes Boréalis prennent l'eau, sont-elles garanties ?",
          "q2 q1 200 boreal_officiel - | Oui, deux ans. Gardez la facture.",
          "r1 - 90 rose - | Merci à l'équipe de Boréalis pour le remboursement rapide",
          "s1 - 95 bob open | Y a-tu moyen de parler à un humain chez Boréalis?",
          "t1 - 99 lou - | Mon chandail Boréalis a rétréci au lavage, déçue");

  private final InMemoryMentionHistory history = new InMemoryMentionHistory();
  private final Map<String, String> gold = new HashMap<>();

  private void read() {
    MentionAnalysis analysis =
        new MentionAnalysis(
            new LanguageDetector()::detect,
            (_, _) -> List.of(),
            new FrenchListener(_ -> List.of(), ToneReview.NONE),
            InstantSource.fixed(NOW));
    StoryReader reader = new StoryReader();
    StoryGrouper stories = new StoryGrouper(1_000);
    for (String line : LINES) {
      String[] parts = line.split(" \\| ", 2);
      String[] head = parts[0].split(" ");
      gold.put(head[0], head[4]);
      Mention mention = mention(head, parts[1]);
      AnalysedMention analysed = analysis.analyse(mention);
      history.add(analysed.withStory(stories.place(reader, mention)));
    }
  }

  private static Mention mention(String[] head, String text) {
    String parent = head[1].equals("-") ? null : head[1];
    Instant at = START.plus(Duration.ofMinutes(Integer.parseInt(head[2])));
    return new Mention(
        head[0],
        new SourceRef("mastodon", "test"),
        null,
        new Author(head[3], null, 100L),
        at,
        at,
        "fr",
        null,
        parent == null ? MentionType.POST : MentionType.COMMENT,
        null,
        text,
        List.of(),
        List.of(),
        Engagement.NONE,
        parent,
        null);
  }

  @Test
  void openQuestionsAreFoundAndTheirAgesAreRight() {
    read();
    Questions found = Questions.of(history, MentionFilter.ALL, Set.of("@Boreal_Officiel"), NOW);
    Set<String> open = new HashSet<>();
    for (Questions.Asked one : found.open()) {
      open.add(one.question().id());
      assertThat(one.age())
          .isEqualTo(Duration.between(one.question().mention().publishedAt(), NOW));
    }
    Set<String> truth = new HashSet<>();
    gold.forEach(
        (id, label) -> {
          if (label.equals("open")) {
            truth.add(id);
          }
        });
    Set<String> right = new HashSet<>(open);
    right.retainAll(truth);
    double f1 = 2.0 * right.size() / (open.size() + truth.size());
    assertThat(f1).as("open: %s, truly open: %s", open, truth).isGreaterThanOrEqualTo(0.85);
  }

  @Test
  void anAnswerBelowAnAnswerCountsAndHasItsTime() {
    read();
    Questions found = Questions.of(history, MentionFilter.ALL, Set.of("boreal_officiel"), NOW);
    Map<String, Questions.Asked> byId = new HashMap<>();
    found.asked().forEach(one -> byId.put(one.question().id(), one));
    Questions.Asked retour = requireNonNull(byId.get("i1"));
    assertThat(retour.response()).isEqualTo(Duration.ofMinutes(47));
    assertThat(retour.first()).isNotNull().extracting(AnalysedMention::id).isEqualTo("i2");
    // Whoever asked does not answer herself.
    Questions.Asked colis = requireNonNull(byId.get("c1"));
    assertThat(colis.first()).isNull();
    assertThat(byId).doesNotContainKey("e1");
    assertThat(found.medianResponse()).isNotNull();
  }
}
