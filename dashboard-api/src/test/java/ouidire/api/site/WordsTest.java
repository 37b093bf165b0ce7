package ouidire.api.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The interface's words: one file per language, each complete, each key used. */
class WordsTest {
  private static final Pattern ENTRY =
      Pattern.compile("^ {2}\"([A-Za-z0-9.]+)\": \"((?:[^\"\\\\]|\\\\.)*)\",$", Pattern.MULTILINE);
  private static final Pattern CALL = Pattern.compile("\\bt(n?)\\(\\s*([\"`])([^\"`]+)\\2");
  private static final Pattern HOLE = Pattern.compile("\\{(\\w+)\\}");

  private final Map<String, String> french = words("fr");
  private final Map<String, String> english = words("en");

  @Test
  void languagesHaveTheSameKeys() {
    assertThat(french).hasSizeGreaterThan(200);
    assertThat(english.keySet()).isEqualTo(french.keySet());
  }

  @Test
  void everyLineOfAFileIsAnEntry() {
    for (String language : new String[] {"fr", "en"}) {
      String text = WebSources.text("i18n/" + language + ".js");
      long lines = text.lines().filter(line -> line.startsWith("  \"")).count();
      assertThat(words(language)).as(language).hasSize((int) lines);
    }
  }

  @Test
  void sameHolesInEveryLanguage() {
    for (Map.Entry<String, String> entry : french.entrySet()) {
      assertThat(holes(english.getOrDefault(entry.getKey(), "")))
          .as(entry.getKey())
          .isEqualTo(holes(entry.getValue()));
    }
  }

  @Test
  void everyUsedKeyExists() {
    Set<String> missing = new TreeSet<>();
    used(
        key -> {
          if (!french.containsKey(key)) {
            missing.add(key);
          }
        },
        prefix -> {
          if (french.keySet().stream().noneMatch(key -> key.startsWith(prefix))) {
            missing.add(prefix + "*");
          }
        });
    assertThat(missing).isEmpty();
  }

  @Test
  void everyKeyIsUsed() {
    Set<String> unused = new TreeSet<>(french.keySet());
    used(unused::remove, prefix -> unused.removeIf(key -> key.startsWith(prefix)));
    String code = String.join("\n", WebSources.modules().values());
    unused.removeIf(key -> code.contains("\"" + key + "\""));
    assertThat(unused).isEmpty();
  }

  @Test
  void frenchKeepsItsNarrowSpaces() {
    Pattern plain = Pattern.compile("[ \u00a0][;:!?%»]|«[ \u00a0]");
    french.forEach(
        (key, text) -> {
          if (!key.endsWith(".code")) {
            assertThat(plain.matcher(text).find()).as(key + ": " + text).isFalse();
          }
        });
  }

  @Test
  void noExclamations() {
    french.forEach((key, text) -> assertThat(text).as(key).doesNotContain("!"));
    english.forEach((key, text) -> assertThat(text).as(key).doesNotContain("!"));
  }

  private static Map<String, String> words(String language) {
    Map<String, String> words = new LinkedHashMap<>();
    Matcher entry = ENTRY.matcher(WebSources.text("i18n/" + language + ".js"));
    while (entry.find()) {
      assertThat(words.put(entry.group(1), entry.group(2))).as("twice: " + entry.group(1)).isNull();
    }
    return words;
  }

  private static Set<String> holes(String text) {
    Set<String> holes = new TreeSet<>();
    Matcher hole = HOLE.matcher(text);
    while (hole.find()) {
      holes.add(hole.group(1));
    }
    return holes;
  }

  /** Keys in calls of t and tn; where a key ends in a hole, its beginning. */
  private static void used(
      java.util.function.Consumer<String> keys, java.util.function.Consumer<String> prefixes) {
    for (String code : WebSources.modules().values()) {
      Matcher call = CALL.matcher(code);
      while (call.find()) {
        String key = call.group(3);
        int hole = key.indexOf("${");
        if (hole == 0) {
          continue;
        }
        if (hole > 0) {
          prefixes.accept(key.substring(0, hole));
        } else if (call.group(1).isEmpty()) {
          keys.accept(key);
        } else {
          keys.accept(key + ".one");
          keys.accept(key + ".other");
        }
      }
    }
  }
}
