package dev.wend.parse.tree;

import com.fasterxml.jackson.core.JsonPointer;
import dev.wend.issue.Issue;
import dev.wend.issue.IssueCode;
import dev.wend.issue.Severity;
import dev.wend.issue.Source;
import dev.wend.issue.SourceLocation;
import java.util.Optional;

/** Finds the place of every value of a document, and speaks of it. */
public record SourceMap(Source source, Tree root) {
  private static final String NODES = "nodes";

  /** Where the value at {@code pointer} stands; where there is none, its nearest parent. */
  public SourceLocation locate(JsonPointer pointer) {
    Tree nearest = root;
    for (JsonPointer rest = pointer; !rest.matches(); rest = rest.tail()) {
      Optional<Tree> child = child(nearest, rest);
      if (child.isEmpty()) {
        return nearest.location();
      }
      nearest = child.get();
    }
    return nearest.location();
  }

  /** The value at {@code pointer}. */
  public Optional<Tree> find(JsonPointer pointer) {
    Optional<Tree> found = Optional.of(root);
    for (JsonPointer rest = pointer; found.isPresent() && !rest.matches(); rest = rest.tail()) {
      JsonPointer step = rest;
      found = found.flatMap(tree -> child(tree, step));
    }
    return found;
  }

  /** What a message about {@code pointer} is about, for example {@code node 'opened' /nodes/4/within}. */
  public String subject(JsonPointer pointer) {
    if (pointer.matches()) {
      return idAt(pointer).map(id -> "scenario '" + id + "'").orElse("document");
    }
    boolean inNode = NODES.equals(pointer.getMatchingProperty()) && !pointer.tail().matches();
    if (!inNode) {
      return pointer.toString();
    }
    JsonPointer node =
        JsonPointer.empty().appendProperty(NODES).appendIndex(pointer.tail().getMatchingIndex());
    return idAt(node).map(id -> "node '" + id + "' " + pointer).orElse(pointer.toString());
  }

  /** An error about the value at {@code pointer}. */
  public Issue error(IssueCode code, JsonPointer pointer, String message) {
    return issue(Severity.ERROR, code, pointer, locate(pointer), message);
  }

  /** A warning about the value at {@code pointer}. */
  public Issue warning(IssueCode code, JsonPointer pointer, String message) {
    return issue(Severity.WARNING, code, pointer, locate(pointer), message);
  }

  /** An issue about the value at {@code pointer}, shown at {@code location}. */
  public Issue issue(
      Severity severity,
      IssueCode code,
      JsonPointer pointer,
      SourceLocation location,
      String message) {
    return new Issue(severity, code, source, Optional.of(location), subject(pointer), message);
  }

  private Optional<String> idAt(JsonPointer pointer) {
    return find(pointer)
        .filter(ObjectTree.class::isInstance)
        .flatMap(tree -> ((ObjectTree) tree).text("id"));
  }

  private static Optional<Tree> child(Tree parent, JsonPointer step) {
    if (parent instanceof ObjectTree object) {
      return object.find(step.getMatchingProperty());
    }
    int index = step.getMatchingIndex();
    return parent instanceof ListTree list && index >= 0 && index < list.elements().size()
        ? Optional.of(list.elements().get(index))
        : Optional.empty();
  }
}
