package dev.wend.job.journey;

import dev.wend.compile.CompiledScenario;
import dev.wend.compile.Entrance;
import dev.wend.compile.PatternInput;
import dev.wend.job.journey.PartialMatches.Owner;
import dev.wend.job.nfa.NfaHost;
import dev.wend.job.nfa.Outcome;
import dev.wend.job.nfa.PatternProgram;
import dev.wend.job.nfa.PatternRun;
import dev.wend.job.nfa.Retention;
import dev.wend.matcher.PatternMatcher;
import dev.wend.matcher.TriggerMatcher;
import java.util.IdentityHashMap;

/** The triggers on sequences of events (SEMANTICS.md section 3): each customer has its own partial matches of each. */
final class PatternTriggers {
  private static final int MOST_PARTIAL_MATCHES = 100;

  private final NfaHost nfaHost;
  private final JourneyOutput output;
  private final IdentityHashMap<Entrance, PatternProgram> programs = new IdentityHashMap<>();

  PatternTriggers(NfaHost nfaHost, JourneyOutput output) {
    this.nfaHost = nfaHost;
    this.output = output;
  }

  /** Feeds an event; whether it completes a match. */
  boolean feed(
      Customer customer, CompiledScenario scenario, Entrance entrance, ProfileEvent happened) {
    PatternMatcher matcher = ((TriggerMatcher.OnPattern) entrance.on()).pattern();
    EntryContext context = new EntryContext(happened.after());
    Owner owner = new Owner(scenario.version(), entrance.nodeId());
    PartialMatches kept = customer.partialMatches().get(owner);
    boolean concerned =
        kept == null
            ? matcher.names(happened.event(), context)
            : matcher.mayTake(happened.event(), context);
    if (!concerned) {
      return false;
    }
    PatternRun run =
        kept == null ? program(entrance).idle() : program(entrance).restore(kept.run());
    Outcome outcome =
        run.feed(
            new PatternInput.Observed(happened.event(), context), happened.event().timestamp());
    for (int givenUp = 0; givenUp < outcome.givenUp(); givenUp++) {
      output.count(Count.PARTIAL_MATCH_GIVEN_UP);
    }
    keep(customer, owner, matcher, run);
    return outcome.matched();
  }

  /** Lets time pass up to the moment at which it may complete a match; whether it does. */
  boolean elapse(Customer customer, CompiledScenario scenario, Entrance entrance, long now) {
    Owner owner = new Owner(scenario.version(), entrance.nodeId());
    PatternRun run = program(entrance).restore(customer.partialMatches().get(owner).run());
    Outcome outcome = run.elapse(now);
    keep(customer, owner, ((TriggerMatcher.OnPattern) entrance.on()).pattern(), run);
    return outcome.matched();
  }

  /** The next moment at which time alone may complete a match, {@link Instance#NEVER} where there is none. */
  static long next(Customer customer, CompiledScenario scenario, Entrance entrance) {
    PartialMatches kept =
        customer.partialMatches().get(new Owner(scenario.version(), entrance.nodeId()));
    return kept == null ? Instance.NEVER : kept.next();
  }

  private static void keep(Customer customer, Owner owner, PatternMatcher matcher, PatternRun run) {
    if (run.isOver()) {
      customer.partialMatches().remove(owner);
      return;
    }
    boolean completedByTime = matcher.endsWithNot() || run.holdsBack();
    customer
        .partialMatches()
        .put(
            owner,
            new PartialMatches(
                completedByTime ? run.deadline().orElseThrow() : Instance.NEVER,
                run.lastDeadline().orElseThrow(),
                run.save()));
  }

  private PatternProgram program(Entrance entrance) {
    return programs.computeIfAbsent(
        entrance,
        key ->
            nfaHost.compile(key.pattern().orElseThrow(), Retention.newest(MOST_PARTIAL_MATCHES)));
  }
}
