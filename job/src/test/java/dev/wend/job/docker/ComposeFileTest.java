package dev.wend.job.docker;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code docker/compose.yaml}, the image and the topics, as texts: no engine is asked. */
class ComposeFileTest {
  private static final Pattern FROM = Pattern.compile("(?m)^FROM (\\S+)");
  private static final Pattern IMAGE = Pattern.compile("[a-z./-]+:v?\\d+[.]\\d+[.]\\d+(-java17)?");
  private static final Pattern CREATED = Pattern.compile("(?m)^create (\\S+) ");
  private static final Pattern COMPACTED =
      Pattern.compile("(?m)^create (\\S+) .*cleanup[.]policy=compact");

  private JsonNode services;

  @BeforeEach
  void read() throws IOException {
    services = DeploymentFiles.yaml(DeploymentFiles.DOCKER.resolve("compose.yaml")).get("services");
  }

  @Test
  void imagesHaveVersions() throws IOException {
    Set<String> images = new TreeSet<>();
    services.forEach(service -> images.add(value(service, "image").asText()));
    images.addAll(
        DeploymentFiles.found(
            FROM, Files.readString(DeploymentFiles.DOCKER.resolve("Dockerfile"))));

    assertThat(images).hasSize(5).allMatch(image -> IMAGE.matcher(image).matches());
  }

  @Test
  void everyServiceIsWatchedOrRunsOnce() {
    Set<String> awaited = new TreeSet<>();
    services.forEach(
        service ->
            service
                .path("depends_on")
                .properties()
                .forEach(
                    entry -> {
                      assertThat(services.has(entry.getKey())).as(entry.getKey()).isTrue();
                      if (entry.getValue().path("condition").asText().endsWith("successfully")) {
                        awaited.add(entry.getKey());
                      }
                    }));

    assertThat(awaited).containsExactly("topics");
    for (Map.Entry<String, JsonNode> service : services.properties()) {
      assertThat(service.getValue().has("healthcheck"))
          .as(service.getKey())
          .isNotEqualTo(awaited.contains(service.getKey()));
      assertThat(service.getValue().path("restart").asText())
          .as(service.getKey())
          .isIn("unless-stopped", "no");
    }
  }

  @Test
  void whatIsMountedIsThere() {
    List<String> mounted = new ArrayList<>();
    services.forEach(
        service ->
            value(service, "volumes")
                .forEach(volume -> mounted.add(volume.asText().split(":", -1)[0])));

    assertThat(mounted)
        .filteredOn(source -> source.startsWith("."))
        .hasSize(4)
        .allMatch(source -> Files.exists(DeploymentFiles.DOCKER.resolve(source)));
  }

  @Test
  void theTopicsOfTheConfigurationAreCreated() throws IOException {
    JsonNode configuration = DeploymentFiles.yaml(Path.of("../conf/wend.yaml"));
    Set<String> topics = new TreeSet<>();
    configuration.at("/source/kafka/topics").forEach(topic -> topics.add(topic.asText()));
    topics.add(configuration.at("/scenarios/controlTopic").asText());
    configuration.at("/sinks").forEach(sink -> topics.add(sink.path("topic").asText()));

    String script = Files.readString(DeploymentFiles.DOCKER.resolve("kafka/create-topics.sh"));
    assertThat(DeploymentFiles.found(CREATED, script)).isEqualTo(topics);
    assertThat(DeploymentFiles.found(COMPACTED, script))
        .containsExactlyInAnyOrder("wend-control", "wend-status");
  }

  @Test
  void everyYamlAndJsonFileCanBeRead() throws IOException {
    for (Path file : DeploymentFiles.ending(".yaml", ".yml")) {
      assertThat(DeploymentFiles.yaml(file).isObject()).as(file.toString()).isTrue();
    }
    assertThat(DeploymentFiles.ending(".json")).isNotEmpty();
    for (Path file : DeploymentFiles.ending(".json")) {
      assertThat(DeploymentFiles.json(file).isObject()).as(file.toString()).isTrue();
    }
  }

  /** A value of a service, or that which its template brings in. */
  private static JsonNode value(JsonNode service, String key) {
    return service.has(key) ? service.get(key) : service.path("<<").path(key);
  }
}
