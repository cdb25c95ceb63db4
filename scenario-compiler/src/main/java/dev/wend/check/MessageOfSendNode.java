package dev.wend.check;

import dev.wend.event.EventKind;
import dev.wend.issue.IssueCode;
import dev.wend.parse.ParsedNode;
import dev.wend.parse.node.NodeTypes;
import dev.wend.parse.tree.ObjectTree;
import dev.wend.parse.value.NodeReference.MessageUse;
import java.util.List;
import java.util.Optional;

/** {@code of} names a send node for such events, which lies on every path to the condition (section 3). */
final class MessageOfSendNode implements Rule {
  @Override
  public void check(Inspection inspection) {
    for (MessageUse use : inspection.parsed().messageUses()) {
      inspection.graph().find(use.target()).ifPresent(sender -> check(inspection, use, sender));
    }
  }

  private static void check(Inspection inspection, MessageUse use, ParsedNode sender) {
    Optional<List<String>> senders = eventOf(inspection, use).map(MessageOfSendNode::senders);
    boolean sends = senders.map(types -> types.stream().anyMatch(sender::isType)).orElse(true);
    if (!sends && isKnown(sender)) {
      inspection.error(
          IssueCode.NOT_A_SEND_NODE,
          use.pointer(),
          "'"
              + use.target()
              + "' is a "
              + sender.type().orElse("node")
              + "; for this event name a node of type "
              + String.join(" or ", senders.orElseThrow()));
      return;
    }
    if (inspection.graph().isComplete()
        && inspection.graph().isReachedAvoiding(owner(inspection, use), sender)) {
      inspection.error(
          IssueCode.NOT_ALWAYS_SENT,
          use.pointer(),
          "the node '" + use.target() + "' must lie on every path from a trigger to this node");
    }
  }

  private static boolean isKnown(ParsedNode node) {
    return NodeTypes.ALL.stream().anyMatch(type -> node.isType(type.name()));
  }

  private static ParsedNode owner(Inspection inspection, MessageUse use) {
    return inspection.graph().nodes().get(use.pointer().tail().getMatchingIndex());
  }

  private static Optional<EventKind> eventOf(Inspection inspection, MessageUse use) {
    return inspection
        .parsed()
        .locations()
        .find(use.pointer().head())
        .filter(ObjectTree.class::isInstance)
        .flatMap(matcher -> ((ObjectTree) matcher).text("event"))
        .flatMap(EventKind::of);
  }

  private static List<String> senders(EventKind kind) {
    return switch (kind) {
      case PUSH_SENT, PUSH_DELIVERED, PUSH_OPENED, PUSH_CLICKED, PUSH_BOUNCED ->
          List.of("send-push");
      default -> List.of("send-email", "send-coupon");
    };
  }
}
