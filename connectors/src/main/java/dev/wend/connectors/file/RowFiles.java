package dev.wend.connectors.file;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.ServiceLoader;

/** Reads files whose rows are not lines, as JSON objects. A service, since not every jar has the library for it. */
public interface RowFiles {
  /** The end of the names of Parquet files. */
  String PARQUET = ".parquet";

  /** Rows that are being read. */
  interface Open extends Records, Closeable {
    /** Bytes of the stored part that were read so far, about. */
    long storedBytesRead();
  }

  /**
   * Opens a part of a file.
   *
   * @throws IOException when it cannot be read, or is not such a file
   */
  Open open(FilePart part) throws IOException;

  /**
   * Parts that can be read by different tasks.
   *
   * @throws IOException when the file cannot be read, or is not such a file
   */
  List<FilePart> parts(EventFile file) throws IOException;

  /** Whether the file is one of rows. */
  static boolean isRowFile(EventFile file) {
    return file.contentName().endsWith(PARQUET);
  }

  /**
   * What reads them.
   *
   * @throws IOException when this program cannot
   */
  static RowFiles reader() throws IOException {
    return ServiceLoader.load(RowFiles.class, RowFiles.class.getClassLoader())
        .findFirst()
        .orElseThrow(() -> new IOException("this program cannot read Parquet files"));
  }
}
