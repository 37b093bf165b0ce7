package ouidire.analysis.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static ouidire.analysis.story.StoryMentions.said;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import ouidire.core.mention.Mention;
import ouidire.core.mention.MentionType;
import ouidire.core.mention.StoryPlace;
import ouidire.core.mention.StoryReason;
import ouidire.core.mention.StoryRelation;

final class StoryGrouperTest {
  private static final String DISPATCH =
      "Le fabricant de raquettes Nivôse rappelle 4 000 paires vendues cet hiver à Tadoussac. La"
          + " fixation peut céder sans avertir, ce qui a causé deux entorses. Les propriétaires"
          + " sont invités à rapporter leurs raquettes en magasin.";

  private final StoryReader reader = new StoryReader();
  private final StoryGrouper grouper = new StoryGrouper(10_000);

  private StoryPlace place(String id, int minute, String text) {
    return grouper.place(reader, said(id, minute, text));
  }

  @Test
  void fortyCopiesOfOneDispatchAreFortyCopiesOneStoryFortySources() {
    Set<String> stories = new HashSet<>();
    Set<String> copies = new HashSet<>();
    Set<String> sources = new HashSet<>();
    for (int i = 0; i < 40; i++) {
      Mention mention = said("m" + i, i, dressed(i));
      StoryPlace place = grouper.place(reader, mention);
      stories.add(place.story());
      copies.add(place.copies());
      sources.add(mention.source().name());
      assertThat(place.relation()).isEqualTo(i == 0 ? StoryRelation.FIRST : StoryRelation.COPY);
    }
    assertThat(stories).containsExactly("m0");
    assertThat(copies).containsExactly("m0");
    assertThat(sources).hasSize(40);
  }

  private static String dressed(int i) {
    return switch (i % 8) {
      case 1 -> "URGENT - " + DISPATCH;
      case 2 -> "TADOUSSAC (Agence Boréale) — " + DISPATCH;
      case 3 -> DISPATCH.substring(0, 140) + "…";
      case 4 -> "RT @nivose" + i + " : " + DISPATCH + " https://relais.example/" + i;
      case 5 -> "À lire, les amis ! « " + DISPATCH + " »";
      case 6 -> DISPATCH.replace("sont invités", "ont été invités") + " #raquette #rappel";
      case 7 ->
          DISPATCH.replace("deux entorses", "trois entorses").toUpperCase(java.util.Locale.ROOT);
      default -> DISPATCH;
    };
  }

  @Test
  void recallsInTwoTownsStayApart() {
    StoryPlace one = place("a", 0, DISPATCH);
    StoryPlace other = place("b", 5, DISPATCH.replace("Tadoussac", "Percé"));
    assertThat(other.relation()).isEqualTo(StoryRelation.FIRST);
    assertThat(other.story()).isNotEqualTo(one.story());
    assertThat(place("c", 9, DISPATCH.replace("Tadoussac", "Percé") + " (suivra)").story())
        .isEqualTo("b");
  }

  @Test
  void sameEventInOtherWordsComesTogetherAndSaysWhy() {
    place("a", 0, DISPATCH);
    StoryPlace other =
        place(
            "b", 20, "Deux entorses à cause des raquettes Nivôse de Tadoussac, la fixation lâche");
    assertThat(other.story()).isEqualTo("a");
    assertThat(other.copies()).isEqualTo("b");
    assertThat(other.relation()).isEqualTo(StoryRelation.EVENT);
    assertThat(other.similarity()).isBetween(0.5, 1.0);
    assertThat(other.reasons()).contains(StoryReason.NAMES, StoryReason.WORDS);
  }

  @Test
  void aCopyTellsHowMuchOfItIsTheSame() {
    place("a", 0, DISPATCH);
    StoryPlace copy =
        place("b", 3, DISPATCH.replace("ce qui a causé deux", "causant au moins deux"));
    assertThat(copy.reasons()).containsExactly(StoryReason.TEXT);
    assertThat(copy.similarity()).isBetween(0.8, 0.97);
  }

  @Test
  void wordsThatEverybodySaysAreNobodysCopy() {
    place("a", 0, "Merci beaucoup !");
    assertThat(place("b", 1, "Merci beaucoup !").relation()).isEqualTo(StoryRelation.FIRST);
    place("c", 2, "Bonne journée à tous");
    assertThat(place("d", 3, "Bonne journée à tous").relation()).isEqualTo(StoryRelation.FIRST);
  }

  @Test
  void whatTheSourceSaysOfParentsIsBelieved() {
    place("a", 0, DISPATCH);
    StoryPlace answer =
        grouper.place(reader, said("b", 1, "Ah ben bravo", MentionType.COMMENT, "a", List.of()));
    assertThat(answer.story()).isEqualTo("a");
    assertThat(answer.copies()).isEqualTo("b");
    assertThat(answer.reasons()).containsExactly(StoryReason.THREAD);
    StoryPlace relay =
        grouper.place(reader, said("c", 2, DISPATCH, MentionType.REPOST, "a", List.of()));
    assertThat(relay.copies()).isEqualTo("a");
    assertThat(relay.reasons()).containsExactly(StoryReason.REPOST);
    StoryPlace remark =
        grouper.place(
            reader, said("d", 2, "Je vous l'avais bien dit", MentionType.REPOST, "a", List.of()));
    assertThat(remark.story()).isEqualTo("a");
    assertThat(remark.copies()).isEqualTo("d");
  }

  @Test
  void oneLinkIsOneStory() {
    List<String> link = List.of("https://www.tribune.example/nivose-fixations?utm_source=x");
    grouper.place(reader, said("a", 0, DISPATCH, MentionType.ARTICLE, null, link));
    StoryPlace other =
        grouper.place(
            reader,
            said("b", 9, "Nivôse, encore des ennuis de fixation", MentionType.POST, null, link));
    assertThat(other.story()).isEqualTo("a");
    assertThat(other.reasons()).contains(StoryReason.LINK);
  }

  @Test
  void theSameMentionAgainStaysWhereItWas() {
    place("a", 0, DISPATCH);
    StoryPlace copy = place("b", 3, DISPATCH + " (suivra)");
    place("c", 4, "Autre chose : la soupe aux gourganes est prête au chalet");
    assertThat(place("b", 3, DISPATCH + " (suivra)")).isEqualTo(copy);
    assertThat(place("b", 3, "texte modifié par la suite, sans rapport").story()).isEqualTo("a");
    assertThat(place("a", 0, DISPATCH)).isEqualTo(StoryPlace.first("a"));
  }

  @Test
  void afterAWeekOfSilenceAStoryIsOver() {
    place("a", 0, DISPATCH);
    assertThat(place("b", 8 * 24 * 60, DISPATCH).relation()).isEqualTo(StoryRelation.FIRST);
  }

  @Test
  void whatIsStillSpokenOfOutlivesTheWindow() {
    StoryGrouper small = new StoryGrouper(64);
    small.place(reader, said("a", 0, DISPATCH));
    for (int i = 0; i < 1_000; i++) {
      small.place(reader, said("x" + i, i, "Recette numéro " + word(i) + " avec " + word(i * 31)));
      if (i % 20 == 0) {
        assertThat(small.place(reader, said("y" + i, i, DISPATCH)).story()).isEqualTo("a");
      }
    }
    for (int i = 0; i < 200; i++) {
      small.place(reader, said("z" + i, 1_000, "Trajet " + word(i + 5) + " par " + word(i * 17)));
    }
    assertThat(small.place(reader, said("late", 1_001, DISPATCH)).relation())
        .isEqualTo(StoryRelation.FIRST);
  }

  private static String word(int i) {
    String digits = Integer.toString(i * 7919 + 100_000, 26);
    StringBuilder word = new StringBuilder();
    for (char c : digits.toCharArray()) {
      word.append((char) ('a' + Character.digit(c, 26)));
    }
    return word.toString();
  }

  @Test
  void theSameMentionsInTheSameOrderGiveTheSameStories() throws Exception {
    List<Mention> mentions = LabelledStories.mentions("stories-tune.jsonl");
    assertThat(places(new StoryGrouper(5_000), mentions))
        .isEqualTo(places(new StoryGrouper(5_000), mentions));
  }

  @Test
  void afterARestartItGoesOnAsIfNothingHadHappened() throws Exception {
    List<Mention> mentions = LabelledStories.mentions("stories-heldout.jsonl");
    List<StoryPlace> whole = places(new StoryGrouper(5_000), mentions);
    int half = mentions.size() / 2;
    StoryGrouper restarted = new StoryGrouper(5_000);
    for (int i = 0; i < half; i++) {
      restarted.recall(reader.read(mentions.get(i)), whole.get(i));
    }
    for (int i = 0; i < mentions.size(); i++) {
      // Those before the restart come again as well: they were not committed.
      assertThat(restarted.place(reader, mentions.get(i))).isEqualTo(whole.get(i));
    }
  }

  @Test
  void aTailWithoutItsBeginningKeepsTheNames() {
    grouper.recall(
        reader.read(said("late", 9, DISPATCH)),
        new StoryPlace("s", "c", StoryRelation.COPY, 0.9, List.of(StoryReason.TEXT)));
    StoryPlace next = place("next", 10, DISPATCH);
    assertThat(next.story()).isEqualTo("s");
    assertThat(next.copies()).isEqualTo("c");
  }

  @Test
  void noMentionChangesWhatWasSaidOfEarlierOnes() throws Exception {
    List<Mention> mentions = LabelledStories.mentions("stories-tune.jsonl");
    List<StoryPlace> whole = places(new StoryGrouper(5_000), mentions);
    for (int length : new int[] {1, 17, 60, 140}) {
      assertThat(places(new StoryGrouper(5_000), mentions.subList(0, length)))
          .isEqualTo(whole.subList(0, length));
    }
  }

  @Test
  void aTinyWindowIsRefused() {
    assertThatThrownBy(() -> new StoryGrouper(3))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("window: 3");
  }

  private List<StoryPlace> places(StoryGrouper into, List<Mention> mentions) {
    List<StoryPlace> places = new ArrayList<>();
    for (Mention mention : mentions) {
      places.add(into.place(reader, mention));
    }
    return places;
  }
}
