package ouidire.core.correction;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ouidire.core.mention.ToneLabel;

/**
 * What words mean for one brand: for the maker of the game <i>Zone de guerre</i>, those words are
 * neutral. Kept as a setting of kind {@value #KIND}: {@code {"brand","words","tone"}}.
 *
 * @param brand its id
 * @param words one to eight words in a row, as people write them; case and accents do not matter
 * @param tone neutral for words that say nothing here, else what they say
 */
public record WordRule(String brand, String words, ToneLabel tone) {
  public static final String KIND = "word-rule";
  private static final int MOST = 100;

  /**
   * Reads what is kept.
   *
   * @throws IllegalArgumentException naming the field, what was found and what was expected
   */
  public static WordRule read(JsonNode json) {
    String brand = json.path("brand").asText("").strip();
    if (brand.isEmpty()) {
      throw new IllegalArgumentException("brand: found nothing, expected a brand's id");
    }
    String words = json.path("words").asText("").strip().replaceAll("\\s+", " ");
    if (words.isEmpty() || words.length() > MOST || words.split(" ").length > 8) {
      throw new IllegalArgumentException(
          "words: found \""
              + words
              + "\", expected one to eight words, at most "
              + MOST
              + " signs");
    }
    return new WordRule(brand, words, Correction.label("tone", json.path("tone").asText("")));
  }

  /** As it is kept. */
  public ObjectNode json() {
    return JsonNodeFactory.instance
        .objectNode()
        .put("brand", brand)
        .put("words", words)
        .put("tone", Correction.word(tone));
  }
}
