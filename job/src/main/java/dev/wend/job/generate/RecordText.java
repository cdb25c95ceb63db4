package dev.wend.job.generate;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** The bytes of the record that is being written; one buffer for all of them. */
final class RecordText {
  private static final JsonFactory JSON = new JsonFactoryBuilder().rootValueSeparator("").build();

  private final Buffer buffer = new Buffer();
  private final JsonGenerator json;

  RecordText() {
    try {
      json = JSON.createGenerator(buffer);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static final class Buffer extends ByteArrayOutputStream {
    byte[] content() {
      return buf;
    }
  }

  /** Writes one object anew. */
  void write(Properties members) {
    buffer.reset();
    try {
      json.writeStartObject();
      members.write(json);
      json.writeEndObject();
      json.flush();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** Valid up to {@link #length()}, until the next record is written. */
  byte[] bytes() {
    return buffer.content();
  }

  int length() {
    return buffer.size();
  }
}
