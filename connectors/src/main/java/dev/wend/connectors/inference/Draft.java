package dev.wend.connectors.inference;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wend.event.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An input of a mapping file, proposed for the files that are like a sample. */
final class Draft {
  private static final int MAX_KINDS = 50;

  private final SampleFile sample;
  private final String kindsTable;
  private final Roles roles;
  private final List<String> unsure = new ArrayList<>();
  private final ObjectNode tables = Json.object();

  /**
   * A draft for files like the sample.
   *
   * @param kindsTable what its table of kinds is called
   */
  Draft(SampleFile sample, String kindsTable) {
    this.sample = sample;
    this.kindsTable = kindsTable;
    this.roles = Roles.of(sample.columns());
    unsure.addAll(sample.unsure());
    unsure.addAll(roles.unsure());
  }

  Roles roles() {
    return roles;
  }

  SampleFile sample() {
    return sample;
  }

  List<String> unsure() {
    return unsure;
  }

  /** Tables that the events look values up in. */
  ObjectNode tables() {
    return tables;
  }

  /** Whether customer and time were found, without which there is no event. */
  boolean isPossible() {
    return roles.of(Role.CUSTOMER).isPresent() && roles.of(Role.TIME).isPresent();
  }

  /** The input, for files whose names match. */
  ObjectNode input(String files) {
    ObjectNode input = Json.object().put("files", files);
    input.set("format", sample.format());
    ArrayNode events = input.putArray("events");
    Optional<Column> kind = roles.of(Role.KIND);
    Optional<Column> order = roles.of(Role.ORDER);
    if (kind.isPresent() && kind.get().distinct() <= MAX_KINDS) {
      events.add(byKind(kind.get()));
    } else if (order.isPresent()) {
      new OrderDraft(roles, order.get(), sample, unsure).events(this::frame).forEach(events::add);
    } else {
      events.add(custom(files));
    }
    return input;
  }

  private ObjectNode byKind(Column column) {
    ObjectNode kinds = tables.putObject(kindsTable).putObject("values");
    List<String> words = column.filled().stream().distinct().sorted().toList();
    words.forEach(word -> Kinds.of(word).ifPresent(known -> kinds.put(word, known.id())));
    List<String> unknown = words.stream().filter(word -> !kinds.has(word)).toList();
    if (!unknown.isEmpty()) {
      unsure.add("kinds of events that have no words here, and are custom: " + unknown);
    }
    ObjectNode event = Json.object();
    ObjectNode value = Json.object().put("from", column.source());
    if (kinds.isEmpty()) {
      tables.remove(kindsTable);
      event.put("kind", "custom");
    } else {
      event.set("kind", value.put("table", kindsTable).put("otherwise", "custom"));
    }
    event.put("name", column.source());
    event.setAll(frame());
    event.set("properties", properties());
    return event;
  }

  private ObjectNode custom(String files) {
    String name = files.replaceAll("\\.[a-z]+$", "").replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
    unsure.add("what happened: nothing says it, so all rows are custom events \"" + name + "\"");
    ObjectNode event = Json.object().put("kind", "custom");
    event.putObject("name").put("value", name.isEmpty() ? "Imported" : name);
    event.setAll(frame());
    event.set("properties", properties());
    return event;
  }

  /** Customer, message and time. */
  private ObjectNode frame() {
    ObjectNode event = Json.object();
    event.set("customerId", Values.id(roles.of(Role.CUSTOMER).orElseThrow()));
    roles.of(Role.MESSAGE).ifPresent(id -> event.set("messageId", Values.id(id)));
    event.set("timestamp", timestamp(roles.of(Role.TIME).orElseThrow()));
    return event;
  }

  private ObjectNode timestamp(Column column) {
    TimeGuess guess = column.time().orElseThrow();
    ObjectNode timestamp = Json.object().put("from", column.source());
    if (!guess.format().equals("iso")) {
      timestamp.put("format", guess.format());
    }
    if (guess.isLocal()) {
      timestamp.put("timeZone", "UTC");
      if (!guess.format().contains("'UTC'")) {
        unsure.add("the time zone: times in " + column.source() + " have none, UTC was taken");
      }
    }
    if (guess.isDayMonthUnsure()) {
      unsure.add("day and month in " + column.source() + ": taken as " + guess.format());
    }
    if (!guess.showsTimeOfDay(column)) {
      unsure.add(column.source() + " has days without time of day, which are read as 00:00");
    }
    return timestamp;
  }

  /** All that has no place in the event itself. */
  private ObjectNode properties() {
    ObjectNode properties = Json.object();
    for (Column column : sample.columns()) {
      boolean placed =
          List.of(Role.CUSTOMER, Role.TIME, Role.MESSAGE).stream()
              .anyMatch(role -> roles.of(role).filter(column::equals).isPresent());
      if (!placed) {
        Names.put(properties, Names.property(roles, column), Values.plain(column));
      }
    }
    for (Map.Entry<String, List<Column>> list : sample.lists().entrySet()) {
      Names.put(
          properties, Names.ofList(list.getKey()), Names.each(list.getKey(), list.getValue()));
    }
    return properties;
  }
}
