package dev.wend.parse.node;

import com.fasterxml.jackson.core.JsonPointer;
import dev.wend.matcher.Operand;
import dev.wend.parse.shape.Field;
import dev.wend.parse.value.OperandShape;
import dev.wend.parse.value.Pointers;
import dev.wend.scenario.ActionType;
import java.util.List;

/** {@code update-field}. */
final class UpdateFieldNode {
  private static final Field<JsonPointer> FIELD =
      Field.required("field", Pointers.PART, "a JSON pointer into the fields of the profile");
  private static final Field<Operand> VALUE =
      Field.required("value", new OperandShape(List.of()), "a literal; null removes the field");

  static final NodeType TYPE =
      ActionNode.of(
          ActionType.UPDATE_FIELD, "changes a field of the profile", List.of(FIELD, VALUE));

  private UpdateFieldNode() {}
}
