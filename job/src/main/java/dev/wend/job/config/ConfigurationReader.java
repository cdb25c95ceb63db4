package dev.wend.job.config;

import dev.wend.issue.Issue;
import dev.wend.issue.IssueCode;
import dev.wend.issue.Severity;
import dev.wend.issue.Source;
import dev.wend.issue.SourceLocation;
import dev.wend.parse.shape.Reading;
import dev.wend.parse.tree.ListTree;
import dev.wend.parse.tree.ObjectTree;
import dev.wend.parse.tree.SourceMap;
import dev.wend.parse.tree.Tree;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Reads configurations. The command line beats the environment, that the document, and that the defaults. What is wrong is
 * reported, never thrown, and never keeps the rest from being read.
 */
public final class ConfigurationReader {
  private static final String FOUND = ", found ";

  private final Source document;
  private final Origins origins;
  private final Map<String, String> environment;
  private final List<Ordered> issues = new ArrayList<>();

  private record Ordered(int line, int column, ConfigurationIssue issue) {}

  private ConfigurationReader(Source document, Map<String, String> environment) {
    this.document = document;
    this.origins = new Origins(document.file());
    this.environment = environment;
  }

  /**
   * Reads a configuration.
   *
   * @param document YAML; an empty text leaves everything to the others
   * @param environment all variables
   * @param settings of the command line, each {@code PATH=VALUE}
   */
  public static ConfigurationResult read(
      Source document, Map<String, String> environment, List<String> settings) {
    return new ConfigurationReader(document, environment).read(settings);
  }

  private ConfigurationResult read(List<String> settings) {
    Defaults defaults = new Defaults(origins.locate(new Origin.Default()));
    Optional<ObjectTree> written = written();
    if (written.isEmpty()) {
      return new ConfigurationResult(Optional.empty(), sorted(), List.of());
    }
    Overrides overrides = new Overrides(defaults.withSinks(written.get()), origins);
    overrides.environment(environment);
    overrides.commandLine(settings);
    overrides.issues().forEach(this::report);
    return checked(overrides.tree(), defaults);
  }

  private Optional<ObjectTree> written() {
    YamlTree.Result read = YamlTree.read(document.text(), place -> place);
    read.faults().forEach(fault -> report(fault.location(), "", fault.message()));
    Tree root = read.root().orElseGet(() -> new ObjectTree(SourceLocation.START, List.of()));
    if (root instanceof ObjectTree object) {
      return read.root().isPresent() || read.faults().isEmpty()
          ? Optional.of(object)
          : Optional.empty();
    }
    report(root.location(), "", "expected a configuration (an object), found " + kind(root));
    return Optional.empty();
  }

  private static String kind(Tree root) {
    return root instanceof ListTree ? "a list" : "a single value";
  }

  private ConfigurationResult checked(ObjectTree given, Defaults defaults) {
    Substitution substitution = new Substitution(environment, origins);
    ObjectTree filled = (ObjectTree) substitution.apply(given);
    ObjectTree whole = defaults.under(filled);
    Effective effective = new Effective(whole, substitution, origins);
    substitution.faults().forEach((place, fault) -> report(place, effective.path(place), fault));
    Set<SourceLocation> hidden = effective.hidden();
    Predicate<Issue> unknownKey = issue -> issue.code() == IssueCode.UNKNOWN_KEY;
    Predicate<Issue> told = issue -> !substitution.faults().containsKey(place(issue));
    shape(filled, hidden, unknownKey);
    Optional<Configuration> configuration = shape(whole, hidden, told.and(unknownKey.negate()));
    boolean errors = issues.stream().anyMatch(ordered -> ordered.issue().isError());
    return new ConfigurationResult(
        configuration.filter(complete -> !errors), sorted(), effective.values());
  }

  /** Keys that are not known are looked for among what was written, so that a key with a default can be suggested. */
  private Optional<Configuration> shape(
      ObjectTree tree, Set<SourceLocation> hidden, Predicate<Issue> told) {
    Reading reading = Reading.of(new SourceMap(document, tree));
    Optional<Configuration> configuration = ConfigurationShape.SHAPE.read(tree, reading);
    for (Issue issue : reading.issues()) {
      if (told.test(issue)) {
        SourceLocation place = place(issue);
        int found = hidden.contains(place) ? issue.message().indexOf(FOUND) : -1;
        String message =
            found < 0
                ? issue.message()
                : issue.message().substring(0, found) + FOUND + "a value that is not shown";
        report(place, Paths.path(issue.subject(), tree), message);
      }
    }
    return configuration;
  }

  private static SourceLocation place(Issue issue) {
    return issue.location().orElse(SourceLocation.START);
  }

  private void report(SourceLocation location, String path, String message) {
    Origin origin = origins.of(location);
    String place = origin instanceof Origin.Default ? document.file() : origin.text();
    ConfigurationIssue issue = new ConfigurationIssue(Severity.ERROR, place, path, message);
    int line = origin instanceof Origin.Document ? location.line() : Integer.MAX_VALUE;
    issues.add(new Ordered(line, location.column(), issue));
  }

  private void report(ConfigurationIssue issue) {
    issues.add(new Ordered(Integer.MAX_VALUE, 1, issue));
  }

  private List<ConfigurationIssue> sorted() {
    return issues.stream()
        .sorted(Comparator.comparingInt(Ordered::line).thenComparingInt(Ordered::column))
        .map(Ordered::issue)
        .toList();
  }
}
