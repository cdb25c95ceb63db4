package dev.wend.connectors.http;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.apache.flink.connector.base.sink.writer.AsyncSinkWriterStateSerializer;
import org.apache.flink.connector.base.sink.writer.BufferedRequestState;

/** What is neither delivered nor given up, in checkpoints. */
final class HttpRecordsSerializer extends AsyncSinkWriterStateSerializer<HttpRecord> {
  private static final int VERSION = 1;

  @Override
  public int getVersion() {
    return VERSION;
  }

  @Override
  public BufferedRequestState<HttpRecord> deserialize(int version, byte[] serialized)
      throws IOException {
    if (version != VERSION) {
      throw new IOException(
          "records to be posted are read in version " + VERSION + ", found " + version);
    }
    return super.deserialize(version, serialized);
  }

  @Override
  protected void serializeRequestToStream(HttpRecord written, DataOutputStream out)
      throws IOException {
    written.write(out);
  }

  @Override
  protected HttpRecord deserializeRequestFromStream(long size, DataInputStream in)
      throws IOException {
    return HttpRecord.read(in);
  }
}
