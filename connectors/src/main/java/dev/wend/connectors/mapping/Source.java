package dev.wend.connectors.mapping;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Map;

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

  /** What the folders of the file say under a key. */
  record Partition(String key) implements Source {
    /** The value among those of a file; missing where its folders do not say it. */
    JsonNode in(Map<String, String> partitions) {
      String value = partitions.get(key);
      return value == null ? MissingNode.getInstance() : TextNode.valueOf(value);
    }

    @Override
    public String toString() {
      return "partition " + key;
    }
  }
}
