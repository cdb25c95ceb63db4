package dev.wend.connectors.file;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;

/** Text of another encoding as UTF-8. What the encoding does not know is U+FFFD. */
public final class Transcoded extends InputStream {
  private static final int CHARACTERS = 32 * 1024;

  private final Reader reader;
  private final char[] characters = new char[CHARACTERS];
  private ByteBuffer ready = ByteBuffer.allocate(0);
  private int kept;

  private Transcoded(Reader reader) {
    this.reader = reader;
  }

  /** The same text in UTF-8; the stream itself where it is UTF-8 already. */
  public static InputStream of(InputStream in, Charset charset) {
    return charset.equals(UTF_8) ? in : new Transcoded(new InputStreamReader(in, charset));
  }

  @Override
  public int read() throws IOException {
    return fill() ? ready.get() & 0xFF : -1;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (!fill()) {
      return -1;
    }
    int read = Math.min(length, ready.remaining());
    ready.get(target, offset, read);
    return read;
  }

  private boolean fill() throws IOException {
    while (!ready.hasRemaining()) {
      int read = reader.read(characters, kept, CHARACTERS - kept);
      if (read < 0 && kept == 0) {
        return false;
      }
      int end = kept + Math.max(read, 0);
      boolean half = read >= 0 && end > 0 && Character.isHighSurrogate(characters[end - 1]);
      int whole = half ? end - 1 : end;
      ready = ByteBuffer.wrap(new String(characters, 0, whole).getBytes(UTF_8));
      characters[0] = half ? characters[whole] : 0;
      kept = half ? 1 : 0;
    }
    return true;
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
