package ouidire.api.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Rules that the dashboard's own files keep. */
class WebSourcesTest {
  private static final int MAX_LINES = 300;
  private static final Pattern IMPORT =
      Pattern.compile("(?:from|import|import\\()\\s*\"([./][^\"]+)\"");
  private static final Pattern IMPORTED = Pattern.compile("import \\{([^}]+)\\} from");

  /** What would read a mention's text as HTML or code. */
  private static final List<String> UNSAFE =
      List.of(
          "innerHTML",
          "outerHTML",
          "insertAdjacentHTML",
          "document.write",
          "eval(",
          "new Function",
          "setHTML",
          "createContextualFragment",
          "DOMParser");

  private final Map<String, String> modules = WebSources.modules();

  @Test
  void textIsNeverReadAsHtml() {
    modules.forEach((path, code) -> assertThat(code).as(path).doesNotContain(UNSAFE));
  }

  @Test
  void thePageHasNoInlineCodeOrStyle() {
    assertThat(WebSources.text("index.html"))
        .doesNotContain("style=", "<style", "javascript:")
        .doesNotContainPattern("\\son[a-z]+=")
        .doesNotContainPattern("<script(?![^>]*\\ssrc=)");
  }

  @Test
  void nothingComesFromElsewhere() {
    Pattern elsewhere = Pattern.compile("(?:src|href|from|import)\\W{0,3}[\"'](?:https?:)?//");
    modules.forEach((path, code) -> assertThat(elsewhere.matcher(code).find()).as(path).isFalse());
    WebSources.texts("css", ".css")
        .forEach((path, css) -> assertThat(css).as(path).doesNotContain("http", "@import"));
  }

  @Test
  void modulesAreSmall() {
    modules.forEach(
        (path, code) -> assertThat(code.lines().count()).as(path).isLessThan(MAX_LINES));
  }

  @Test
  void everyImportIsAFile() {
    modules.forEach(
        (path, code) -> {
          Path file = WebSources.root().resolve(path);
          Matcher found = IMPORT.matcher(code);
          while (found.find()) {
            String target = found.group(1);
            if (target.startsWith("./") || target.startsWith("../")) {
              assertThat(file.resolveSibling(target).normalize()).as(path).exists();
            }
          }
        });
  }

  @Test
  void everyImportIsUsed() {
    TreeSet<String> unused = new TreeSet<>();
    modules.forEach(
        (path, code) -> {
          Matcher found = IMPORTED.matcher(code);
          while (found.find()) {
            for (String name : found.group(1).strip().split("\\s*,\\s*")) {
              String local = name.replaceFirst(".*\\bas\\s+", "");
              if (Pattern.compile("\\b" + local + "\\b").matcher(code).results().count() < 2) {
                unused.add(path + ": " + local);
              }
            }
          }
        });
    assertThat(unused).isEmpty();
  }

  @Test
  void everyStyleSheetOfThePageIsThere() {
    Matcher link = Pattern.compile("href=\"(/[^\"]+)\"").matcher(WebSources.text("index.html"));
    while (link.find()) {
      assertThat(Files.exists(WebSources.root().resolve(link.group(1).substring(1))))
          .as(link.group(1))
          .isTrue();
    }
  }
}
