package dev.wend.check;

import java.util.List;

/** All rules, in the order in which they are asked; a new one is one line here and one file beside. */
final class Rules {
  static final List<Rule> ALL =
      List.of(
          new UniqueNodeIds(),
          new KnownNodes(),
          new TriggerAndEnd(),
          new NothingLeadsToTrigger(),
          new NoCycles(),
          new ReachableFromTrigger(),
          new ReachesEnd(),
          new ConditionPlacement(),
          new MessageOfSendNode(),
          new PatternForm(),
          new PatternSize(),
          new TrailingNotInCondition(),
          new ActivePeriod(),
          new DateInActivePeriod(),
          new ExitBeforeCondition(),
          new ErasureNeverFires(),
          new ComparisonWithoutChoice(),
          new ReferenceToNothing(),
          new WaitInLifetime());

  private Rules() {}
}
