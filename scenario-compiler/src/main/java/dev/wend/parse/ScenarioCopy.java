package dev.wend.parse;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.wend.issue.Issue;
import dev.wend.issue.IssueCode;
import dev.wend.issue.Source;
import dev.wend.issue.SourceLocation;
import dev.wend.parse.tree.ScalarTree;
import dev.wend.parse.tree.SourceMap;
import dev.wend.parse.tree.Tree;
import dev.wend.parse.tree.TreeReader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A document under another id, as version 1 and a draft; all else is as it was written.
 *
 * @param text empty where there is an issue
 */
public record ScenarioCopy(Optional<String> text, List<Issue> issues) {

  private record Replacement(SourceLocation location, String written) {}

  /** Copies {@code text}, which need not be without faults as long as it has an id, a version and a status. */
  public static ScenarioCopy of(String file, String text, String id) {
    Source source = new Source(file, text);
    TreeReader.Result read = TreeReader.read(source);
    List<Issue> issues = new ArrayList<>(read.issues());
    List<Replacement> replacements = new ArrayList<>();
    read.root()
        .map(root -> new SourceMap(source, root))
        .ifPresent(document -> plan(document, id, replacements, issues));
    if (!issues.isEmpty()) {
      return new ScenarioCopy(Optional.empty(), List.copyOf(issues));
    }
    return new ScenarioCopy(Optional.of(replaced(source, replacements)), List.of());
  }

  private static void plan(
      SourceMap document, String id, List<Replacement> replacements, List<Issue> issues) {
    Map<String, String> written =
        Map.of("id", TextNode.valueOf(id).toString(), "version", "1", "status", "\"draft\"");
    for (String key : List.of("id", "version", "status")) {
      JsonPointer pointer = JsonPointer.empty().appendProperty(key);
      Optional<Tree> value = document.find(pointer).filter(ScalarTree.class::isInstance);
      if (value.isEmpty()) {
        issues.add(
            document.error(
                IssueCode.MISSING_KEY, pointer, "a scenario to copy has the key '" + key + "'"));
      }
      value.ifPresent(tree -> replacements.add(new Replacement(tree.location(), written.get(key))));
    }
  }

  private static String replaced(Source source, List<Replacement> replacements) {
    StringBuilder text = new StringBuilder(source.text());
    replacements.stream()
        .sorted(
            Comparator.comparing((Replacement replacement) -> source.offset(replacement.location()))
                .reversed())
        .forEach(
            replacement -> {
              int start = source.offset(replacement.location());
              text.replace(start, start + replacement.location().length(), replacement.written());
            });
    return text.toString();
  }
}
