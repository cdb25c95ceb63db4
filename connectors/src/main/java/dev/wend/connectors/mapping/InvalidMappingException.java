package dev.wend.connectors.mapping;

import java.util.List;

/** A mapping file that cannot be used, with all that is wrong with it. */
public final class InvalidMappingException extends Exception {
  private final List<String> problems;

  InvalidMappingException(List<String> problems) {
    super(String.join("\n", problems));
    this.problems = List.copyOf(problems);
  }

  /** One line each: file, JSON pointer, and what is wrong there. */
  public List<String> problems() {
    return problems;
  }
}
