package ouidire.deploy.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** What may depend on what, as rules over the packages below a root. */
final class Laws {
  private Laws() {}

  /** Each rule by what it holds. */
  static Map<String, ArchRule> under(String root) {
    Map<String, ArchRule> all = new LinkedHashMap<>();
    all.put("modules", modules(root));
    all.put("core is light", coreIsLight(root));
    all.put("cycles", slices().matching(root + ".(**)").should().beFreeOfCycles());
    all.put("time is injected", timeIsInjected(root));
    all.put("names", names(root));
    return all;
  }

  /** {@code listener-core <- {ingest, analysis, dashboard-api} <- deploy}. */
  private static ArchRule modules(String root) {
    return Architectures.layeredArchitecture()
        .consideringOnlyDependenciesInAnyPackage(root + "..")
        .layer("core")
        .definedBy(root + ".core..")
        .layer("ingest")
        .definedBy(root + ".ingest..")
        .layer("analysis")
        .definedBy(root + ".analysis..")
        .layer("api")
        .definedBy(root + ".api..")
        .layer("deploy")
        .definedBy(root + ".deploy..")
        .whereLayer("deploy")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("ingest")
        .mayOnlyBeAccessedByLayers("deploy")
        .whereLayer("analysis")
        .mayOnlyBeAccessedByLayers("deploy")
        .whereLayer("api")
        .mayOnlyBeAccessedByLayers("deploy")
        .ensureAllClassesAreContainedInArchitecture();
  }

  private static ArchRule coreIsLight(String root) {
    return noClasses()
        .that()
        .resideInAPackage(root + ".core..")
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(
                "org.apache.lucene..",
                "edu.stanford..",
                "io.javalin..",
                "org.eclipse.jetty..",
                "kafka..",
                "java.sql.."));
  }

  /** The one place that may look at the wall clock is the wiring. */
  private static ArchRule timeIsInjected(String root) {
    return noClasses()
        .that()
        .resideOutsideOfPackage(root + ".deploy..")
        .should()
        .callMethod(Instant.class, "now")
        .orShould()
        .callMethod(Clock.class, "systemUTC")
        .orShould()
        .callMethod(System.class, "currentTimeMillis");
  }

  private static ArchRule names(String root) {
    return noClasses()
        .that(alwaysTrue())
        .and()
        .resideInAPackage(root + "..")
        .should()
        .haveSimpleNameEndingWith("Impl")
        .orShould()
        .haveSimpleNameEndingWith("Manager")
        .orShould()
        .haveSimpleNameEndingWith("Helper")
        .orShould()
        .haveSimpleNameEndingWith("Util")
        .orShould()
        .haveSimpleNameEndingWith("Utils");
  }
}
