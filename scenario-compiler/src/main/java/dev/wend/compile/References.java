package dev.wend.compile;

import dev.wend.compile.CompiledScenario.Captures;
import dev.wend.matcher.Comparison;
import dev.wend.matcher.EventMatcher;
import dev.wend.matcher.Matcher;
import dev.wend.matcher.Operand;
import dev.wend.matcher.PatternMatcher;
import dev.wend.matcher.ProfileMatcher;
import dev.wend.matcher.Reference;
import dev.wend.matcher.Reference.Source;
import dev.wend.matcher.Where;
import dev.wend.scenario.Node;
import dev.wend.scenario.Scenario;
import dev.wend.scenario.Settings;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects what a scenario refers to, so that an instance keeps these values and nothing else of its events. */
final class References {
  private final Set<Reference> found = new LinkedHashSet<>();

  private References() {}

  static Captures of(Scenario scenario) {
    References references = new References();
    scenario.settings().instanceKey().ifPresent(references.found::add);
    scenario.settings().exitWhen().stream()
        .filter(Settings.ExitEvent.class::isInstance)
        .map(Settings.ExitEvent.class::cast)
        .forEach(exit -> references.add(exit.event()));
    scenario.nodes().forEach(references::add);
    return new Captures(references.into(Source.TRIGGER), references.into(Source.EVENT));
  }

  private List<Reference> into(Source source) {
    return found.stream().filter(reference -> reference.source() == source).toList();
  }

  private void add(Node node) {
    if (node instanceof Node.Condition condition) {
      add(condition.matcher());
    } else if (node instanceof Node.WaitFor waits) {
      waits.branches().forEach(branch -> add(branch.matcher()));
    } else if (node instanceof Node.WaitUntil until
        && until.moment() instanceof Node.MomentFrom moment) {
      found.add(moment.from());
    } else if (node instanceof Node.Action action) {
      action.settings().data().values().forEach(this::add);
    }
  }

  private void add(Matcher matcher) {
    if (matcher instanceof EventMatcher event) {
      event.filters().values().forEach(this::add);
      event.where().forEach(this::add);
    } else if (matcher instanceof PatternMatcher pattern) {
      pattern.steps().forEach(this::add);
    } else if (matcher instanceof ProfileMatcher profile) {
      addProfile(profile);
    }
  }

  private void addProfile(ProfileMatcher matcher) {
    if (matcher instanceof ProfileMatcher.Field field) {
      add(field.comparison());
    } else if (matcher instanceof ProfileMatcher.Not not) {
      addProfile(not.part());
    } else if (matcher instanceof ProfileMatcher.All all) {
      all.parts().forEach(this::addProfile);
    } else if (matcher instanceof ProfileMatcher.Any any) {
      any.parts().forEach(this::addProfile);
    }
  }

  private void add(PatternMatcher.Step step) {
    if (step instanceof PatternMatcher.Occurs occurs) {
      add(occurs.event());
      occurs.until().ifPresent(this::add);
    } else if (step instanceof PatternMatcher.Absent absent) {
      add(absent.event());
    }
  }

  private void add(Where where) {
    if (where instanceof Where.Property property) {
      add(property.comparison());
    } else if (where instanceof Where.All all) {
      all.parts().forEach(this::add);
    } else if (where instanceof Where.Any any) {
      any.parts().forEach(this::add);
    } else if (where instanceof Where.Not not) {
      add(not.part());
    }
  }

  private void add(Comparison comparison) {
    add(comparison.operand());
  }

  private void add(Operand operand) {
    if (operand instanceof Reference reference) {
      found.add(reference);
    }
  }
}
