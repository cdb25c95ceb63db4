package dev.wend.job.replay;

import dev.wend.connectors.file.EventFile;
import dev.wend.connectors.file.FilePart;
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
  static final TypeInformation<FilePart> PART =
      new VersionedTypeInformation<>(FilePart.class, PartSerializer.INSTANCE);
  static final TypeInformation<GroupedLine> LINE =
      new VersionedTypeInformation<>(GroupedLine.class, LineSerializer.INSTANCE);

  private HistoryTypes() {}

  /** Parts of files that are to be read. */
  static final class PartSerializer extends VersionedSerializer<FilePart> {
    static final PartSerializer INSTANCE = new PartSerializer();

    @Override
    protected int version() {
      return 1;
    }

    @Override
    protected void write(FilePart part, DataOutputView out) throws IOException {
      Wire.writeText(part.file().name(), out);
      Wire.writeText(part.file().path(), out);
      Wire.writeNumber(part.file().size(), out);
      Wire.writeNumber(part.start(), out);
      Wire.writeNumber(part.end(), out);
      Wire.writeNumber(part.linesBefore(), out);
    }

    @Override
    protected FilePart read(int version, DataInputView in) throws IOException {
      EventFile file = new EventFile(Wire.readText(in), Wire.readText(in), Wire.readNumber(in));
      return new FilePart(file, Wire.readNumber(in), Wire.readNumber(in), Wire.readNumber(in));
    }

    @Override
    public TypeSerializerSnapshot<FilePart> snapshotConfiguration() {
      return new PartSnapshot();
    }
  }

  /** Names the serializer. */
  public static final class PartSnapshot extends SimpleTypeSerializerSnapshot<FilePart> {
    public PartSnapshot() {
      super(() -> PartSerializer.INSTANCE);
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
