package dev.wend.job.operator;

import dev.wend.event.ActionRecord;
import dev.wend.event.TraceKind;
import dev.wend.event.TraceRecord;
import dev.wend.event.TraceRecord.Subject;

/**
 * By what a record about an instance is counted.
 *
 * @param label the type of an action, the decision or the reason; empty where there is none
 */
record Counted(String scenarioId, String nodeId, TraceKind kind, String label) {
  static Counted by(ActionRecord action) {
    return new Counted(action.scenarioId(), action.nodeId(), TraceKind.ACTION, action.type());
  }

  static Counted by(TraceRecord trace, Subject subject) {
    return new Counted(subject.scenarioId(), subject.nodeId(), trace.kind(), label(trace));
  }

  private static String label(TraceRecord trace) {
    if (trace.detail() instanceof TraceRecord.Decision decided) {
      return decided.decision();
    } else if (trace.detail() instanceof TraceRecord.Reason because) {
      return because.reason();
    }
    return "";
  }
}
