package dev.wend.connectors.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.wend.connectors.DeadLetter;
import dev.wend.connectors.DeadLetterReason;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/**
 * A record that was given up.
 *
 * @param detail why, in words
 */
record Undelivered(byte[] json, String detail) {
  DeadLetter toDeadLetter(String sink) {
    return DeadLetter.of("sink " + sink, 0, DeadLetterReason.DELIVERY_FAILED, detail, json);
  }

  static final class Serializer implements SimpleVersionedSerializer<Undelivered> {
    private static final int VERSION = 1;

    @Override
    public int getVersion() {
      return VERSION;
    }

    @Override
    public byte[] serialize(Undelivered undelivered) throws IOException {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      DataOutputStream out = new DataOutputStream(bytes);
      out.writeInt(undelivered.json().length);
      out.write(undelivered.json());
      out.write(undelivered.detail().getBytes(UTF_8));
      return bytes.toByteArray();
    }

    @Override
    public Undelivered deserialize(int version, byte[] serialized) throws IOException {
      if (version != VERSION) {
        throw new IOException("undelivered records are read in version 1, found " + version);
      }
      DataInputStream in = new DataInputStream(new ByteArrayInputStream(serialized));
      byte[] json = in.readNBytes(in.readInt());
      return new Undelivered(json, new String(in.readAllBytes(), UTF_8));
    }
  }
}
