package dev.wend.connectors.file;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** The content of an event file, decompressed, with how much of the stored file was read for it. */
public final class EventFileInput extends InputStream {
  private static final int BUFFER_SIZE = 64 * 1024;

  private final Counting stored;
  private final InputStream content;

  private EventFileInput(Counting stored, InputStream content) {
    this.stored = stored;
    this.content = content;
  }

  /**
   * Opens a file.
   *
   * @throws IOException when it cannot be read, or is named {@code .gz} and is not
   */
  public static EventFileInput open(EventFile file) throws IOException {
    Counting stored = new Counting(Files.newInputStream(Path.of(file.path())));
    try {
      boolean compressed = file.isCompressed() && file.size() > 0;
      return new EventFileInput(stored, compressed ? new Members(stored) : stored);
    } catch (IOException notCompressed) {
      stored.close();
      throw notCompressed;
    }
  }

  /** Bytes of the stored file that were read so far. */
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

  private static final class Counting extends FilterInputStream {
    private long count;

    Counting(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int read = super.read();
      count += read < 0 ? 0 : 1;
      return read;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      int read = super.read(target, offset, length);
      count += Math.max(read, 0);
      return read;
    }
  }

  /** All members of a compressed file; what follows them and is no member is an error, not the end. */
  private static final class Members extends GZIPInputStream {
    private static final int TRAILER_SIZE = 8;

    Members(InputStream in) throws IOException {
      super(in, BUFFER_SIZE);
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      int read = super.read(target, offset, length);
      if (read < 0 && (inf.getRemaining() > TRAILER_SIZE || in.read() >= 0)) {
        throw new ZipException("what follows the compressed content is not compressed");
      }
      return read;
    }
  }
}
