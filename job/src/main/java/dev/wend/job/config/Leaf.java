package dev.wend.job.config;

import dev.wend.parse.tree.ListTree;
import dev.wend.parse.tree.ObjectTree;
import dev.wend.parse.tree.ScalarTree;
import dev.wend.parse.tree.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A value without keys below it: a scalar, an empty object, or a list that is not one of objects. */
record Leaf(List<String> path, Tree value) {
  /** All leaves of {@code tree} in their order; elements of lists of objects stand under their name. */
  static List<Leaf> of(Tree tree) {
    List<Leaf> leaves = new ArrayList<>();
    collect(tree, List.of(), leaves);
    return List.copyOf(leaves);
  }

  /** The scalars in it. */
  Stream<ScalarTree> scalars() {
    return value instanceof ListTree list
        ? list.elements().stream().filter(ScalarTree.class::isInstance).map(ScalarTree.class::cast)
        : Stream.of(value).filter(ScalarTree.class::isInstance).map(ScalarTree.class::cast);
  }

  private static void collect(Tree tree, List<String> path, List<Leaf> leaves) {
    if (tree instanceof ObjectTree object && !object.members().isEmpty()) {
      object.members().forEach(member -> collect(member.value(), step(path, member.key()), leaves));
    } else if (tree instanceof ListTree list && holdsKeys(list)) {
      for (int index = 0; index < list.elements().size(); index++) {
        Tree element = list.elements().get(index);
        collect(element, step(path, name(element, index)), leaves);
      }
    } else {
      leaves.add(new Leaf(path, tree));
    }
  }

  private static boolean holdsKeys(ListTree list) {
    return list.elements().stream().anyMatch(element -> !(element instanceof ScalarTree));
  }

  private static String name(Tree element, int index) {
    return element instanceof ObjectTree object
        ? object.text("name").orElse(Integer.toString(index))
        : Integer.toString(index);
  }

  private static List<String> step(List<String> path, String key) {
    return Stream.concat(path.stream(), Stream.of(key)).toList();
  }
}
