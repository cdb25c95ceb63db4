package dev.wend.parse.shape;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wend.event.Json;
import dev.wend.issue.IssueCode;
import dev.wend.parse.tree.ObjectTree;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The constraints that more than one object has. */
public final class Constraints {
  private Constraints() {}

  /** Exactly one of the fields is there. */
  public static Constraint exactlyOne(Field<?>... fields) {
    List<String> names = Stream.of(fields).map(Field::name).toList();
    return new Constraint() {
      @Override
      public boolean check(ObjectTree object, Reading reading) {
        List<String> written =
            names.stream().filter(name -> object.find(name).isPresent()).toList();
        if (written.size() == 1) {
          return true;
        }
        String found = written.isEmpty() ? "none of them" : "both";
        reading.error(
            IssueCode.KEYS_DO_NOT_AGREE,
            object.location(),
            "expected exactly one of " + quoted(names) + ", found " + found);
        return false;
      }

      @Override
      public void describe(ObjectNode schema) {
        ArrayNode choices = allOf(schema).addObject().putArray("oneOf");
        names.forEach(name -> choices.addObject().putArray("required").add(name));
      }
    };
  }

  /** The first field only stands where the second one stands. */
  public static Constraint needs(Field<?> field, Field<?> other, IssueCode code, String message) {
    return new Constraint() {
      @Override
      public boolean check(ObjectTree object, Reading reading) {
        var written = object.member(field.name());
        if (written.isEmpty() || object.find(other.name()).isPresent()) {
          return true;
        }
        reading.at(field.name()).error(code, written.get().keyLocation(), message);
        return false;
      }

      @Override
      public void describe(ObjectNode schema) {
        schema.withObject("/dependentRequired").putArray(field.name()).add(other.name());
      }
    };
  }

  /** The list to which a constraint adds a schema of its own. */
  public static ArrayNode allOf(ObjectNode schema) {
    return schema.withArray("/allOf");
  }

  /** A schema that holds where the member {@code name} is one of {@code words}. */
  public static ObjectNode whereOneOf(String name, List<String> words) {
    ObjectNode schema = Json.object();
    ArrayNode allowed = schema.putObject("properties").putObject(name).putArray("enum");
    words.forEach(allowed::add);
    schema.putArray("required").add(name);
    return schema;
  }

  static String quoted(List<String> names) {
    return names.stream().map(name -> "'" + name + "'").collect(Collectors.joining(", "));
  }
}
