package dev.wend.job.config;

import dev.wend.issue.SourceLocation;
import dev.wend.parse.tree.ListTree;
import dev.wend.parse.tree.ObjectTree;
import dev.wend.parse.tree.Tree;
import java.util.ArrayList;
import java.util.List;

/** What holds where nothing else is said; {@code conf/wend.yaml} states the same, with reasons. */
final class Defaults {
  private static final String ALL =
      """
      source:
        kafka:
          groupId: wend
          start: committed
          properties: {}
        format: native
        outOfOrderness: PT5S
        idleAfter: PT30S
      clock: wall
      futureTolerance: PT1H
      dedupHorizon: PT1H
      profileRetention: off
      scenarios:
        files: []
        controlTopic: wend-control
      sinks:
        - { name: actions, kind: kafka, for: actions, topic: wend-actions }
        - { name: trace, kind: kafka, for: trace, topic: wend-trace }
        - { name: status, kind: kafka, for: status, topic: wend-status }
        - { name: late, kind: kafka, for: late, topic: wend-late }
        - { name: dead-letter, kind: kafka, for: dead-letter, topic: wend-dead-letter }
      delivery: exactly-once
      checkpointing:
        interval: PT10S
      transactionTimeout: PT14M
      parallelism: flink
      """;
  private static final String OF_SINKS =
      """
      kafka: { properties: {} }
      files: { rollAfter: PT15M, rollSize: 134217728 }
      console: {}
      http: { headers: {}, batchSize: 100, timeout: PT10S, retries: 5, backoff: PT1S }
      """;

  private final ObjectTree all;
  private final ObjectTree ofSinks;

  /** All of them at one place. */
  Defaults(SourceLocation place) {
    this.all = (ObjectTree) YamlTree.read(ALL, written -> place).root().orElseThrow();
    this.ofSinks = (ObjectTree) YamlTree.read(OF_SINKS, written -> place).root().orElseThrow();
  }

  /** {@code tree} with the sinks of a configuration that names none. */
  ObjectTree withSinks(ObjectTree tree) {
    return tree.find(Paths.SINKS).isPresent()
        ? tree
        : (ObjectTree) Merge.with(tree, List.of(Paths.SINKS), all.find(Paths.SINKS).orElseThrow());
  }

  /** {@code tree} with all that it leaves out. */
  ObjectTree under(ObjectTree tree) {
    ObjectTree merged = Merge.merged(tree, all);
    return merged.find(Paths.SINKS).orElseThrow() instanceof ListTree sinks
        ? (ObjectTree) Merge.with(merged, List.of(Paths.SINKS), underSinks(sinks))
        : merged;
  }

  private ListTree underSinks(ListTree sinks) {
    List<Tree> elements = new ArrayList<>();
    for (Tree element : sinks.elements()) {
      elements.add(element instanceof ObjectTree sink ? underSink(sink) : element);
    }
    return new ListTree(sinks.location(), List.copyOf(elements));
  }

  private ObjectTree underSink(ObjectTree sink) {
    return sink.text("kind")
        .flatMap(ofSinks::find)
        .map(below -> Merge.merged(sink, (ObjectTree) below))
        .orElse(sink);
  }
}
