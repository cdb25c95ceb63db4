package dev.wend.connectors.parquet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BigIntegerNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.wend.connectors.InvalidRecordException;
import dev.wend.connectors.StrictJson;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.UUID;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DateLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DecimalLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.IntLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.JsonLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimestampLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.UUIDLogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType;

/**
 * Values of columns as JSON: times as ISO-8601, with {@code Z} where the column says that it is UTC and without an offset
 * where it says local; decimals exact; JSON columns as what they hold; bytes that are no text in Base64.
 */
final class PrimitiveJson {
  private static final long JULIAN_DAY_OF_EPOCH = 2_440_588;

  private PrimitiveJson() {}

  static JsonNode of(PrimitiveType type, Group group, int field, int index) {
    LogicalTypeAnnotation meaning = type.getLogicalTypeAnnotation();
    return switch (type.getPrimitiveTypeName()) {
      case BOOLEAN -> BooleanNode.valueOf(group.getBoolean(field, index));
      case INT32 -> whole(meaning, group.getInteger(field, index), 0xFFFFFFFFL);
      case INT64 -> whole(meaning, group.getLong(field, index), -1);
      case FLOAT -> number(Float.toString(group.getFloat(field, index)));
      case DOUBLE -> number(Double.toString(group.getDouble(field, index)));
      case INT96 -> TextNode.valueOf(int96(group.getInt96(field, index)).toString());
      case BINARY, FIXED_LEN_BYTE_ARRAY -> bytes(meaning, group.getBinary(field, index));
    };
  }

  private static JsonNode whole(LogicalTypeAnnotation meaning, long value, long bits) {
    if (meaning instanceof DateLogicalTypeAnnotation) {
      return TextNode.valueOf(LocalDate.ofEpochDay(value).toString());
    }
    if (meaning instanceof TimestampLogicalTypeAnnotation timestamp) {
      Instant instant = Instant.EPOCH.plus(value, unit(timestamp.getUnit()));
      return TextNode.valueOf(
          timestamp.isAdjustedToUTC()
              ? instant.toString()
              : LocalDateTime.ofInstant(instant, ZoneOffset.UTC).toString());
    }
    if (meaning instanceof TimeLogicalTypeAnnotation time) {
      return TextNode.valueOf(LocalTime.MIDNIGHT.plus(value, unit(time.getUnit())).toString());
    }
    if (meaning instanceof DecimalLogicalTypeAnnotation decimal) {
      return DecimalNode.valueOf(BigDecimal.valueOf(value, decimal.getScale()));
    }
    boolean unsigned = meaning instanceof IntLogicalTypeAnnotation whole && !whole.isSigned();
    if (unsigned && value < 0) {
      return bits == -1
          ? BigIntegerNode.valueOf(new BigInteger(Long.toUnsignedString(value)))
          : LongNode.valueOf(value & bits);
    }
    return LongNode.valueOf(value);
  }

  private static JsonNode bytes(LogicalTypeAnnotation meaning, Binary value) {
    byte[] bytes = value.getBytes();
    if (meaning instanceof DecimalLogicalTypeAnnotation decimal) {
      return DecimalNode.valueOf(new BigDecimal(new BigInteger(bytes), decimal.getScale()));
    }
    if (meaning instanceof UUIDLogicalTypeAnnotation) {
      ByteBuffer halves = ByteBuffer.wrap(bytes);
      return TextNode.valueOf(new UUID(halves.getLong(), halves.getLong()).toString());
    }
    try {
      return meaning instanceof JsonLogicalTypeAnnotation
          ? StrictJson.readObject(bytes)
          : TextNode.valueOf(StrictJson.text(bytes));
    } catch (InvalidRecordException notThat) {
      return otherwise(bytes);
    }
  }

  private static JsonNode otherwise(byte[] bytes) {
    try {
      return TextNode.valueOf(StrictJson.text(bytes));
    } catch (InvalidRecordException notText) {
      return TextNode.valueOf(Base64.getEncoder().encodeToString(bytes));
    }
  }

  private static JsonNode number(String text) {
    try {
      return DecimalNode.valueOf(new BigDecimal(text));
    } catch (NumberFormatException notFinite) {
      return MissingNode.getInstance();
    }
  }

  private static Instant int96(Binary value) {
    ByteBuffer parts = value.toByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
    long nanos = parts.getLong();
    long days = parts.getInt() - JULIAN_DAY_OF_EPOCH;
    return Instant.EPOCH.plus(days, ChronoUnit.DAYS).plusNanos(nanos);
  }

  private static ChronoUnit unit(TimeUnit unit) {
    return switch (unit) {
      case MILLIS -> ChronoUnit.MILLIS;
      case MICROS -> ChronoUnit.MICROS;
      case NANOS -> ChronoUnit.NANOS;
    };
  }
}
