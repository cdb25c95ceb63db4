package dev.wend.job.config;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wend.event.Json;
import dev.wend.issue.IssueCode;
import dev.wend.parse.shape.ObjectShape;
import dev.wend.parse.shape.Reading;
import dev.wend.parse.shape.SchemaDefinitions;
import dev.wend.parse.shape.Shape;
import dev.wend.parse.shape.Words;
import dev.wend.parse.tree.ObjectTree;
import dev.wend.parse.tree.Tree;
import java.util.List;
import java.util.Optional;

/** A sink of any kind. */
final class SinkShape implements Shape<SinkSettings> {
  static final Shape<SinkSettings> SHAPE = new SinkShape();

  private static final Words<SinkKind> KIND =
      Words.of("a kind of sink", List.of(SinkKind.values()), SinkKind::id);

  private SinkShape() {}

  /** The shape of a sink that says which kind it is. */
  static Optional<ObjectShape<? extends SinkSettings>> of(ObjectTree sink) {
    return sink.text("kind").flatMap(SinkKind::of).map(SinkKind::shape);
  }

  @Override
  public Optional<SinkSettings> read(Tree value, Reading reading) {
    if (!(value instanceof ObjectTree object)) {
      return reading.hole(
          IssueCode.WRONG_TYPE,
          value.location(),
          "expected a sink (an object), found " + value.description());
    }
    Optional<Tree> kind = object.find("kind");
    if (kind.isEmpty()) {
      return reading.hole(
          IssueCode.MISSING_KEY,
          value.location(),
          "the key 'kind' is missing: one of 'kafka', 'files', 'console', 'http'");
    }
    return KIND.read(kind.get(), reading.at("kind"))
        .flatMap(known -> known.shape().read(value, reading).map(sink -> sink));
  }

  @Override
  public ObjectNode schema(SchemaDefinitions definitions) {
    ObjectNode schema = Json.object();
    ArrayNode choices = schema.putArray("oneOf");
    for (SinkKind kind : SinkKind.values()) {
      choices.add(kind.shape().schema(definitions));
    }
    return schema;
  }
}
