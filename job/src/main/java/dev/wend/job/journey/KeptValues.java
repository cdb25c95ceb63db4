package dev.wend.job.journey;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.wend.matcher.Reference;
import java.util.List;

/**
 * What an instance kept of the event by which it entered; the event itself is gone.
 *
 * @param references which the version on which it entered names of the triggering event
 * @param values in the same order
 */
record KeptValues(List<Reference> references, List<JsonNode> values) {

  /** What another version names of that event, a missing node where it was not kept. */
  List<JsonNode> of(List<Reference> wanted) {
    return wanted.stream().map(this::find).toList();
  }

  private JsonNode find(Reference wanted) {
    for (int index = 0; index < Math.min(references.size(), values.size()); index++) {
      if (references.get(index).pointer().equals(wanted.pointer())) {
        return values.get(index);
      }
    }
    return MissingNode.getInstance();
  }
}
