package dev.wend.connectors.parquet;

import dev.wend.connectors.file.EventFile;
import java.io.IOException;
import org.apache.flink.core.fs.FSDataInputStream;
import org.apache.parquet.io.DelegatingSeekableInputStream;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.SeekableInputStream;

/** An event file as the Parquet library reads it. Messages of that library call it by its name. */
record StoredFile(EventFile file) implements InputFile {
  @Override
  public long getLength() {
    return file.size();
  }

  @Override
  public SeekableInputStream newStream() throws IOException {
    FSDataInputStream stored = file.openStored();
    return new DelegatingSeekableInputStream(stored) {
      @Override
      public long getPos() throws IOException {
        return stored.getPos();
      }

      @Override
      public void seek(long position) throws IOException {
        stored.seek(position);
      }
    };
  }

  @Override
  public String toString() {
    return file.name();
  }
}
