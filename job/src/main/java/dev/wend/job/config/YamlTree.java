package dev.wend.job.config;

import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.wend.issue.SourceLocation;
import dev.wend.parse.tree.ListTree;
import dev.wend.parse.tree.ObjectTree;
import dev.wend.parse.tree.ScalarTree;
import dev.wend.parse.tree.Tree;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** YAML text as a tree in which every key and value knows its place; every scalar but null is text. */
final class YamlTree {
  private static final LoadSettings SETTINGS =
      LoadSettings.builder().setMaxAliasesForCollections(0).build();
  private static final int DEEPEST = 50;

  private final Function<SourceLocation, SourceLocation> places;
  private final List<Fault> faults = new ArrayList<>();

  private YamlTree(Function<SourceLocation, SourceLocation> places) {
    this.places = places;
  }

  /** What is wrong with the text itself. */
  record Fault(SourceLocation location, String message) {}

  /**
   * What was read.
   *
   * @param root empty where the text is not YAML or has no value
   */
  record Result(Optional<Tree> root, List<Fault> faults) {}

  /**
   * Reads {@code text}.
   *
   * @param places what a place of the text is given as
   */
  static Result read(String text, Function<SourceLocation, SourceLocation> places) {
    YamlTree reader = new YamlTree(places);
    try {
      Optional<Node> node = new Compose(SETTINGS).composeString(text);
      Optional<Tree> root = node.flatMap(present -> reader.tree(present, 1));
      return new Result(root, List.copyOf(reader.faults));
    } catch (MarkedYamlEngineException broken) {
      SourceLocation place = reader.location(broken.getProblemMark());
      return new Result(Optional.empty(), List.of(new Fault(place, message(broken))));
    } catch (YamlEngineException | StackOverflowError refused) {
      Fault fault =
          new Fault(
              places.apply(SourceLocation.START),
              "not YAML that can be read here: aliases of objects and lists, and very deep nesting, are not taken");
      return new Result(Optional.empty(), List.of(fault));
    }
  }

  /** Says nothing of what stands there, which may be a secret. */
  private static String message(MarkedYamlEngineException broken) {
    String problem =
        broken
            .getProblem()
            .replaceAll("[\\s\\S]*(alias|anchor|character|directive|handle|tag)\\b[\\s\\S]*", "");
    return problem.isEmpty()
        ? "not YAML: a value with special characters stands in quotes"
        : "not YAML: " + problem.lines().findFirst().orElseThrow();
  }

  private Optional<Tree> tree(Node node, int depth) {
    SourceLocation place = location(node.getStartMark());
    if (depth > DEEPEST) {
      faults.add(new Fault(place, "nested deeper than " + DEEPEST + " levels"));
      return Optional.empty();
    }
    return switch (node.getNodeType()) {
      case MAPPING -> Optional.of(object((MappingNode) node, place, depth));
      case SEQUENCE -> Optional.of(list((SequenceNode) node, place, depth));
      case SCALAR -> Optional.of(scalar((ScalarNode) node, place));
      case ANCHOR -> Optional.empty();
    };
  }

  private Tree object(MappingNode node, SourceLocation place, int depth) {
    Set<String> keys = new HashSet<>();
    List<ObjectTree.Member> members = new ArrayList<>();
    for (NodeTuple tuple : node.getValue()) {
      SourceLocation keyPlace = location(tuple.getKeyNode().getStartMark());
      if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
        faults.add(new Fault(keyPlace, "a key is a text"));
      } else if (!keys.add(key.getValue())) {
        faults.add(
            new Fault(keyPlace, "the key '" + key.getValue() + "' stands twice in this object"));
      } else {
        tree(tuple.getValueNode(), depth + 1)
            .ifPresent(
                value -> members.add(new ObjectTree.Member(key.getValue(), keyPlace, value)));
      }
    }
    return new ObjectTree(place, List.copyOf(members));
  }

  private Tree list(SequenceNode node, SourceLocation place, int depth) {
    List<Tree> elements = new ArrayList<>();
    node.getValue().forEach(element -> tree(element, depth + 1).ifPresent(elements::add));
    return new ListTree(place, List.copyOf(elements));
  }

  private static Tree scalar(ScalarNode node, SourceLocation place) {
    boolean nothing = node.getTag().equals(Tag.NULL);
    return new ScalarTree(
        place, nothing ? NullNode.getInstance() : TextNode.valueOf(node.getValue()));
  }

  private SourceLocation location(Optional<Mark> mark) {
    return places.apply(
        mark.map(at -> new SourceLocation(at.getLine() + 1, at.getColumn() + 1, 1))
            .orElse(SourceLocation.START));
  }
}
