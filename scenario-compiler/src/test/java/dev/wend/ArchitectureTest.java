package dev.wend;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures;

/** The direction of dependencies: compile, check, parse, scenario, matcher, event. */
@AnalyzeClasses(packages = "dev.wend", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule EACH_PHASE_KNOWS_ONLY_THOSE_BEFORE_IT =
      Architectures.layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("compile")
          .definedBy("dev.wend.compile..")
          .layer("check")
          .definedBy("dev.wend.check..")
          .layer("parse")
          .definedBy("dev.wend.parse..")
          .layer("scenario")
          .definedBy("dev.wend.scenario..")
          .layer("matcher")
          .definedBy("dev.wend.matcher..")
          .layer("issue")
          .definedBy("dev.wend.issue..")
          .layer("event")
          .definedBy("dev.wend.event..")
          .whereLayer("compile")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("check")
          .mayOnlyBeAccessedByLayers("compile")
          .whereLayer("parse")
          .mayOnlyBeAccessedByLayers("check", "compile")
          .whereLayer("scenario")
          .mayOnlyBeAccessedByLayers("parse", "check", "compile")
          .whereLayer("matcher")
          .mayOnlyBeAccessedByLayers("scenario", "parse", "check", "compile")
          .whereLayer("issue")
          .mayOnlyBeAccessedByLayers("parse", "check", "compile");

  @ArchTest
  static final ArchRule NO_CYCLES_BETWEEN_PACKAGES =
      slices().matching("dev.wend.(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule ONLY_PATTERNS_KNOW_FLINK =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.wend.compile..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.apache.flink..");

  @ArchTest
  static final ArchRule RULES_ARE_NOT_FOR_OTHERS =
      classes().that().areAssignableTo("dev.wend.check.Rule").should().notBePublic();
}
