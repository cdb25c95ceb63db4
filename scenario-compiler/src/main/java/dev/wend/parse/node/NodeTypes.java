package dev.wend.parse.node;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wend.event.Json;
import dev.wend.issue.DidYouMean;
import dev.wend.issue.IssueCode;
import dev.wend.parse.shape.Definition;
import dev.wend.parse.shape.Reading;
import dev.wend.parse.shape.SchemaDefinitions;
import dev.wend.parse.shape.Shape;
import dev.wend.parse.tree.ObjectTree;
import dev.wend.parse.tree.Tree;
import dev.wend.scenario.Node;
import java.util.List;
import java.util.Optional;

/** All node types; a new one is one line here and one file beside. */
public final class NodeTypes implements Shape<Node> {
  /** In the order of the contract's table. */
  public static final List<NodeType> ALL =
      List.of(
          TriggerNode.TYPE,
          ConditionNode.TYPE,
          DelayNode.TYPE,
          SleepNode.TYPE,
          WaitUntilNode.TYPE,
          WaitForNode.TYPE,
          SplitNode.TYPE,
          SendEmailNode.TYPE,
          SendPushNode.TYPE,
          SendSmsNode.TYPE,
          SendCouponNode.TYPE,
          DynamicContentNode.TYPE,
          AddTagNode.TYPE,
          RemoveTagNode.TYPE,
          UpdateFieldNode.TYPE,
          WebhookNode.TYPE,
          EndNode.TYPE);

  /** A node of any type. */
  public static final Shape<Node> NODE = new NodeTypes();

  private static final List<String> NAMES = ALL.stream().map(NodeType::name).toList();

  private NodeTypes() {}

  @Override
  public Optional<Node> read(Tree value, Reading reading) {
    if (!(value instanceof ObjectTree object)) {
      return reading.hole(
          IssueCode.WRONG_TYPE,
          value.location(),
          "expected a node (an object), found " + value.description());
    }
    Optional<Tree> written = object.find("type");
    if (written.isEmpty()) {
      return reading.hole(
          IssueCode.MISSING_KEY, value.location(), "the key 'type' is missing: the node's type");
    }
    Optional<String> name = object.text("type");
    Optional<NodeType> type =
        ALL.stream().filter(known -> name.equals(Optional.of(known.name()))).findFirst();
    if (type.isEmpty()) {
      return reading
          .at("type")
          .hole(
              IssueCode.UNKNOWN_NODE_TYPE, written.get().location(), message(written.get(), name));
    }
    Optional<Node> node = type.get().shape().read(value, reading);
    node.ifPresent(read -> reading.note(new NodeRead(reading.pointer(), read)));
    return node;
  }

  private static String message(Tree written, Optional<String> name) {
    String question =
        name.map(text -> DidYouMean.question(text, NAMES))
            .filter(text -> !text.isEmpty())
            .orElse("; the types are " + String.join(", ", NAMES));
    return "expected a node type, found " + written.description() + question;
  }

  @Override
  public ObjectNode schema(SchemaDefinitions definitions) {
    ObjectNode schema = Json.object();
    ArrayNode choices = schema.putArray("oneOf");
    for (NodeType type : ALL) {
      choices.add(definitions.refer(new Definition<>("node-" + type.name(), type::shape)));
    }
    return schema;
  }
}
