package dev.wend.parse.node;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wend.event.Channel;
import dev.wend.event.Json;
import dev.wend.matcher.Operand;
import dev.wend.matcher.Reference.Source;
import dev.wend.parse.shape.Field;
import dev.wend.parse.shape.ListShape;
import dev.wend.parse.shape.MapShape;
import dev.wend.parse.shape.Values;
import dev.wend.parse.shape.Words;
import dev.wend.parse.value.CatalogueList;
import dev.wend.parse.value.Names;
import dev.wend.parse.value.OperandShape;
import dev.wend.scenario.ActionSettings;
import dev.wend.scenario.ActionSettings.OnConsentMissing;
import dev.wend.scenario.ActionType;
import dev.wend.scenario.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What all actions have in common. */
final class ActionNode {
  static final Field<String> TEMPLATE =
      Field.required("template", CatalogueList.TEMPLATES, "what is sent");
  static final Field<List<String>> CONSENTS =
      Field.optional(
          "consents",
          ListShape.of("consents", Names.NAME),
          "all must be held at the moment of sending");
  static final Field<OnConsentMissing> ON_CONSENT_MISSING =
      Field.optional(
          "onConsentMissing",
          Words.of(
              "what to do without consent",
              List.of(OnConsentMissing.values()),
              OnConsentMissing::id),
          "what to do without consent; skip unless given");
  static final Field<String> OPT_OUT_PAGE =
      Field.optional("optOutPage", CatalogueList.PAGES, "where a customer can object");
  static final Field<Map<String, Operand>> DATA =
      Field.optional(
          "data",
          new MapShape<>("data", new OperandShape(List.of(Source.values()))),
          "names with literals or references, resolved when the action is decided");

  private static final Field<Channel> CHANNEL =
      Field.optional(
          "channel",
          Words.of("a channel", List.of(Channel.values()), Channel::id),
          "where it is to be delivered, by which sinks can route; online unless given");

  private ActionNode() {}

  /** An action with {@code fields} of its own and a channel. */
  static NodeType of(ActionType type, String description, List<Field<?>> fields) {
    List<Field<?>> all = new ArrayList<>(fields);
    all.add(CHANNEL);
    all.add(NodeType.NEXT);
    return NodeType.of(
        type.id(),
        description,
        all,
        values ->
            new Node.Action(
                values.get(NodeType.ID),
                type,
                settings(values, fields),
                values.get(NodeType.NEXT)));
  }

  private static ActionSettings settings(Values values, List<Field<?>> fields) {
    ObjectNode own = Json.object();
    for (Field<?> field : fields) {
      if (!field.name().equals(DATA.name())) {
        values.written(field).ifPresent(written -> own.set(field.name(), written.toJson()));
      }
    }
    return new ActionSettings(
        values.find(CHANNEL).orElse(Channel.ONLINE),
        own,
        values.find(DATA).orElse(Map.of()),
        values.find(CONSENTS).orElse(List.of()),
        values.find(ON_CONSENT_MISSING).orElse(OnConsentMissing.SKIP));
  }
}
