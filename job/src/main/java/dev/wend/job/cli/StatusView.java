package dev.wend.job.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wend.connectors.kafka.StatusLog;
import dev.wend.event.Json;
import dev.wend.event.StatusKind;
import dev.wend.event.StatusRecord;
import dev.wend.event.Utf8Order;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a job said last.
 *
 * @param watermark up to where all customers were carried, epoch milliseconds
 * @param scenarios by id
 * @param unreadable how many messages are no status records
 */
record StatusView(OptionalLong watermark, List<Scenario> scenarios, long unreadable) {

  /**
   * A scenario.
   *
   * @param id empty for refused documents that have none
   * @param settled the last record of whether it runs
   * @param latest the last record
   */
  record Scenario(String id, Optional<StatusRecord> settled, StatusRecord latest) {
    /** Whether it runs, or where that was not said, the last answer. */
    StatusKind state() {
      return settled.orElse(latest).kind();
    }

    /** Of what runs or ran, else of the last document. */
    OptionalLong version() {
      return settled.orElse(latest).scenarioVersion();
    }

    /** The last record, unless it only says what {@link #settled} says. */
    Optional<StatusRecord> lastAnswer() {
      return switch (latest.kind()) {
        case REFUSED -> Optional.of(latest);
        case ACCEPTED -> Optional.of(latest).filter(accepted -> !isSettled(accepted));
        case UNCHANGED -> Optional.of(latest).filter(unknown -> settled.isEmpty());
        case RUNNING, STOPPED, PROGRESS -> Optional.empty();
      };
    }

    /** Records of one moment may be read in any order. */
    private boolean isSettled(StatusRecord accepted) {
      return settled.flatMap(StatusRecord::request).equals(accepted.request());
    }

    private Scenario then(StatusRecord next) {
      boolean settles = next.kind() == StatusKind.RUNNING || next.kind() == StatusKind.STOPPED;
      return new Scenario(id, settles ? Optional.of(next) : settled, next);
    }
  }

  static StatusView of(StatusLog log) {
    OptionalLong watermark = OptionalLong.empty();
    SortedMap<String, Scenario> scenarios = new TreeMap<>(Utf8Order.INSTANCE);
    for (StatusRecord record : log.records()) {
      if (record.kind() == StatusKind.PROGRESS) {
        watermark = record.timestamp();
      } else {
        String id = record.scenarioId().orElse("");
        Scenario before = scenarios.getOrDefault(id, new Scenario(id, Optional.empty(), record));
        scenarios.put(id, before.then(record));
      }
    }
    return new StatusView(watermark, List.copyOf(scenarios.values()), log.unreadable());
  }

  /** A time as {@code wend replay --as-of} takes it, to the millisecond. */
  static String instant(long millis) {
    return Instant.ofEpochMilli(millis).toString();
  }

  /** For programs; times are epoch milliseconds. */
  ObjectNode toJson() {
    ObjectNode json = Json.object();
    watermark.ifPresent(millis -> json.put("watermark", millis));
    ArrayNode list = json.putArray("scenarios");
    scenarios.forEach(scenario -> list.add(toJson(scenario)));
    json.put("unreadable", unreadable);
    return json;
  }

  private static ObjectNode toJson(Scenario scenario) {
    ObjectNode json = Json.object();
    if (!scenario.id().isEmpty()) {
      json.put("scenarioId", scenario.id());
    }
    scenario.version().ifPresent(version -> json.put("scenarioVersion", version));
    json.put("state", scenario.state().id());
    scenario
        .settled()
        .map(StatusRecord::timestamp)
        .filter(OptionalLong::isPresent)
        .ifPresent(
            time ->
                json.put(
                    scenario.state() == StatusKind.RUNNING ? "from" : "until", time.getAsLong()));
    scenario.lastAnswer().ifPresent(answer -> json.set("lastAnswer", answer.toJson()));
    return json;
  }
}
