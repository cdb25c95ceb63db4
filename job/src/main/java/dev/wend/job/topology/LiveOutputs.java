package dev.wend.job.topology;

import dev.wend.connectors.DeadLetter;
import dev.wend.event.ActionRecord;
import dev.wend.event.CustomerEvent;
import dev.wend.event.StatusRecord;
import dev.wend.event.TraceRecord;
import org.apache.flink.streaming.api.datastream.DataStream;

/** All that a live job writes, before it is given to sinks. */
public record LiveOutputs(
    DataStream<ActionRecord> actions,
    DataStream<TraceRecord> trace,
    DataStream<StatusRecord> status,
    DataStream<CustomerEvent> late,
    DataStream<DeadLetter> deadLetters) {}
