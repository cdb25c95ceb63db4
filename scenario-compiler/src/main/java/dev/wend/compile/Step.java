package dev.wend.compile;

import dev.wend.matcher.Matcher;
import dev.wend.scenario.ActionSettings;
import dev.wend.scenario.ActionType;
import dev.wend.scenario.Node;
import java.util.List;
import java.util.Optional;

/** What a node is to the engine: something to wait for, to decide at once, or to do. */
public sealed interface Step permits Stage, Step.Check, Step.Share, Step.Act, Step.Finish {
  /** The node of the scenario that it came from. */
  String nodeId();

  /**
   * A condition that needs no waiting of its own: a profile matcher is looked at now, anything else was answered by the
   * delay that has just ended (SEMANTICS.md section 4).
   *
   * @param no empty where a no ends the instance
   */
  record Check(String nodeId, Matcher matcher, String yes, Optional<String> no) implements Step {}

  /** A branch drawn by lot, always the same for one customer. */
  record Share(String nodeId, List<Node.Split.Share> shares) implements Step {}

  /** An action. */
  record Act(String nodeId, ActionType type, ActionSettings settings, String next)
      implements Step {}

  /** The end of the journey. */
  record Finish(String nodeId) implements Step {}
}
