package dev.wend.connectors.parquet;

import dev.wend.connectors.file.FilePart;
import dev.wend.connectors.file.RowFiles;
import dev.wend.event.Json;
import java.io.IOException;
import java.util.List;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.convert.GroupRecordConverter;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.MessageColumnIO;
import org.apache.parquet.io.RecordReader;
import org.apache.parquet.schema.MessageType;

/** The rows of the row groups that begin in a part of a file. */
final class ParquetRows implements RowFiles.Open {
  private final FilePart part;
  private final ParquetFileReader reader;
  private final MessageType schema;
  private final MessageColumnIO columns;
  private final List<BlockMetaData> groups;
  private RecordReader<Group> rows;
  private byte[] row = {};
  private long number;
  private long left;
  private long bytesRead;
  private int nextGroup;

  ParquetRows(FilePart part, ParquetFileReader reader) {
    this.part = part;
    this.reader = reader;
    this.schema = reader.getFileMetaData().getSchema();
    this.columns = new ColumnIOFactory().getColumnIO(schema);
    this.groups = reader.getRowGroups();
    this.number = part.linesBefore();
  }

  @Override
  public boolean next() throws IOException {
    row = new byte[0];
    try {
      while (left == 0) {
        if (!openGroup()) {
          return false;
        }
      }
      number++;
      left--;
      row = Json.bytes(RowJson.of(rows.read()));
      return true;
    } catch (RuntimeException broken) {
      throw ParquetFiles.unreadable(broken);
    }
  }

  private boolean openGroup() throws IOException {
    while (nextGroup < groups.size() && isBeforePartOrEmpty(groups.get(nextGroup))) {
      nextGroup++;
    }
    if (nextGroup == groups.size() || groups.get(nextGroup).getStartingPos() >= part.end()) {
      return false;
    }
    BlockMetaData group = groups.get(nextGroup);
    PageReadStore pages = reader.readRowGroup(nextGroup);
    rows = columns.getRecordReader(pages, new GroupRecordConverter(schema));
    left = group.getRowCount();
    bytesRead += group.getCompressedSize();
    nextGroup++;
    return true;
  }

  private boolean isBeforePartOrEmpty(BlockMetaData group) {
    return group.getRowCount() == 0 || group.getStartingPos() < part.start();
  }

  @Override
  public byte[] record() {
    return row;
  }

  @Override
  public long number() {
    return number;
  }

  @Override
  public boolean isTooLong() {
    return false;
  }

  @Override
  public long storedBytesRead() {
    return Math.min(bytesRead, part.length());
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
