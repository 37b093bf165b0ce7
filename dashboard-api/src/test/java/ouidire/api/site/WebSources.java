package ouidire.api.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The dashboard's files as they stand in the module. */
final class WebSources {
  private WebSources() {}

  static Path root() {
    URL page = Objects.requireNonNull(WebSources.class.getResource("/web/index.html"));
    try {
      return Objects.requireNonNull(Path.of(page.toURI()).getParent());
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    }
  }

  static String text(String path) {
    try {
      return Files.readString(root().resolve(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Every module's text by its path from the root, slashes forward. */
  static Map<String, String> modules() {
    return texts("js", ".js");
  }

  static Map<String, String> texts(String folder, String end) {
    Map<String, String> texts = new TreeMap<>();
    try (Stream<Path> files = Files.walk(root().resolve(folder))) {
      for (Path file : files.filter(f -> f.toString().endsWith(end)).toList()) {
        String path = root().relativize(file).toString().replace('\\', '/');
        texts.put(path, Files.readString(file));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return texts;
  }
}
