package dev.wend.benchmark.contestant;

import dev.wend.benchmark.measure.Answer;
import dev.wend.benchmark.workload.Workload;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** A way to do the work of a workload, or a part of it. */
public interface Contestant {

  /** Lays a job out that reads the stream and hands on what is done for customers. */
  DataStream<Answer> lay(StreamExecutionEnvironment environment, Workload workload)
      throws Exception;
}
