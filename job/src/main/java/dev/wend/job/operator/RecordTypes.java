package dev.wend.job.operator;

import dev.wend.connectors.DeadLetter;
import dev.wend.connectors.kafka.ControlMessage;
import dev.wend.connectors.output.OutputMessage;
import dev.wend.event.ActionRecord;
import dev.wend.event.CustomerEvent;
import dev.wend.event.StatusRecord;
import dev.wend.event.TraceRecord;
import dev.wend.job.state.ActionRecordSerializer;
import dev.wend.job.state.ControlMessageSerializer;
import dev.wend.job.state.CustomerEventSerializer;
import dev.wend.job.state.DeadLetterSerializer;
import dev.wend.job.state.OutputMessageSerializer;
import dev.wend.job.state.StatusRecordSerializer;
import dev.wend.job.state.TraceRecordSerializer;
import dev.wend.job.state.VersionedTypeInformation;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.java.typeutils.EitherTypeInfo;
import org.apache.flink.types.Either;

/** The types that flow through the job, each with its own serializer. */
public final class RecordTypes {
  public static final TypeInformation<CustomerEvent> EVENT =
      new VersionedTypeInformation<>(CustomerEvent.class, CustomerEventSerializer.INSTANCE);

  public static final TypeInformation<ActionRecord> ACTION =
      new VersionedTypeInformation<>(ActionRecord.class, ActionRecordSerializer.INSTANCE);

  public static final TypeInformation<TraceRecord> TRACE =
      new VersionedTypeInformation<>(TraceRecord.class, TraceRecordSerializer.INSTANCE);

  public static final TypeInformation<DeadLetter> DEAD_LETTER =
      new VersionedTypeInformation<>(DeadLetter.class, DeadLetterSerializer.INSTANCE);

  public static final TypeInformation<StatusRecord> STATUS =
      new VersionedTypeInformation<>(StatusRecord.class, StatusRecordSerializer.INSTANCE);

  public static final TypeInformation<ControlMessage> CONTROL_MESSAGE =
      new VersionedTypeInformation<>(ControlMessage.class, ControlMessageSerializer.INSTANCE);

  public static final TypeInformation<Control> CONTROL =
      new VersionedTypeInformation<>(Control.class, Control.Serializer.INSTANCE);

  public static final TypeInformation<Report> REPORT =
      new VersionedTypeInformation<>(Report.class, Report.Serializer.INSTANCE);

  public static final TypeInformation<OutputMessage> MESSAGE =
      new VersionedTypeInformation<>(OutputMessage.class, OutputMessageSerializer.INSTANCE);

  /** What a source of events hands on: events, and records that are none. */
  public static final TypeInformation<Either<CustomerEvent, DeadLetter>> RECEIVED =
      new EitherTypeInfo<>(EVENT, DEAD_LETTER);

  private RecordTypes() {}
}
