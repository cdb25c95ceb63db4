package dev.wend.job.journey;

import dev.wend.compile.Branch;
import dev.wend.compile.PatternInput;
import dev.wend.compile.Stage;
import dev.wend.job.journey.Instance.Matched;
import dev.wend.job.journey.Instance.Partial;
import dev.wend.job.journey.Instance.Progress;
import dev.wend.job.nfa.NfaHost;
import dev.wend.job.nfa.PatternProgram;
import dev.wend.job.nfa.PatternRun;
import dev.wend.job.nfa.Retention;
import dev.wend.matcher.EventMatcher;
import dev.wend.matcher.MatchContext;
import dev.wend.matcher.Matcher;
import dev.wend.matcher.PatternMatcher;
import dev.wend.matcher.ProfileMatcher;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Decides the stages in which instances wait, as their patterns say. What one event decides needs no automaton; that of a
 * sequence is kept from the first event that it takes, and begun anew from (stage, arrival) until then.
 */
final class StageHost {
  private final NfaHost nfaHost;
  private final IdentityHashMap<Branch, PatternProgram> programs = new IdentityHashMap<>();

  StageHost(NfaHost nfaHost) {
    this.nfaHost = nfaHost;
  }

  /** Feeds an event; the branch by which the instance goes on at once, if there is one. */
  Optional<Branch> observe(Instance instance, Stage stage, PatternInput.Observed input) {
    List<Branch> branches = stage.branches();
    for (int index = 0; index < branches.size(); index++) {
      Branch branch = branches.get(index);
      if (branch.polarity() == Branch.Polarity.OCCURS && matches(instance, index, branch, input)) {
        if (stage.attention() == Stage.Attention.GOES_ON) {
          return Optional.of(branch);
        }
        instance.progress().put(index, new Matched());
      }
    }
    return Optional.empty();
  }

  /** The branch by which the instance goes on at its arrival, because the profile meets it already. */
  Optional<Branch> arrive(Stage stage, MatchContext context) {
    if (stage.attention() != Stage.Attention.GOES_ON) {
      return Optional.empty();
    }
    for (Branch branch : stage.branches()) {
      if (branch.polarity() == Branch.Polarity.OCCURS
          && branch.matcher().orElseThrow() instanceof ProfileMatcher profile
          && profile.holds(context)) {
        return Optional.of(branch);
      }
    }
    return Optional.empty();
  }

  /**
   * Whether the time of the branch has passed without what it must not see. Nothing that it must not see was seen, or the
   * instance would not be waiting any more.
   */
  boolean elapsed(Instance instance, Branch branch) {
    Instance.Wait wait = instance.waiting();
    return branch.polarity() != Branch.Polarity.TIMES_OUT
        || program(branch).start(wait.since()).elapse(wait.deadline()).over();
  }

  /** The conditions that the instance saw fulfilled while it waited. */
  Set<String> fulfilled(Instance instance, Stage stage) {
    if (instance.progress().isEmpty()) {
      return Set.of();
    }
    Set<String> conditions = new TreeSet<>();
    instance
        .progress()
        .forEach(
            (index, progress) -> {
              if (progress instanceof Matched) {
                conditions.add(stage.branches().get(index).nodeId());
              }
            });
    return conditions;
  }

  private boolean matches(
      Instance instance, int index, Branch branch, PatternInput.Observed input) {
    Matcher matcher = branch.matcher().orElseThrow();
    if (matcher instanceof PatternMatcher sequence) {
      return sequence.mayTake(input.event(), input.context())
          && progresses(instance, index, branch, input);
    }
    boolean isKnown = instance.hasProgress() && instance.progress().get(index) instanceof Matched;
    return !isKnown && holds(matcher, input);
  }

  /**
   * One event decides: deadlines come before events, so that an instance which still waits is inside its window, and the first
   * event that meets the matcher completes the branch's pattern.
   */
  private static boolean holds(Matcher matcher, PatternInput.Observed input) {
    return matcher instanceof EventMatcher event
        ? event.holds(input.event(), input.context())
        : ((ProfileMatcher) matcher).holds(input.context());
  }

  /** What no matcher of a sequence holds for leaves its automaton as it is, so all that is fed here may move it. */
  private boolean progresses(
      Instance instance, int index, Branch branch, PatternInput.Observed input) {
    Progress progress = instance.progress().get(index);
    if (progress instanceof Matched) {
      return false;
    }
    PatternRun run =
        progress instanceof Partial partial
            ? program(branch).restore(partial.run())
            : program(branch).start(instance.waiting().since());
    if (run.feed(input, input.event().timestamp()).matched()) {
      return true;
    }
    if (!run.isUntouched()) {
      instance.progress().put(index, new Partial(run.save()));
    }
    return false;
  }

  private PatternProgram program(Branch branch) {
    return programs.computeIfAbsent(
        branch, key -> nfaHost.compile(key.pattern(), Retention.DISTINCT));
  }
}
