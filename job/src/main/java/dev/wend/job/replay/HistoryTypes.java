package dev.wend.job.replay;

import dev.wend.connectors.file.EventFile;
import dev.wend.connectors.mapping.GroupedLine;
import dev.wend.job.state.VersionedSerializer;
import dev.wend.job.state.VersionedTypeInformation;
import dev.wend.job.state.Wire;
import java.io.IOException;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** The types that only a replay sends between its operators. */
final class HistoryTypes {
  static final TypeInformation<EventFile> FILE =
      new VersionedTypeInformation<>(EventFile.class, FileSerializer.INSTANCE);
  static final TypeInformation<GroupedLine> LINE =
      new VersionedTypeInformation<>(GroupedLine.class, LineSerializer.INSTANCE);

  private HistoryTypes() {}

  /** Files that are to be read. */
  static final class FileSerializer extends VersionedSerializer<EventFile> {
    static final FileSerializer INSTANCE = new FileSerializer();

    @Override
    protected int version() {
      return 1;
    }

    @Override
    protected void write(EventFile file, DataOutputView out) throws IOException {
      Wire.writeText(file.name(), out);
      Wire.writeText(file.path(), out);
      Wire.writeNumber(file.size(), out);
    }

    @Override
    protected EventFile read(int version, DataInputView in) throws IOException {
      return new EventFile(Wire.readText(in), Wire.readText(in), Wire.readNumber(in));
    }

    @Override
    public TypeSerializerSnapshot<EventFile> snapshotConfiguration() {
      return new FileSnapshot();
    }
  }

  /** Names the serializer. */
  public static final class FileSnapshot extends SimpleTypeSerializerSnapshot<EventFile> {
    public FileSnapshot() {
      super(() -> FileSerializer.INSTANCE);
    }
  }

  /** Lines on the way to the event that they are part of. */
  static final class LineSerializer extends VersionedSerializer<GroupedLine> {
    static final LineSerializer INSTANCE = new LineSerializer();

    @Override
    protected int version() {
      return 1;
    }

    @Override
    protected void write(GroupedLine line, DataOutputView out) throws IOException {
      Wire.writeText(line.groupKey(), out);
      Wire.writeText(line.source(), out);
      Wire.writeNumber(line.position(), out);
      Wire.writeText(line.payload(), out);
      Wire.writeNumber(line.checksum(), out);
    }

    @Override
    protected GroupedLine read(int version, DataInputView in) throws IOException {
      return new GroupedLine(
          Wire.readText(in),
          Wire.readText(in),
          Wire.readNumber(in),
          Wire.readText(in),
          Wire.readNumber(in));
    }

    @Override
    public TypeSerializerSnapshot<GroupedLine> snapshotConfiguration() {
      return new LineSnapshot();
    }
  }

  /** Names the serializer. */
  public static final class LineSnapshot extends SimpleTypeSerializerSnapshot<GroupedLine> {
    public LineSnapshot() {
      super(() -> LineSerializer.INSTANCE);
    }
  }
}
