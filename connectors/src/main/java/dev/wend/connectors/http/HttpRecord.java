package dev.wend.connectors.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.wend.connectors.output.OutputMessage;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.Serializable;

/**
 * A record that is neither delivered nor given up.
 *
 * @param batch the idempotency key of the request that it was in; empty before the first attempt
 * @param attempts how often that request has failed
 */
record HttpRecord(String id, byte[] json, String batch, int attempts) implements Serializable {
  static HttpRecord of(OutputMessage message) {
    return new HttpRecord(message.id(), message.value(), "", 0);
  }

  HttpRecord in(String key) {
    return new HttpRecord(id, json, key, attempts);
  }

  HttpRecord failedOnceMore() {
    return new HttpRecord(id, json, batch, attempts + 1);
  }

  boolean wasTried() {
    return !batch.isEmpty();
  }

  void write(DataOutputStream out) throws IOException {
    writeBytes(id.getBytes(UTF_8), out);
    writeBytes(json, out);
    writeBytes(batch.getBytes(UTF_8), out);
    out.writeInt(attempts);
  }

  static HttpRecord read(DataInputStream in) throws IOException {
    return new HttpRecord(
        new String(readBytes(in), UTF_8),
        readBytes(in),
        new String(readBytes(in), UTF_8),
        in.readInt());
  }

  private static void writeBytes(byte[] value, DataOutputStream out) throws IOException {
    out.writeInt(value.length);
    out.write(value);
  }

  private static byte[] readBytes(DataInputStream in) throws IOException {
    int length = in.readInt();
    byte[] value = in.readNBytes(length);
    if (value.length < length) {
      throw new IOException("a record ends before its length");
    }
    return value;
  }
}
