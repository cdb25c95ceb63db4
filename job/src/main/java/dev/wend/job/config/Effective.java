package dev.wend.job.config;

import dev.wend.issue.SourceLocation;
import dev.wend.parse.tree.ListTree;
import dev.wend.parse.tree.ScalarTree;
import dev.wend.parse.tree.Tree;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The values that hold, as they may be shown. */
final class Effective {
  private static final String MASK = "***";
  private static final Pattern ADDRESS =
      Pattern.compile("(https?://)(?:[^/?#]*@)?([^/?#@]+).*", Pattern.DOTALL);

  private final List<Leaf> leaves;
  private final Substitution substitution;
  private final Origins origins;

  Effective(Tree tree, Substitution substitution, Origins origins) {
    this.leaves = Leaf.of(tree);
    this.substitution = substitution;
    this.origins = origins;
  }

  /** All of them. */
  List<EffectiveValue> values() {
    return leaves.stream()
        .map(
            leaf ->
                new EffectiveValue(
                    String.join(".", leaf.path()),
                    shown(leaf),
                    origins.of(leaf.value().location()).text()))
        .toList();
  }

  /** The places whose values no message may show. */
  Set<SourceLocation> hidden() {
    Set<SourceLocation> hidden = new HashSet<>();
    for (Leaf leaf : leaves) {
      leaf.scalars()
          .map(ScalarTree::location)
          .filter(
              place ->
                  SecretNames.isSecret(leaf.path())
                      || isAddress(leaf)
                      || substitution.written(place).isPresent())
          .forEach(hidden::add);
    }
    return hidden;
  }

  /** The path of the value at a place. */
  String path(SourceLocation place) {
    return leaves.stream()
        .filter(leaf -> leaf.scalars().anyMatch(scalar -> scalar.location().equals(place)))
        .map(leaf -> String.join(".", leaf.path()))
        .findFirst()
        .orElse("");
  }

  private String shown(Leaf leaf) {
    if (leaf.value() instanceof ListTree list) {
      return "["
          + list.elements().stream()
              .map(element -> shown(leaf, element))
              .collect(Collectors.joining(", "))
          + "]";
    }
    return shown(leaf, leaf.value());
  }

  private String shown(Leaf leaf, Tree value) {
    if (!(value instanceof ScalarTree scalar)) {
      return value instanceof ListTree ? "[]" : "{}";
    }
    if (SecretNames.isSecret(leaf.path())) {
      return MASK;
    }
    String text =
        substitution
            .written(scalar.location())
            .orElseGet(() -> scalar.text().orElse("null"))
            .replaceAll("\\p{Cntrl}", " ");
    return isAddress(leaf) ? withoutSecrets(text) : text;
  }

  private static boolean isAddress(Leaf leaf) {
    return leaf.path().get(leaf.path().size() - 1).equals("url");
  }

  private static String withoutSecrets(String address) {
    Matcher parts = ADDRESS.matcher(address);
    return parts.matches() ? parts.group(1) + parts.group(2) + "/…" : MASK;
  }
}
