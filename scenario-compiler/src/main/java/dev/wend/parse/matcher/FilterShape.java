package dev.wend.parse.matcher;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.wend.matcher.Comparison;
import dev.wend.matcher.EventFilter;
import dev.wend.matcher.Literal;
import dev.wend.matcher.Operator;
import dev.wend.parse.shape.Definition;
import dev.wend.parse.shape.MappedShape;
import dev.wend.parse.shape.ObjectShape;
import dev.wend.parse.shape.Reading;
import dev.wend.parse.shape.SchemaDefinitions;
import dev.wend.parse.shape.Shape;
import dev.wend.parse.shape.TextOrObject;
import dev.wend.parse.shape.TextShape;
import dev.wend.parse.tree.Tree;
import dev.wend.parse.value.CatalogueList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The value of a filter: a text that it equals, or a comparison. */
record FilterShape(EventFilter filter, Shape<Comparison> comparison) implements Shape<Comparison> {

  static FilterShape of(EventFilter filter, Place place) {
    ComparisonFields fields = new ComparisonFields(place);
    Shape<Comparison> object =
        ObjectShape.checked("a comparison", fields.fields(), fields::comparison)
            .with(List.of(fields));
    Shape<Comparison> text =
        new MappedShape<>(
            TextShape.ANY,
            wanted -> Comparison.of(Operator.EQ, new Literal(TextNode.valueOf(wanted))));
    Shape<Comparison> either =
        new TextOrObject<>("a text, or an object with op and value", text, object);
    return new FilterShape(filter, new Definition<>("filter-in-" + place.id(), () -> either));
  }

  @Override
  public Optional<Comparison> read(Tree value, Reading reading) {
    Optional<Comparison> read = comparison.read(value, reading);
    read.ifPresent(
        wanted ->
            listed().ifPresent(list -> names(wanted).forEach(name -> list.mention(name, reading))));
    return read;
  }

  private Optional<CatalogueList> listed() {
    return switch (filter) {
      case URL -> Optional.of(CatalogueList.PAGES);
      case FORM -> Optional.of(CatalogueList.FORMS);
      case SEGMENT -> Optional.of(CatalogueList.SEGMENTS);
      default -> Optional.empty();
    };
  }

  private static Stream<String> names(Comparison wanted) {
    boolean exact =
        switch (wanted.operator()) {
          case EQ, NE, IN, NOT_IN -> true;
          default -> false;
        };
    if (!exact || !(wanted.operand() instanceof Literal literal)) {
      return Stream.empty();
    }
    JsonNode value = literal.value();
    Stream<JsonNode> named =
        value.isArray() ? StreamSupport.stream(value.spliterator(), false) : Stream.of(value);
    return named.filter(JsonNode::isTextual).map(JsonNode::textValue);
  }

  @Override
  public ObjectNode schema(SchemaDefinitions definitions) {
    return comparison.schema(definitions);
  }
}
