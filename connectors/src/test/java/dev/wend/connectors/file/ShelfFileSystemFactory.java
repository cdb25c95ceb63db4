package dev.wend.connectors.file;

import java.io.IOException;
import java.net.URI;
import org.apache.flink.core.fs.FSDataInputStream;
import org.apache.flink.core.fs.FileStatus;
import org.apache.flink.core.fs.FileSystem;
import org.apache.flink.core.fs.FileSystemFactory;
import org.apache.flink.core.fs.Path;
import org.apache.flink.core.fs.local.LocalFileSystem;

/** A file system with a scheme of its own, {@code shelf}, found as those of Flink's plugins are; its files are local. */
public final class ShelfFileSystemFactory implements FileSystemFactory {
  @Override
  public String getScheme() {
    return "shelf";
  }

  @Override
  public FileSystem create(URI uri) {
    return new Shelf();
  }

  private static final class Shelf extends LocalFileSystem {
    @Override
    public URI getUri() {
      return URI.create("shelf:///");
    }

    @Override
    public FileStatus getFileStatus(Path path) throws IOException {
      return new OnShelf(super.getFileStatus(path), new Path("shelf://" + path.getPath()));
    }

    @Override
    public FSDataInputStream open(Path path) throws IOException {
      if (!path.toUri().getScheme().equals("shelf")) {
        throw new IOException("not on the shelf: " + path);
      }
      return super.open(path);
    }
  }

  private record OnShelf(FileStatus file, Path path) implements FileStatus {
    @Override
    public long getLen() {
      return file.getLen();
    }

    @Override
    public long getBlockSize() {
      return file.getBlockSize();
    }

    @Override
    public short getReplication() {
      return file.getReplication();
    }

    @Override
    public long getModificationTime() {
      return file.getModificationTime();
    }

    @Override
    public long getAccessTime() {
      return file.getAccessTime();
    }

    @Override
    public boolean isDir() {
      return file.isDir();
    }

    @Override
    public Path getPath() {
      return path;
    }
  }
}
