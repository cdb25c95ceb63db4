package dev.wend.connectors.mapping;

import dev.wend.connectors.file.EventFile;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How the rows and records of other layouts become events: a mapping file, checked. */
public final class Mapping {
  private final List<MappedInput> inputs;
  private final Map<String, Table> tables;

  Mapping(List<MappedInput> inputs, Map<String, Table> tables) {
    this.inputs = List.copyOf(inputs);
    this.tables = Map.copyOf(tables);
  }

  /**
   * Reads a mapping file.
   *
   * @param source the file, as messages name it
   * @throws InvalidMappingException with all that is wrong with it
   */
  public static Mapping parse(String source, String text) throws InvalidMappingException {
    return MappingParser.parse(source, text);
  }

  /** Whether it says how to read the file. */
  public boolean takes(EventFile file) {
    return inputFor(file).isPresent();
  }

  /** Whether it reads the file, be it as a table beside the data. */
  public boolean uses(EventFile file) {
    return takes(file) || tables.values().stream().anyMatch(table -> table.isIn(file));
  }

  Optional<MappedInput> inputFor(EventFile file) {
    return inputs.stream().filter(input -> input.takes(file)).findFirst();
  }

  List<MappedInput> inputs() {
    return inputs;
  }

  Map<String, Table> tables() {
    return tables;
  }
}
