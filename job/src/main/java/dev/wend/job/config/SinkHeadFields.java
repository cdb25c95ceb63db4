package dev.wend.job.config;

import dev.wend.event.Channel;
import dev.wend.parse.node.NodeType;
import dev.wend.parse.node.NodeTypes;
import dev.wend.parse.shape.Field;
import dev.wend.parse.shape.ObjectShape;
import dev.wend.parse.shape.TextShape;
import dev.wend.parse.shape.Values;
import dev.wend.parse.shape.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/** The keys that sinks of all kinds have. */
final class SinkHeadFields {
  private static final List<String> ACTION_TYPES =
      NodeTypes.ALL.stream().filter(SinkHeadFields::isAction).map(NodeType::name).toList();

  private static final Field<String> NAME =
      Field.required("name", Texts.SINK_NAME, "what the sink is known by");
  private static final Field<String> KIND =
      Field.required("kind", TextShape.ANY, "kafka, files, console or http");
  private static final Field<Output> FOR =
      Field.required(
          "for",
          Words.of("an output", List.of(Output.values()), Output::id),
          "actions, trace, status, late or dead-letter");
  private static final Field<List<String>> TYPES =
      Field.optional(
          "types",
          Several.notEmpty(
              "types of actions", Words.of("a type of action", ACTION_TYPES, type -> type)),
          "which actions, by their type; all unless given");
  private static final Field<List<Channel>> CHANNELS =
      Field.optional(
          "channels",
          Several.notEmpty(
              "channels", Words.of("a channel", List.of(Channel.values()), Channel::id)),
          "which actions, by their channel; all unless given");

  private SinkHeadFields() {}

  /** A sink with {@code fields} of its own. */
  static ObjectShape<SinkSettings> sink(
      String description,
      List<Field<?>> fields,
      BiFunction<SinkHead, Values, SinkSettings> constructor) {
    List<Field<?>> all = new ArrayList<>(List.of(NAME, KIND, FOR, TYPES, CHANNELS));
    all.addAll(fields);
    return ObjectShape.of(description, all, values -> constructor.apply(head(values), values))
        .with(List.of(new OnlyActionsAreChosen(List.of(TYPES.name(), CHANNELS.name()))));
  }

  private static SinkHead head(Values values) {
    ActionSelection selection =
        new ActionSelection(
            values.find(TYPES).orElse(List.of()), values.find(CHANNELS).orElse(List.of()));
    return new SinkHead(values.get(NAME), values.get(FOR), selection);
  }

  /** Actions are the nodes that have a channel (SEMANTICS.md section 3). */
  private static boolean isAction(NodeType type) {
    return type.shape().fields().stream().anyMatch(field -> field.name().equals("channel"));
  }
}
