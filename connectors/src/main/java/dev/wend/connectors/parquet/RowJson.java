package dev.wend.connectors.parquet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wend.event.Json;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.LogicalTypeAnnotation.ListLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.MapKeyValueTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.MapLogicalTypeAnnotation;
import org.apache.parquet.schema.Type;

/** Rows as JSON objects: groups are objects, lists lists, maps objects; what is null is left out. */
final class RowJson {
  private RowJson() {}

  static ObjectNode of(Group group) {
    ObjectNode object = Json.object();
    GroupType type = group.getType();
    for (int field = 0; field < type.getFieldCount(); field++) {
      Type fieldType = type.getType(field);
      if (fieldType.isRepetition(Type.Repetition.REPEATED)) {
        object.set(fieldType.getName(), repeated(group, field));
      } else if (group.getFieldRepetitionCount(field) > 0) {
        JsonNode value = value(group, field, 0);
        if (!Json.isMissing(value)) {
          object.set(fieldType.getName(), value);
        }
      }
    }
    return object;
  }

  private static ArrayNode repeated(Group group, int field) {
    ArrayNode list = Json.MAPPER.createArrayNode();
    for (int index = 0; index < group.getFieldRepetitionCount(field); index++) {
      list.add(value(group, field, index));
    }
    return list;
  }

  private static JsonNode value(Group group, int field, int index) {
    Type type = group.getType().getType(field);
    if (type.isPrimitive()) {
      return PrimitiveJson.of(type.asPrimitiveType(), group, field, index);
    }
    Group inner = group.getGroup(field, index);
    if (type.getLogicalTypeAnnotation() instanceof ListLogicalTypeAnnotation) {
      return list(inner);
    }
    return type.getLogicalTypeAnnotation() instanceof MapLogicalTypeAnnotation
            || type.getLogicalTypeAnnotation() instanceof MapKeyValueTypeAnnotation
        ? map(inner)
        : of(inner);
  }

  /** Elements stand in a repeated group of their own, in files of some old writers alone. */
  private static ArrayNode list(Group outer) {
    Type repeated = outer.getType().getType(0);
    boolean wrapped =
        !repeated.isPrimitive()
            && repeated.asGroupType().getFieldCount() == 1
            && !repeated.getName().equals("array")
            && !repeated.getName().endsWith("_tuple");
    if (!wrapped) {
      return repeated(outer, 0);
    }
    ArrayNode list = Json.MAPPER.createArrayNode();
    for (int index = 0; index < outer.getFieldRepetitionCount(0); index++) {
      Group element = outer.getGroup(0, index);
      if (element.getFieldRepetitionCount(0) > 0) {
        list.add(value(element, 0, 0));
      } else {
        list.addNull();
      }
    }
    return list;
  }

  private static ObjectNode map(Group outer) {
    ObjectNode map = Json.object();
    for (int index = 0; index < outer.getFieldRepetitionCount(0); index++) {
      Group entry = outer.getGroup(0, index);
      boolean hasValue =
          entry.getType().getFieldCount() > 1 && entry.getFieldRepetitionCount(1) > 0;
      if (hasValue) {
        map.set(value(entry, 0, 0).asText(), value(entry, 1, 0));
      }
    }
    return map;
  }
}
