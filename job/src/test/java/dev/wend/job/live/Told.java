package dev.wend.job.live;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wend.event.Json;
import dev.wend.event.StatusKind;
import dev.wend.event.StatusRecord;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** What a job has written, in few words; times are those since the beginning of a story. */
record Told(LiveRun run, long beginning) {

  /** Template and customer of each action. */
  List<String> actions() {
    return run.written("actions").stream()
        .map(Told::json)
        .map(
            action ->
                "%s to %s at %s"
                    .formatted(
                        action.path("template").asText(),
                        action.path("customerId").asText(),
                        time(action.path("timestamp").asLong())))
        .toList();
  }

  /** Customer, kind, reason or decision or node, and version of each trace record. */
  List<String> trace() {
    return run.written("trace").stream()
        .map(Told::json)
        .map(
            record ->
                "%s %s %s at %s of %d"
                    .formatted(
                        record.path("customerId").asText(),
                        record.path("kind").asText(),
                        record
                            .path("reason")
                            .asText(record.path("decision").asText(record.path("nodeId").asText())),
                        time(record.path("timestamp").asLong()),
                        record.path("scenarioVersion").asInt()))
        .toList();
  }

  /** Scenario, kind, version and time of each answer. */
  List<String> answers() {
    return run.status().stream()
        .filter(status -> status.kind() != StatusKind.PROGRESS)
        .map(this::answer)
        .toList();
  }

  /** Likewise, of one answer. */
  String answer(StatusRecord status) {
    return status.scenarioId().orElse("nobody")
        + " "
        + status.kind().id()
        + status.scenarioVersion().stream()
            .mapToObj(version -> " " + version)
            .collect(Collectors.joining())
        + status.timestamp().stream()
            .mapToObj(timestamp -> " at " + time(timestamp))
            .collect(Collectors.joining());
  }

  private String time(long timestamp) {
    return Duration.ofMillis(timestamp - beginning).toString().substring(2);
  }

  static JsonNode json(String line) {
    return Json.read(line.getBytes(StandardCharsets.UTF_8));
  }
}
