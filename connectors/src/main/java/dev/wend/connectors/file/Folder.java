package dev.wend.connectors.file;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.apache.flink.core.fs.FileStatus;
import org.apache.flink.core.fs.FileSystem;
import org.apache.flink.core.fs.FileSystem.WriteMode;
import org.apache.flink.core.fs.Path;

/** A directory for what commands write and read again: on this machine, or in a file system that Flink knows by the scheme of its URI. */
public final class Folder implements Serializable {
  private static final long serialVersionUID = 1;

  private final Path path;

  private Folder(Path path) {
    this.path = path;
  }

  /** The directory of that path or URI, whether it is there or not. */
  public static Folder of(String location) {
    return new Folder(
        Storage.isRemote(location)
            ? new Path(location)
            : new Path(
                "file", null, Storage.local(location).toAbsolutePath().normalize().toString()));
  }

  /** A directory within it. */
  public Folder child(String name) {
    return new Folder(new Path(path, name));
  }

  /** A directory within it that nobody else has: hidden, and not there yet. */
  public Folder fresh(String prefix) {
    return child("." + prefix + "-" + UUID.randomUUID());
  }

  /** Makes it, and those that it lies in, where they are missing. */
  public void make() throws IOException {
    system().mkdirs(path);
  }

  /** The names of the files in it, in order. */
  public List<String> names() throws IOException {
    FileStatus[] found = system().listStatus(path);
    if (found == null) {
      throw new IOException(this + " cannot be listed");
    }
    return Arrays.stream(found)
        .filter(status -> !status.isDir())
        .map(status -> status.getPath().getName())
        .sorted()
        .toList();
  }

  /** The size of a file in it, in bytes. */
  public long size(String name) throws IOException {
    return system().getFileStatus(new Path(path, name)).getLen();
  }

  /** Reads a file in it. */
  public InputStream open(String name) throws IOException {
    return new BufferedInputStream(system().open(new Path(path, name)));
  }

  /** Writes a file in it, in place of one of that name. */
  public OutputStream create(String name) throws IOException {
    return new BufferedOutputStream(system().create(new Path(path, name), WriteMode.OVERWRITE));
  }

  /** Writes all of a file in it, in place of one of that name. */
  public void write(String name, byte[] content) throws IOException {
    try (OutputStream out = create(name)) {
      out.write(content);
    }
  }

  /** Moves a file to a directory of the same file system, in place of one of that name. */
  public void move(String name, Folder target) throws IOException {
    FileSystem system = system();
    Path goal = new Path(target.path, name);
    if (system.isDistributedFS() && system.exists(goal)) {
      system.delete(goal, false);
    }
    if (!system.rename(new Path(path, name), goal)) {
      throw new IOException(name + " cannot be moved to " + target);
    }
  }

  /** Deletes it with all that is in it. */
  public void delete() throws IOException {
    system().delete(path, true);
  }

  private FileSystem system() throws IOException {
    return path.getFileSystem();
  }

  /** What a person would write, without secrets. */
  @Override
  public String toString() {
    return Storage.shown(
        path.toUri().getScheme().equals("file") ? path.getPath() : path.toString());
  }
}
