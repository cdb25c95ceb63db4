package dev.wend.job.config;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.wend.issue.SourceLocation;
import dev.wend.parse.tree.ListTree;
import dev.wend.parse.tree.ObjectTree;
import dev.wend.parse.tree.ScalarTree;
import dev.wend.parse.tree.Tree;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts environment variables into texts: <code>${NAME}</code>; <code>$${</code> stands for <code>${</code> itself. */
final class Substitution {
  private static final Pattern REFERENCE =
      Pattern.compile("\\$\\$\\{|\\$\\{([A-Za-z_][A-Za-z0-9_]*)}|\\$\\{");

  private final Map<String, String> environment;
  private final Origins origins;
  private final Map<SourceLocation, String> written = new HashMap<>();
  private final Map<SourceLocation, String> faults = new LinkedHashMap<>();

  Substitution(Map<String, String> environment, Origins origins) {
    this.environment = environment;
    this.origins = origins;
  }

  /** What stood, before, at the places where a variable was put in. */
  Optional<String> written(SourceLocation location) {
    return Optional.ofNullable(written.get(location));
  }

  /** What was wrong, by place. */
  Map<SourceLocation, String> faults() {
    return Collections.unmodifiableMap(faults);
  }

  /** {@code tree} with variables in all values but those that come from the environment themselves. */
  Tree apply(Tree tree) {
    if (tree instanceof ObjectTree object) {
      return new ObjectTree(
          object.location(), object.members().stream().map(this::applied).toList());
    }
    if (tree instanceof ListTree list) {
      return new ListTree(list.location(), list.elements().stream().map(this::apply).toList());
    }
    ScalarTree scalar = (ScalarTree) tree;
    boolean raw = origins.of(scalar.location()) instanceof Origin.Environment;
    return raw ? scalar : scalar.text().map(text -> replaced(text, scalar)).orElse(scalar);
  }

  private ObjectTree.Member applied(ObjectTree.Member member) {
    return new ObjectTree.Member(member.key(), member.keyLocation(), apply(member.value()));
  }

  private ScalarTree replaced(String text, ScalarTree scalar) {
    Matcher references = REFERENCE.matcher(text);
    StringBuilder whole = new StringBuilder();
    while (references.find()) {
      String put = references.group().startsWith("$$") ? "${" : value(references, scalar);
      references.appendReplacement(whole, Matcher.quoteReplacement(put));
    }
    references.appendTail(whole);
    return new ScalarTree(scalar.location(), TextNode.valueOf(whole.toString()));
  }

  private String value(Matcher reference, ScalarTree scalar) {
    Optional<String> name = Optional.ofNullable(reference.group(1));
    Optional<String> value = name.map(environment::get);
    scalar.text().ifPresent(text -> written.put(scalar.location(), text));
    if (value.isEmpty()) {
      String message =
          name.map(unset -> "the environment variable " + unset + " is not set")
              .orElse(
                  "expected the name of an environment variable behind ${; write $${ for ${ itself");
      faults.putIfAbsent(scalar.location(), message);
    }
    return value.orElse("");
  }
}
