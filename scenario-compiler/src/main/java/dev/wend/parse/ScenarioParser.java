package dev.wend.parse;

import com.fasterxml.jackson.core.JsonPointer;
import dev.wend.issue.Issue;
import dev.wend.issue.IssueCode;
import dev.wend.issue.Severity;
import dev.wend.issue.Source;
import dev.wend.parse.matcher.ComparisonUse;
import dev.wend.parse.shape.Fault;
import dev.wend.parse.shape.Reading;
import dev.wend.parse.tree.ListTree;
import dev.wend.parse.tree.ObjectTree;
import dev.wend.parse.tree.SourceMap;
import dev.wend.parse.tree.Tree;
import dev.wend.parse.tree.TreeReader;
import dev.wend.parse.value.CatalogueList.Mention;
import dev.wend.parse.value.NodeReference.MessageUse;
import dev.wend.parse.value.ReferenceUse;
import dev.wend.scenario.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads scenario documents. What is wrong is reported, never thrown, and never keeps the rest from being read. */
public final class ScenarioParser {
  private static final Set<String> KEYS_OF_LINKS =
      Set.of("type", "next", "yes", "no", "else", "branches");

  private ScenarioParser() {}

  /**
   * Reads {@code text}.
   *
   * @param file the name under which issues speak of it
   */
  public static ParseResult parse(String file, String text) {
    Source source = new Source(file, text);
    TreeReader.Result read = TreeReader.read(source);
    List<Issue> issues = new ArrayList<>(read.issues());
    if (read.root().isEmpty()) {
      return new ParseResult(Optional.empty(), List.copyOf(issues));
    }
    SourceMap locations = new SourceMap(source, read.root().get());
    if (!(locations.root() instanceof ObjectTree)) {
      issues.add(notAnObject(locations));
      return new ParseResult(Optional.empty(), List.copyOf(issues));
    }
    Reading reading = Reading.of(locations);
    Optional<Scenario> scenario = ScenarioShape.SHAPE.read(locations.root(), reading);
    issues.addAll(reading.issues());
    boolean whole = issues.stream().noneMatch(Issue::isError);
    return new ParseResult(
        Optional.of(parsed(locations, reading, scenario.filter(complete -> whole))),
        List.copyOf(issues));
  }

  private static Issue notAnObject(SourceMap locations) {
    return locations.issue(
        Severity.ERROR,
        IssueCode.WRONG_TYPE,
        JsonPointer.empty(),
        locations.root().location(),
        "expected a scenario (an object), found " + locations.root().description());
  }

  private static ParsedScenario parsed(
      SourceMap locations, Reading reading, Optional<Scenario> scenario) {
    return new ParsedScenario(
        locations,
        nodes(locations, reading),
        reading.notes(MessageUse.class),
        reading.notes(Mention.class),
        reading.notes(ReferenceUse.class),
        reading.notes(ComparisonUse.class),
        scenario);
  }

  private static List<ParsedNode> nodes(SourceMap locations, Reading reading) {
    JsonPointer pointer = JsonPointer.empty().appendProperty("nodes");
    Optional<Tree> list = locations.find(pointer).filter(ListTree.class::isInstance);
    List<ParsedNode> nodes = new ArrayList<>();
    NotesOfNodes notes = new NotesOfNodes(reading);
    int count = list.map(tree -> ((ListTree) tree).elements().size()).orElse(0);
    for (int index = 0; index < count; index++) {
      Tree tree = ((ListTree) list.orElseThrow()).elements().get(index);
      nodes.add(node(pointer.appendIndex(index), tree, notes.of(index)));
    }
    return List.copyOf(nodes);
  }

  private static ParsedNode node(JsonPointer pointer, Tree tree, NotesOfNodes.Notes notes) {
    Optional<ObjectTree> object =
        tree instanceof ObjectTree known ? Optional.of(known) : Optional.empty();
    return new ParsedNode(
        pointer,
        object.flatMap(known -> known.text("id")).filter(id -> !id.isEmpty()),
        object.flatMap(known -> known.text("type")),
        notes.links(),
        notes.faults().stream().noneMatch(ScenarioParser::concernsLinks),
        notes.node());
  }

  private static boolean concernsLinks(Fault fault) {
    JsonPointer inNode = fault.pointer().tail().tail();
    return inNode.matches() || KEYS_OF_LINKS.contains(inNode.getMatchingProperty());
  }
}
