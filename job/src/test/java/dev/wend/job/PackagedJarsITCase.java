package dev.wend.job;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.wend.check.ScenarioChecker;
import dev.wend.scenario.Node;
import dev.wend.scenario.Scenario;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The two jars as they were packaged. */
class PackagedJarsITCase {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path STAND_ALONE = Path.of("target/wend.jar");
  private static final Path CLUSTER = Path.of("target/wend-job.jar");
  private static final List<String> IN_CLUSTER_JAR =
      List.of(
          "dev/wend/",
          "com/fasterxml/jackson/",
          "com/google/re2j/",
          "org/erdtman/jcs/",
          "picocli/",
          "org/snakeyaml/engine/",
          "com/github/freva/asciitable/",
          "me/tongfei/progressbar/",
          "org/jline/",
          "org/apache/flink/connector/kafka/",
          "org/apache/flink/streaming/connectors/kafka/",
          "org/apache/flink/streaming/util/serialization/",
          "org/apache/kafka/",
          "kafka/kafka-version.properties",
          "com/github/luben/zstd/",
          "org/tukaani/xz/",
          "net/jpountz/",
          "org/xerial/snappy/",
          "org/apache/parquet/",
          "shaded/parquet/",
          "org/apache/hadoop/",
          "io/airlift/compress/",
          "org/locationtech/jts/",
          "org/apache/commons/pool/",
          "darwin/",
          "linux/",
          "win/",
          "LICENSE",
          "NOTICE",
          "META-INF/");

  @TempDir private Path directory;

  @Test
  void theReadmeCommandRuns() throws IOException, InterruptedException {
    Path out = directory.resolve("replay");
    Process replay =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                STAND_ALONE.toString(),
                "replay",
                "--scenarios",
                "../conf/scenarios",
                "--events",
                "../conf/sample",
                "--out",
                out.toString(),
                "--report",
                directory.resolve("report").toString())
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve("printed").toFile())
            .start();

    assertThat(replay.waitFor()).as(this::printed).isZero();
    assertThat(actionsDone(out.resolve("actions.jsonl")))
        .as("the sample brings out every action of every example")
        .isEqualTo(actionsWritten(Path.of("../conf/scenarios")));
    assertThat(out.resolve("trace.jsonl")).isNotEmptyFile();
    assertThat(out.resolve("dead-letter.jsonl")).isNotEmptyFile();
    assertThat(out.resolve("summary.json")).isNotEmptyFile();
    assertThat(directory.resolve("report").resolve("index.html")).isNotEmptyFile();
    assertThat(printed()).doesNotContain("WARN", "ERROR", "Exception");
  }

  @Test
  void theStandAloneJarReadsParquet() throws IOException, InterruptedException {
    Path out = directory.resolve("replay");
    Process replay =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                STAND_ALONE.toString(),
                "replay",
                "--quiet",
                "--scenarios",
                "../conf/scenarios",
                "--events",
                "../connectors/src/test/resources/**/native-{none,snappy,gzip,zstd,lz4}.parquet",
                "--out",
                out.toString())
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve("printed").toFile())
            .start();

    assertThat(replay.waitFor()).as(this::printed).isZero();
    assertThat(JSON.readTree(out.resolve("summary.json").toFile()).at("/input/events").asInt())
        .isEqualTo(5 * 6);
    assertThat(out.resolve("dead-letter.jsonl")).isEmptyFile();
  }

  @Test
  void brokersThatDoNotAnswerAreOneLine() throws IOException, InterruptedException {
    Process status =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                STAND_ALONE.toString(),
                "status",
                "--set=source.kafka.bootstrapServers=127.0.0.1:1",
                "--set=source.kafka.topics=events")
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve("printed").toFile())
            .start();

    assertThat(status.waitFor()).as(this::printed).isEqualTo(3);
    assertThat(printed().lines()).containsExactly("error: no answer from the brokers 127.0.0.1:1");
  }

  private static SortedSet<String> actionsDone(Path actions) throws IOException {
    SortedSet<String> done = new TreeSet<>();
    for (String line : Files.readAllLines(actions)) {
      JsonNode action = JSON.readTree(line);
      done.add(action.path("scenarioId").asText() + " " + action.path("nodeId").asText());
    }
    return done;
  }

  private static SortedSet<String> actionsWritten(Path scenarios) throws IOException {
    SortedSet<String> written = new TreeSet<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(scenarios)) {
      for (Path file : files) {
        Scenario scenario =
            ScenarioChecker.check(file.toString(), Files.readString(file))
                .scenario()
                .orElseThrow()
                .scenario();
        scenario.nodes().stream()
            .filter(Node.Action.class::isInstance)
            .forEach(node -> written.add(scenario.id() + " " + node.id()));
      }
    }
    return written;
  }

  private String printed() {
    try {
      return Files.readString(directory.resolve("printed"));
    } catch (IOException unreadable) {
      return unreadable.toString();
    }
  }

  @Test
  void theStandAloneJarOpensWhatFlinkNeeds() throws IOException {
    try (JarFile jar = new JarFile(STAND_ALONE.toFile())) {
      Attributes manifest = jar.getManifest().getMainAttributes();
      assertThat(manifest.getValue(Attributes.Name.MAIN_CLASS)).isEqualTo("dev.wend.job.cli.Main");
      assertThat(manifest.getValue(Attributes.Name.MULTI_RELEASE)).isEqualTo("true");
      assertThat(manifest.getValue("Add-Opens").split(" ", -1))
          .contains("java.base/java.lang", "java.base/java.util", "java.base/java.time");
      assertThat(jar.stream().map(Object::toString))
          .contains("log4j2.properties", "flink-rpc-akka.jar")
          .noneMatch(name -> name.matches("META-INF/[^/]*[.](SF|DSA|RSA)"));
    }
  }

  @Test
  void theClusterJarHoldsNothingThatAClusterHasAndNoLogging() throws IOException {
    try (JarFile jar = new JarFile(CLUSTER.toFile())) {
      assertThat(jar.stream().filter(entry -> !entry.isDirectory()).map(Object::toString))
          .allMatch(name -> IN_CLUSTER_JAR.stream().anyMatch(name::startsWith));
    }
    assertThat(CLUSTER.toFile().length()).isLessThan(34_000_000L);
  }

  @Test
  void theClusterJarLacksNothingThatAClusterDoesNotHave() {
    assertThat(missingInClusterJar("none")).anyMatch(line -> line.contains("org.apache.flink"));
    assertThat(missingInClusterJar(provided())).isEmpty();
  }

  @Test
  void theStandAloneJarDraws() throws IOException, InterruptedException {
    Path out = directory.resolve("scenario.svg");

    assertThat(explain(STAND_ALONE.toString(), out)).as(this::printed).isZero();
    assertThat(out).content().startsWith("<svg ").contains("data-node=");
  }

  @Test
  void theClusterJarSaysThatItDoesNotDraw() throws IOException, InterruptedException {
    String classPath = CLUSTER + File.pathSeparator + provided();

    assertThat(explain(classPath, directory.resolve("out"))).as(this::printed).isEqualTo(3);
    assertThat(printed().lines().filter(line -> !line.startsWith("SLF4J")))
        .containsExactly(
            "error: this jar, which is for clusters, cannot draw; take wend.jar, or --format mermaid");
  }

  private int explain(String classPath, Path out) throws IOException, InterruptedException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            classPath,
            "dev.wend.job.cli.Main",
            "explain",
            "../conf/scenarios/abandoned-cart.json",
            "--format=svg",
            "--out=" + out)
        .redirectErrorStream(true)
        .redirectOutput(directory.resolve("printed").toFile())
        .start()
        .waitFor();
  }

  /** What a cluster has itself, of the class path of this test. */
  private static String provided() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
        .filter(
            path ->
                Path.of(path)
                    .getFileName()
                    .toString()
                    .matches("(flink-(?!connector-kafka)|slf4j-api-).*"))
        .collect(Collectors.joining(File.pathSeparator));
  }

  /** What the project's own classes in the jar refer to and neither it nor the class path has. */
  private static List<String> missingInClusterJar(String classPath) {
    StringWriter found = new StringWriter();
    PrintWriter printer = new PrintWriter(found);
    int exitCode =
        ToolProvider.findFirst("jdeps")
            .orElseThrow()
            .run(
                printer,
                printer,
                "--multi-release",
                "17",
                "--missing-deps",
                "--class-path",
                classPath,
                CLUSTER.toString());
    assertThat(exitCode).as(found.toString()).isZero();
    return found.toString().lines().filter(line -> line.strip().startsWith("dev.wend.")).toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"target/wend.jar", "target/wend-job.jar"})
  void bothCarryLicenceAndNotice(String path) throws IOException {
    try (JarFile jar = new JarFile(path)) {
      assertThat(text(jar, "META-INF/LICENSE")).contains("Apache License");
      assertThat(text(jar, "META-INF/NOTICE")).contains("Wend", "Jackson");
    }
  }

  private static String text(JarFile jar, String name) throws IOException {
    try (InputStream content = jar.getInputStream(jar.getEntry(name))) {
      return new String(content.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
