package dev.wend.connectors.parquet;

import dev.wend.connectors.file.EventFile;
import dev.wend.connectors.file.FilePart;
import dev.wend.connectors.file.RowFiles;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.BlockMetaData;

/** Reads Parquet files; a part of one is some of its row groups. */
public final class ParquetFiles implements RowFiles {
  @Override
  public Open open(FilePart part) throws IOException {
    return new ParquetRows(part, reader(part.file()));
  }

  @Override
  public List<FilePart> parts(EventFile file) throws IOException {
    List<FilePart> parts = new ArrayList<>();
    try (ParquetFileReader reader = reader(file)) {
      List<BlockMetaData> groups =
          reader.getRowGroups().stream().filter(group -> group.getRowCount() > 0).toList();
      long rows = 0;
      for (int group = 0; group < groups.size(); group++) {
        long start = group == 0 ? 0 : groups.get(group).getStartingPos();
        long end = group + 1 < groups.size() ? groups.get(group + 1).getStartingPos() : file.size();
        parts.add(new FilePart(file, start, end, rows));
        rows += groups.get(group).getRowCount();
      }
    }
    return parts.isEmpty() ? List.of(FilePart.whole(file)) : parts;
  }

  private static ParquetFileReader reader(EventFile file) throws IOException {
    if (file.isCompressed()) {
      throw new IOException("a Parquet file that is compressed as a whole cannot be read");
    }
    try {
      return new ParquetFileReader(
          new StoredFile(file),
          ParquetReadOptions.builder(new PlainParquetConfiguration())
              .withCodecFactory(new Codecs())
              .build());
    } catch (RuntimeException broken) {
      throw unreadable(broken);
    }
  }

  /** What the library reports by any exception is that the file is broken. */
  static IOException unreadable(RuntimeException broken) {
    Throwable deepest = broken;
    while (deepest.getCause() != null) {
      deepest = deepest.getCause();
    }
    String detail = deepest.getMessage() == null ? deepest.toString() : deepest.getMessage();
    return new IOException("not a Parquet file, or a broken one: " + detail, broken);
  }
}
