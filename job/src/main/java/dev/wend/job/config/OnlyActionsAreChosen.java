package dev.wend.job.config;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wend.issue.IssueCode;
import dev.wend.parse.shape.Constraint;
import dev.wend.parse.shape.Constraints;
import dev.wend.parse.shape.Reading;
import dev.wend.parse.tree.ObjectTree;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Keys that choose among actions stand in sinks for actions only. */
record OnlyActionsAreChosen(List<String> keys) implements Constraint {
  @Override
  public boolean check(ObjectTree object, Reading reading) {
    Optional<String> output = object.text("for");
    if (output.isEmpty() || output.equals(Optional.of(Output.ACTIONS.id()))) {
      return true;
    }
    List<ObjectTree.Member> written =
        keys.stream().flatMap(key -> object.member(key).stream()).toList();
    written.forEach(
        member ->
            reading
                .at(member.key())
                .error(
                    IssueCode.KEYS_DO_NOT_AGREE,
                    member.keyLocation(),
                    "only a sink for actions chooses; remove the key"));
    return written.isEmpty();
  }

  @Override
  public void describe(ObjectNode schema) {
    List<String> others =
        Stream.of(Output.values())
            .filter(output -> output != Output.ACTIONS)
            .map(Output::id)
            .toList();
    ObjectNode rule = Constraints.allOf(schema).addObject();
    rule.set("if", Constraints.whereOneOf("for", others));
    ObjectNode forbidden = rule.putObject("then").putObject("properties");
    keys.forEach(key -> forbidden.put(key, false));
  }
}
