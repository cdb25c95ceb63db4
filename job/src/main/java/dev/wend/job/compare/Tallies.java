package dev.wend.job.compare;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wend.compile.NodeEdge;
import dev.wend.event.Json;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Names what is counted of compared customers; there are as many names as the documents have turns. */
final class Tallies {
  /** What the names of all counts begin with. */
  static final String PREFIX = "compare/";

  private final Consumer<String> counted;

  /** Kinds of counts; the first element of each name. */
  enum What {
    /** Customers of whom either side wrote anything. */
    CUSTOMERS,
    /** Customers that differ. */
    DIFFERENT_CUSTOMERS,
    /** Customers in a scenario on one side. */
    CUSTOMERS_OF_SIDE,
    /** Customers that differ in a scenario. */
    DIFFERENT_IN_SCENARIO,
    /** Journeys by outcome. */
    JOURNEYS,
    /** Trace records by node, kind and detail. */
    STEPS,
    /** Journeys by the edges that they went along, as often as they did. */
    EDGES,
    /** Instances that wait at a node. */
    WAITING,
    /** Instances that were gone with their customers. */
    ERASED,
    /** Journeys by where they part. */
    PARTINGS,
    /** Customers by where they part first. */
    FIRST_PARTINGS
  }

  /** Tells {@code counted} every name as often as it is counted. */
  Tallies(Consumer<String> counted) {
    this.counted = counted;
  }

  void add(ComparedCustomer customer) {
    count(What.CUSTOMERS);
    Set<String> different = new LinkedHashSet<>();
    for (Matched matched : customer.journeys()) {
      add(matched);
      if (matched.differs()) {
        different.add(matched.key().scenario());
        count(What.PARTINGS, parting(matched));
      }
    }
    different.forEach(scenario -> count(What.DIFFERENT_IN_SCENARIO, scenario));
    for (Side side : Side.values()) {
      customer.journeys().stream()
          .filter(matched -> of(side, matched).isPresent())
          .map(matched -> matched.key().scenario())
          .distinct()
          .forEach(scenario -> count(What.CUSTOMERS_OF_SIDE, scenario, side.id()));
    }
    List<Matched> partings = customer.partings();
    if (!partings.isEmpty()) {
      count(What.DIFFERENT_CUSTOMERS);
      count(What.FIRST_PARTINGS, parting(partings.get(0)));
    }
  }

  void erased(Side side, String scenario) {
    count(What.ERASED, scenario, side.id());
  }

  private void add(Matched matched) {
    count(What.JOURNEYS, matched.key().scenario(), matched.outcome().id());
    for (Side side : Side.values()) {
      of(side, matched).ifPresent(journey -> add(side, journey));
    }
  }

  private void add(Side side, Journey journey) {
    String scenario = journey.key().scenario();
    for (Step step : journey.steps()) {
      count(What.STEPS, scenario, side.id(), step.node(), step.kind().id(), step.detail());
    }
    for (NodeEdge edge : journey.edges()) {
      count(What.EDGES, scenario, side.id(), edge.from(), edge.decision(), edge.to());
    }
    journey
        .waiting()
        .ifPresent(waiting -> count(What.WAITING, scenario, side.id(), waiting.node()));
  }

  /** How journeys part, without times and messages, so that alike ones are counted together. */
  static String[] parting(Matched matched) {
    Fork fork = matched.fork(matched.turningIndex());
    ArrayNode aspects = Json.MAPPER.createArrayNode();
    if (text(fork.a()).equals(text(fork.b()))) {
      fork.aspects().forEach(aspect -> aspects.add(aspect.id()));
    }
    return new String[] {
      matched.key().scenario(),
      matched.outcome().id(),
      text(fork.a()),
      text(fork.b()),
      aspects.toString()
    };
  }

  private static String text(Optional<Step> step) {
    return step.map(Step::turn).map(ObjectNode::toString).orElse("");
  }

  private static Optional<Journey> of(Side side, Matched matched) {
    return side == Side.A ? matched.a() : matched.b();
  }

  private void count(What what, String... parts) {
    ArrayNode name = Json.MAPPER.createArrayNode().add(what.name());
    for (String part : parts) {
      name.add(part);
    }
    counted.accept(PREFIX + new String(Json.bytes(name), StandardCharsets.UTF_8));
  }
}
