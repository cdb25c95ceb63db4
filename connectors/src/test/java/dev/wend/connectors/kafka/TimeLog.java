package dev.wend.connectors.kafka;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.runtime.watermarkstatus.WatermarkStatus;

/** Notes what time it was told, and takes a while for each record. */
final class TimeLog extends AbstractStreamOperator<String>
    implements OneInputStreamOperator<String, String> {
  /** What one task of one job saw, in its order. */
  sealed interface Entry {}

  record Seen(String text, long timestamp) implements Entry {}

  record Time(long watermark, long wall) implements Entry {}

  record Idle(boolean isIdle) implements Entry {}

  private static final long serialVersionUID = 1;
  private static final Map<String, List<Entry>> LOGS = new ConcurrentHashMap<>();

  private final String name;
  private final Duration perRecord;

  TimeLog(String name, Duration perRecord) {
    this.name = name;
    this.perRecord = perRecord;
  }

  static List<Entry> of(String name) {
    return LOGS.computeIfAbsent(name, unknown -> new CopyOnWriteArrayList<>());
  }

  @Override
  public void processElement(StreamRecord<String> element) throws InterruptedException {
    Thread.sleep(perRecord.toMillis());
    of(name).add(new Seen(element.getValue(), element.getTimestamp()));
  }

  @Override
  public void processWatermark(Watermark mark) throws Exception {
    super.processWatermark(mark);
    of(name).add(new Time(mark.getTimestamp(), System.currentTimeMillis()));
  }

  @Override
  public void processWatermarkStatus(WatermarkStatus status) throws Exception {
    super.processWatermarkStatus(status);
    of(name).add(new Idle(status.isIdle()));
  }
}
