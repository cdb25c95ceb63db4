package dev.wend.job.config;

import dev.wend.parse.tree.ListTree;
import dev.wend.parse.tree.ObjectTree;
import dev.wend.parse.tree.Tree;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Paths as people write them: {@code source.kafka.topics}. A sink stands under its name, {@code sinks.crm.url}; behind
 * {@code properties} and {@code headers} the rest is one key, {@code source.kafka.properties.security.protocol}.
 */
final class Paths {
  static final String SINKS = "sinks";
  static final List<String> MAPS = List.of("properties", "headers");

  private Paths() {}

  /** The steps of a path. */
  static List<String> steps(String path) {
    List<String> steps = new ArrayList<>();
    String rest = path;
    while (rest.contains(".") && (steps.isEmpty() || !MAPS.contains(steps.get(steps.size() - 1)))) {
      int dot = rest.indexOf('.');
      steps.add(rest.substring(0, dot));
      rest = rest.substring(dot + 1);
    }
    steps.add(rest);
    return List.copyOf(steps);
  }

  /** The path to the value at a JSON pointer in {@code root}. */
  static String path(String pointer, Tree root) {
    List<String> written = new ArrayList<>();
    String[] steps = pointer.split("/", -1);
    Arrays.stream(steps)
        .skip(1)
        .forEach(step -> written.add(step.replace("~1", "/").replace("~0", "~")));
    if (written.size() > 1 && written.get(0).equals(SINKS)) {
      sinkName(root, written.get(1)).ifPresent(name -> written.set(1, name));
    }
    return String.join(".", written);
  }

  private static Optional<String> sinkName(Tree root, String index) {
    return root instanceof ObjectTree object
            && object.find(SINKS).orElse(root) instanceof ListTree list
            && list.elements().get(Integer.parseInt(index)) instanceof ObjectTree sink
        ? sink.text("name")
        : Optional.empty();
  }
}
