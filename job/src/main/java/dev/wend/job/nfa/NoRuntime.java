package dev.wend.job.nfa;

import java.lang.reflect.Proxy;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.cep.time.TimerService;

/** What conditions get to know of their surroundings: nothing, because they are pure. */
final class NoRuntime {
  static final TimerService CLOCK =
      () -> {
        throw new IllegalStateException(
            "a condition looks at its input alone, not at the wall clock");
      };

  private NoRuntime() {}

  /** A context to open an NFA with; {@code NFA.open} does not take null. */
  static RuntimeContext context() {
    return (RuntimeContext)
        Proxy.newProxyInstance(
            NoRuntime.class.getClassLoader(),
            new Class<?>[] {RuntimeContext.class},
            (proxy, method, arguments) -> {
              throw new IllegalStateException(
                  "a condition looks at its input alone, not at " + method);
            });
  }
}
