package dev.wend.job.operator;

import dev.wend.job.journey.Instance;
import dev.wend.job.state.Wire;
import java.io.IOException;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.core.memory.DataOutputView;

/**
 * A customer as bytes that lie in an array of others. Its timer is no part of them, so that a customer whose timer alone has
 * changed goes from memory to the state as it is.
 */
final class EncodedCustomer implements KeptCustomer {
  // The time of the last step, by which the timer is told; how many bytes come before the timer;
  // these; those behind it.
  private static final int LENGTH_OF_HEAD = Long.BYTES;
  private static final int HEAD = LENGTH_OF_HEAD + Integer.BYTES;

  private final DataInputDeserializer in = new DataInputDeserializer();
  private byte[] bytes = {};
  private int offset;
  private int length;
  private long timer;

  /** Writes {@code customer} in the place of what {@code out} has. */
  static void encode(CustomerState customer, DataOutputSerializer out) throws IOException {
    CustomerState untimed = customer.withTimer(Instance.NEVER);
    out.clear();
    out.writeLong(customer.customer().carriedTo());
    out.writeInt(0);
    untimed.writeHead(out);
    out.writeIntUnsafe(out.length() - HEAD, LENGTH_OF_HEAD);
    untimed.writeTail(out);
  }

  /**
   * Becomes the customer that was encoded there; the array is not copied.
   *
   * @param timer epoch milliseconds; {@link Instance#NEVER} where none is set
   */
  EncodedCustomer at(byte[] array, int from, int size, long timer) {
    this.bytes = array;
    this.offset = from;
    this.length = size;
    this.timer = timer;
    return this;
  }

  @Override
  public void write(DataOutputView out) throws IOException {
    int head = offset + HEAD;
    if (timer == Instance.NEVER) {
      out.write(bytes, head, length - HEAD);
      return;
    }
    in.setBuffer(bytes, offset, length);
    long carriedTo = in.readLong();
    int lengthOfHead = in.readInt();
    out.writeByte(bytes[head] | CustomerState.TIMER);
    out.write(bytes, head + 1, lengthOfHead - 1);
    Wire.writeNumber(timer - carriedTo, out);
    out.write(bytes, head + lengthOfHead, length - HEAD - lengthOfHead);
  }

  @Override
  public CustomerState decoded() throws IOException {
    in.setBuffer(bytes, offset + HEAD, length - HEAD);
    return CustomerState.read(in).withTimer(timer);
  }
}
