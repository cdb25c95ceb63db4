package dev.wend.job.journey;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wend.compile.Branch;
import dev.wend.compile.Stage;
import dev.wend.compile.Step;
import dev.wend.event.CustomerEvent;
import dev.wend.event.TraceKind;
import dev.wend.matcher.ProfileMatcher;
import dev.wend.matcher.Reference;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Moves instances from wait to wait: what lies between two waits happens at one time (SEMANTICS.md section 5, step 4). */
final class Walker {
  private static final String NO_DATE = "no-date";

  private final StageHost stages;
  private final Actions actions;
  private final Records records;

  Walker(StageHost stages, Actions actions, Records records) {
    this.stages = stages;
    this.actions = actions;
    this.records = records;
  }

  /** What the scenario names of an event, missing nodes where there is nothing. */
  static List<JsonNode> capture(List<Reference> references, ObjectNode event) {
    return references.stream().map(reference -> event.at(reference.pointer())).toList();
  }

  /** Goes on from {@code nodeId} to the next wait or the end. */
  void goOn(JourneyContext context, String nodeId, Cause cause) {
    goOn(context, nodeId, cause, Set.of());
  }

  /** Goes on by a branch that an event has decided. */
  void take(JourneyContext context, Branch branch, CustomerEvent event, Cause cause) {
    List<Reference> captured = context.scenario().captures().event();
    if (!captured.isEmpty()) {
      context.instance().movedBy(capture(captured, event.toJson()));
    }
    take(context, branch, cause, Set.of());
  }

  /**
   * Goes on by a branch that time has decided.
   *
   * @param fulfilled the conditions that the instance saw fulfilled meanwhile
   */
  void take(JourneyContext context, Branch branch, Cause cause, Set<String> fulfilled) {
    if (!branch.decision().isEmpty()) {
      records.decided(
          context.customer(), context.instance(), branch.nodeId(), cause, branch.decision());
    }
    Optional<String> next = branch.next();
    if (next.isPresent()) {
      goOn(context, next.get(), cause, fulfilled);
    } else {
      conditionNotMet(context, branch.nodeId(), cause);
    }
  }

  private void goOn(JourneyContext context, String nodeId, Cause cause, Set<String> fulfilled) {
    Optional<String> next = Optional.of(nodeId);
    while (next.isPresent()) {
      next = pass(context, context.scenario().step(next.get()), cause, fulfilled);
    }
  }

  /** Where to go on; empty where the instance waits or has left. */
  private Optional<String> pass(
      JourneyContext context, Step step, Cause cause, Set<String> fulfilled) {
    if (step instanceof Stage stage) {
      return arrive(context, stage, cause);
    } else if (step instanceof Step.Check check) {
      return check(context, check, cause, fulfilled);
    } else if (step instanceof Step.Share share) {
      String next = Shares.draw(share, context.scenario().scenario().id(), context.customer().id());
      records.decided(context.customer(), context.instance(), share.nodeId(), cause, next);
      return Optional.of(next);
    } else if (step instanceof Step.Act act) {
      return act(context, act, cause);
    }
    records.trace(TraceKind.FINISHED, context.customer(), context.instance(), step.nodeId(), cause);
    leave(context);
    return Optional.empty();
  }

  private Optional<String> arrive(JourneyContext context, Stage stage, Cause cause) {
    Arrival arrival = Arrival.at(context, stage, cause.timestamp());
    if (arrival instanceof Arrival.NoDate) {
      records.because(
          TraceKind.EXITED, context.customer(), context.instance(), stage.nodeId(), cause, NO_DATE);
      leave(context);
      return Optional.empty();
    } else if (arrival instanceof Arrival.GoesOn) {
      return stage.elapsed().flatMap(Branch::next);
    }
    context.instance().arrive(((Arrival.Waits) arrival).waiting());
    Optional<Branch> taken = stages.arrive(stage, context);
    taken.ifPresent(
        branch ->
            records.decided(
                context.customer(), context.instance(), branch.nodeId(), cause, branch.decision()));
    return taken.flatMap(Branch::next);
  }

  private Optional<String> act(JourneyContext context, Step.Act act, Cause cause) {
    if (actions.perform(context, act, cause)) {
      return Optional.of(act.next());
    }
    leave(context);
    return Optional.empty();
  }

  private Optional<String> check(
      JourneyContext context, Step.Check check, Cause cause, Set<String> fulfilled) {
    boolean yes =
        check.matcher() instanceof ProfileMatcher profile
            ? profile.holds(context)
            : fulfilled.contains(check.nodeId());
    String decision = yes ? Branch.YES : Branch.NO;
    records.decided(context.customer(), context.instance(), check.nodeId(), cause, decision);
    Optional<String> next = yes ? Optional.of(check.yes()) : check.no();
    if (next.isEmpty()) {
      conditionNotMet(context, check.nodeId(), cause);
    }
    return next;
  }

  private void conditionNotMet(JourneyContext context, String nodeId, Cause cause) {
    records.trace(
        TraceKind.CONDITION_NOT_MET, context.customer(), context.instance(), nodeId, cause);
    leave(context);
  }

  private static void leave(JourneyContext context) {
    context.customer().instances().remove(context.instance());
  }
}
