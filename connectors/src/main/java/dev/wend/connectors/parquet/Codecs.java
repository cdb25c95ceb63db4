package dev.wend.connectors.parquet;

import io.airlift.compress.lz4.Lz4Decompressor;
import io.airlift.compress.snappy.SnappyDecompressor;
import io.airlift.compress.zstd.ZstdDecompressor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;

/** How pages are decompressed, without Hadoop. A new codec is one line here. */
final class Codecs implements CompressionCodecFactory {
  private static final Map<CompressionCodecName, Codec> BY_NAME =
      Map.of(
          CompressionCodecName.UNCOMPRESSED, (page, size) -> page,
          CompressionCodecName.GZIP, Codecs::gunzip,
          CompressionCodecName.SNAPPY, (page, size) -> all(new SnappyDecompressor(), page, size),
          CompressionCodecName.ZSTD, (page, size) -> all(new ZstdDecompressor(), page, size),
          CompressionCodecName.LZ4_RAW, (page, size) -> all(new Lz4Decompressor(), page, size));

  private interface Codec {
    byte[] decompress(byte[] page, int size) throws IOException;
  }

  private record Decompressor(CompressionCodecName name, Codec codec)
      implements BytesInputDecompressor {
    @Override
    public BytesInput decompress(BytesInput bytes, int decompressedSize) throws IOException {
      try {
        return BytesInput.from(
            codec.decompress(bytes.toInputStream().readAllBytes(), decompressedSize));
      } catch (IllegalArgumentException | IndexOutOfBoundsException broken) {
        throw new IOException("a page is not compressed as " + name, broken);
      }
    }

    @Override
    public void decompress(
        ByteBuffer input, int compressedSize, ByteBuffer output, int decompressedSize)
        throws IOException {
      byte[] page = new byte[compressedSize];
      input.get(page);
      output.put(codec.decompress(page, decompressedSize));
    }

    @Override
    public void release() {}
  }

  @Override
  public BytesInputDecompressor getDecompressor(CompressionCodecName name) {
    Codec codec = BY_NAME.get(name);
    return new Decompressor(
        name,
        codec != null
            ? codec
            : (page, size) -> {
              throw new IOException("pages compressed as " + name + " are not read");
            });
  }

  @Override
  public BytesInputCompressor getCompressor(CompressionCodecName name) {
    throw new UnsupportedOperationException("nothing is written");
  }

  @Override
  public void release() {}

  private static byte[] gunzip(byte[] page, int size) throws IOException {
    try (InputStream content = new GZIPInputStream(new ByteArrayInputStream(page))) {
      return content.readNBytes(size);
    }
  }

  private static byte[] all(io.airlift.compress.Decompressor codec, byte[] page, int size) {
    byte[] content = new byte[size];
    codec.decompress(page, 0, page.length, content, 0, size);
    return content;
  }
}
