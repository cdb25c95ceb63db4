package dev.wend.parse.matcher;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wend.issue.IssueCode;
import dev.wend.parse.shape.Constraint;
import dev.wend.parse.shape.Reading;
import dev.wend.parse.tree.ObjectTree;
import dev.wend.parse.tree.ScalarTree;
import dev.wend.parse.tree.Tree;
import java.util.Optional;

/**
 * A step that repeats may have an end, one that does not has none.
 *
 * @param until the key of the end
 * @param loop the key that is true for a step that repeats
 */
record UntilNeedsLoop(String until, String loop) implements Constraint {
  @Override
  public boolean check(ObjectTree object, Reading reading) {
    Optional<ObjectTree.Member> end = object.member(until);
    if (end.isEmpty() || !object.find(loop).map(UntilNeedsLoop::isFalse).orElse(true)) {
      return true;
    }
    reading
        .at(until)
        .error(
            IssueCode.UNTIL_WITHOUT_LOOP,
            end.get().keyLocation(),
            "'"
                + until
                + "' ends a step that repeats; this one does not, add \""
                + loop
                + "\": true");
    return false;
  }

  private static boolean isFalse(Tree value) {
    return value instanceof ScalarTree scalar
        && scalar.value().isBoolean()
        && !scalar.value().booleanValue();
  }

  @Override
  public void describe(ObjectNode schema) {
    ObjectNode repeats = schema.withObject("/dependentSchemas").putObject(until);
    repeats.putArray("required").add(loop);
    repeats.putObject("properties").putObject(loop).put("const", true);
  }
}
