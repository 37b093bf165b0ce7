package ouidire.deploy.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The tree is as the design says. */
class LayoutTest {
  private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
  private static final List<String> MODULES =
      List.of("listener-core", "ingest", "analysis", "dashboard-api", "deploy");
  private static final List<String> FILES = List.of("pom.xml", "README.md", "LICENSE", "mvnw");

  @Test
  void theTopLevelIsFixed() throws IOException {
    try (Stream<Path> top = Files.list(ROOT)) {
      List<String> entries =
          top.map(path -> path.getFileName().toString())
              .filter(name -> !name.startsWith(".") && !name.equals("target"))
              .toList();
      assertThat(entries)
          .containsAll(MODULES)
          .containsAll(FILES)
          .hasSize(MODULES.size() + FILES.size());
    }
  }

  @Test
  void everyPackageTeaches() throws IOException {
    for (String module : MODULES) {
      Path sources = ROOT.resolve(module).resolve("src/main/java");
      for (Path folder : packages(sources)) {
        Path info = folder.resolve("package-info.java");
        assertThat(info).exists();
        assertThat(Files.readString(info)).as(info.toString()).contains("/**", "@NullMarked");
      }
    }
  }

  @Test
  void noTestSleeps() throws IOException {
    String sleep = "Thread" + ".sleep";
    for (String module : MODULES) {
      for (Path file : javaFiles(ROOT.resolve(module).resolve("src/test/java"))) {
        assertThat(Files.readString(file).contains(sleep)).as(file.toString()).isFalse();
      }
    }
  }

  private static List<Path> packages(Path sources) throws IOException {
    return javaFiles(sources).stream().map(Path::getParent).distinct().toList();
  }

  private static List<Path> javaFiles(Path sources) throws IOException {
    try (Stream<Path> all = Files.walk(sources)) {
      return all.filter(path -> path.toString().endsWith(".java")).toList();
    }
  }
}
