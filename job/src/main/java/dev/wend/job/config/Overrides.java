package dev.wend.job.config;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.wend.event.Utf8Order;
import dev.wend.issue.DidYouMean;
import dev.wend.issue.Severity;
import dev.wend.parse.tree.ObjectTree;
import dev.wend.parse.tree.ScalarTree;
import dev.wend.parse.tree.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Lays the environment and the command line over a document. */
final class Overrides {
  private final Origins origins;
  private final List<ConfigurationIssue> issues = new ArrayList<>();
  private ObjectTree tree;

  Overrides(ObjectTree tree, Origins origins) {
    this.tree = tree;
    this.origins = origins;
  }

  /** The document with all that was laid over it. */
  ObjectTree tree() {
    return tree;
  }

  /** What was wrong with it. */
  List<ConfigurationIssue> issues() {
    return List.copyOf(issues);
  }

  /** Variables that begin with {@code WEND_}; an empty one counts as not set. */
  void environment(Map<String, String> environment) {
    Variables variables = new Variables(tree);
    environment.entrySet().stream()
        .filter(entry -> entry.getKey().startsWith(Variables.PREFIX))
        .filter(entry -> !entry.getValue().isEmpty())
        .sorted(Map.Entry.comparingByKey(Utf8Order.INSTANCE))
        .forEach(entry -> environment(entry.getKey(), entry.getValue(), variables));
  }

  private void environment(String variable, String value, Variables variables) {
    Optional<List<String>> path = variables.path(variable);
    if (path.isEmpty()) {
      String question = DidYouMean.question(variable, variables.names());
      issues.add(
          new ConfigurationIssue(
              Severity.WARNING,
              variable,
              "",
              "this environment variable stands for no key and is ignored" + question));
    }
    path.ifPresent(steps -> lay(steps, value, new Origin.Environment(variable)));
  }

  /** Settings, each {@code PATH=VALUE}; a later one beats an earlier one. */
  void commandLine(List<String> settings) {
    for (int index = 0; index < settings.size(); index++) {
      String setting = settings.get(index);
      int equals = setting.indexOf('=');
      if (equals < 1) {
        String place = "--set (number " + (index + 1) + ")";
        String message = "expected PATH=VALUE, for example --set source.kafka.topics=events";
        issues.add(new ConfigurationIssue(Severity.ERROR, place, "", message));
      } else {
        String path = setting.substring(0, equals);
        lay(Paths.steps(path), setting.substring(equals + 1), new Origin.CommandLine(path));
      }
    }
  }

  private void lay(List<String> path, String value, Origin origin) {
    value(path, value, origin).ifPresent(read -> tree = (ObjectTree) Merge.with(tree, path, read));
  }

  private Optional<Tree> value(List<String> path, String text, Origin origin) {
    boolean yaml = text.startsWith("[") || text.startsWith("{");
    if (!yaml || path.stream().limit(path.size() - 1L).anyMatch(Paths.MAPS::contains)) {
      return Optional.of(new ScalarTree(origins.locate(origin), TextNode.valueOf(text)));
    }
    YamlTree.Result read = YamlTree.read(text, place -> origins.locate(origin));
    read.faults()
        .forEach(
            fault ->
                issues.add(
                    new ConfigurationIssue(Severity.ERROR, origin.text(), "", fault.message())));
    return read.root();
  }
}
