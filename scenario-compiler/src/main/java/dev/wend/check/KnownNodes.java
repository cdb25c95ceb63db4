package dev.wend.check;

import com.fasterxml.jackson.core.JsonPointer;
import dev.wend.issue.DidYouMean;
import dev.wend.issue.IssueCode;
import dev.wend.parse.ParsedNode;
import dev.wend.parse.value.NodeReference.Link;
import dev.wend.parse.value.NodeReference.MessageUse;

/** What a document names as a node is one (sections 2 and 3). */
final class KnownNodes implements Rule {
  @Override
  public void check(Inspection inspection) {
    for (ParsedNode node : inspection.graph().nodes()) {
      for (Link link : node.links()) {
        check(inspection, link.pointer(), link.target());
      }
    }
    for (MessageUse use : inspection.parsed().messageUses()) {
      check(inspection, use.pointer(), use.target());
    }
  }

  private static void check(Inspection inspection, JsonPointer pointer, String target) {
    if (inspection.graph().find(target).isEmpty()) {
      inspection.error(
          IssueCode.UNKNOWN_NODE,
          pointer,
          "there is no node '"
              + target
              + "'"
              + DidYouMean.question(target, inspection.graph().ids()));
    }
  }
}
