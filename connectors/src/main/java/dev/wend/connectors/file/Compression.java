package dev.wend.connectors.file;

import com.github.luben.zstd.ZstdInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.tukaani.xz.XZInputStream;

/** How a file is compressed, which the end of its name says. A new one is one line here. */
enum Compression {
  GZIP(".gz", Members::new),
  ZSTANDARD(".zst", stored -> new ZstdInputStream(stored).setContinuous(false)),
  XZ(".xz", stored -> new XZInputStream(stored, Compression.XZ_MEMORY_KIBIBYTES)),
  NONE("", stored -> stored);

  private static final int XZ_MEMORY_KIBIBYTES = 1024 * 1024;
  private static final int BUFFER_SIZE = 64 * 1024;

  private final String ending;
  private final Opener opener;

  Compression(String ending, Opener opener) {
    this.ending = ending;
    this.opener = opener;
  }

  private interface Opener {
    InputStream open(InputStream stored) throws IOException;
  }

  /** That of a file of this name. */
  static Compression of(String name) {
    return Arrays.stream(values())
        .filter(each -> name.endsWith(each.ending))
        .findFirst()
        .orElse(NONE);
  }

  /** What the name is without it. */
  String contentName(String name) {
    return name.substring(0, name.length() - ending.length());
  }

  /**
   * The content of what is stored.
   *
   * @throws IOException when it is not compressed so; that it ends too early shows when it is read
   */
  InputStream decompress(InputStream stored) throws IOException {
    try {
      return this == NONE ? stored : new Whole(opener.open(stored));
    } catch (EOFException tooEarly) {
      throw worded(tooEarly);
    }
  }

  private static IOException worded(EOFException tooEarly) {
    return tooEarly.getMessage() == null
        ? new IOException("the compressed content ends too early", tooEarly)
        : tooEarly;
  }

  /** Says in words that the end is missing. */
  private static final class Whole extends FilterInputStream {
    Whole(InputStream content) {
      super(content);
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      try {
        return super.read(target, offset, length);
      } catch (EOFException tooEarly) {
        throw worded(tooEarly);
      }
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
