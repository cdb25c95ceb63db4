package dev.wend.job.deployment;

import dev.wend.job.operator.Report;
import java.util.Arrays;
import java.util.OptionalLong;

/** Up to where the slowest task has carried its customers. */
final class CarriedMinimum {
  private long[] carried = new long[0];

  void take(Report.Carried told) {
    if (carried.length != told.subtasks()) {
      carried = new long[told.subtasks()];
      Arrays.fill(carried, Long.MIN_VALUE);
    }
    carried[told.subtask()] = told.watermark();
  }

  /** Epoch milliseconds; empty until all tasks have told. */
  OptionalLong watermark() {
    return Arrays.stream(carried).min().stream()
        .filter(watermark -> watermark != Long.MIN_VALUE)
        .findFirst();
  }
}
