package dev.wend.job.cli;

import org.jline.utils.Signals;

/** Ctrl-C: is noted the first time; the second time the process ends at once. */
final class StopRequest implements AutoCloseable {
  private static final String CTRL_C = "INT";

  private volatile boolean asked;
  private Object former;

  private StopRequest() {}

  /** Listens from now on. */
  static StopRequest listen() {
    StopRequest request = new StopRequest();
    request.former = Signals.register(CTRL_C, request::take);
    return request;
  }

  /** Whether somebody asked. */
  boolean isAsked() {
    return asked;
  }

  private void take() {
    if (asked) {
      Runtime.getRuntime().halt(ExitCodes.INTERRUPTED);
    }
    asked = true;
  }

  @Override
  public void close() {
    Signals.unregister(CTRL_C, former);
  }
}
