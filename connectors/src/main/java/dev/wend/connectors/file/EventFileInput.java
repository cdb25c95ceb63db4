package dev.wend.connectors.file;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.flink.core.fs.FSDataInputStream;

/** The content of an event file or of a part of it, decompressed, with how much of the stored file was read for it. */
public final class EventFileInput extends InputStream {
  private final Counting stored;
  private final InputStream content;

  private EventFileInput(Counting stored, InputStream content) {
    this.stored = stored;
    this.content = content;
  }

  /**
   * Opens a file.
   *
   * @throws IOException when it cannot be read, or is named as compressed and is not
   */
  public static EventFileInput open(EventFile file) throws IOException {
    return open(FilePart.whole(file));
  }

  /**
   * Opens a part of a file.
   *
   * @throws IOException when it cannot be read, or is named as compressed and is not
   */
  public static EventFileInput open(FilePart part) throws IOException {
    EventFile file = part.file();
    FSDataInputStream opened = Storage.open(file.path());
    Counting stored = new Counting(opened, part.isWhole() ? Long.MAX_VALUE : part.length());
    try {
      opened.seek(part.start());
      boolean compressed = file.isCompressed() && file.size() > 0;
      return new EventFileInput(
          stored, compressed ? file.compression().decompress(stored) : stored);
    } catch (IOException notCompressed) {
      stored.close();
      throw notCompressed;
    }
  }

  /** Bytes of the stored part that were read so far. */
  public long storedBytesRead() {
    return stored.count;
  }

  @Override
  public int read() throws IOException {
    return content.read();
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    return content.read(target, offset, length);
  }

  @Override
  public void close() throws IOException {
    content.close();
  }

  /** Counts, and ends after so many bytes. */
  private static final class Counting extends FilterInputStream {
    private final long limit;
    private long count;

    Counting(InputStream in, long limit) {
      super(in);
      this.limit = limit;
    }

    /** More than nothing, since some file systems never know: that ends a file after its first compressed member. */
    @Override
    public int available() throws IOException {
      return Math.max(1, super.available());
    }

    @Override
    public int read() throws IOException {
      int read = count < limit ? super.read() : -1;
      count += read < 0 ? 0 : 1;
      return read;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      if (count >= limit && length > 0) {
        return -1;
      }
      int read = super.read(target, offset, (int) Math.min(length, limit - count));
      count += Math.max(read, 0);
      return read;
    }
  }
}
