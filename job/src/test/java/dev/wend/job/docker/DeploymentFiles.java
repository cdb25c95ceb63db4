package dev.wend.job.docker;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wend.event.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** What is in {@code docker/} and {@code conf/}. */
final class DeploymentFiles {
  static final Path DOCKER = Path.of("../docker");

  private DeploymentFiles() {}

  /** All files below {@code docker/} whose names end so. */
  static List<Path> ending(String... ends) throws IOException {
    try (Stream<Path> files = Files.walk(DOCKER)) {
      return files
          .filter(file -> Stream.of(ends).anyMatch(end -> file.toString().endsWith(end)))
          .sorted()
          .toList();
    }
  }

  /** A YAML file as a tree; what {@code <<} brings in is under that key. */
  static JsonNode yaml(Path file) throws IOException {
    Object tree =
        new Load(LoadSettings.builder().setLabel(file.toString()).build())
            .loadFromString(Files.readString(file));
    return Json.MAPPER.valueToTree(tree);
  }

  static JsonNode json(Path file) throws IOException {
    return Json.MAPPER.readTree(Files.readString(file));
  }

  /** All that a pattern's group finds in a text. */
  static Set<String> found(Pattern pattern, String text) {
    Set<String> found = new TreeSet<>();
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      found.add(matcher.group(1));
    }
    return found;
  }
}
