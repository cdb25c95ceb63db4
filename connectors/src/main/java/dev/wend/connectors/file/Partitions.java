package dev.wend.connectors.file;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Folders whose names say what the files in them have in common, as Hive writes them: {@code key=value}. */
final class Partitions {
  /** The value of rows that have none. */
  private static final String NO_VALUE = "__HIVE_DEFAULT_PARTITION__";

  private Partitions() {}

  static Map<String, String> of(String path) {
    List<String> parts = List.of(path.split("/", -1));
    Map<String, String> values = new HashMap<>();
    for (String folder : parts.subList(0, parts.size() - 1)) {
      int equals = folder.indexOf('=');
      if (equals > 0) {
        values.put(folder.substring(0, equals), decoded(folder.substring(equals + 1)));
      }
    }
    values.values().removeIf(value -> value.equals(NO_VALUE) || value.isEmpty());
    return Map.copyOf(values);
  }

  static boolean isPartition(String folder) {
    return folder.indexOf('=') > 0;
  }

  private static String decoded(String value) {
    try {
      return URLDecoder.decode(value.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException plain) {
      return value;
    }
  }
}
