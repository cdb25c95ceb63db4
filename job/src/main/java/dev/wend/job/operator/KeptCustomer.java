package dev.wend.job.operator;

import java.io.IOException;
import org.apache.flink.core.memory.DataOutputView;

/** A customer in a form that the state takes. What is read from state is a {@link CustomerState}. */
sealed interface KeptCustomer permits CustomerState, EncodedCustomer {

  /** Writes what {@link CustomerState.Serializer} reads as its current version. */
  void write(DataOutputView out) throws IOException;

  /** The same customer as objects. */
  CustomerState decoded() throws IOException;
}
