package dev.wend.parse.shape;

import dev.wend.parse.tree.ObjectTree;
import dev.wend.parse.tree.Tree;
import java.util.Map;
import java.util.Optional;

/** The values of an object's fields, all of them read. */
public final class Values {
  private final ObjectTree object;
  private final Map<String, Object> read;
  private final Reading reading;

  Values(ObjectTree object, Map<String, Object> read, Reading reading) {
    this.object = object;
    this.read = read;
    this.reading = reading;
  }

  /** The value of a required field. */
  public <T> T get(Field<T> field) {
    return find(field).orElseThrow();
  }

  /** The value of an optional field. */
  @SuppressWarnings("unchecked") // only the field's own shape puts a value under its name
  public <T> Optional<T> find(Field<T> field) {
    return Optional.ofNullable((T) read.get(field.name()));
  }

  /** The value of an optional field as the document writes it. */
  public Optional<Tree> written(Field<?> field) {
    return object.find(field.name());
  }

  /** The object. */
  public ObjectTree object() {
    return object;
  }

  /** Where it stands. */
  public Reading reading() {
    return reading;
  }
}
