package dev.wend.job;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures;

/** The direction of dependencies: job, connectors, scenario-compiler; and between the packages of the job. */
@AnalyzeClasses(packages = "dev.wend", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule EACH_PART_OF_THE_JOB_KNOWS_ONLY_WHAT_IT_HOSTS =
      Architectures.layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("cli")
          .definedBy("dev.wend.job.cli..")
          .layer("replay")
          .definedBy("dev.wend.job.replay..")
          .layer("compare")
          .definedBy("dev.wend.job.compare..")
          .layer("drawing")
          .definedBy("dev.wend.job.drawing..")
          .layer("operator")
          .definedBy("dev.wend.job.operator..")
          .layer("state")
          .definedBy("dev.wend.job.state..")
          .layer("journey")
          .definedBy("dev.wend.job.journey..")
          .layer("nfa")
          .definedBy("dev.wend.job.nfa..")
          .layer("output")
          .definedBy("dev.wend.job.output..")
          .layer("report")
          .definedBy("dev.wend.job.report..")
          .layer("page")
          .definedBy("dev.wend.job.page..")
          .layer("trace")
          .definedBy("dev.wend.job.trace..")
          .layer("topology")
          .definedBy("dev.wend.job.topology..")
          .layer("intake")
          .definedBy("dev.wend.job.intake..")
          .layer("relay")
          .definedBy("dev.wend.job.relay..")
          .layer("deployment")
          .definedBy("dev.wend.job.deployment..")
          .layer("config")
          .definedBy("dev.wend.job.config..")
          .layer("generate")
          .definedBy("dev.wend.job.generate..")
          .layer("embedded")
          .definedBy("dev.wend.job.embedded..")
          .whereLayer("cli")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("replay")
          .mayOnlyBeAccessedByLayers("cli", "compare")
          .whereLayer("compare")
          .mayOnlyBeAccessedByLayers("cli")
          .whereLayer("drawing")
          .mayOnlyBeAccessedByLayers("cli")
          .whereLayer("topology")
          .mayOnlyBeAccessedByLayers("cli")
          .whereLayer("intake")
          .mayOnlyBeAccessedByLayers("topology")
          .whereLayer("deployment")
          .mayOnlyBeAccessedByLayers("cli", "topology")
          .whereLayer("relay")
          .mayOnlyBeAccessedByLayers("intake", "deployment")
          .whereLayer("config")
          .mayOnlyBeAccessedByLayers("cli", "topology")
          .whereLayer("generate")
          .mayOnlyBeAccessedByLayers("cli")
          .whereLayer("embedded")
          .mayOnlyBeAccessedByLayers("cli", "replay")
          .whereLayer("operator")
          .mayOnlyBeAccessedByLayers(
              "replay", "compare", "topology", "intake", "deployment", "relay")
          .whereLayer("output")
          .mayOnlyBeAccessedByLayers("replay", "compare")
          .whereLayer("report")
          .mayOnlyBeAccessedByLayers("cli", "replay")
          .whereLayer("page")
          .mayOnlyBeAccessedByLayers("compare", "report")
          .whereLayer("trace")
          .mayOnlyBeAccessedByLayers("cli", "report")
          .whereLayer("state")
          .mayOnlyBeAccessedByLayers(
              "operator", "replay", "compare", "topology", "intake", "deployment", "relay")
          .whereLayer("nfa")
          .mayOnlyBeAccessedByLayers("journey")
          .ensureAllClassesAreContainedInArchitectureIgnoring(
              resideOutsideOfPackage("dev.wend.job.."));

  @ArchTest
  static final ArchRule THE_HOST_OF_PATTERNS_KNOWS_STAGES_ALONE =
      classes()
          .that()
          .resideInAPackage("dev.wend.job.nfa..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "dev.wend.job.nfa..", "dev.wend.compile..", "org.apache.flink..", "java..");

  @ArchTest
  static final ArchRule THE_PAGE_OF_A_REPORT_KNOWS_NOT_HOW_IT_WAS_COUNTED =
      noClasses()
          .that()
          .resideInAPackage("dev.wend.job.report.page..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "dev.wend.job.report.analysis..",
              "dev.wend.job.trace..",
              "dev.wend.check..",
              "dev.wend.compile..");

  @ArchTest
  static final ArchRule THE_TIMELINE_IS_PLAIN_JAVA =
      noClasses()
          .that()
          .resideInAPackage("dev.wend.job.journey..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.apache.flink..", "dev.wend.connectors..", "java.io..", "java.nio.file..");

  @ArchTest
  static final ArchRule CONNECTORS_KNOW_THE_VOCABULARY_ALONE =
      noClasses()
          .that()
          .resideInAPackage("dev.wend.connectors..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "dev.wend.job..",
              "dev.wend.compile..",
              "dev.wend.check..",
              "dev.wend.parse..",
              "dev.wend.scenario..",
              "dev.wend.matcher..");

  @ArchTest
  static final ArchRule NO_CYCLES_BETWEEN_PACKAGES =
      slices().matching("dev.wend.(**)").should().beFreeOfCycles();
}
