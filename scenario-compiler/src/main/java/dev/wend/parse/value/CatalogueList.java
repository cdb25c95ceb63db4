package dev.wend.parse.value;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wend.parse.shape.Note;
import dev.wend.parse.shape.Reading;
import dev.wend.parse.shape.SchemaDefinitions;
import dev.wend.parse.shape.Shape;
import dev.wend.parse.tree.Tree;
import java.util.Optional;

/** The names that other systems know, each list a shape of such names. */
public enum CatalogueList implements Shape<String> {
  TEMPLATES("templates", "template"),
  SEGMENTS("segments", "segment"),
  FORMS("forms", "form"),
  PAGES("pages", "page"),
  PRODUCTS("products", "product"),
  COUPONS("coupons", "coupon");

  private final String id;
  private final String one;

  CatalogueList(String id, String one) {
    this.id = id;
    this.one = one;
  }

  /** A document names something that a catalogue may list. */
  public record Mention(JsonPointer pointer, CatalogueList list, String name) implements Note {}

  /** The key under which a catalogue has it. */
  public String id() {
    return id;
  }

  /** The word for one of its elements. */
  public String one() {
    return one;
  }

  @Override
  public Optional<String> read(Tree value, Reading reading) {
    Optional<String> name = Names.NAME.read(value, reading);
    name.ifPresent(known -> mention(known, reading));
    return name;
  }

  /** Remembers that the document names {@code name} here. */
  public void mention(String name, Reading reading) {
    reading.note(new Mention(reading.pointer(), this, name));
  }

  @Override
  public ObjectNode schema(SchemaDefinitions definitions) {
    return Names.NAME.schema(definitions);
  }
}
