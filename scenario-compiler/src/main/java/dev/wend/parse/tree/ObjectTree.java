package dev.wend.parse.tree;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wend.event.Json;
import dev.wend.issue.SourceLocation;
import java.util.List;
import java.util.Optional;

/** An object; each key once. */
public record ObjectTree(SourceLocation location, List<Member> members) implements Tree {

  /** A key with its value. */
  public record Member(String key, SourceLocation keyLocation, Tree value) {}

  /** The member with that key. */
  public Optional<Member> member(String key) {
    return members.stream().filter(member -> member.key().equals(key)).findFirst();
  }

  /** The value at that key. */
  public Optional<Tree> find(String key) {
    return member(key).map(Member::value);
  }

  /** The text at that key; empty where there is none, or none that is text. */
  public Optional<String> text(String key) {
    return find(key)
        .filter(ScalarTree.class::isInstance)
        .map(ScalarTree.class::cast)
        .flatMap(ScalarTree::text);
  }

  @Override
  public ObjectNode toJson() {
    ObjectNode json = Json.object();
    members.forEach(member -> json.set(member.key(), member.value().toJson()));
    return json;
  }

  @Override
  public String description() {
    return "an object";
  }
}
