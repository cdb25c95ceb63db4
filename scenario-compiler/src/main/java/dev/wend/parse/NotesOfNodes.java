package dev.wend.parse;

import com.fasterxml.jackson.core.JsonPointer;
import dev.wend.parse.node.NodeRead;
import dev.wend.parse.shape.Fault;
import dev.wend.parse.shape.Note;
import dev.wend.parse.shape.Reading;
import dev.wend.parse.value.NodeReference.Link;
import dev.wend.scenario.Node;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The notes that were taken in each node. */
final class NotesOfNodes {
  private final Map<Integer, List<Link>> links;
  private final Map<Integer, List<Fault>> faults;
  private final Map<Integer, List<NodeRead>> nodes;

  /** Those of one node. */
  record Notes(List<Link> links, List<Fault> faults, Optional<Node> node) {}

  NotesOfNodes(Reading reading) {
    this.links = byNode(reading.notes(Link.class));
    this.faults = byNode(reading.notes(Fault.class));
    this.nodes = byNode(reading.notes(NodeRead.class));
  }

  Notes of(int index) {
    return new Notes(
        links.getOrDefault(index, List.of()),
        faults.getOrDefault(index, List.of()),
        nodes.getOrDefault(index, List.of()).stream().map(NodeRead::node).findFirst());
  }

  private static <N extends Note> Map<Integer, List<N>> byNode(List<N> notes) {
    return notes.stream()
        .filter(note -> "nodes".equals(note.pointer().getMatchingProperty()))
        .collect(Collectors.groupingBy(note -> index(note.pointer())));
  }

  private static int index(JsonPointer pointer) {
    return pointer.tail().matches() ? -1 : pointer.tail().getMatchingIndex();
  }
}
