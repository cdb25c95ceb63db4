package dev.wend.job.compare;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wend.job.compare.Step.Aspect;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Two steps that differ, of which one may be missing. */
record Fork(Optional<Step> a, Optional<Step> b) {
  /** In what the steps differ; nothing where one of them is missing. */
  Set<Aspect> aspects() {
    return a.isPresent() && b.isPresent()
        ? a.get().differences(b.get())
        : EnumSet.noneOf(Aspect.class);
  }

  /** The step that comes first. */
  Step earlier() {
    if (a.isPresent() && b.isPresent()) {
      return a.get().timestamp() <= b.get().timestamp() ? a.get() : b.get();
    }
    return a.or(() -> b).orElseThrow();
  }

  /** Writes both, when it was, and what was behind it. */
  void writeTo(ObjectNode json) {
    json.put("at", earlier().timestamp());
    json.set("cause", earlier().cause().toJson());
    aspects().forEach(aspect -> json.withArray("differ").add(aspect.id()));
    a.ifPresent(step -> json.set("a", step.toJson()));
    b.ifPresent(step -> json.set("b", step.toJson()));
  }
}
