package dev.wend.check;

import dev.wend.parse.ParsedNode;
import dev.wend.parse.value.NodeReference.Link;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The nodes of a document and how they lead to each other, as far as that could be read. */
final class Graph {
  private final List<ParsedNode> nodes;
  private final Map<String, ParsedNode> byId = new LinkedHashMap<>();
  private final Map<ParsedNode, List<ParsedNode>> successors = new HashMap<>();
  private final Map<ParsedNode, List<ParsedNode>> predecessors = new HashMap<>();
  private final boolean complete;

  Graph(List<ParsedNode> nodes) {
    this.nodes = nodes;
    for (ParsedNode node : nodes) {
      node.id().ifPresent(id -> byId.putIfAbsent(id, node));
    }
    for (ParsedNode node : nodes) {
      for (Link link : node.links()) {
        find(link.target()).ifPresent(target -> connect(node, target));
      }
    }
    this.complete =
        byId.size() == nodes.size()
            && nodes.stream().allMatch(ParsedNode::linksKnown)
            && nodes.stream()
                .flatMap(node -> node.links().stream())
                .allMatch(link -> byId.containsKey(link.target()));
  }

  private void connect(ParsedNode from, ParsedNode to) {
    successors.computeIfAbsent(from, node -> new ArrayList<>()).add(to);
    predecessors.computeIfAbsent(to, node -> new ArrayList<>()).add(from);
  }

  /** All of them, in document order. */
  List<ParsedNode> nodes() {
    return nodes;
  }

  /** Whether all links of all nodes are known and lead to a node. */
  boolean isComplete() {
    return complete;
  }

  /** The first node with that id. */
  Optional<ParsedNode> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** All ids, in document order. */
  Collection<String> ids() {
    return byId.keySet();
  }

  List<ParsedNode> ofType(String type) {
    return nodes.stream().filter(node -> node.isType(type)).toList();
  }

  List<ParsedNode> successors(ParsedNode node) {
    return successors.getOrDefault(node, List.of());
  }

  List<ParsedNode> predecessors(ParsedNode node) {
    return predecessors.getOrDefault(node, List.of());
  }

  /** What can be reached from {@code starts}, themselves included. */
  Set<ParsedNode> reachableFrom(Collection<ParsedNode> starts) {
    return spread(starts, this::successors);
  }

  /** From where {@code ends} can be reached, themselves included. */
  Set<ParsedNode> reaching(Collection<ParsedNode> ends) {
    return spread(ends, this::predecessors);
  }

  /** Whether {@code node} can be reached from a trigger without passing {@code avoided}. */
  boolean isReachedAvoiding(ParsedNode node, ParsedNode avoided) {
    return spread(
            ofType("trigger"),
            from -> successors(from).stream().filter(to -> !to.equals(avoided)).toList())
        .contains(node);
  }

  /** Every node behind all those that lead to it; those on or behind a cycle are left out. */
  List<ParsedNode> inOrder() {
    Map<ParsedNode, Integer> waiting = new HashMap<>();
    Deque<ParsedNode> ready = new ArrayDeque<>();
    for (ParsedNode node : nodes) {
      waiting.put(node, predecessors(node).size());
      if (predecessors(node).isEmpty()) {
        ready.add(node);
      }
    }
    List<ParsedNode> order = new ArrayList<>();
    while (!ready.isEmpty()) {
      ParsedNode node = ready.remove();
      order.add(node);
      for (ParsedNode next : successors(node)) {
        if (waiting.merge(next, -1, Integer::sum) == 0) {
          ready.add(next);
        }
      }
    }
    return order;
  }

  private static Set<ParsedNode> spread(
      Collection<ParsedNode> starts, Function<ParsedNode, List<ParsedNode>> next) {
    Set<ParsedNode> seen = new LinkedHashSet<>(starts);
    Deque<ParsedNode> open = new ArrayDeque<>(starts);
    while (!open.isEmpty()) {
      for (ParsedNode node : next.apply(open.remove())) {
        if (seen.add(node)) {
          open.add(node);
        }
      }
    }
    return seen;
  }
}
