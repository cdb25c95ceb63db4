package dev.wend.connectors;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
    packages = "dev.wend.connectors",
    importOptions = ImportOption.DoNotIncludeTests.class)
class DependencyTest {
  @ArchTest
  static final ArchRule connectorsKnowOnlyTheVocabulary =
      classes()
          .that()
          .resideOutsideOfPackages(
              "dev.wend.connectors.file..",
              "dev.wend.connectors.parquet..",
              "dev.wend.connectors.kafka..",
              "dev.wend.connectors.output..",
              "dev.wend.connectors.http..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..",
              "dev.wend.connectors..",
              "dev.wend.event..",
              "com.fasterxml.jackson..",
              "org.erdtman.jcs..");

  @ArchTest
  static final ArchRule storesAndCompressionAreKnownByFilesAlone =
      classes()
          .that()
          .resideInAPackage("dev.wend.connectors.file..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..",
              "dev.wend.connectors",
              "dev.wend.connectors.file..",
              "dev.wend.event..",
              "org.apache.flink.core.fs..",
              "com.github.luben.zstd..",
              "org.tukaani.xz..");

  @ArchTest
  static final ArchRule parquetIsKnownByOnePackageAlone =
      classes()
          .that()
          .resideInAPackage("dev.wend.connectors.parquet..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..",
              "dev.wend.connectors..",
              "dev.wend.event..",
              "com.fasterxml.jackson..",
              "com.github.luben.zstd..",
              "io.airlift.compress..",
              "org.apache.flink.core.fs..",
              "org.apache.parquet..");

  @ArchTest
  static final ArchRule topicsAreKnownByOnePackageAlone =
      classes()
          .that()
          .resideInAPackage("dev.wend.connectors.kafka..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..",
              "dev.wend.connectors..",
              "dev.wend.event..",
              "com.fasterxml.jackson..",
              "org.apache.flink..",
              "org.apache.kafka..",
              "org.slf4j..");

  @ArchTest
  static final ArchRule whatLeavesTheJobNeedsNoBroker =
      classes()
          .that()
          .resideInAnyPackage("dev.wend.connectors.output..", "dev.wend.connectors.http..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..",
              "dev.wend.connectors",
              "dev.wend.connectors.output..",
              "dev.wend.connectors.http..",
              "dev.wend.event..",
              "com.fasterxml.jackson..",
              "org.apache.flink..",
              "org.slf4j..");

  @ArchTest
  static final ArchRule packagesHaveNoCycles =
      slices().matching("dev.wend.connectors.(*)..").should().beFreeOfCycles();
}
