package ouidire.deploy.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The laws hold in our packages, and bite: the packages under {@code lawless} break each of them on
 * purpose.
 */
class ArchitectureTest {
  private static final JavaClasses OURS =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          // What core lends to the tests of others comes as a jar.
          .withImportOption(location -> !location.contains("-tests.jar"))
          .importPackages("ouidire");
  private static final JavaClasses LAWLESS = new ClassFileImporter().importPackages("lawless");

  @Test
  void seesAllModules() {
    for (String module : new String[] {"core", "ingest", "analysis", "api", "deploy"}) {
      assertThat(OURS.stream().filter(c -> c.getPackageName().startsWith("ouidire." + module)))
          .as(module)
          .isNotEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"modules", "core is light", "cycles", "time is injected", "names"})
  void theLawHoldsAndBites(String name) {
    ArchRule ours = rule("ouidire", name);
    ours.check(OURS);
    ArchRule theirs = rule("lawless", name);
    assertThatThrownBy(() -> theirs.check(LAWLESS)).isInstanceOf(AssertionError.class);
  }

  @Test
  void everyLawIsTried() {
    assertThat(Laws.under("ouidire").keySet())
        .containsExactly("modules", "core is light", "cycles", "time is injected", "names");
  }

  private static ArchRule rule(String root, String name) {
    Map<String, ArchRule> rules = Laws.under(root);
    ArchRule rule = rules.get(name);
    assertThat(rule).isNotNull();
    return rule;
  }
}
