package dev.wend.job.journey;

import dev.wend.compile.Branch;
import dev.wend.compile.PatternInput;
import dev.wend.compile.Stage;
import dev.wend.job.journey.Instance.Matched;
import dev.wend.job.journey.Instance.Partial;
import dev.wend.job.journey.Instance.Progress;
import dev.wend.job.nfa.NfaHost;
import dev.wend.job.nfa.Outcome;
import dev.wend.job.nfa.PatternProgram;
import dev.wend.job.nfa.PatternRun;
import dev.wend.job.nfa.Retention;
import dev.wend.matcher.EventMatcher;
import dev.wend.matcher.MatchContext;
import dev.wend.matcher.Matcher;
import dev.wend.matcher.PatternMatcher;
import dev.wend.matcher.ProfileMatcher;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Drives the patterns of the stages in which instances wait. An instance that has taken no event since it arrived keeps no
 * automaton: its run is begun anew from (stage, arrival).
 */
final class StageHost {
  private final NfaHost nfaHost;
  private final IdentityHashMap<Branch, PatternProgram> programs = new IdentityHashMap<>();

  StageHost(NfaHost nfaHost) {
    this.nfaHost = nfaHost;
  }

  /** Feeds an event; the branch by which the instance goes on at once, if there is one. */
  Optional<Branch> observe(Instance instance, Stage stage, PatternInput.Observed input) {
    for (int index : stage.occurrences()) {
      Branch branch = stage.branches().get(index);
      if (matches(instance, index, branch, input)) {
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
    return stage.occurrences().stream()
        .map(stage.branches()::get)
        .filter(
            branch ->
                branch.matcher().orElseThrow() instanceof ProfileMatcher profile
                    && profile.holds(context))
        .findFirst();
  }

  /** Whether the time of the branch has passed without what it must not see. */
  boolean elapsed(Instance instance, Stage stage, Branch branch) {
    if (stage.until() instanceof Stage.Moment) {
      return true;
    }
    Instance.Wait wait = instance.waiting();
    Outcome passed = program(branch).start(wait.since()).elapse(wait.deadline());
    return branch.polarity() == Branch.Polarity.TIMES_OUT ? passed.over() : passed.matched();
  }

  /** The conditions that the instance saw fulfilled while it waited. */
  Set<String> fulfilled(Instance instance, Stage stage) {
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
    Optional<Progress> progress = Optional.ofNullable(instance.progress().get(index));
    if (progress.orElse(null) instanceof Matched || !concerns(branch, input)) {
      return false;
    }
    PatternRun run = run(instance, branch, progress);
    if (run.feed(input, input.event().timestamp()).matched()) {
      return true;
    }
    if (!run.isUntouched()) {
      instance.progress().put(index, new Partial(run.save()));
    }
    return false;
  }

  private PatternRun run(Instance instance, Branch branch, Optional<Progress> progress) {
    return progress.orElse(null) instanceof Partial partial
        ? program(branch).restore(partial.run())
        : program(branch).start(instance.waiting().since());
  }

  /** What no matcher of a pattern holds for leaves its automaton as it is. */
  private static boolean concerns(Branch branch, PatternInput.Observed input) {
    Matcher matcher = branch.matcher().orElseThrow();
    if (matcher instanceof EventMatcher event) {
      return event.holds(input.event(), input.context());
    }
    return matcher instanceof PatternMatcher sequence
        ? sequence.mayTake(input.event(), input.context())
        : ((ProfileMatcher) matcher).holds(input.context());
  }

  private PatternProgram program(Branch branch) {
    return programs.computeIfAbsent(
        branch, key -> nfaHost.compile(key.pattern(), Retention.DISTINCT));
  }
}
