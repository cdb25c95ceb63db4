package dev.wend.job.config;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wend.issue.IssueCode;
import dev.wend.parse.shape.Constraint;
import dev.wend.parse.shape.Reading;
import dev.wend.parse.tree.ListTree;
import dev.wend.parse.tree.ObjectTree;
import dev.wend.parse.tree.Tree;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Each sink has a name of its own. */
final class DistinctSinks implements Constraint {
  @Override
  public boolean check(ObjectTree object, Reading reading) {
    Set<String> taken = new HashSet<>();
    boolean distinct = true;
    List<Tree> sinks =
        object.find(Paths.SINKS).orElse(object) instanceof ListTree list
            ? list.elements()
            : List.of();
    for (int index = 0; index < sinks.size(); index++) {
      Tree sink = sinks.get(index);
      String name = sink instanceof ObjectTree known ? known.text("name").orElse("") : "";
      if (!name.isEmpty() && !taken.add(name)) {
        distinct = false;
        String message = "there are two sinks named '" + name + "'; give each a name of its own";
        reading.at(Paths.SINKS).at(index).error(IssueCode.DUPLICATE_KEY, sink.location(), message);
      }
    }
    return distinct;
  }

  @Override
  public void describe(ObjectNode schema) {
    // A JSON Schema cannot say that names differ.
  }
}
