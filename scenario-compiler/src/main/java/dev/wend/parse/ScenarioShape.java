package dev.wend.parse;

import dev.wend.parse.node.NodeTypes;
import dev.wend.parse.shape.Field;
import dev.wend.parse.shape.IntegerShape;
import dev.wend.parse.shape.ListShape;
import dev.wend.parse.shape.ObjectShape;
import dev.wend.parse.shape.TextShape;
import dev.wend.parse.shape.Values;
import dev.wend.parse.shape.Words;
import dev.wend.parse.value.Moments;
import dev.wend.parse.value.Names;
import dev.wend.scenario.Node;
import dev.wend.scenario.Scenario;
import dev.wend.scenario.Scenario.Status;
import dev.wend.scenario.Settings;
import dev.wend.scenario.WrittenMoment;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;

/** The top level of a document (SEMANTICS.md section 2). */
final class ScenarioShape {
  private static final Field<String> ID =
      Field.required("id", Names.ID, "what the scenario is known by");
  private static final Field<Long> VERSION =
      Field.required("version", IntegerShape.LARGE, "1 for the first version");
  private static final Field<String> NAME =
      Field.required("name", Names.NAME, "what people call it");
  private static final Field<String> DESCRIPTION =
      Field.optional("description", TextShape.ANY, "what it is for");
  private static final Field<Status> STATUS =
      Field.required(
          "status", Words.of("a status", List.of(Status.values()), Status::id), "whether it runs");
  private static final Field<ZoneId> TIME_ZONE =
      Field.optional(
          "timeZone", Moments.ZONE, "in which local date-times are read; UTC unless given");
  private static final Field<WrittenMoment> ACTIVE_FROM =
      Field.optional("activeFrom", Moments.MOMENT, "from when on customers enter");
  private static final Field<WrittenMoment> ACTIVE_UNTIL =
      Field.optional("activeUntil", Moments.MOMENT, "until when, exclusive, customers enter");
  private static final Field<Settings> SETTINGS =
      Field.optional("settings", SettingsShape.SHAPE, "what holds for all its instances");
  private static final Field<List<Node>> NODES =
      Field.required("nodes", ListShape.of("nodes", NodeTypes.NODE), "the graph");

  static final ObjectShape<Scenario> SHAPE =
      ObjectShape.of(
          "a scenario",
          List.of(
              ID,
              VERSION,
              NAME,
              DESCRIPTION,
              STATUS,
              TIME_ZONE,
              ACTIVE_FROM,
              ACTIVE_UNTIL,
              SETTINGS,
              NODES),
          ScenarioShape::scenario);

  private ScenarioShape() {}

  private static Scenario scenario(Values values) {
    ZoneId zone = values.find(TIME_ZONE).orElse(ZoneOffset.UTC);
    return new Scenario(
        values.get(ID),
        values.get(VERSION),
        values.get(NAME),
        values.find(DESCRIPTION).orElse(""),
        values.get(STATUS),
        zone,
        values.find(ACTIVE_FROM).map(moment -> moment.instant(zone)),
        values.find(ACTIVE_UNTIL).map(moment -> moment.instant(zone)),
        values.find(SETTINGS).orElse(Settings.DEFAULT),
        values.get(NODES));
  }
}
