package dev.wend.parse.shape;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wend.event.Json;
import dev.wend.issue.DidYouMean;
import dev.wend.issue.IssueCode;
import dev.wend.parse.tree.ObjectTree;
import dev.wend.parse.tree.Tree;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** An object with known keys; any other key is an error. */
public final class ObjectShape<T> implements Shape<T> {
  private final String description;
  private final List<Field<?>> fields;
  private final List<Constraint> constraints;
  private final Construction<T> construction;

  private ObjectShape(
      String description,
      List<Field<?>> fields,
      List<Constraint> constraints,
      Construction<T> construction) {
    this.description = description;
    this.fields = fields;
    this.constraints = constraints;
    this.construction = construction;
  }

  /** An object of which a value can always be made once its fields are read. */
  public static <T> ObjectShape<T> of(
      String description, List<Field<?>> fields, Function<Values, T> constructor) {
    return checked(description, fields, values -> Optional.of(constructor.apply(values)));
  }

  /** An object of which a value can be made where its fields fit together. */
  public static <T> ObjectShape<T> checked(
      String description, List<Field<?>> fields, Construction<T> construction) {
    return new ObjectShape<>(description, List.copyOf(fields), List.of(), construction);
  }

  /** This shape, with constraints between its fields. */
  public ObjectShape<T> with(List<Constraint> between) {
    return new ObjectShape<>(description, fields, List.copyOf(between), construction);
  }

  /** The fields in the order of the contract. */
  public List<Field<?>> fields() {
    return fields;
  }

  /** What the object means. */
  public String description() {
    return description;
  }

  @Override
  public Optional<T> read(Tree value, Reading reading) {
    if (!(value instanceof ObjectTree object)) {
      return reading.hole(
          IssueCode.WRONG_TYPE,
          value.location(),
          "expected an object (" + description + "), found " + value.description());
    }
    Map<String, Object> read = new HashMap<>();
    boolean complete = reportUnknownKeys(object, reading);
    for (Field<?> field : fields) {
      complete &= readField(field, object, reading, read);
    }
    for (Constraint constraint : constraints) {
      complete &= constraint.check(object, reading);
    }
    return complete ? construction.of(new Values(object, read, reading)) : Optional.empty();
  }

  private boolean readField(
      Field<?> field, ObjectTree object, Reading reading, Map<String, Object> read) {
    Optional<ObjectTree.Member> written = object.member(field.name());
    if (written.isEmpty()) {
      return reportIfMissing(field, object, reading);
    }
    ObjectTree.Member member = written.get();
    Reading there = reading.at(field.name());
    if (field.presence() == Field.Presence.REFUSED) {
      there.error(IssueCode.NOT_ALLOWED_HERE, member.keyLocation(), field.description());
      return false;
    }
    Optional<?> value = field.shape().read(member.value(), there);
    value.ifPresent(present -> read.put(field.name(), present));
    return value.isPresent();
  }

  private static boolean reportIfMissing(Field<?> field, ObjectTree object, Reading reading) {
    if (field.presence() != Field.Presence.REQUIRED) {
      return true;
    }
    reading.note(new Fault(reading.at(field.name()).pointer()));
    reading.error(
        IssueCode.MISSING_KEY,
        object.location(),
        "the key '" + field.name() + "' is missing: " + field.description());
    return false;
  }

  private boolean reportUnknownKeys(ObjectTree object, Reading reading) {
    boolean allKnown = true;
    List<String> unused = unused(object);
    for (ObjectTree.Member member : object.members()) {
      if (fields.stream().noneMatch(field -> field.name().equals(member.key()))) {
        allKnown = false;
        String message = "unknown key '" + member.key() + "'" + hint(member.key(), unused);
        reading.at(member.key()).error(IssueCode.UNKNOWN_KEY, member.keyLocation(), message);
      }
    }
    return allKnown;
  }

  private List<String> unused(ObjectTree object) {
    return fields.stream()
        .filter(field -> field.presence() != Field.Presence.REFUSED)
        .map(Field::name)
        .filter(name -> object.find(name).isEmpty())
        .toList();
  }

  private static String hint(String key, List<String> unused) {
    String question = DidYouMean.question(key, unused);
    return question.isEmpty() && !unused.isEmpty()
        ? "; what else may stand here: " + Constraints.quoted(unused)
        : question;
  }

  @Override
  public ObjectNode schema(SchemaDefinitions definitions) {
    ObjectNode schema = Json.object().put("description", description).put("type", "object");
    ObjectNode properties = schema.putObject("properties");
    ArrayNode required = Json.MAPPER.createArrayNode();
    for (Field<?> field : fields) {
      if (field.presence() == Field.Presence.REFUSED) {
        continue;
      }
      ObjectNode property = field.shape().schema(definitions);
      property.put("description", field.description());
      properties.set(field.name(), property);
      if (field.presence() == Field.Presence.REQUIRED) {
        required.add(field.name());
      }
    }
    if (!required.isEmpty()) {
      schema.set("required", required);
    }
    schema.put("additionalProperties", false);
    constraints.forEach(constraint -> constraint.describe(schema));
    return schema;
  }
}
