package ouidire.analysis.story;

import static org.assertj.core.api.Assertions.assertThat;
import static ouidire.analysis.story.StoryMentions.said;

import java.util.List;
import org.junit.jupiter.api.Test;
import ouidire.core.mention.MentionType;

final class StoryReaderTest {
  private final StoryReader reader = new StoryReader();

  private StorySketch read(String text) {
    return reader.read(said("m", 0, text));
  }

  @Test
  void dressingIsNoPartOfTheText() {
    StorySketch plain = read("Le fabricant rappelle ses poêles en fonte");
    for (String dressed :
        List.of(
            "URGENT - Le fabricant rappelle ses poêles en fonte",
            "(PC) - Le fabricant rappelle ses poêles en fonte",
            "MONTRÉAL (Agence Boréale) — Le fabricant rappelle ses poêles en fonte",
            "Le fabricant rappelle ses poêles en fonte #fonte https://cuisine.example/poele",
            "RT @fonte : Le fabricant rappelle ses poêles en fonte")) {
      assertThat(read(dressed).pairs()).as(dressed).isEqualTo(plain.pairs());
    }
  }

  @Test
  void aSentenceWithADashKeepsItsBeginning() {
    assertThat(read("Il pleut - il mouille dans la rue").words()).isEqualTo(7);
  }

  @Test
  void whatStandsAfterTheWordForAtIsAPlace() {
    assertThat(kinds("un incendie à Kuujjuaq")).contains(TermKind.PLACE);
    assertThat(kinds("un incendie chez Kuujjuaq")).doesNotContain(TermKind.PLACE);
    assertThat(kinds("un incendie près de Rimouski")).contains(TermKind.PLACE);
  }

  @Test
  void aWholeSiteIsNoSubject() {
    StorySketch site =
        reader.read(
            said("m", 0, "voir", MentionType.POST, null, List.of("https://www.site.example/")));
    StorySketch page =
        reader.read(
            said("m", 0, "voir", MentionType.POST, null, List.of("https://www.site.example/a")));
    assertThat(kinds(site)).doesNotContain(TermKind.LINK);
    assertThat(kinds(page)).contains(TermKind.LINK);
  }

  @Test
  void sixWordsInARowAreFoundWhereverTheyStand() {
    StorySketch whole =
        read("avant tout il faut dire que la soupe aux pois de tante Irma est bonne et chaude");
    StorySketch part = read("je répète : la soupe aux pois de tante, voilà tout");
    assertThat(StorySketch.shared(whole.prints(), part.prints())).isPositive();
  }

  @Test
  void longTextsAreReadToALimit() {
    assertThat(read("mot ".repeat(5_000)).words()).isEqualTo(StoryReader.MAX_WORDS);
    assertThat(read("").words()).isZero();
    assertThat(read("").terms()).isEmpty();
  }

  private List<TermKind> kinds(String text) {
    return kinds(read(text));
  }

  private static List<TermKind> kinds(StorySketch sketch) {
    List<TermKind> kinds = new java.util.ArrayList<>();
    for (int i = 0; i < sketch.kinds().length; i++) {
      kinds.add(sketch.kind(i));
    }
    return kinds;
  }
}
