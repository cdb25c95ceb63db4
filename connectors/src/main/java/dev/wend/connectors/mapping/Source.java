package dev.wend.connectors.mapping;

import com.fasterxml.jackson.core.JsonPointer;

/** Where in a row a value stands. */
sealed interface Source {
  /** A column of a CSV row. */
  record Column(String name) implements Source {
    @Override
    public String toString() {
      return "column " + name;
    }
  }

  /** A place in a JSON record, or in the part of it that is the row. */
  record Pointer(JsonPointer pointer) implements Source {
    @Override
    public String toString() {
      return pointer.toString();
    }
  }

  /** A place in the whole JSON record, where the rows are parts of it. */
  record Outer(JsonPointer pointer) implements Source {
    @Override
    public String toString() {
      return "outer " + pointer;
    }
  }
}
