package dev.wend.job.live;

import dev.wend.job.operator.ScenarioDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A scenario that mails the text of what was viewed, two that call each other for ever, and two that make more than a step may. */
final class Cascades {
  static final String MAIL =
      """
      "type": "send-email", "template": "t", "data": { "text": { "from": "trigger:/properties/text" } }""";

  private static final String SET_FIELD =
      """
      "type": "update-field", "field": "/f", "value": 1""";

  private Cascades() {}

  static List<ScenarioDocument> scenarios() {
    return List.of(
        file("viewed", document("viewed", "\"product-viewed\"", MAIL)),
        file("on", document("on", "\"tag-added\", \"tag\": \"x\"", tag("remove-tag", "x"))),
        file("off", document("off", "\"tag-removed\", \"tag\": \"x\"", tag("add-tag", "x"))),
        file("form", document("form", "\"form-submitted\"", repeated(10, SET_FIELD))),
        file(
            "field", document("field", "\"profile-updated\"", repeated(110, tag("add-tag", "t")))));
  }

  /** The scenarios as files for a replay. */
  static Path write(Path directory) throws IOException {
    Files.createDirectories(directory);
    for (ScenarioDocument scenario : scenarios()) {
      Files.writeString(directory.resolve(scenario.name()), scenario.text());
    }
    return directory;
  }

  private static ScenarioDocument file(String name, String text) {
    return new ScenarioDocument(name + ".json", text);
  }

  private static String tag(String type, String tag) {
    return "\"type\": \"%s\", \"tag\": \"%s\"".formatted(type, tag);
  }

  private static String[] repeated(int times, String action) {
    return Collections.nCopies(times, action).toArray(String[]::new);
  }

  /** What is triggered does one action after the other, and is over a moment later. */
  static String document(String id, String trigger, String... actions) {
    String nodes =
        IntStream.range(0, actions.length)
            .mapToObj(
                node ->
                    "{ \"id\": \"n%d\", %s, \"next\": \"n%d\" },"
                        .formatted(node, actions[node], node + 1))
            .collect(Collectors.joining("\n"));
    return """
        { "id": "%s", "version": 1, "name": "x", "status": "active", "nodes": [
          { "id": "on", "type": "trigger", "on": { "event": %s }, "next": "n0" },
          %s
          { "id": "n%d", "type": "delay", "for": "PT3S", "next": "done" },
          { "id": "done", "type": "end" } ] }
        """
        .formatted(id, trigger, nodes, actions.length);
  }
}
