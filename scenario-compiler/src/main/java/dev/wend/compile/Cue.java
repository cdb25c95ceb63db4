package dev.wend.compile;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wend.event.EventKind;
import dev.wend.matcher.Comparison;
import dev.wend.matcher.EventFilter;
import dev.wend.matcher.EventMatcher;
import dev.wend.matcher.Literal;
import dev.wend.matcher.Operator;
import dev.wend.matcher.Where;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What an event must at least be like to meet something: of a kind and, where that is asked by equality with fixed texts,
 * with one of them in one place. Other equalities, such as those of numbers by value, are left to the matchers themselves.
 */
public record Cue(EventKind kind, Optional<Key> key) {

  /** One of {@code texts} stands at {@code aspect}. */
  record Key(Aspect aspect, Set<String> texts) {}

  /** Any event of {@code kind}. */
  static Cue any(EventKind kind) {
    return new Cue(kind, Optional.empty());
  }

  static Cue of(EventKind kind, Aspect aspect, Set<String> texts) {
    return new Cue(kind, Optional.of(new Key(aspect, texts)));
  }

  /** An event of {@code kind} whose key field is just that text. */
  static Cue of(EventKind kind, EventFilter filter, String text) {
    return of(kind, new Aspect.KeyField(filter), Set.of(text));
  }

  /** What all events are like that meet {@code matcher}. */
  static Cue of(EventMatcher matcher) {
    return new Cue(
        matcher.event().kind(),
        products(matcher).or(() -> filter(matcher)).or(() -> where(matcher)));
  }

  private static Optional<Key> products(EventMatcher matcher) {
    return matcher.products().isEmpty()
        ? Optional.empty()
        : Optional.of(new Key(new Aspect.Products(), matcher.products()));
  }

  private static Optional<Key> filter(EventMatcher matcher) {
    return matcher.filters().entrySet().stream()
        .flatMap(filter -> key(new Aspect.KeyField(filter.getKey()), filter.getValue()).stream())
        .findFirst();
  }

  /** A line item is looked at by itself, so its properties are not those of the event. */
  private static Optional<Key> where(EventMatcher matcher) {
    return matcher.event().perLineItem() ? Optional.empty() : where(matcher.where());
  }

  private static Optional<Key> where(List<Where> parts) {
    return parts.stream().flatMap(part -> where(part).stream()).findFirst();
  }

  private static Optional<Key> where(Where part) {
    if (part instanceof Where.All all) {
      return where(all.parts());
    }
    return part instanceof Where.Property property
        ? key(new Aspect.Property(property.pointer()), property.comparison())
        : Optional.empty();
  }

  private static Optional<Key> key(Aspect aspect, Comparison comparison) {
    if (!(comparison.operand() instanceof Literal literal)) {
      return Optional.empty();
    } else if (comparison.operator() == Operator.EQ && literal.value().isTextual()) {
      return Optional.of(new Key(aspect, Set.of(literal.value().textValue())));
    } else if (comparison.operator() == Operator.IN && literal.value().isArray()) {
      return texts(literal.value()).map(texts -> new Key(aspect, texts));
    }
    return Optional.empty();
  }

  /** The elements of a list of nothing but texts. */
  private static Optional<Set<String>> texts(JsonNode list) {
    Set<String> texts = new HashSet<>();
    for (JsonNode element : list) {
      if (!element.isTextual()) {
        return Optional.empty();
      }
      texts.add(element.textValue());
    }
    return Optional.of(texts);
  }
}
