package dev.wend.job.config;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.wend.parse.tree.ListTree;
import dev.wend.parse.tree.ObjectTree;
import dev.wend.parse.tree.ScalarTree;
import dev.wend.parse.tree.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts trees together. */
final class Merge {
  private Merge() {}

  /** What {@code under} says, where {@code over} says nothing; lists are taken whole. */
  static ObjectTree merged(ObjectTree over, ObjectTree under) {
    List<ObjectTree.Member> members = new ArrayList<>();
    for (ObjectTree.Member member : over.members()) {
      Optional<Tree> below = under.find(member.key());
      Tree value =
          member.value() instanceof ObjectTree object
                  && below.orElse(object) instanceof ObjectTree other
              ? merged(object, other)
              : member.value();
      members.add(new ObjectTree.Member(member.key(), member.keyLocation(), value));
    }
    under.members().stream()
        .filter(member -> over.find(member.key()).isEmpty())
        .forEach(members::add);
    return new ObjectTree(over.location(), List.copyOf(members));
  }

  /** {@code tree} with {@code value} at {@code path}; makes what is missing on the way. */
  static Tree with(Tree tree, List<String> path, Tree value) {
    if (path.isEmpty()) {
      return value;
    }
    List<String> rest = path.subList(1, path.size());
    if (tree instanceof ListTree list) {
      return withSink(list, path.get(0), rest, value);
    }
    ObjectTree object = tree instanceof ObjectTree known ? known : empty(value);
    Tree before = object.find(path.get(0)).orElseGet(() -> nothingAt(path.get(0), value));
    ObjectTree.Member member =
        new ObjectTree.Member(path.get(0), value.location(), with(before, rest, value));
    return replaced(object, member);
  }

  private static Tree nothingAt(String key, Tree value) {
    return key.equals(Paths.SINKS) ? new ListTree(value.location(), List.of()) : empty(value);
  }

  private static ObjectTree empty(Tree value) {
    return new ObjectTree(value.location(), List.of());
  }

  private static ObjectTree replaced(ObjectTree object, ObjectTree.Member member) {
    List<ObjectTree.Member> members = new ArrayList<>(object.members());
    int index =
        object.members().stream().map(ObjectTree.Member::key).toList().indexOf(member.key());
    if (index < 0) {
      members.add(member);
    } else {
      members.set(index, member);
    }
    return new ObjectTree(object.location(), List.copyOf(members));
  }

  private static Tree withSink(ListTree list, String name, List<String> rest, Tree value) {
    List<Tree> elements = new ArrayList<>();
    boolean found = false;
    for (Tree element : list.elements()) {
      boolean meant =
          element instanceof ObjectTree sink && sink.text("name").equals(Optional.of(name));
      elements.add(meant ? with(element, rest, value) : element);
      found |= meant;
    }
    if (!found) {
      Tree written = new ScalarTree(value.location(), TextNode.valueOf(name));
      elements.add(with(with(empty(value), List.of("name"), written), rest, value));
    }
    return new ListTree(list.location(), List.copyOf(elements));
  }
}
